import { z } from 'zod'
import type { Environment } from '../domain/client/types.ts'
import { AppError, type ErrorCode, type ErrorDetails, type FieldFault } from '../errors.ts'
import type { HttpAnswer, HttpFailure } from './http.ts'
import { readJson } from './json.ts'
import { retryAfterMs } from './retry-after.ts'
import { headerTraceId, traceId } from './trace.ts'

/** `once` is for requests whose repetition would do more than the first: a lost answer leaves the outcome unknown. */
export type Asked = { environment: Environment; once: boolean; now: number }

const problem = z.object({
  correlation_id: z.unknown().optional(),
  error_description: z.string().nullish().catch(null),
  errors: z
    .array(
      z.object({ errorMessage: z.string().nullish().catch(null), fieldIdentifier: z.string().nullish().catch(null) }),
    )
    .nullish()
    .catch(null),
})

const byStatus: Readonly<Record<number, ErrorCode>> = {
  400: 'digdir-refused',
  401: 'digdir-unauthorised',
  403: 'digdir-forbidden',
  404: 'not-found',
  408: 'digdir-unavailable',
  409: 'digdir-conflict',
  428: 'digdir-terms-not-signed',
  429: 'digdir-unavailable',
}

/** No answer came. With `once` only a request that was never sent is known to have had no effect. */
export const failed = ({ failure, sent, cause }: HttpFailure, asked: Asked): AppError =>
  new AppError(
    asked.once && sent
      ? 'digdir-outcome-unknown'
      : failure === 'too-large'
        ? 'digdir-answer-unreadable'
        : 'digdir-unavailable',
    `Digdir: ${failure}`,
    { environment: asked.environment, system: 'digdir' },
    cause,
  )

/** What an answer other than 2xx means (digdir.md 3.1). The body may be anything; the id is kept wherever it stood. */
export const refused = (answer: HttpAnswer, asked: Asked): AppError => {
  const { status } = answer
  const code = codeOf(status, asked.once)
  const body = problem.safeParse(readJson(answer.text)).data
  const fields = code === 'digdir-refused' ? faults(body) : []
  return new AppError(code, `Digdir answered ${status}`, {
    ...detailsOf(answer, asked, body?.correlation_id),
    ...(fields.length > 0 ? { fields } : {}),
  })
}

/** A 2xx whose body cannot be read; `why` names fields, never values. */
export const unreadable = (answer: HttpAnswer, asked: Asked, why: string): AppError =>
  new AppError(
    asked.once ? 'digdir-outcome-unknown' : 'digdir-answer-unreadable',
    `Digdir answered ${answer.status}: ${why}`,
    detailsOf(answer, asked),
  )

const codeOf = (status: number, once: boolean): ErrorCode => {
  if (once && (status < 400 || status === 408 || status >= 500)) return 'digdir-outcome-unknown'
  if (status < 400) return 'digdir-answer-unreadable'
  return byStatus[status] ?? (status >= 500 ? 'digdir-unavailable' : 'digdir-refused')
}

const detailsOf = (answer: HttpAnswer, asked: Asked, inBody?: unknown): ErrorDetails => {
  const correlationId = traceId(inBody) ?? headerTraceId(answer)
  const wait = retryAfterMs(answer.headers['retry-after'], asked.now)
  return {
    environment: asked.environment,
    system: 'digdir',
    status: answer.status,
    ...(correlationId === undefined ? {} : { correlationId }),
    ...(wait === undefined ? {} : { retryAfter: Math.ceil(wait / 1000) }),
  }
}

const MOST_FAULTS = 50

/** In the API's words; what was said of no field in particular has the empty name. */
const faults = (body: z.infer<typeof problem> | undefined): FieldFault[] => {
  const named = (body?.errors ?? []).map(({ fieldIdentifier, errorMessage }) => ({
    field: plain(fieldIdentifier ?? ''),
    reason: plain(errorMessage ?? ''),
  }))
  if (named.length > 0) return named.slice(0, MOST_FAULTS)
  return body?.error_description ? [{ field: '', reason: plain(body.error_description) }] : []
}

/** An answer may quote the request: no token (a JWT begins with `eyJ`) goes on from here, nor a page of text. */
const plain = (words: string): string => words.replace(/eyJ[\w-]+\.[\w.-]+/g, '…').slice(0, 300)
