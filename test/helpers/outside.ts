import { freePort } from '../../bench/child.ts'
import type { Environment } from '../../sandbox/digdir/model.ts'
import type { Registry } from '../../sandbox/digdir/registry.ts'
import { createEnhetsregisteret, type Enhetsregisteret } from '../../sandbox/enhetsregisteret/enhetsregisteret.ts'
import { createIdporten, type Idporten } from '../../sandbox/idporten/idporten.ts'
import { createMailbox, type Mailbox } from '../../sandbox/mailbox/mailbox.ts'
import { openPlaces, type Places } from '../../sandbox/start/places.ts'
import { people } from '../../sandbox/world.ts'
import { signingKeys } from './signing-keys.ts'

/** What stands around the bot beside Slack and Digdir; brreg's desk and Altinn work on Digdir's registries. */
export type Outside = { idporten: Idporten; enhetsregisteret: Enhetsregisteret; mailbox: Mailbox } & Places

/** The bot's client at ID-porten. */
export const idportenClientId = 'portvakt-tests'

/** The outside that few tests need, and where they reach the bot. */
export const startOutside = async (
  now: () => number,
  registries: Record<Environment, Registry>,
): Promise<{ systems: Outside; port: number; env: Record<string, string> }> => {
  const clock = { now }
  const port = await freePort()
  const publicUrl = `http://127.0.0.1:${port}`
  const [idporten, enhetsregisteret, mailbox] = await Promise.all([
    createIdporten({
      clock,
      clients: [
        {
          client_id: idportenClientId,
          redirect_uris: [`${publicUrl}/login/callback`],
          post_logout_redirect_uris: [`${publicUrl}/login/out`],
          frontchannel_logout_uri: `${publicUrl}/login/front-channel-logout`,
          frontchannel_logout_session_required: true,
          jwks: { keys: [{ ...signingKeys().publicJwk, kid: idportenClientId, alg: 'RS256', use: 'sig' }] },
        },
      ],
      testPeople: Object.values(people).flatMap(({ name, pid }) => (pid === undefined ? [] : [{ name, pid }])),
    }),
    createEnhetsregisteret({ clock }),
    createMailbox({ clock }),
  ])
  const places = openPlaces({ clock, mailbox, registries, enhetsregisteret, people: Object.values(people) })
  return {
    systems: { idporten, enhetsregisteret, mailbox, ...places },
    port,
    env: {
      PUBLIC_URL: publicUrl,
      IDPORTEN_ISSUER: idporten.issuer,
      IDPORTEN_CLIENT_ID: idportenClientId,
      ENHETSREGISTERET_URL: enhetsregisteret.url,
      SMTP_URL: mailbox.url,
      MAIL_FROM: 'portvakt@portvakt.example',
    },
  }
}
