import { join } from 'node:path'
import { BRREG_ADDRESS } from '../brreg/brreg.ts'
import { channels, people } from '../world.ts'
import type { AdminKey } from './keys.ts'
import type { Ports } from './ports.ts'
import { IDPORTEN_CLIENT_ID, SLACK_SECRETS, type Systems } from './systems.ts'

/** What a program needs of the surrounding environment; nothing else is handed on, no real token above all. */
const HANDED_ON = ['PATH', 'HOME', 'USERPROFILE', 'SystemRoot', 'TEMP', 'TMP', 'TMPDIR', 'TZ', 'LOG_LEVEL']

/** Where what could not be delivered goes back to; each mail has an address of its own, `retur+ID@…`. */
export const BOUNCE_ADDRESS = 'retur@portvakt.example'

/** The bot's variables (design section 4) that lead it to the simulators. */
export const botEnvironment = (options: {
  systems: Systems
  ports: Ports
  folder: string
  key: AdminKey
  secretKey: string
  outer: Record<string, string | undefined>
}): Record<string, string> => {
  const { systems, ports, folder, key, secretKey, outer } = options
  const handedOn = HANDED_ON.flatMap((name) => (outer[name] === undefined ? [] : [[name, outer[name]] as const]))
  const operators = Object.values(people).filter((one) => one.operator)
  const upstream = (name: 'TEST' | 'PROD', { digdir, maskinporten, adminClientId }: Systems['upstreams']['test']) => ({
    [`DIGDIR_${name}_API_URL`]: digdir.apiUrl,
    [`MASKINPORTEN_${name}_ISSUER`]: maskinporten.issuer,
    [`DIGDIR_${name}_CLIENT_ID`]: adminClientId,
    [`DIGDIR_${name}_KEY_FILE`]: key.file,
  })
  return {
    ...Object.fromEntries(handedOn),
    SLACK_BOT_TOKEN: SLACK_SECRETS.botToken,
    SLACK_SIGNING_SECRET: SLACK_SECRETS.signingSecret,
    SLACK_API_URL: systems.slack.apiUrl,
    HOST: '127.0.0.1',
    PORT: String(ports.bot),
    PUBLIC_URL: `http://127.0.0.1:${ports.bot}`,
    DATABASE_URL: `file:${join(folder, 'portvakt.db')}`,
    SECRET_KEY: secretKey,
    ...upstream('TEST', systems.upstreams.test),
    ...upstream('PROD', systems.upstreams.prod),
    IDPORTEN_ISSUER: systems.idporten.issuer,
    IDPORTEN_CLIENT_ID,
    IDPORTEN_KEY_FILE: key.file,
    ENHETSREGISTERET_URL: systems.enhetsregisteret.url,
    SMTP_URL: systems.mailbox.url,
    MAIL_FROM: 'portvakt@portvakt.example',
    BOUNCE_ADDRESS,
    ORDER_MAIL_TO: BRREG_ADDRESS,
    OPERATORS: operators.map((one) => one.id).join(','),
    OPERATIONS_CHANNEL: channels.operations.id,
    INCIDENT_CHANNEL: channels.incidents.id,
  }
}
