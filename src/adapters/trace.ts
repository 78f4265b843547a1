import type { HttpAnswer } from './http.ts'

/** Headers in which services and gateways name a request. */
const names = ['x-correlation-id', 'correlation-id', 'correlation_id', 'x-request-id', 'x-trace-id']

/** An id goes into logs and messages: anything that does not look like one is left out. */
export const traceId = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[\w.:-]{1,100}$/.test(value) ? value : undefined

/** The correlation id among an answer's headers, if any. */
export const headerTraceId = ({ headers }: Pick<HttpAnswer, 'headers'>): string | undefined => {
  for (const name of names) {
    const found = traceId([headers[name]].flat()[0])
    if (found) return found
  }
  return undefined
}
