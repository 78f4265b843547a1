import { createPrivateKey } from 'node:crypto'
import { z } from 'zod'
import { credentialPlace } from '../domain/client/credentials-key.ts'
import type { OwnerReads } from '../domain/client/owner-store.ts'
import type { Environment, OwnClient } from '../domain/client/types.ts'
import type { Vault } from '../domain/login/types.ts'
import { AppError, isAppError } from '../errors.ts'
import type { AdminKey } from './admin-key.ts'
import { readJson } from './json.ts'
import type { MaskinportenClient } from './maskinporten.ts'
import { createRemembered } from './remember.ts'

/** Which of the admin clients that organisations gave themselves is meant. */
export type OwnClientRef = OwnClient & { organisationNumber: string }

/**
 * The organisation's own admin client with its key. Throws `no-admin-client` when it was taken away or replaced by
 * another meanwhile, or when `SECRET_KEY` is not the one that its key was stored with.
 */
export type OwnClients = (environment: Environment, ref: OwnClientRef) => Promise<MaskinportenClient>

const KEY_MS = 60 * 60 * 1000

const storedKey = z.looseObject({
  kty: z.literal('RSA'),
  kid: z.string(),
  alg: z.enum(['RS256', 'RS384', 'RS512']),
  d: z.string(),
})

/** What a grant is signed with, of a key as it was read by `readCredentialKey`. Throws `internal` for anything else. */
export const adminKeyOf = (jwk: unknown): AdminKey => {
  const read = storedKey.safeParse(jwk)
  // neither issues nor causes: they may quote what they read
  if (!read.success) throw new AppError('internal', 'a stored admin key is no private RSA JWK')
  const { kid, alg } = read.data
  try {
    return { key: createPrivateKey({ key: read.data, format: 'jwk' }), alg, header: { kid } }
  } catch {
    throw new AppError('internal', 'a stored admin key is not complete')
  }
}

/**
 * Opens the keys of organisations' own admin clients when they are needed, and remembers them by client and by when
 * they were given, so that a replaced one counts at once, on every instance.
 *
 * @param options.credential as the store keeps it
 */
export const createOwnClients = (options: {
  credential: OwnerReads['credential']
  vault: Pick<Vault, 'open'>
  issuers: Record<Environment, string>
  now(): number
}): OwnClients => {
  const { credential, vault, issuers, now } = options
  const keys = createRemembered<AdminKey>({ now })

  const opened = (sealed: string, place: string, environment: Environment): AdminKey => {
    try {
      return adminKeyOf(readJson(vault.open(sealed, place)))
    } catch (error) {
      if (!isAppError(error, 'internal')) throw error
      throw new AppError('no-admin-client', `the organisation's own: ${error.message}`, { environment }, error)
    }
  }

  return async (environment, { organisationNumber, clientId, testedAt }) => {
    const name = JSON.stringify([environment, organisationNumber, clientId, testedAt])
    const key = await keys.get(name, async () => {
      const row = await credential(organisationNumber, environment)
      if (row?.clientId !== clientId)
        throw new AppError('no-admin-client', "the organisation's own was taken away meanwhile", { environment })
      const value = opened(row.sealedKey, credentialPlace(organisationNumber, environment), environment)
      // given anew meanwhile: good for this once, and not as what `testedAt` names
      return { value, until: row.testedAt === testedAt ? now() + KEY_MS : now() }
    })
    return { issuer: issuers[environment], clientId, key }
  }
}

/** Names whose admin client was refused: not the bot's, so it is the organisation that must mend it. */
export const refusedOwn = (error: unknown, { clientId }: OwnClientRef): unknown => {
  if (!isAppError(error, 'token-refused')) return error
  const fields = [...(error.details.fields ?? []), { field: 'admin_client', reason: clientId }]
  const what = `${error.message}; it is the organisation's own admin client: give it anew (credentials add) or remove it`
  return new AppError('token-refused', what, { ...error.details, fields }, error)
}
