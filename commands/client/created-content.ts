import type { Environment, RegisteredKey, Registration } from '../../src/domain/client/types.ts'
import type { Services } from '../../src/slack/route.ts'
import type { Text } from '../../src/text/index.ts'
import { clientCreated } from '../../views/client/created.ts'
import { clientSecretLost } from '../../views/client/secret-shown.ts'
import type { Shown } from '../../views/kit/shown.ts'

/** Where a client of that type finds its metadata (digdir.md 1.1). */
const wellKnown = (services: Services, environment: Environment, type: string): string[] => {
  const idporten = environment === 'test' ? 'https://test.idporten.no' : 'https://idporten.no'
  return type === 'maskinporten'
    ? [`${services.issuers.maskinporten[environment]}.well-known/oauth-authorization-server`]
    : [`${idporten}/.well-known/openid-configuration`]
}

/**
 * What a new client's maker sees. A secret stands in the modal alone: the message that takes a closed modal's place
 * stays in Slack for good, so it says instead how to get a new one.
 */
export const createdContent = (
  t: Text,
  services: Services,
  environment: Environment,
  made: { registration: Registration; keys?: RegisteredKey[]; secret?: string },
): Shown => {
  const data = {
    environment,
    registration: made.registration,
    keys: made.keys ?? [],
    wellKnown: wellKnown(services, environment, made.registration.integration_type),
    now: services.now(),
  }
  const { message } = clientCreated.render(t, { ...data, secret: null })
  if (made.secret === undefined) return { view: clientCreated.render(t, { ...data, secret: null }).view, message }
  const { client_id, client_name } = made.registration
  const [, ...lost] = clientSecretLost.render(t, { environment, client_id, client_name }).message.blocks
  return {
    view: clientCreated.render(t, { ...data, secret: made.secret }).view,
    message: { ...message, blocks: [...message.blocks, ...lost] },
  }
}
