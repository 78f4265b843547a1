import { z } from 'zod'
import type { Environment } from '../domain/client/types.ts'
import { AppError } from '../errors.ts'
import type { HttpAnswer, HttpFailure } from './http.ts'
import { readJson } from './json.ts'
import { retryAfterMs } from './retry-after.ts'
import { headerTraceId, traceId } from './trace.ts'

const system = 'maskinporten'

const refusal = z.object({ error: z.string(), error_description: z.string().nullish() })

/** No answer came. */
export const failed = ({ failure, cause }: HttpFailure, environment: Environment): AppError =>
  new AppError('maskinporten-unavailable', `Maskinporten: ${failure}`, { environment, system }, cause)

/** An answer came that is of no use; `why` holds nothing of it. */
export const unavailable = (answer: HttpAnswer, environment: Environment, why: string, now: number): AppError => {
  const correlationId = headerTraceId(answer)
  const wait = retryAfterMs(answer.headers['retry-after'], now)
  return new AppError('maskinporten-unavailable', `Maskinporten: ${why}`, {
    environment,
    system,
    status: answer.status,
    ...(correlationId === undefined ? {} : { correlationId }),
    ...(wait === undefined ? {} : { retryAfter: Math.ceil(wait / 1000) }),
  })
}

/**
 * What an answer of the token endpoint other than 2xx means (digdir.md 4.4): an OAuth error below 500 is
 * `token-refused`, all else `maskinporten-unavailable`. Of the description only the code and the trace id are kept,
 * for it may repeat what was sent. A refusal for the scope has it among `details.fields`, with or without a code.
 */
export const tokenError = (answer: HttpAnswer, environment: Environment, now: number): AppError => {
  const { status } = answer
  const read = refusal.safeParse(readJson(answer.text))
  if (!read.success || status >= 500 || status === 429 || status < 400)
    return unavailable(answer, environment, `the token endpoint answered ${status}`, now)

  const { error, error_description: description } = read.data
  const mpCode = /\bMP-\d{3}\b/.exec(description ?? '')?.[0]
  const tail = /\((?:trace_id|correlation id): *([^)\s]+)\)/i.exec(description ?? '')?.[1]
  const correlationId = traceId(tail) ?? headerTraceId(answer)
  const family = /^[a-z_]{1,40}$/.test(error) ? error : 'unknown error'
  return new AppError('token-refused', `Maskinporten: ${mpCode ? `${family}, ${mpCode}` : family}`, {
    environment,
    system,
    status,
    ...(mpCode === undefined ? {} : { mpCode }),
    ...(correlationId === undefined ? {} : { correlationId }),
    ...(family === 'invalid_scope' ? { fields: [{ field: 'scope', reason: family }] } : {}),
  })
}
