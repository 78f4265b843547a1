import { type Http, type HttpAnswer, type HttpFailure, type HttpRequest, isAnswer } from '../http.ts'
import { readJson } from '../json.ts'
import { retryAfterMs } from '../retry-after.ts'
import { headerTraceId } from '../trace.ts'
import { unavailable } from './errors.ts'

/** Asks ID-porten something. Throws `idporten-unavailable` unless the answer is JSON and neither 429 nor 5xx. */
export type Exchange = (request: HttpRequest) => Promise<{ status: number; text: string; json: unknown }>

/** @param options.timeoutMs for one exchange, further attempts included: somebody waits in front of a page */
export const createExchange =
  (options: { http: Http; now(): number; timeoutMs: number }): Exchange =>
  async (request) => {
    const outcome = await inTime(options.http.send(request), options.timeoutMs)
    if (!isAnswer(outcome)) throw unavailable(outcome.failure, {}, outcome.cause)
    const { status, text } = outcome
    const json = readJson(text)
    if (status >= 500 || status === 429) throw unavailable(`answered ${status}`, detailsOf(outcome, options.now()))
    if (json === undefined) throw unavailable(`answered ${status} without JSON`, detailsOf(outcome, options.now()))
    return { status, text, json }
  }

const detailsOf = (answer: HttpAnswer, now: number) => {
  const correlationId = headerTraceId(answer)
  const wait = retryAfterMs(answer.headers['retry-after'], now)
  return {
    status: answer.status,
    ...(correlationId === undefined ? {} : { correlationId }),
    ...(wait === undefined ? {} : { retryAfter: Math.ceil(wait / 1000) }),
  }
}

const inTime = async (
  work: Promise<HttpAnswer | HttpFailure>,
  timeoutMs: number,
): Promise<HttpAnswer | HttpFailure> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<HttpFailure>((resolve) => {
    timer = setTimeout(() => resolve({ failure: 'timeout', sent: true, cause: undefined }), timeoutMs)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
