import type { Environment, RegisteredKey, Registration } from '../../src/domain/client/types.ts'
import type { Text } from '../../src/text/index.ts'
import { section } from '../kit/blocks.ts'
import { mrkdwn } from '../kit/mrkdwn.ts'
import type { Shown } from '../kit/shown.ts'
import { clientCreated } from './created.ts'
import { clientSecretLost } from './secret-shown.ts'

export type MadeClientData = {
  environment: Environment
  registration: Registration
  keys?: RegisteredKey[]
  secret?: string
  /** on the page after a login, where a secret was shown too; left out: in Slack */
  onPage?: boolean
  /** Maskinporten's issuers */
  maskinporten: Record<Environment, string>
  /** epoch ms */
  now: number
}

const usesSecret = ({ registration }: MadeClientData): boolean =>
  registration.token_endpoint_auth_method?.startsWith('client_secret') === true

/** Where a client of that type finds its metadata (digdir.md 1.1). */
const wellKnown = ({ environment, registration, maskinporten }: MadeClientData): string[] => {
  const idporten = environment === 'test' ? 'https://test.idporten.no' : 'https://idporten.no'
  return registration.integration_type === 'maskinporten'
    ? [`${maskinporten[environment]}.well-known/oauth-authorization-server`]
    : [`${idporten}/.well-known/openid-configuration`]
}

const more = (shown: Shown, blocks: Shown['message']['blocks']): Shown => ({
  view: { ...shown.view, blocks: [...shown.view.blocks, ...blocks] },
  message: { ...shown.message, blocks: [...shown.message.blocks, ...blocks] },
})

/**
 * What a new client's maker sees. A secret of test stands in the modal alone: the message that takes a closed modal's
 * place stays in Slack for good, so it says instead how to get a new one. One of production is in neither: it was shown
 * on the page after the login, or, where none was open for it, to nobody.
 */
const render = (t: Text, data: MadeClientData): Shown => {
  const { environment, registration, secret, now } = data
  const { client_id, client_name } = registration
  const facts = { environment, registration, keys: data.keys ?? [], wellKnown: wellKnown(data), now }
  const plain = clientCreated.render(t, { ...facts, secret: null })
  if (data.onPage && usesSecret(data))
    return more(plain, [section(mrkdwn`:lock: ${t.client.production.secret.onPage}`)])
  if (secret === undefined) return plain
  const [, ...lost] = clientSecretLost.render(t, { environment, client_id, client_name }).message.blocks
  if (environment === 'prod') return more(plain, lost)
  return { view: clientCreated.render(t, { ...facts, secret }).view, message: more(plain, lost).message }
}

export const madeClient = { render }
