import type { JsonObject } from './json.ts'

/** A Web API method's refusal: becomes `{ ok: false, error: code, ...more }` with HTTP 200 (slack.md 4.2). */
export class ApiError extends Error {
  readonly code: string
  readonly more: JsonObject
  constructor(code: string, more: JsonObject = {}) {
    super(code)
    this.name = 'ApiError'
    this.code = code
    this.more = more
  }
}
