import type { Environment, Registration } from '../../src/domain/client/types.ts'
import type { Text } from '../../src/text/index.ts'
import { inCode, type Words } from '../kit/mrkdwn.ts'

type Pair = { label: string; value: Words }

const choice = (
  t: Text,
  field: 'application_type' | 'token_endpoint_auth_method' | 'refresh_token_usage' | 'code_challenge_method',
  value: string,
): string => {
  const options = t.forms['client-new-details'][field].options as Record<string, { label: string }>
  return options[value]?.label ?? value
}

const address = (value: string): Words => inCode(value, 300)

/** 0 and absent both mean that Digdir's own default counts (digdir.md 2.3). */
const lifetime = (t: Text, value: number): string =>
  value > 0 ? t.client.seconds({ count: value }) : t.client.card.standard

/** Everything short about a client in words; what is not set is left out. Instants are epoch ms. */
export const cardFields = (t: Text, environment: Environment, client: Registration): Pair[] => {
  const labels = t.client.card.fields
  const pairs: [keyof typeof labels, Words | null][] = [
    ['client_id', inCode(client.client_id)],
    ['integration_type', t.client.types[client.integration_type] ?? client.integration_type],
    ['environment', t.common.environmentNames[environment]],
    ['state', client.active ? t.client.active : t.client.inactive],
    ['application_type', client.application_type ? choice(t, 'application_type', client.application_type) : null],
    [
      'token_endpoint_auth_method',
      client.token_endpoint_auth_method
        ? choice(t, 'token_endpoint_auth_method', client.token_endpoint_auth_method)
        : null,
    ],
    ['client_uri', client.client_uri ? address(client.client_uri) : null],
    ['frontchannel_logout_uri', client.frontchannel_logout_uri ? address(client.frontchannel_logout_uri) : null],
    ['access_token_lifetime', client.access_token_lifetime == null ? null : lifetime(t, client.access_token_lifetime)],
    [
      'refresh_token_lifetime',
      client.refresh_token_lifetime == null ? null : lifetime(t, client.refresh_token_lifetime),
    ],
    [
      'authorization_lifetime',
      client.authorization_lifetime == null ? null : lifetime(t, client.authorization_lifetime),
    ],
    [
      'refresh_token_usage',
      client.refresh_token_usage ? choice(t, 'refresh_token_usage', client.refresh_token_usage) : null,
    ],
    [
      'code_challenge_method',
      client.code_challenge_method ? choice(t, 'code_challenge_method', client.code_challenge_method) : null,
    ],
    [
      'sso_disabled',
      client.sso_disabled == null ? null : client.sso_disabled ? t.client.card.ssoOff : t.client.card.ssoOn,
    ],
    ['supplier_orgno', client.supplier_orgno],
    ['created', client.created === null ? null : t.format.dateTime(client.created)],
    ['last_updated', client.last_updated === null ? null : t.format.dateTime(client.last_updated)],
  ]
  return pairs.flatMap(([name, value]) => (value === null ? [] : [{ label: labels[name], value }]))
}
