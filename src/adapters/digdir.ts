import { z } from 'zod'
import type { AdminAccess, ClientMetadata, Digdir, Environment, Registration, Scope } from '../domain/client/types.ts'
import { AppError, isAppError } from '../errors.ts'
import { createDigdirCalls } from './digdir-call.ts'
import {
  accessesSchema,
  keySetSchema,
  registrationSchema,
  registrationsSchema,
  scopeSchema,
  secretSchema,
} from './digdir-schema.ts'
import type { Http, HttpAnswer } from './http.ts'
import { readJson } from './json.ts'
import type { Maskinporten } from './maskinporten.ts'
import { postableKey } from './public-jwk.ts'
import { createRemembered } from './remember.ts'
import { headerTraceId } from './trace.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/**
 * Digdir's self-service API (digdir.md 2 and 3). Another organisation's client answers as one that does not exist,
 * in both modes and for every operation, though a supplier's token could reach it.
 *
 * @param options.apiUrls up to and including `/api/v1`
 * @param options.now epoch ms
 * @param options.scopesTtlMs how long granted scopes and the catalogue are kept, 10 minutes by default (trap 17); the
 *   catalogue stands in for up to a day longer while Digdir is down
 */
export const createDigdir = (options: {
  http: Http
  maskinporten: Maskinporten
  apiUrls: Record<Environment, string>
  now(): number
  scopesTtlMs?: number
}): Digdir => {
  const { now, scopesTtlMs = 10 * 60 * 1000 } = options
  const { asAdmin, open, read } = createDigdirCalls(options)
  const granted = createRemembered<string[]>({ now })
  const catalogues = createRemembered<Scope[]>({ now, staleMs: DAY_MS })

  /** A supplier's token reaches all its customers' clients: whose this one is must be seen before it is touched. */
  const guard = async (access: AdminAccess, clientId: string) => {
    if (access.mode === 'supplier') await digdir.get(access, clientId)
  }

  /** A client that was made and not shown. Until it has been seen, nobody knows what became of it. */
  const lookUp = async (access: AdminAccess, clientId: string) => {
    try {
      return await digdir.get(access, clientId)
    } catch (cause) {
      const details = isAppError(cause) ? cause.details : {}
      throw new AppError('digdir-outcome-unknown', 'a client was made and could not be looked up', details, cause)
    }
  }

  const digdir: Digdir = {
    async list(access, how = {}) {
      const answer = await asAdmin(access, {
        method: 'GET',
        path: how.inactive ? '/clients?inactive=true' : '/clients',
      })
      return read(answer, access.environment, registrationsSchema).filter((one) => isOf(access, one))
    },

    async get(access, clientId) {
      // Inactive ones are hidden without it (digdir.md 2.9).
      const answer = await asAdmin(access, { method: 'GET', path: `${pathOf(access, clientId)}?inactive=true` })
      const found = read(answer, access.environment, registrationSchema)
      if (found.client_id !== clientId || !isOf(access, found)) throw notFound(access)
      return found
    },

    async create(access, body) {
      const json = sendable(access, body)
      const answer = await asAdmin(access, { method: 'POST', path: '/clients', json, once: true })
      const correlationId = correlationIdOf(answer)
      const made = answer.text.trim() === '' ? locationId(answer) : undefined
      if (made !== undefined) return { value: await lookUp(access, made), correlationId, clientSecret: null }
      const value = read(answer, access.environment, registrationSchema, true)
      return {
        value,
        correlationId,
        clientSecret: secretSchema.safeParse(readJson(answer.text)).data?.client_secret ?? null,
      }
    },

    async deactivate(access, clientId) {
      await guard(access, clientId)
      try {
        return await remove(access, pathOf(access, clientId))
      } catch (error) {
        // The first answer was lost and the second attempt met a client that was inactive already: that is success.
        if (!isAppError(error, 'not-found', 'digdir-conflict')) throw error
        const found = await digdir.get(access, clientId)
        if (found.active) throw error
        return { correlationId: error.details.correlationId ?? null }
      }
    },

    async keys(access, clientId) {
      await guard(access, clientId)
      const answer = await asAdmin(access, { method: 'GET', path: `${pathOf(access, clientId)}/jwks` })
      return read(answer, access.environment, keySetSchema).keys
    },

    async replaceKeys(access, clientId, keys) {
      const json = { keys: keys.map(postableKey) }
      if (keys.length === 0) throw new AppError('internal', 'an empty key set cannot be posted')
      await guard(access, clientId)
      const answer = await asAdmin(access, { method: 'POST', path: `${pathOf(access, clientId)}/jwks`, json })
      const value =
        answer.text.trim() === ''
          ? await digdir.keys(access, clientId)
          : read(answer, access.environment, keySetSchema).keys
      return { value, correlationId: correlationIdOf(answer) }
    },

    async removeAllKeys(access, clientId) {
      await guard(access, clientId)
      return remove(access, `${pathOf(access, clientId)}/jwks`)
    },

    async newSecret(access, clientId) {
      await guard(access, clientId)
      const answer = await asAdmin(access, { method: 'POST', path: `${pathOf(access, clientId)}/secret`, once: true })
      const { client_secret: clientSecret } = read(answer, access.environment, secretSchema)
      return { clientSecret, correlationId: correlationIdOf(answer) }
    },

    async grantedScopes(access) {
      const holder = access.mode === 'own' ? access.organisationNumber : access.supplierOrgno
      const names = await granted.get(JSON.stringify([access.environment, access.mode, holder]), async () => {
        const answer = await asAdmin(access, { method: 'GET', path: '/scopes/access/all' })
        const approved = read(answer, access.environment, accessesSchema).filter(({ state }) => state === 'APPROVED')
        return { value: [...new Set(approved.map(({ scope }) => scope))], until: now() + scopesTtlMs }
      })
      return [...names]
    },

    async catalogue(environment) {
      const scopes = await catalogues.get(environment, async () => {
        const answer = await open(environment, { method: 'GET', path: '/scopes/all' })
        const value = read(answer, environment, z.array(scopeSchema))
        return { value, until: now() + scopesTtlMs }
      })
      return [...scopes]
    },
  }

  const remove = async (access: AdminAccess, path: string) => ({
    correlationId: correlationIdOf(await asAdmin(access, { method: 'DELETE', path })),
  })
  return digdir
}

const notFound = ({ environment }: AdminAccess): AppError =>
  new AppError('not-found', 'no such client', { environment, system: 'digdir' })

/** Whether a client belongs to the organisation; where nobody says so, a token for its own clients alone is proof. */
const isOf = (access: AdminAccess, { client_orgno: owner }: Registration): boolean =>
  owner ? owner === access.organisationNumber : access.mode === 'own'

/** Ids are typed by people, and `..` in a path is another path (digdir.md 7, trap 21). Throws `not-found`. */
const pathOf = (access: AdminAccess, clientId: string): string => {
  if (!/^[A-Za-z0-9][\w.~-]{0,254}$/.test(clientId)) throw notFound(access)
  return `/clients/${encodeURIComponent(clientId)}`
}

/**
 * The body of a create: members that are not set are left out, the owner is named by a supplier alone (digdir.md 2.7),
 * and types without refresh tokens have no lifetime for them (digdir.md 7, trap 15).
 */
const sendable = (access: AdminAccess, body: ClientMetadata): Record<string, unknown> => {
  const { client_orgno: _, refresh_token_lifetime, ...rest } = body
  const machine = body.integration_type === 'maskinporten' || body.integration_type === 'krr'
  const all = {
    ...rest,
    ...(machine ? {} : { refresh_token_lifetime }),
    ...(access.mode === 'supplier' ? { client_orgno: access.organisationNumber } : {}),
  }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null && value !== undefined))
}

const correlationIdOf = (answer: HttpAnswer): string | null => headerTraceId(answer) ?? null

/** The id that ends the `Location` of a create without a body. */
const locationId = ({ headers }: HttpAnswer): string | undefined =>
  /\/clients\/([A-Za-z0-9][\w.~-]*)$/.exec([headers.location].flat()[0] ?? '')?.[1]
