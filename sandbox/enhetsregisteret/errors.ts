import { STATUS_CODES } from 'node:http'

/** One parameter that is wrong. */
export type Violation = { message: string; parameter: string; value: string }

/** Thrown while a request is read; answered with 400. */
export class BadRequest extends Error {
  override name = 'BadRequest'
  readonly violations: readonly Violation[]

  constructor(violations: readonly Violation[]) {
    super('Feilaktig forespørsel')
    this.violations = violations
  }
}

/**
 * The body of 400, with Norwegian keys (brreg.md 4.3).
 * @param at epoch milliseconds
 */
export const badRequestBody = ({ message, violations }: BadRequest, path: string, at: number) => ({
  tidsstempel: at,
  status: 400,
  feilmelding: message,
  valideringsfeil: violations.map((one) => ({
    feilmelding: one.message,
    parametere: [one.parameter],
    feilaktigVerdi: `[${one.value}]`,
  })),
  sti: path,
  antallFeil: violations.length,
})

/**
 * The body of what the framework answers with by itself, with English keys (brreg.md 4.3): 5xx, and here also 406 and
 * 429, of which nothing is recorded.
 *
 * @param path without its query
 */
export const frameworkBody = (status: number, path: string, at: number) => ({
  timestamp: new Date(at).toISOString().replace('Z', '+0000'),
  status,
  error: STATUS_CODES[status] ?? 'Error',
  message: status >= 500 ? 'Unexpected error' : (STATUS_CODES[status] ?? 'Error'),
  path,
})
