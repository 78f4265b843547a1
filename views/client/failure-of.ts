import type { Outcome } from '../../src/domain/change-kind.ts'
import { detailsKept } from '../../src/domain/kept-failure.ts'
import type { ErrorCode, ErrorDetails } from '../../src/errors.ts'

/** What went wrong with a change, as it was thrown or as it was stored; one that nobody began has nothing stored. */
export const failureOf = ({ failure, change }: Outcome): { code: ErrorCode; details: ErrorDetails } => ({
  code: failure?.code ?? change.failure?.code ?? (change.state === 'expired' ? 'not-begun' : 'internal'),
  details: {
    ...(change.failure ? detailsKept(change.failure) : {}),
    ...(change.environment === null ? {} : { environment: change.environment }),
    ...failure?.details,
  },
})
