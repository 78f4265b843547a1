import type { Environment } from '../domain/client/types.ts'
import { AppError } from '../errors.ts'
import type { AdminKey } from './admin-key.ts'
import type { Http } from './http.ts'
import { fetchMetadata, type Metadata } from './maskinporten-metadata.ts'
import { type OwnClientRef, type OwnClients, refusedOwn } from './maskinporten-own.ts'
import { requestToken, type Token } from './maskinporten-token.ts'
import { createRemembered } from './remember.ts'

export type { Token } from './maskinporten-token.ts'

export type TokenWish = {
  /** the customer's organisation number, where access was delegated in Altinn */
  consumerOrg?: string
  /** the `aud` wished for in the token */
  resource?: string[]
  /** an access token that was refused: if it is still the one in memory, a new one is fetched */
  insteadOf?: string
  /** as an organisation's own admin client, not as the bot's */
  own?: OwnClientRef
}

export type Maskinporten = {
  /**
   * An access token for exactly these scopes, from memory until 20 s before it ends (digdir.md 4.3).
   *
   * Throws `no-admin-client` where the environment has none, `token-refused` with `details.mpCode` and the trace id
   * (and, where it was an organisation's own, `admin_client` among the fields), `maskinporten-unavailable` for a
   * time-out, a lost connection, 429, 5xx or an answer that cannot be read.
   */
  token(environment: Environment, scopes: string[], how?: TokenWish): Promise<Token>
}

/** An admin client: where its tokens come from, its id, and what it signs with. */
export type MaskinportenClient = { issuer: string; clientId: string; key: AdminKey }

const METADATA_MS = 24 * 60 * 60 * 1000
const MARGIN_MS = 20_000

/**
 * Maskinporten's JWT bearer grant (digdir.md 4): the bot's admin clients, one an environment, and those that
 * organisations gave themselves.
 *
 * @param options.ownClients where those are had from; without it there are none
 * @param options.now epoch ms; must be within 10 s of Maskinporten's clock (digdir.md 7, trap 25)
 */
export const createMaskinporten = (options: {
  http: Http
  now(): number
  environments: Partial<Record<Environment, MaskinportenClient>>
  ownClients?: OwnClients
}): Maskinporten => {
  const { http, now, environments, ownClients } = options
  const tokens = createRemembered<Token>({ now })
  const metadata = createRemembered<Metadata>({ now, staleMs: METADATA_MS })

  const clientFor = async (environment: Environment, own: OwnClientRef | undefined): Promise<MaskinportenClient> => {
    const client = own ? await ownClients?.(environment, own) : environments[environment]
    if (!client) throw new AppError('no-admin-client', 'no admin client is configured', { environment })
    return client
  }

  const tokenOf = async (environment: Environment, scopes: string[], how: TokenWish): Promise<Token> => {
    const client = await clientFor(environment, how.own)
    const { clientId } = client
    const { consumerOrg = null, resource = null, insteadOf } = how
    const name = JSON.stringify([environment, clientId, [...new Set(scopes)].sort(), consumerOrg, resource])
    if (insteadOf !== undefined) tokens.drop(name, (token) => token.accessToken === insteadOf)

    return tokens.get(name, async () => {
      const found = await metadata.get(client.issuer, async () => ({
        value: await fetchMetadata(http, { environment, issuer: client.issuer, now }),
        until: now() + METADATA_MS,
      }))
      const asked = now()
      const { token, lifetimeMs } = await requestToken(http, {
        environment,
        client,
        metadata: found,
        scopes,
        how,
        now,
      })
      return { value: token, until: asked + lifetimeMs - MARGIN_MS }
    })
  }

  return {
    async token(environment, scopes, how = {}) {
      const { own } = how
      try {
        return await tokenOf(environment, scopes, how)
      } catch (error) {
        throw own ? refusedOwn(error, own) : error
      }
    },
  }
}
