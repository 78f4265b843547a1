import type { AuditEntry } from '../../src/domain/audit/types.ts'
import type { Change } from '../../src/domain/change.ts'
import { savedIsLater } from '../../src/domain/client/later-version.ts'
import type { RegisteredKey, Registration } from '../../src/domain/client/types.ts'
import type { Contact } from '../../src/domain/contact/types.ts'
import type { Kept, Listing, Store, Writes } from '../../src/domain/deps.ts'
import { AppError } from '../../src/errors.ts'

type Part = Pick<
  Store,
  | 'owners'
  | 'contactsFor'
  | 'reachFacts'
  | 'keptOutcome'
  | 'credential'
  | 'membership'
  | 'orders'
  | 'write'
  | 'change'
  | 'openChanges'
  | 'interruptedChanges'
  | 'registrations'
  | 'registration'
  | 'registrationKeys'
  | 'listing'
>

const unused = async (): Promise<never> => {
  throw new Error('the memory store does not do this')
}

/** What is not there throws when it is called. */
const onlyThese = <T extends object>(these: Partial<T>): T =>
  new Proxy(these, { get: (target, name) => Reflect.get(target, name) ?? unused }) as T

/**
 * A store in memory with what the use cases of clients ask of it; the real one has tests of its own. A body that
 * throws leaves nothing behind. `fail` makes the next writes throw `store-busy`.
 */
export const memoryStore = (now: () => number) => {
  let state = {
    changes: new Map<string, Change>(),
    registrations: new Map<string, Registration>(),
    seen: new Map<string, number>(),
    keys: new Map<string, RegisteredKey[]>(),
    listings: new Map<string, Listing>(),
    once: new Map<string, Kept>(),
  }
  const audit: AuditEntry[] = []
  let failures = 0
  let queue: Promise<unknown> = Promise.resolve()
  const key = (...parts: string[]) => parts.join('/')

  const writes = onlyThese<Writes>({
    async replaceRegistrations(organisation, environment, rows, { startedAt, ...listing }) {
      const prefix = `${key(organisation, environment)}/`
      const fetched = new Map(rows.map((row) => [prefix + row.client_id, row]))
      for (const [id, saved] of state.registrations) {
        const row = fetched.get(id)
        if (row !== undefined && savedIsLater(saved, row)) fetched.delete(id)
        else if (row === undefined && id.startsWith(prefix) && (state.seen.get(id) ?? 0) < startedAt)
          state.registrations.delete(id)
      }
      for (const [id, row] of fetched) state.registrations.set(id, row)
      state.listings.set(key(organisation, environment), listing)
    },
    async saveRegistration(organisation, environment, row) {
      state.registrations.set(key(organisation, environment, row.client_id), row)
      state.seen.set(key(organisation, environment, row.client_id), now())
    },
    async saveKeys(organisation, environment, clientId, keys) {
      state.keys.set(key(organisation, environment, clientId), keys)
    },
    async addChange(change) {
      const row: Change = {
        ...change,
        decision: null,
        loginId: null,
        step: null,
        result: null,
        failure: null,
        version: 1,
        createdAt: now(),
        updatedAt: now(),
      }
      state.changes.set(row.id, row)
      return row
    },
    async moveChange(id, version, patch) {
      const row = state.changes.get(id)
      if (!row || row.version !== version) return null
      const moved: Change = { ...row, ...patch, version: version + 1, updatedAt: now() }
      state.changes.set(id, moved)
      return moved
    },
  })

  const store: Part = {
    write(effects, body) {
      const run = async () => {
        if (failures > 0) {
          failures -= 1
          throw new AppError('store-busy', 'locked')
        }
        const earlier = effects.once === undefined ? undefined : state.once.get(effects.once)
        if (earlier !== undefined) return { fresh: false, value: earlier as never }
        const saved = structuredClone(state)
        try {
          const value = await body(writes)
          if (effects.once !== undefined) state.once.set(effects.once, value)
          audit.push(...(typeof effects.audit === 'function' ? effects.audit(value) : (effects.audit ?? [])))
          return { fresh: true, value }
        } catch (error) {
          state = saved
          throw error
        }
      }
      const mine = queue.then(run, run)
      queue = mine
      return mine
    },
    change: async (id) => state.changes.get(id) ?? null,
    interruptedChanges: async (before) =>
      [...state.changes.values()].filter(
        ({ state, policy, updatedAt }) =>
          (state === 'applying' || (state === 'approved' && policy === 'self')) && updatedAt < before,
      ),
    openChanges: async ({ teamId, userId }) =>
      [...state.changes.values()].filter(
        ({ state, step, requester }) =>
          requester.teamId === teamId &&
          requester.userId === userId &&
          (['approved', 'applying', 'unknown'].includes(state) || (state === 'failed' && step !== null)),
      ),
    async registrations({ organisationNumber, environment, inactive }) {
      const prefix = `${key(organisationNumber, environment)}/`
      const all = [...state.registrations].filter(([id]) => id.startsWith(prefix)).map(([, row]) => row)
      const rows = all.filter((row) => inactive || row.active)
      return { rows, total: rows.length, inactive: all.filter((row) => !row.active).length }
    },
    registration: async (...parts) => state.registrations.get(key(...parts)) ?? null,
    registrationKeys: async (...parts) => state.keys.get(key(...parts)) ?? null,
    keptOutcome: async (once) => state.once.get(once),
    owners: async () => [],
    // somebody hears of production: what is asked of them is nobody's business here
    contactsFor: async () => [{} as Contact],
    reachFacts: async () => [],
    credential: async () => null,
    membership: async () => null,
    orders: async () => ({ rows: [], total: 0 }),
    listing: async (...parts) => state.listings.get(key(...parts)) ?? null,
  }

  return {
    store: onlyThese<Store>(store),
    audit,
    /** everything that is kept, as one text: to look for what must not be there */
    everything: () => JSON.stringify([audit, ...Object.values(state).map((map) => [...map])]),
    fail(times: number) {
      failures = times
    },
    change: (id: string) => state.changes.get(id),
    /** puts a change back to how a dead runner left it */
    leave(id: string, patch: Partial<Change>) {
      const row = state.changes.get(id)
      if (row) state.changes.set(id, { ...row, ...patch, version: row.version + 1 })
    },
  }
}
