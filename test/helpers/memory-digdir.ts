import type { JWK } from 'jose'
import type { AdminAccess, Digdir, RegisteredKey, Registration, Scope } from '../../src/domain/client/types.ts'
import { AppError, type ErrorCode } from '../../src/errors.ts'

type Call = { name: keyof Digdir; access?: AdminAccess; body?: unknown }
type Mishap = { on: keyof Digdir; code: ErrorCode; after?: boolean; status?: number; times: number }

const YEAR = 365 * 86_400_000

/**
 * Digdir in memory, as `digdir.md` tells it: makes ids, keeps key sets whole, deactivates for good. A mishap throws
 * before the thing is done, or, with `after`, when it was done and the answer is lost.
 */
export const memoryDigdir = (now: () => number) => {
  const registrations = new Map<string, Registration>()
  const keySets = new Map<string, RegisteredKey[]>()
  const calls: Call[] = []
  const mishaps: Mishap[] = []
  const catalogue: Scope[] = []
  const granted: string[] = []
  let made = 0
  let between: (() => Promise<void> | void) | null = null

  const missing = () => new AppError('not-found', 'unknown client', { correlationId: 'cor-404' })
  const doing = async <T>(call: Call, body: () => T): Promise<T> => {
    calls.push(call)
    await between?.()
    const mishap = mishaps.find((each) => each.on === call.name && each.times > 0)
    if (!mishap) return body()
    mishap.times -= 1
    if (mishap.after) body()
    throw new AppError(mishap.code, 'mishap', {
      correlationId: 'cor-bad',
      ...(mishap.status !== undefined && { status: mishap.status }),
    })
  }
  const existing = (clientId: string): Registration => {
    const registration = registrations.get(clientId)
    if (!registration) throw missing()
    return registration
  }
  const toRegistered = (jwk: JWK): RegisteredKey => ({
    kid: String(jwk.kid),
    kty: String(jwk.kty),
    alg: jwk.alg ?? null,
    use: jwk.use ?? null,
    exp: now() + YEAR,
    jwk,
  })

  const digdir: Digdir = {
    list: (access, how = {}) =>
      doing({ name: 'list', access }, () => [...registrations.values()].filter((each) => how.inactive || each.active)),
    get: (access, clientId) => doing({ name: 'get', access }, () => existing(clientId)),
    create: (access, body) =>
      doing({ name: 'create', access, body }, () => {
        made += 1
        const registration: Registration = {
          ...body,
          client_orgno: body.client_orgno ?? access.organisationNumber,
          client_id: `made-${made}`,
          active: true,
          supplier_orgno: access.mode === 'supplier' ? access.supplierOrgno : null,
          created: now(),
          last_updated: now(),
        }
        registrations.set(registration.client_id, registration)
        const secret = body.token_endpoint_auth_method?.startsWith('client_secret') ? `secret-of-${made}` : null
        return { value: registration, correlationId: `cor-create-${made}`, clientSecret: secret }
      }),
    deactivate: (access, clientId) =>
      doing({ name: 'deactivate', access }, () => {
        registrations.set(clientId, { ...existing(clientId), active: false, last_updated: now() })
        return { correlationId: 'cor-deactivate' }
      }),
    keys: (access, clientId) => doing({ name: 'keys', access }, () => keySets.get(existing(clientId).client_id) ?? []),
    replaceKeys: (access, clientId, keys) =>
      doing({ name: 'replaceKeys', access, body: keys }, () => {
        existing(clientId)
        keySets.set(clientId, keys.map(toRegistered))
        return { value: keySets.get(clientId) ?? [], correlationId: 'cor-keys' }
      }),
    removeAllKeys: (access, clientId) =>
      doing({ name: 'removeAllKeys', access }, () => {
        keySets.delete(existing(clientId).client_id)
        return { correlationId: 'cor-no-keys' }
      }),
    newSecret: (access, clientId) =>
      doing({ name: 'newSecret', access }, () => ({
        clientSecret: `new-secret-of-${existing(clientId).client_id}`,
        correlationId: 'cor-secret',
      })),
    grantedScopes: (access) => doing({ name: 'grantedScopes', access }, () => granted),
    catalogue: () => doing({ name: 'catalogue' }, () => catalogue),
  }

  return {
    digdir,
    registrations,
    keySets,
    calls,
    catalogue,
    granted,
    count: (name: keyof Digdir) => calls.filter((call) => call.name === name).length,
    mishap(on: keyof Digdir, code: ErrorCode, how: { after?: boolean; status?: number; times?: number } = {}) {
      mishaps.push({ on, code, ...how, times: how.times ?? 1 })
    },
    /** runs before each call: to let something happen meanwhile */
    meanwhile(action: (() => Promise<void> | void) | null) {
      between = action
    },
  }
}
