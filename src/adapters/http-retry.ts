import type { RetryHandler } from 'undici'
import { retryAfterMs } from './retry-after.ts'

/** Errors of a connection that a further attempt may not meet; time-outs are not among them: who is slow is spared. */
const networkErrors = [
  'ECONNRESET',
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETDOWN',
  'ENETUNREACH',
  'EHOSTDOWN',
  'EHOSTUNREACH',
  'EPIPE',
  'UND_ERR_SOCKET',
]

const worthRepeating = (status: number): boolean => status === 429 || status >= 500

/** Between half and the whole: those who failed together do not all come back together. */
const withJitter = (ms: number): number => ms * (0.5 + Math.random() / 2)

/**
 * How undici's retry interceptor is to behave: again after network errors, 429 and 5xx (digdir.md 3.2). The last
 * answer is handed on whole, with its body, which holds the correlation id. Only for methods that may be repeated.
 *
 * undici's own rule repeats earlier than a long `Retry-After` asks for; here such an answer is final.
 */
export const retryOptions = (options: {
  retries?: number
  retryWaitMs?: number
  longestRetryAfterMs?: number
}): RetryHandler.RetryOptions => {
  const { retries = 2, retryWaitMs = 250, longestRetryAfterMs = 5_000 } = options

  return {
    throwOnError: false,
    retry(error, { state }, done) {
      const { code, statusCode, headers } = error as Error & {
        code?: string
        statusCode?: number
        headers?: Record<string, string | string[] | undefined>
      }
      const repeatable =
        state.counter <= retries &&
        (statusCode === undefined ? networkErrors.includes(code ?? '') : worthRepeating(statusCode))
      const asked = retryAfterMs(headers?.['retry-after'], Date.now())
      if (!repeatable || (asked ?? 0) > longestRetryAfterMs) {
        done(error)
        return
      }
      setTimeout(() => done(null), asked ?? withJitter(retryWaitMs * 2 ** (state.counter - 1)))
    },
  }
}
