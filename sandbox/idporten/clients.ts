import type { JSONWebKeySet } from 'jose'
import type { AdapterPayload, JWKS } from 'oidc-provider'

/** An ID-porten client as far as logins and logouts go, named as in the self-service API (reference digdir.md 2.3). */
export type IdportenClient = {
  client_id: string
  redirect_uris: readonly string[]
  post_logout_redirect_uris?: readonly string[]
  frontchannel_logout_uri?: string
  /** its id_tokens carry `sid` only when this is true (5.5) */
  frontchannel_logout_session_required?: boolean
  /** public keys, each with a `kid` */
  jwks: JSONWebKeySet
}

export type Clients = {
  /** Takes a client in, in the place of an older one with the same id. */
  add(client: IdportenClient): void
  find(clientId: string | undefined): IdportenClient | undefined
}

export const createClients = (clients: readonly IdportenClient[]): Clients => {
  const known = new Map(clients.map((one) => [one.client_id, one]))
  return {
    add(client) {
      known.set(client.client_id, client)
    },
    find: (clientId) => known.get(clientId ?? ''),
  }
}

/** The same client as oidc-provider wants to see it; logout is none of its business here. */
export const providerClient = (client: IdportenClient): AdapterPayload => ({
  client_id: client.client_id,
  redirect_uris: [...client.redirect_uris],
  jwks: client.jwks as JWKS,
  token_endpoint_auth_method: 'private_key_jwt',
  application_type: 'web',
  grant_types: ['authorization_code'],
  response_types: ['code'],
  subject_type: 'pairwise',
  // Demanded of clients with redirect addresses on several hosts; nobody fetches it.
  sector_identifier_uri: 'https://sector.example/',
})
