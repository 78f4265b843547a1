import type { Deps, Listing, RegistrationQuery } from '../deps.ts'
import type { Memo } from '../memo.ts'
import { adminAccessFor } from './admin-access.ts'
import { listOwn } from './find-registration.ts'
import { shownRegistration } from './marker.ts'
import type { Environment, Registration } from './types.ts'

const FRESH_FOR_MS = 60_000
/** By how much the clocks of two instances may differ: what another one saved just before counts as saved meanwhile. */
const CLOCKS_APART_MS = 5_000

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
    const startedAt = deps.now() - CLOCKS_APART_MS
    const rows = await listOwn(deps, access)
    const listing: Listing = { fetchedAt: deps.now(), complete: access.mode === 'own' }
    await deps.store.write({}, async (tx) => {
      await tx.replaceRegistrations(organisationNumber, environment, rows, { ...listing, startedAt })
      return null
    })
    return listing
  })
