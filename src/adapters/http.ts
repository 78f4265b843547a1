import { Agent, type Dispatcher, request as dispatchRequest, interceptors } from 'undici'
import { retryOptions } from './http-retry.ts'

export type HttpRequest = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  url: string
  headers?: Record<string, string>
  /** sent as `application/json` */
  json?: unknown
  /** sent as `application/x-www-form-urlencoded` */
  form?: Record<string, string>
}

/** What came back, whatever its status. Header names are lower case. */
export type HttpAnswer = { status: number; headers: Record<string, string | string[] | undefined>; text: string }

/**
 * Why nothing usable came back. `sent` is false when no connection was made, so that the other side cannot have
 * heard of the request; true when it may have.
 */
export type HttpFailure = {
  failure: 'unreachable' | 'lost' | 'timeout' | 'too-large'
  sent: boolean
  /** the connection's error: hosts and ports, never a URL, a header or a body */
  cause: unknown
}

/** Never throws for what the network or the other side does; the adapter names the failure, once, as an `AppError`. */
export type Http = { send(request: HttpRequest): Promise<HttpAnswer | HttpFailure> }

export type HttpOptions = {
  connectTimeoutMs?: number
  /** from the request sent to the last header */
  headersTimeoutMs?: number
  /** between two pieces of the body */
  bodyTimeoutMs?: number
  /** for the whole exchange, retries and their waits included */
  deadlineMs?: number
  /** further attempts for GET, PUT and DELETE after a network error, 429 or 5xx; POST has none */
  retries?: number
  /** before the first further attempt; doubled for each one after it */
  retryWaitMs?: number
  /** a `Retry-After` beyond this is not waited for: the answer goes to the caller as it is */
  longestRetryAfterMs?: number
  largestAnswerBytes?: number
  userAgent?: string
}

/** Whether an outcome of `send` is an answer. */
export const isAnswer = (outcome: HttpAnswer | HttpFailure): outcome is HttpAnswer => 'status' in outcome

/**
 * One pool of connections for every outside system that speaks HTTP. Redirects are not followed.
 *
 * `close` waits for what is under way, which the deadline bounds.
 */
export const createHttp = (options: HttpOptions = {}): Http & { close(): Promise<void> } => {
  const { deadlineMs = 45_000, userAgent = 'portvakt' } = options
  const agent = new Agent({
    connections: 32,
    connect: { timeout: options.connectTimeoutMs ?? 5_000 },
    headersTimeout: options.headersTimeoutMs ?? 15_000,
    bodyTimeout: options.bodyTimeoutMs ?? 15_000,
    maxResponseSize: options.largestAnswerBytes ?? 16 * 1024 * 1024,
  })
  const retry = interceptors.retry(retryOptions(options))

  return {
    async send({ method, url, headers, json, form }) {
      const attempt = { sent: false }
      try {
        const response = await dispatchRequest(url, {
          method,
          headers: { ...headers, accept: 'application/json', 'user-agent': userAgent, ...contentType(json, form) },
          body: json !== undefined ? JSON.stringify(json) : form ? new URLSearchParams(form).toString() : null,
          // The last one stands outermost: each attempt of `retry` passes the others. A repeated POST makes a twin.
          dispatcher: agent.compose(noteSending(attempt), ...(method === 'POST' ? [] : [wholeAnswersOnly, retry])),
          signal: AbortSignal.timeout(deadlineMs),
        })
        return { status: response.statusCode, headers: response.headers, text: await response.body.text() }
      } catch (cause) {
        return { failure: failureOf(cause, attempt.sent), sent: attempt.sent, cause }
      }
    },
    close: () => agent.close(),
  }
}

const contentType = (json: unknown, form: HttpRequest['form']): Record<string, string> => {
  if (json !== undefined) return { 'content-type': 'application/json' }
  return form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}
}

/** undici starts a request when it hands it to a connection that is open, TLS included: before that nothing was sent. */
const noteSending =
  (attempt: { sent: boolean }): Dispatcher.DispatcherComposeInterceptor =>
  (dispatch) =>
  (options, handler) =>
    dispatch(options, {
      onRequestStart(controller, context) {
        attempt.sent = true
        handler.onRequestStart?.(controller, context)
      },
      onRequestUpgrade: (...all) => handler.onRequestUpgrade?.(...all),
      onResponseStart: (...all) => handler.onResponseStart?.(...all),
      onResponseData: (...all) => handler.onResponseData?.(...all),
      onResponseEnd: (...all) => handler.onResponseEnd?.(...all),
      onResponseError: (...all) => handler.onResponseError?.(...all),
    })

/** undici would go on with a body cut half-way by asking for a range: a list stitched from two answers is no list. */
const wholeAnswersOnly: Dispatcher.DispatcherComposeInterceptor = (dispatch) => (options, handler) => {
  if (options.headers && 'range' in options.headers) throw new Error('the answer was cut half-way')
  return dispatch(options, handler)
}

const timeouts: ReadonlySet<unknown> = new Set(['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT'])

const failureOf = (cause: unknown, sent: boolean): HttpFailure['failure'] => {
  const { code, name } = cause as { code?: unknown; name?: unknown }
  if (code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE') return 'too-large'
  if (timeouts.has(code) || name === 'TimeoutError') return 'timeout'
  return sent ? 'lost' : 'unreachable'
}
