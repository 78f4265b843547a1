import { createHash } from 'node:crypto'
import { createVault } from '../../src/adapters/vault.ts'
import type { Belonging } from '../../src/domain/belonging/types.ts'
import type { NewChange } from '../../src/domain/change.ts'
import type { Environment, PublicKey, Registration } from '../../src/domain/client/types.ts'
import { createTurns } from '../../src/domain/turns.ts'
import { memoryDigdir } from './memory-digdir.ts'
import { memoryStore } from './memory-store.ts'

export const FAERDER = '817263992'
export const KINN = '820956532'
export const asker = { teamId: 'T1', userId: 'U1' }

export const member: Belonging & { as: 'member' } = {
  operator: false,
  as: 'member',
  organisation: { number: FAERDER, name: 'FÆRDER KOMMUNE', language: 'nb' },
  rule: { by: 'domain', domain: 'faerder.kommune.example' },
  admin: false,
  cleared: false,
  others: [],
}

/** A key in form only: the use cases compare keys and never use them. One `seed`, one modulus. */
export const publicKey = (kid: string, seed = kid): PublicKey => ({
  kty: 'RSA',
  kid,
  alg: 'RS256',
  use: 'sig',
  n: createHash('sha512').update(seed).digest('base64url').repeat(4),
  e: 'AQAB',
})

export const registration = (over: Partial<Registration> = {}): Registration => ({
  client_id: 'client-1',
  client_name: 'Byggesak',
  description: 'Byggesak for innbyggere',
  integration_type: 'maskinporten',
  application_type: 'web',
  token_endpoint_auth_method: 'private_key_jwt',
  scopes: ['eksempel:data.read'],
  client_orgno: FAERDER,
  active: true,
  supplier_orgno: null,
  created: 1,
  last_updated: 1,
  ...over,
})

/** Everything that a use case of clients needs, in memory, with a clock that only moves by hand or by waiting. */
export const clientWorld = (owner: string | null = FAERDER, maySupply = false) => {
  let clock = 1_000_000
  let ids = 0
  const now = () => clock
  const store = memoryStore(now)
  const digdir = memoryDigdir(now)
  const waits: number[] = []
  const deps = {
    store: store.store,
    digdir: digdir.digdir,
    adminClients: { owner: async () => owner, maySupply: async () => maySupply },
    enhetsregisteret: {
      byNumber: async (number: string) => ({ found: 'unknown', number }) as const,
      search: async () => 'unknown' as const,
      look: async () => {},
    },
    vault: createVault(Buffer.alloc(32, 1).toString('base64')),
    now,
    newId: () => `id-${++ids}`,
    wait: async (ms: number) => {
      waits.push(ms)
      clock += ms
    },
    turns: createTurns(),
  }
  return {
    deps,
    store,
    digdir,
    waits,
    pass: (ms: number) => {
      clock += ms
    },
    belonging: async () => member,
    asked: <P>(payload: P, environment: Environment = 'test'): Omit<NewChange<P>, 'kind' | 'policy' | 'subject'> => ({
      organisationNumber: FAERDER,
      environment,
      requester: asker,
      payload,
      baseVersion: null,
      surface: { kind: 'direct' },
      language: 'nb',
    }),
  }
}
