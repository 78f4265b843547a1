import { AppError, isAppError } from '../../errors.ts'
import type { AuditEntry } from '../audit/types.ts'
import { personSubject } from '../change.ts'
import type { Deps } from '../deps.ts'
import { clientSubject } from './client-subject.ts'
import { type CredentialKey, credentialPlace } from './credentials-key.ts'
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
const named = ({ clientId, kid }: { clientId: string; kid: string }) => ({ clientId, kid })

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

/**
 * Gives an organisation an admin client of its own, or replaces the one it has: tested first, its key encrypted, with
 * a trace of both. From then on it acts for the organisation in that environment (`adminAccessFor`), on every instance.
 * Throws `not-found` for an organisation that nobody imported, `changed-meanwhile` when somebody else was first, and as
 * `testCredential`; nothing is stored then.
 */
export const saveCredential = async (
  deps: CredentialDeps,
  candidate: CandidateCredential,
  giver: Giver,
): Promise<{ scopes: string[]; replaced: { clientId: string; kid: string } | null }> => {
  const { organisationNumber, environment, clientId, key } = candidate
  if (!(await deps.store.organisation(organisationNumber))) throw new AppError('not-found', 'no such organisation')
  const { scopes } = await testCredential(deps, candidate)
  const before = await deps.store.credential(organisationNumber, environment)
  const replaced = before && named(before)
  const after = { clientId, kid: key.kid }
  const action = replaced ? ('credential.replace' as const) : ('credential.add' as const)
  const values = { ...(replaced && { before: replaced }), after }
  await deps.store.write({ audit: [line(action, giver, candidate, clientId, values)] }, async (tx) => {
    const row = {
      organisationNumber,
      environment,
      ...after,
      sealedKey: deps.vault.seal(JSON.stringify(key), credentialPlace(organisationNumber, environment)),
      givenBy: nameOf(giver),
      // the name of this version: another one than before, whatever the clock says
      testedAt: Math.max(deps.now(), (before?.testedAt ?? 0) + 1),
    }
    await tx.saveCredential(row, before)
    return null
  })
  return { scopes, replaced }
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
