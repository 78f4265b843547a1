import type { Deps, RegistrationQuery } from '../deps.ts'
import { createMemo } from '../memo.ts'
import { within } from '../patience.ts'
import { freshEnough, refreshList, type StoredList, storedList } from './list-clients.ts'
import type { Environment } from './types.ts'

/**
 * How current a list is: `fresh` was fetched within the minute, `checking` is older and Digdir is being asked,
 * `down` is older and Digdir did not answer (`because`).
 */
export type ListState = { state: 'fresh' } | { state: 'checking' } | { state: 'down'; because: unknown }

export type KeptList = StoredList & ListState

export type Lists = {
  /**
   * A page of the stored list. One older than a minute is fetched anew first, waiting at most `patienceMs`; whoever
   * comes while that is under way, or right after it failed, gets the stored one at once.
   */
  page(query: RegistrationQuery, patienceMs: number): Promise<KeptList>
  /** Waits for the list to be fetched, however long it takes. Throws as `refreshList`. */
  fetched(organisationNumber: string, environment: Environment): Promise<void>
}

type ListDeps = Pick<Deps, 'store' | 'digdir' | 'adminClients' | 'now' | 'turns'>

/** After a failure Digdir is left in peace this long, ms. */
const PEACE_MS = 15_000

/** What this process knows of fetches under way and failed; it spares Digdir and patience, and may be forgotten. */
export const createLists = (deps: ListDeps): Lists => {
  const stored = { store: deps.store, memo: createMemo() }
  const underWay = new Set<string>()
  const failures = new Map<string, { at: number; because: unknown }>()

  const fetched = async (organisationNumber: string, environment: Environment): Promise<void> => {
    const key = `${environment} ${organisationNumber}`
    underWay.add(key)
    try {
      await refreshList(deps, organisationNumber, environment)
      failures.delete(key)
    } catch (error) {
      failures.set(key, { at: deps.now(), because: error })
      throw error
    } finally {
      underWay.delete(key)
    }
  }

  const current = async (
    { organisationNumber, environment }: RegistrationQuery,
    patienceMs: number,
  ): Promise<ListState> => {
    const key = `${environment} ${organisationNumber}`
    if (underWay.has(key)) return { state: 'checking' }
    const failure = failures.get(key)
    if (failure !== undefined && deps.now() - failure.at < PEACE_MS) return { state: 'down', because: failure.because }
    try {
      const { done } = await within(fetched(organisationNumber, environment), patienceMs)
      return { state: done ? 'fresh' : 'checking' }
    } catch (because) {
      return { state: 'down', because }
    }
  }

  return {
    fetched,
    async page(query, patienceMs) {
      const page = await storedList(stored, query)
      if (freshEnough(page.listing, deps.now())) return { ...page, state: 'fresh' }
      const state = await current(query, patienceMs)
      return { ...(state.state === 'fresh' ? await storedList(stored, query) : page), ...state }
    },
  }
}
