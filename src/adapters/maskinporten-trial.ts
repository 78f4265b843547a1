import type { TryCredential } from '../domain/client/credentials.ts'
import type { Environment } from '../domain/client/types.ts'
import { lacksScope } from './admin-clients.ts'
import { OWN_SCOPES, SUPPLIER_SCOPES } from './admin-scopes.ts'
import type { Http } from './http.ts'
import { createMaskinporten } from './maskinporten.ts'
import { adminKeyOf } from './maskinporten-own.ts'

/** Tries admin clients that nobody has stored (see `TryCredential`); each trial has a memory of its own. */
export const createTryCredential =
  (options: { http: Http; issuers: Record<Environment, string>; now(): number }): TryCredential =>
  async ({ environment, clientId, key }) => {
    const { http, issuers, now } = options
    const client = { issuer: issuers[environment], clientId, key: adminKeyOf(key) }
    const maskinporten = createMaskinporten({ http, now, environments: { [environment]: client } })

    const tokenFor = async (scopes: string[]) => {
      try {
        return await maskinporten.token(environment, scopes)
      } catch (error) {
        if (lacksScope(error)) return null
        throw error
      }
    }
    const both = await tokenFor(OWN_SCOPES)
    // the refusal of several does not say which one is missing
    const own = both ? OWN_SCOPES.map(() => both) : await Promise.all(OWN_SCOPES.map((scope) => tokenFor([scope])))
    const supplier = await tokenFor(SUPPLIER_SCOPES)
    const holds = OWN_SCOPES.filter((_, at) => own[at] !== null)
    return {
      owner: [...own, supplier].find((token) => token !== null)?.claims.consumerOrgno ?? null,
      holds: supplier ? [...holds, ...SUPPLIER_SCOPES] : holds,
      lacks: OWN_SCOPES.filter((scope) => !holds.includes(scope)),
    }
  }
