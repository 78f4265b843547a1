import type { ErrorCode } from '../errors.ts'
import type { AuditEntry } from './audit/types.ts'
import type { Change } from './change.ts'
import type { Effect } from './change-kind.ts'

/** The audit line of something that a change did, or of what became of the change itself. */
export const auditOf = (
  change: Pick<Change, 'id' | 'requester' | 'organisationNumber' | 'environment'>,
  outcome: AuditEntry['outcome'],
  effect: Effect,
  code?: ErrorCode,
): AuditEntry => ({
  action: effect.action,
  outcome,
  actor: { teamId: change.requester.teamId, userId: change.requester.userId },
  organisationNumber: change.organisationNumber,
  environment: effect.environment ?? change.environment,
  subject: effect.subject,
  changeId: change.id,
  correlationId: effect.correlationId,
  ...(code && { code }),
  ...((effect.before !== undefined || effect.after !== undefined) && {
    values: {
      ...(effect.before !== undefined && { before: effect.before }),
      ...(effect.after !== undefined && { after: effect.after }),
    },
  }),
})
