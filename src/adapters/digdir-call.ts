import type { z } from 'zod'
import type { AdminAccess, Environment } from '../domain/client/types.ts'
import { AppError } from '../errors.ts'
import { OWN_SCOPES, SUPPLIER_SCOPES } from './admin-scopes.ts'
import { type Asked, failed, refused, unreadable } from './digdir-errors.ts'
import { type Http, type HttpAnswer, type HttpRequest, isAnswer } from './http.ts'
import { readJson } from './json.ts'
import type { Maskinporten } from './maskinporten.ts'

/** One operation. `path` follows `…/api/v1`; `once` as in `Asked`. */
export type Call = { method: HttpRequest['method']; path: string; json?: unknown; once?: boolean }

export type DigdirCalls = {
  /** With a token of the right admin client. Gives back 2xx answers alone, throws `AppError` for all else. */
  asAdmin(access: AdminAccess, call: Call): Promise<HttpAnswer>
  /** Without a token, for what is open to anyone. */
  open(environment: Environment, call: Call): Promise<HttpAnswer>
  /** The body of a 2xx answer. Throws `digdir-answer-unreadable`, or `digdir-outcome-unknown` where `once` was asked. */
  read<S extends z.ZodType>(answer: HttpAnswer, environment: Environment, schema: S, once?: boolean): z.output<S>
}

/** Sends operations to Digdir's self-service API; errors as in `Digdir` of the domain. */
export const createDigdirCalls = (options: {
  http: Http
  maskinporten: Maskinporten
  apiUrls: Record<Environment, string>
  now(): number
}): DigdirCalls => {
  const { http, maskinporten, apiUrls, now } = options
  const asked = (environment: Environment, once = false): Asked => ({ environment, once, now: now() })

  const send = async (environment: Environment, { method, path, json, once }: Call, token?: string) => {
    const outcome = await http.send({
      method,
      url: apiUrls[environment].replace(/\/+$/, '') + path,
      ...(json === undefined ? {} : { json }),
      ...(token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } }),
    })
    if (!isAnswer(outcome)) throw failed(outcome, asked(environment, once))
    return outcome
  }
  const accepted = (answer: HttpAnswer, environment: Environment, call: Call): HttpAnswer => {
    if (answer.status < 200 || answer.status > 299) throw refused(answer, asked(environment, call.once))
    return answer
  }

  return {
    async asAdmin(access, call) {
      const { environment } = access
      const first = await tokenFor(maskinporten, access)
      const answer = await send(environment, call, first)
      if (answer.status !== 401) return accepted(answer, environment, call)
      // Nothing was done with a request that was refused at the door, so a POST too may knock again with a new token.
      const second = await tokenFor(maskinporten, access, first)
      return accepted(await send(environment, call, second), environment, call)
    },
    async open(environment, call) {
      return accepted(await send(environment, call), environment, call)
    },
    read(answer, environment, schema, once) {
      const value = readJson(answer.text)
      if (value === undefined) {
        const why = answer.text.trim() === '' ? 'the body is empty' : 'the body is not JSON'
        throw unreadable(answer, asked(environment, once), why)
      }
      const read = schema.safeParse(value)
      if (read.success) return read.data
      const where = read.error.issues.slice(0, 3).map((issue) => issue.path.join('.') || 'the whole')
      throw unreadable(answer, asked(environment, once), `unexpected ${where.join(', ')}`)
    },
  }
}

/**
 * A token for what `access` says. Throws `internal` if the admin client is another organisation's than it says: what
 * was decided for one organisation must never be done with another one's powers.
 */
const tokenFor = async (maskinporten: Maskinporten, access: AdminAccess, insteadOf?: string): Promise<string> => {
  const { mode, environment } = access
  const scopes = mode === 'own' ? OWN_SCOPES : SUPPLIER_SCOPES
  const token = await maskinporten.token(environment, scopes, {
    ...(insteadOf !== undefined && { insteadOf }),
    ...(mode === 'own' &&
      access.client && { own: { ...access.client, organisationNumber: access.organisationNumber } }),
  })
  const holder = mode === 'own' ? access.organisationNumber : access.supplierOrgno
  if (token.claims.consumerOrgno !== holder)
    throw new AppError('internal', `the admin client does not belong to ${holder}`, { environment })
  return token.accessToken
}
