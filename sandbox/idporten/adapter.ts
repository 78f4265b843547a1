import { decodeJwt, UnsecuredJWT } from 'jose'
import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider'
import type { Clock } from '../clock.ts'
import { type Clients, providerClient } from './clients.ts'
import { createShelf, type Shelf } from './shelf.ts'

/** ID-porten's lifetime of a pushed request (reference digdir.md 5.3); oidc-provider has 60 seconds built in. */
export const PAR_SECONDS = 120

export type Adapters = {
  factory: AdapterFactory
  /** live logins, anonymous visits left out */
  sessions(): AdapterPayload[]
}

/**
 * oidc-provider's memory under the simulator's clock.
 *
 * oidc-provider compares each `exp` with the machine's clock, so what is found is given the `exp` which makes it
 * live there as long as it has left here.
 */
export const createAdapters = (clock: Clock, clients: Clients): Adapters => {
  const shelves = new Map<string, Shelf<AdapterPayload>>()
  const shelfOf = (model: string) => {
    const shelf = shelves.get(model) ?? createShelf<AdapterPayload>(clock)
    shelves.set(model, shelf)
    return shelf
  }
  return {
    factory: (model) => (model === 'Client' ? clientAdapter(clients) : adapter(model, shelfOf(model), clock)),
    sessions: () =>
      shelfOf('Session')
        .all()
        .map(([, session]) => session)
        .filter(({ accountId }) => accountId !== undefined),
  }
}

const adapter = (model: string, shelf: Shelf<AdapterPayload>, clock: Clock): Adapter => {
  const pushed = model === 'PushedAuthorizationRequest'

  const find = async (id: string) => {
    const found = shelf.get(id)
    if (!found) return undefined
    const exp = Math.floor(Date.now() / 1000) + found.seconds
    return { ...found.value, exp, ...(pushed ? { request: extended(found.value.request, exp) } : {}) }
  }
  const where = (holds: (payload: AdapterPayload) => boolean) => shelf.all().filter(([, payload]) => holds(payload))

  return {
    find,
    async upsert(id, payload, expiresIn = 0) {
      shelf.put(id, payload, pushed ? PAR_SECONDS : expiresIn)
    },
    async findByUid(uid) {
      const [found] = where((payload) => payload.uid === uid)
      return found && find(found[0])
    },
    async findByUserCode() {
      return undefined
    },
    async consume(id) {
      const found = shelf.get(id)
      if (found) found.value.consumed = Math.floor(clock.now() / 1000)
    },
    async destroy(id) {
      shelf.drop(id)
    },
    async revokeByGrantId(grantId) {
      for (const [id] of where((payload) => payload.grantId === grantId)) shelf.drop(id)
    },
  }
}

/** The parameters of a pushed request lie in an unsigned JWT of oidc-provider's own, which expires by itself. */
const extended = (request: string | undefined, exp: number): string | undefined =>
  request && new UnsecuredJWT(decodeJwt(request)).setExpirationTime(exp).encode()

const clientAdapter = (clients: Clients): Adapter => ({
  async find(id) {
    const client = clients.find(id)
    return client && providerClient(client)
  },
  async upsert() {},
  async findByUid() {},
  async findByUserCode() {},
  async consume() {},
  async destroy() {},
  async revokeByGrantId() {},
})
