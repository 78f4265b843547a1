import type { AuditEntry } from '../../src/domain/audit/types.ts'
import type { SlackPerson } from '../../src/domain/belonging/types.ts'
import type { NewChange } from '../../src/domain/change.ts'
import type { RegisteredKey, Registration } from '../../src/domain/client/types.ts'
import type { OrganisationRow, Store, Writes } from '../../src/domain/deps.ts'
import type { ClearanceRow } from '../../src/domain/login/types.ts'

export const user = { teamId: 'T01', userId: 'U01' }
export const org = '974760673'

export const aPerson = (over: Partial<SlackPerson> = {}): SlackPerson => ({
  ...user,
  name: 'Kari Nordmann',
  email: 'kari@etat.no',
  emailConfirmed: true,
  kind: 'member',
  locale: 'nb-NO',
  seenAt: 1000,
  ...over,
})

export const aRegistration = (id: string, over: Partial<Registration> = {}): Registration => ({
  client_id: id,
  client_name: `Klient ${id}`,
  description: 'Brukes av tester',
  integration_type: 'idporten',
  application_type: 'web',
  scopes: ['openid', 'profile'],
  redirect_uris: ['https://a.example.no/cb'],
  active: true,
  supplier_orgno: null,
  created: 1,
  last_updated: 2,
  ...over,
})

export const aKey = (kid: string): RegisteredKey => ({
  kid,
  kty: 'RSA',
  alg: 'RS256',
  use: 'sig',
  exp: 5,
  jwk: { kty: 'RSA', kid, n: 'n', e: 'AQAB' },
})

export const aChange = (id: string, over: Partial<NewChange> = {}) => ({
  id,
  kind: 'client.create',
  organisationNumber: org,
  environment: 'test' as const,
  subject: null,
  requester: user,
  payload: { name: 'Å', scopes: ['b', 'a'], age: undefined },
  payloadHash: '5f2b',
  baseVersion: null,
  policy: 'self' as const,
  surface: { kind: 'direct' as const },
  language: 'nb' as const,
  state: 'applying' as const,
  expiresAt: 9999,
  ...over,
})

export const anEntry = (over: Partial<AuditEntry> = {}): AuditEntry => ({
  action: 'client.create',
  outcome: 'done',
  actor: user,
  organisationNumber: org,
  environment: 'test',
  subject: 'client:1',
  changeId: null,
  correlationId: null,
  ...over,
})

export const anOrganisation = (number: string, over: Partial<OrganisationRow> = {}): OrganisationRow => ({
  number,
  name: `Etat ${number}`,
  language: 'nb',
  domains: [],
  ...over,
})

export const aMembership = (over: Partial<Parameters<Writes['saveMembership']>[0]> = {}) => ({
  user,
  organisationNumber: org,
  state: 'assigned' as const,
  admin: false,
  until: null,
  givenBy: 'user:T01:U99',
  ...over,
})

export const aClearance = (over: Partial<ClearanceRow> = {}) => ({
  organisationNumber: org,
  user,
  numberHash: 'a1',
  keyVersion: 'k1',
  givenBy: 'user:T01:U99',
  confirmedBy: null,
  expiresAt: 5000,
  ...over,
})

/** One effect, in a transaction of its own. */
export const effect = async <T>(store: Store, body: (tx: Writes) => Promise<T>): Promise<T> => {
  let value: T | undefined
  await store.write({}, async (tx) => {
    value = await body(tx)
    return null
  })
  return value as T
}

/** What came of each: `done`, or the code that it was refused with. */
export const cameTo = async (attempts: Promise<unknown>[]): Promise<Record<string, number>> => {
  const counts: Record<string, number> = {}
  for (const attempt of await Promise.allSettled(attempts)) {
    const what = attempt.status === 'fulfilled' ? 'done' : String(attempt.reason.code ?? attempt.reason)
    counts[what] = (counts[what] ?? 0) + 1
  }
  return counts
}

/** What `cameTo` tells of 20 of which one was first. */
export const oneOfTwenty = { done: 1, 'changed-meanwhile': 19 }

/** `body` 20 times at once. */
export const twenty = <T>(body: (i: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: 20 }, (_, i) => body(i)))
