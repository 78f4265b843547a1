import type { Deps, Listing, RegistrationQuery } from '../deps.ts'
import type { Memo } from '../memo.ts'
import { adminAccessFor } from './admin-access.ts'
import { listOwn } from './find-registration.ts'
import { shownRegistration } from './marker.ts'
import type { Environment, Registration } from './types.ts'

const FRESH_FOR_MS = 60_000
/** More than any organisation has; the whole of what is stored. */
const ALL = 100_000

export type StoredList = {
  rows: Registration[]
  /** of the rows that the query matches */
  total: number
  /** how many of those that match are inactive, shown or not */
  inactive: number
  /** null: never fetched */
  listing: Listing | null
}

/** Whether a list is so young that nobody needs to ask Digdir again. */
export const freshEnough = (listing: Listing | null, now: number): boolean =>
  listing !== null && now - listing.fetchedAt < FRESH_FOR_MS

/**
 * A page of an organisation's clients as last stored; asks nobody outside. With a `memo`, rows that the store gave
 * before are the very same rows, so that what was drawn of them can be kept.
 */
export const storedList = async (
  deps: Pick<Deps, 'store'> & { memo?: Memo },
  query: RegistrationQuery,
): Promise<StoredList> => {
  const [found, listing] = await Promise.all([
    deps.store.registrations(query),
    deps.store.listing(query.organisationNumber, query.environment),
  ])
  const shownRows = () => found.rows.map(shownRegistration)
  return { ...found, rows: deps.memo ? deps.memo(found.rows, 'shown', shownRows) : shownRows(), listing }
}

/**
 * What to store of a fetch that took a while. What was saved meanwhile is newer than the fetch: rows that arose stay,
 * and of two versions the later one wins (Digdir's clock on both sides; a deactivation is final, digdir.md 2.9).
 */
export const mergeFetched = (
  fetched: Registration[],
  before: Registration[],
  after: Registration[],
): Registration[] => {
  const stored = new Map(after.map((row) => [row.client_id, row]))
  const known = new Set(before.map((row) => row.client_id))
  const arrived = new Set(fetched.map((row) => row.client_id))
  const newest = fetched.map((row) => {
    const saved = stored.get(row.client_id)
    if (!saved) return row
    const [ours, theirs] = [saved.last_updated ?? 0, row.last_updated ?? 0]
    return ours > theirs || (ours === theirs && !saved.active) ? saved : row
  })
  return [...newest, ...after.filter((row) => !known.has(row.client_id) && !arrived.has(row.client_id))]
}

const everything = async (deps: Pick<Deps, 'store'>, organisationNumber: string, environment: Environment) =>
  (await deps.store.registrations({ organisationNumber, environment, inactive: true, page: 0, size: ALL })).rows

/**
 * Fetches an organisation's whole list from Digdir and stores it; several who ask at once share one fetch.
 * Throws as `adminAccessFor` and Digdir do, and leaves the stored list alone then.
 */
export const refreshList = (
  deps: Pick<Deps, 'store' | 'digdir' | 'adminClients' | 'now' | 'turns'>,
  organisationNumber: string,
  environment: Environment,
): Promise<Listing> =>
  deps.turns.shared(`list ${environment} ${organisationNumber}`, async () => {
    const access = await adminAccessFor(deps, organisationNumber, environment)
    const before = await everything(deps, organisationNumber, environment)
    const fetched = await listOwn(deps, access)
    const listing: Listing = { fetchedAt: deps.now(), complete: access.mode === 'own' }
    const rows = mergeFetched(fetched, before, await everything(deps, organisationNumber, environment))
    await deps.store.write({}, async (tx) => {
      await tx.replaceRegistrations(organisationNumber, environment, rows, listing)
      return null
    })
    return listing
  })
