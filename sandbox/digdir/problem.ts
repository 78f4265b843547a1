import { STATUS_CODES } from 'node:http'

/** One fault of a body, in the API's words (reference digdir.md 3.1). */
export type FieldError = {
  errorMessage: string
  isFieldError: boolean
  objectName: string
  fieldIdentifier: string
}

/** Thrown by the rules, turned into an answer by `problemBody`. */
export class Refusal extends Error {
  readonly status: number
  readonly errors: readonly FieldError[]

  constructor(status: number, description: string, errors: readonly FieldError[] = []) {
    super(description)
    this.name = 'Refusal'
    this.status = status
    this.errors = errors
  }
}

/** A fault of one field; `field` is a path such as `redirect_uris[0]`. */
export const fieldError = (field: string, errorMessage: string, objectName = 'client'): FieldError => ({
  errorMessage,
  isFieldError: true,
  objectName,
  fieldIdentifier: field,
})

/** Throws 400 with all of them when there are any. */
export const refuseAny = (errors: readonly FieldError[]): void => {
  if (errors.length > 0) throw new Refusal(400, 'validation failed', errors)
}

/** The one answer for ids that do not exist, are somebody else's, or are inactive. */
export const notFound = (): Refusal => new Refusal(404, 'client not found')

/**
 * The error body of reference digdir.md 3.1 and 2.10. `errors` is there only when fields are at fault.
 *
 * @param at epoch milliseconds
 */
export const problemBody = (refusal: Refusal, correlationId: string, at: number) => ({
  status: refusal.status,
  timestamp: new Date(at).toISOString(),
  correlation_id: correlationId,
  // The portal shows this one as a code rather than as a phrase (3.1).
  error: refusal.status === 428 ? 'PRECONDITION_REQUIRED' : (STATUS_CODES[refusal.status] ?? 'Error'),
  error_description: refusal.message,
  ...(refusal.errors.length > 0 ? { errors: refusal.errors } : {}),
})
