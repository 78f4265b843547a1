import type { JWK } from 'jose'
import { AppError, isAppError } from '../../errors.ts'
import type { Deps } from '../deps.ts'
import { sameKey } from './public-key.ts'
import type { AdminAccess, PublicKey, RegisteredKey } from './types.ts'

/** digdir.md 2.6 */
export const MOST_KEYS = 5
const TRIES = 3

/** Members that may be posted: public ones, and a certificate that a key was locked to stays with it. */
const postable = ['kty', 'n', 'e', 'crv', 'x', 'y', 'x5c', 'x5t', 'x5t#S256'] as const

/** A registered key as it must be posted again: Digdir replaces the whole set, and `use` is a must (digdir.md 2.6). */
export const toPost = (key: RegisteredKey): JWK => {
  const members = postable.filter((name) => key.jwk[name] !== undefined).map((name) => [name, key.jwk[name]])
  return { ...Object.fromEntries(members), kty: key.kty, kid: key.kid, alg: key.alg ?? 'RS256', use: key.use ?? 'sig' }
}

/**
 * The set with a key in it. A key that is there already is renewed under the kid it has. Throws `too-many-keys` for a
 * sixth, and `kid-taken` when another key has the kid.
 */
export const withKey = (current: RegisteredKey[], key: PublicKey): { keys: JWK[]; kid: string; renewed: boolean } => {
  const same = current.find((each) => sameKey(each.jwk, key))
  if (same) return { keys: current.map(toPost), kid: same.kid, renewed: true }
  if (current.some((each) => each.kid === key.kid)) {
    throw new AppError('kid-taken', 'another key has this kid')
  }
  if (current.length >= MOST_KEYS) throw new AppError('too-many-keys', 'the client has five keys')
  return { keys: [...current.map(toPost), key], kid: key.kid, renewed: false }
}

/** What a change of a key set came to; `before` and `after` are all its keys. */
export type KeySetChange = {
  kid: string
  renewed: boolean
  before: RegisteredKey[]
  after: RegisteredKey[]
  correlationId: string | null
}

const inOrder = <T>(deps: Pick<Deps, 'turns'>, access: AdminAccess, clientId: string, body: () => Promise<T>) =>
  deps.turns.inOrder(`keys ${access.environment} ${clientId}`, body)

/** Keys of a client; none where it has no set yet. */
const read = async (deps: Pick<Deps, 'digdir'>, access: AdminAccess, clientId: string): Promise<RegisteredKey[]> => {
  try {
    return await deps.digdir.keys(access, clientId)
  } catch (error) {
    if (isAppError(error, 'not-found')) return []
    throw error
  }
}

type Write = () => Promise<{ correlationId: string | null }>

/** A write whose answer may be lost: gives null then, and the caller looks. Everything else is thrown. */
const tried = async (write: Write): Promise<{ correlationId: string | null; lost: unknown }> => {
  try {
    return { correlationId: (await write()).correlationId, lost: null }
  } catch (error) {
    if (!isAppError(error, 'digdir-outcome-unknown', 'digdir-unavailable', 'digdir-answer-unreadable')) throw error
    return { correlationId: error.details.correlationId ?? null, lost: error }
  }
}

const conflict = () => new AppError('digdir-conflict', 'somebody else changes the keys of this client just now')

/**
 * Adds a key to a client, or renews it. Digdir knows whole sets only, so this reads, posts all, and reads again: where
 * another writer overwrote it, it tries anew (digdir.md 7, trap 6). Within this process writers wait for each other.
 * Throws as `withKey`, `digdir-conflict`, and `digdir-*`.
 */
export const putKey = (
  deps: Pick<Deps, 'digdir' | 'turns'>,
  access: AdminAccess,
  clientId: string,
  key: PublicKey,
): Promise<KeySetChange> =>
  inOrder(deps, access, clientId, async () => {
    for (let attempt = 1; attempt <= TRIES; attempt += 1) {
      const before = await read(deps, access, clientId)
      const { keys, kid, renewed } = withKey(before, key)
      const { correlationId, lost } = await tried(() => deps.digdir.replaceKeys(access, clientId, keys))
      // A renewal cannot be told from the set, so a lost one stays unknown; repeating it does no harm.
      if (lost && renewed) throw lost
      const after = await read(deps, access, clientId)
      if (after.some((each) => each.kid === kid && sameKey(each.jwk, key))) {
        return { kid, renewed, before, after, correlationId }
      }
      if (lost) throw lost
    }
    throw conflict()
  })

/**
 * Takes a key from a client; one that is not there is taken already. The last key goes by deleting the set, since an
 * empty one is not accepted (digdir.md 2.2). Throws `digdir-conflict` and `digdir-*`.
 */
export const dropKey = (
  deps: Pick<Deps, 'digdir' | 'turns'>,
  access: AdminAccess,
  clientId: string,
  kid: string,
): Promise<KeySetChange> =>
  inOrder(deps, access, clientId, async () => {
    let correlationId: string | null = null
    const before = await read(deps, access, clientId)
    let current = before
    for (let attempt = 1; attempt <= TRIES; attempt += 1) {
      if (!current.some((each) => each.kid === kid)) {
        return { kid, renewed: false, before, after: current, correlationId }
      }
      const rest = current.filter((each) => each.kid !== kid).map(toPost)
      const answer = await tried(() =>
        rest.length === 0
          ? deps.digdir.removeAllKeys(access, clientId)
          : deps.digdir.replaceKeys(access, clientId, rest),
      )
      correlationId = answer.correlationId
      current = await read(deps, access, clientId)
      if (answer.lost && current.some((each) => each.kid === kid)) throw answer.lost
    }
    if (!current.some((each) => each.kid === kid)) return { kid, renewed: false, before, after: current, correlationId }
    throw conflict()
  })
