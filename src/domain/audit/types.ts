/** What came of it: `begun` is written before something that may be cut off, the others when it is over. */
export const auditOutcomes = ['begun', 'approved', 'declined', 'withdrawn', 'done', 'failed', 'unknown'] as const
export type AuditOutcome = (typeof auditOutcomes)[number]

/**
 * One line of the audit (design section 5): ids and digests here, personal and free-text values in `values`, which
 * stand in a side table that a purge may empty. Neither holds a secret, a key's private part or a token.
 */
export type AuditEntry = {
  /** such as `client.create`, `key.add`, `client.deactivate`, `organisations.import` */
  action: string
  outcome: AuditOutcome
  /** the Slack user, or the admin program */
  actor: { teamId: string; userId: string } | { program: string }
  organisationNumber: string | null
  environment: 'test' | 'prod' | null
  /** what it was done to, such as `client:<client id>` */
  subject: string | null
  /** the row in `changes`, where there is one */
  changeId: string | null
  correlationId: string | null
  /** error code when it failed */
  code?: string
  /** before and after, without secrets */
  values?: { before?: unknown; after?: unknown }
}
