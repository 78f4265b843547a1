import type { ClientMetadata } from '../../src/domain/client/types.ts'
import type { Text } from '../../src/text/index.ts'
import { oneLine } from '../kit/one-line.ts'
import type { ChangeLine } from './change-lines.ts'

type Value<K extends keyof ClientMetadata> = NonNullable<ClientMetadata[K]>
type Line<K extends keyof ClientMetadata> = (t: Text, value: Value<K>) => ChangeLine
type Form = Text['forms']['client-new-details']

/** Under the label that the card has for it, or else the form: what is asked in the form is a fact here. */
const plain =
  (name: keyof Form) =>
  (t: Text, value: string | string[]): ChangeLine => ({
    label: (t.client.card.fields as Record<string, string>)[name] ?? t.forms['client-new-details'][name].label,
    value: typeof value === 'string' ? oneLine(value) : value,
  })

type Chosen = 'application_type' | 'token_endpoint_auth_method' | 'refresh_token_usage' | 'code_challenge_method'

/** As the form's option says it; a value that the form does not have stands for itself. */
const chosen =
  (name: Chosen) =>
  (t: Text, value: string): ChangeLine => {
    const options: Record<string, { label: string }> = t.forms['client-new-details'][name].options
    return plain(name)(t, Object.hasOwn(options, value) ? (options[value]?.label ?? value) : value)
  }

/** 0 means that Digdir's own default counts (digdir.md 2.3). */
const seconds =
  (name: 'access_token_lifetime' | 'refresh_token_lifetime' | 'authorization_lifetime') =>
  (t: Text, value: number): ChangeLine =>
    plain(name)(t, value > 0 ? t.client.seconds({ count: value }) : t.client.card.standard)

/** How each member reads, in the order it is shown; a member without a row does not compile. */
const rows: { [K in keyof Required<ClientMetadata>]: Line<K> } = {
  client_name: plain('client_name'),
  description: plain('description'),
  integration_type: (t, value) => ({
    label: t.client.card.fields.integration_type,
    value: Object.hasOwn(t.client.types, value) ? (t.client.types[value] ?? value) : value,
  }),
  client_orgno: (t, value) => ({ label: t.pages.change.labels.organisation, value }),
  client_uri: plain('client_uri'),
  application_type: chosen('application_type'),
  token_endpoint_auth_method: chosen('token_endpoint_auth_method'),
  grant_types: (t, value) => ({ label: t.pages.change.labels.grant_types, value }),
  redirect_uris: plain('redirect_uris'),
  post_logout_redirect_uris: plain('post_logout_redirect_uris'),
  frontchannel_logout_uri: plain('frontchannel_logout_uri'),
  frontchannel_logout_session_required: (t, value) => ({
    label: t.pages.change.labels.frontchannel_logout_session_required,
    value: value ? t.pages.change.required : t.pages.change.notRequired,
  }),
  scopes: plain('scopes'),
  access_token_lifetime: seconds('access_token_lifetime'),
  refresh_token_lifetime: seconds('refresh_token_lifetime'),
  authorization_lifetime: seconds('authorization_lifetime'),
  refresh_token_usage: chosen('refresh_token_usage'),
  code_challenge_method: chosen('code_challenge_method'),
  sso_disabled: (t, value) => plain('sso_disabled')(t, value ? t.client.card.ssoOff : t.client.card.ssoOn),
}

/** Everything that is set of a client, in words; empty texts and lists are not. */
export const metadataLines = (t: Text, metadata: ClientMetadata): ChangeLine[] =>
  (Object.keys(rows) as (keyof ClientMetadata)[]).flatMap((name) => {
    const value = metadata[name]
    const empty = value == null || value === '' || (Array.isArray(value) && value.length === 0)
    return empty ? [] : [(rows[name] as (t: Text, value: unknown) => ChangeLine)(t, value)]
  })
