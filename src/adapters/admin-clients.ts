import type { AdminClients, Environment } from '../domain/client/types.ts'
import { type AppError, isAppError } from '../errors.ts'
import { OWN_SCOPES, SUPPLIER_SCOPES } from './admin-scopes.ts'
import type { Maskinporten } from './maskinporten.ts'
import { createRemembered } from './remember.ts'

const HOURS_MS = 6 * 60 * 60 * 1000
const MINUTES_MS = 5 * 60 * 1000

/**
 * What Maskinporten tells of the bot's admin clients (design section 4). A yes and an owner are remembered for hours,
 * a no for minutes, since Digdir may give the scope any day; a failure is not remembered.
 *
 * @param options.environments those with an admin client have a value here
 */
export const createAdminClients = (options: {
  maskinporten: Maskinporten
  environments: Partial<Record<Environment, unknown>>
  now(): number
}): AdminClients => {
  const { maskinporten, environments, now } = options
  const owners = createRemembered<string>({ now })
  const suppliers = createRemembered<boolean>({ now })

  const supplierToken = async (environment: Environment) => {
    try {
      return await maskinporten.token(environment, SUPPLIER_SCOPES)
    } catch (error) {
      if (lacksScope(error)) return null
      throw error
    }
  }
  /** A client that was handed out for supplying alone holds none of the scopes for its own organisation. */
  const anyToken = async (environment: Environment) => {
    try {
      return await maskinporten.token(environment, OWN_SCOPES)
    } catch (error) {
      const token = lacksScope(error) ? await supplierToken(environment) : null
      if (!token) throw error
      return token
    }
  }

  return {
    async owner(environment) {
      if (!environments[environment]) return null
      return owners.get(environment, async () => {
        const { claims } = await anyToken(environment)
        return { value: claims.consumerOrgno, until: now() + HOURS_MS }
      })
    },
    async maySupply(environment) {
      if (!environments[environment]) return false
      return suppliers.get(environment, async () => {
        const value = (await supplierToken(environment)) !== null
        return { value, until: now() + (value ? HOURS_MS : MINUTES_MS) }
      })
    },
  }
}

/** Whether a token was refused for its scope: MP-200, the scope is not on the client (digdir.md 4.4). */
export const lacksScope = (error: unknown): error is AppError =>
  isAppError(error, 'token-refused') &&
  (error.details.mpCode === 'MP-200' ||
    (error.details.mpCode === undefined && error.details.fields?.some(({ field }) => field === 'scope') === true))
