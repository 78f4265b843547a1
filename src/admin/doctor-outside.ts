import type { Config } from '../config.ts'
import type { World } from '../world.ts'
import { type Finding, fault, lack, saying, well } from './finding.ts'

const looked = async (about: string, look: () => Promise<void>, good: string, mend: string): Promise<Finding> => {
  try {
    await look()
    return well(about, good)
  } catch (error) {
    return fault(about, `${saying(error)}: ${mend}`)
  }
}

/** What the bot leans on beside Slack and Digdir: ID-porten, the mail server, the register of organisations. */
export const outsideFindings = async (config: Config, world: World): Promise<Finding[]> => {
  const { idporten, mailer } = world
  return [
    idporten === null
      ? lack(
          'ID-porten',
          'off, so nothing can be changed in production: set IDPORTEN_CLIENT_ID, IDPORTEN_KEY_FILE and PUBLIC_URL',
        )
      : await looked(
          'ID-porten',
          idporten.look,
          `its metadata was read (${idporten.issuer}); whether it knows the client shows at the first login`,
          'check IDPORTEN_ISSUER, and that this machine reaches it',
        ),
    mailer === null
      ? lack('Mail', 'off: set SMTP_URL, MAIL_FROM and PUBLIC_URL to send mail, such as links that confirm an address')
      : await looked(
          'Mail',
          mailer.look,
          `the server takes mail from ${config.mail?.from}`,
          'check SMTP_URL with its user name and password, and that this machine reaches it',
        ),
    await looked(
      'Enhetsregisteret',
      world.enhetsregisteret.look,
      'answers',
      'check ENHETSREGISTERET_URL, and that this machine reaches it; until then organisations can’t be looked up',
    ),
  ]
}
