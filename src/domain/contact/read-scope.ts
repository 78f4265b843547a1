import type { ClientRef, ContactScope } from './types.ts'

export const scopeFaults = ['scope', 'scope-mixed', 'scope-none', 'client-unknown'] as const
export type ScopeFault = (typeof scopeFaults)[number]

export type ScopeRead = { ok: true; scope: ContactScope; clients: ClientRef[] } | { ok: false; code: ScopeFault }

const whole = ['organisation', 'test', 'prod'] as const
type Whole = (typeof whole)[number]

const isWhole = (value: string): value is Whole => whole.some((word) => word === value)

/** Ids of Digdir's are UUIDs as a rule, and never hold anything else than these. */
const clientIdForm = /^[\w.:-]{1,100}$/

/** Clients in the order in which they are kept and compared. */
export const inOrder = (clients: readonly ClientRef[]): ClientRef[] => {
  const key = ({ environment, clientId }: ClientRef) => `${environment} ${clientId}`
  return [...new Map(clients.map((client) => [key(client), client])).entries()]
    .sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0))
    .map(([, { environment, clientId }]) => ({ environment, clientId }))
}

/**
 * What a contact applies to: one of `organisation`, `test` and `prod`, or clients by id, which are found among the
 * organisation's own; another organisation's is as unknown as one that does not exist (design section 2).
 */
export const readScope = (values: readonly string[], known: readonly ClientRef[]): ScopeRead => {
  const wanted = [...new Set(values.map((value) => value.trim()).filter((value) => value !== ''))]
  const [first] = wanted
  if (first === undefined) return { ok: false, code: 'scope-none' }
  if (wanted.length === 1 && isWhole(first)) return { ok: true, scope: first, clients: [] }
  if (wanted.some(isWhole)) return { ok: false, code: 'scope-mixed' }
  if (!wanted.every((value) => clientIdForm.test(value))) return { ok: false, code: 'scope' }
  const found = wanted.map((id) => known.filter(({ clientId }) => clientId === id))
  if (found.some((clients) => clients.length === 0)) return { ok: false, code: 'client-unknown' }
  return { ok: true, scope: 'clients', clients: inOrder(found.flat()) }
}
