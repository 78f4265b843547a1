import { canonical, sha256 } from './json.ts'
import type { Tables } from './schema.ts'

export type AuditRow = Tables['audit']['$inferSelect']

/** What stands before the first line. */
export const genesis = '0'.repeat(64)

/**
 * A line's hash: sha-256 over the canonical JSON (RFC 8785) of all that is stored of it, its place and the hash of the
 * line before it included, under the names that the columns have. Columns that are null are left out, so that a column
 * which a later release adds, null in what is there, leaves old hashes as they are.
 */
export const rowHash = (row: Omit<AuditRow, 'hash'>): string => {
  const columns: Record<string, string | number | null> = {
    id: row.id,
    at: row.at,
    actor_team: row.actorTeam,
    actor_user: row.actorUser,
    actor_program: row.actorProgram,
    organisation_number: row.organisationNumber,
    action: row.action,
    outcome: row.outcome,
    environment: row.environment,
    subject: row.subject,
    change_id: row.changeId,
    correlation_id: row.correlationId,
    code: row.code,
    values_digest: row.valuesDigest,
    seq: row.seq,
    prev_hash: row.prevHash,
  }
  return sha256(canonical(Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== null))))
}
