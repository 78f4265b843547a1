import { AppError, isAppError } from '../../errors.ts'
import type { AuditEntry } from '../audit/types.ts'
import { personSubject } from '../change.ts'
import type { Deps, Writes } from '../deps.ts'
import { clientSubject } from './client-subject.ts'
import { type CredentialKey, credentialPlace } from './credentials-key.ts'
import type { CredentialVersion } from './owner-store.ts'
import type { Environment } from './types.ts'

/** An admin client that somebody wants Portvakt to act with; its key may be good or not. */
export type CandidateCredential = {
  organisationNumber: string
  environment: Environment
  clientId: string
  key: CredentialKey
}

/** What Maskinporten tells of a candidate; `owner` is null where it holds none of the scopes. */
export type TriedCredential = { owner: string | null; holds: string[]; lacks: string[] }

/**
 * Asks Maskinporten for tokens as the candidate, nothing from memory. `lacks` are the scopes without which it is of no
 * use, `holds` those of Portvakt's that it has. Throws `token-refused` for everything but a missing scope, and
 * `maskinporten-unavailable`.
 */
export type TryCredential = (
  candidate: Pick<CandidateCredential, 'environment' | 'clientId' | 'key'>,
) => Promise<TriedCredential>

/** Who gives or takes a credential: an admin of the organisation, or the admin program. */
export type Giver = AuditEntry['actor']

type CredentialDeps = Pick<Deps, 'store' | 'vault' | 'now'> & { tryCredential: TryCredential }
type Place = Pick<CandidateCredential, 'organisationNumber' | 'environment'>

const nameOf = (giver: Giver): string => ('program' in giver ? `program:${giver.program}` : personSubject(giver))

const line = (
  action: 'credential.add' | 'credential.replace' | 'credential.remove',
  giver: Giver,
  { organisationNumber, environment }: Place,
  clientId: string,
  values: AuditEntry['values'],
): AuditEntry => ({
  action,
  outcome: 'done',
  actor: giver,
  organisationNumber,
  environment,
  subject: clientSubject(clientId),
  changeId: null,
  correlationId: null,
  ...(values && { values }),
})

/** What the audit keeps of a credential. */
const named = ({ clientId, kid }: NamedCredential): NamedCredential => ({ clientId, kid })

/**
 * Whether an admin client may act for an organisation: Maskinporten gives it a token to read and write clients, and the
 * token's `consumer` is that organisation (design section 4). Stores nothing.
 *
 * Throws `credential-refused`, with what is wrong among `details.fields`: `client_id` (Maskinporten refused it or its
 * key; `mpCode` and the trace id beside), `scope` (one for each that is missing), `organisation_number` (another
 * organisation's client). Throws `maskinporten-unavailable` when nobody answered.
 *
 * @returns the scopes that it has of those Portvakt knows
 */
export const testCredential = async (
  deps: Pick<CredentialDeps, 'tryCredential'>,
  { organisationNumber, environment, clientId, key }: CandidateCredential,
): Promise<{ scopes: string[] }> => {
  const tried = await deps.tryCredential({ environment, clientId, key }).catch((cause: unknown) => {
    if (!isAppError(cause, 'token-refused')) throw cause
    const fields = [{ field: 'client_id', reason: 'refused' }]
    throw new AppError('credential-refused', cause.message, { ...cause.details, fields }, cause)
  })
  if (tried.owner !== null && tried.owner !== organisationNumber) {
    throw new AppError('credential-refused', 'the admin client belongs to another organisation', {
      environment,
      fields: [{ field: 'organisation_number', reason: tried.owner }],
    })
  }
  if (tried.owner === null || tried.lacks.length > 0) {
    throw new AppError('credential-refused', `the admin client lacks ${tried.lacks.join(' and ')}`, {
      environment,
      fields: tried.lacks.map((scope) => ({ field: 'scope', reason: scope })),
    })
  }
  return { scopes: tried.holds }
}

/** What is known of a credential beside its key. */
export type NamedCredential = { clientId: string; kid: string }

/**
 * An admin client that was tried and may be stored: its key is encrypted, and opens in its place alone. `before` is the
 * version that it takes the place of.
 */
export type TriedForStore = Place &
  NamedCredential & { sealedKey: string; scopes: string[]; before: CredentialVersion | null }

/**
 * Tries a candidate, and makes ready what is to be stored of it. Throws `not-found` for an organisation that nobody
 * imported, and as `testCredential`.
 */
export const tryForStore = async (
  deps: Omit<CredentialDeps, 'now'>,
  candidate: CandidateCredential,
): Promise<TriedForStore> => {
  const { organisationNumber, environment, clientId, key } = candidate
  if (!(await deps.store.organisation(organisationNumber))) throw new AppError('not-found', 'no such organisation')
  const { scopes } = await testCredential(deps, candidate)
  const before = await deps.store.credential(organisationNumber, environment)
  return {
    organisationNumber,
    environment,
    clientId,
    kid: key.kid,
    sealedKey: deps.vault.seal(JSON.stringify(key), credentialPlace(organisationNumber, environment)),
    scopes,
    before: before && { ...named(before), testedAt: before.testedAt },
  }
}

/**
 * How one that was tried is stored: what the audit is told of it, and the writing, which throws `changed-meanwhile` when
 * somebody else was first.
 */
export const storingOf = (tried: TriedForStore, giver: Giver, now: number) => {
  const { organisationNumber, environment, clientId, kid, sealedKey, before } = tried
  const replaced = before && named(before)
  return {
    replaced,
    action: replaced ? ('credential.replace' as const) : ('credential.add' as const),
    values: { ...(replaced && { before: replaced }), after: { clientId, kid } },
    save: async (tx: Pick<Writes, 'saveCredential'>): Promise<void> => {
      const givenBy = nameOf(giver)
      // the name of this version: another one than before, whatever the clock says
      const testedAt = Math.max(now, (before?.testedAt ?? 0) + 1)
      await tx.saveCredential({ organisationNumber, environment, clientId, kid, sealedKey, givenBy, testedAt }, before)
    },
  }
}

/**
 * Gives an organisation an admin client of its own, or replaces the one it has: tested first, its key encrypted, with
 * a trace of both. From then on it acts for the organisation in that environment (`adminAccessFor`), on every instance.
 * Throws as `tryForStore`, and `changed-meanwhile` when somebody else was first; nothing is stored then.
 */
export const saveCredential = async (
  deps: CredentialDeps,
  candidate: CandidateCredential,
  giver: Giver,
): Promise<{ scopes: string[]; replaced: NamedCredential | null }> => {
  const tried = await tryForStore(deps, candidate)
  const { action, values, replaced, save } = storingOf(tried, giver, deps.now())
  await deps.store.write({ audit: [line(action, giver, candidate, candidate.clientId, values)] }, async (tx) => {
    await save(tx)
    return null
  })
  return { scopes: tried.scopes, replaced }
}

/**
 * Takes an organisation's own admin client away; the bot's serves it from then on, where it may. The key stays
 * registered at Digdir until somebody removes it there. Throws `not-found` when there is none, and `changed-meanwhile` when
 * it was replaced at the same time.
 */
export const removeCredential = async (
  deps: Pick<CredentialDeps, 'store'>,
  place: Place,
  giver: Giver,
): Promise<{ clientId: string; kid: string }> => {
  const { organisationNumber, environment } = place
  const missing = () => new AppError('not-found', 'no admin client of its own', { environment })
  const before = await deps.store.credential(organisationNumber, environment)
  if (!before) throw missing()
  const removed = named(before)
  const audit = [line('credential.remove', giver, place, removed.clientId, { before: removed })]
  await deps.store.write({ audit }, async (tx) => {
    if (!(await tx.forgetCredential(organisationNumber, environment, before))) throw missing()
    return null
  })
  return removed
}
