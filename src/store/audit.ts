import { randomBytes } from 'node:crypto'
import type { AuditEntry } from '../domain/audit/types.ts'
import type { Tx } from './engine.ts'
import { canonical, sha256 } from './json.ts'
import { refuseSecrets } from './secrets.ts'

const actorOf = (actor: AuditEntry['actor']) =>
  'program' in actor
    ? { actorTeam: null, actorUser: null, actorProgram: actor.program }
    : { actorTeam: actor.teamId, actorUser: actor.userId, actorProgram: null }

/** What a row of the audit keeps of its values when they are purged: sha-256 over salt and canonical JSON, hex. */
export const valuesDigest = (salt: string, value: string): string => sha256(salt + value)

/**
 * Adds lines to the audit, each with its values in the side table. Throws `internal` when they hold a secret. The
 * salt stands with the values, so that after a purge nobody can try out what they were.
 */
export const addAudit = async ({ db, tables, now, id }: Tx, entries: AuditEntry[]): Promise<void> => {
  for (const entry of entries) {
    refuseSecrets(entry.values, 'audit.values')
    const auditId = id()
    const salt = randomBytes(16).toString('hex')
    const value = entry.values === undefined ? null : canonical(entry.values)
    await db.insert(tables.audit).values({
      id: auditId,
      at: now(),
      ...actorOf(entry.actor),
      organisationNumber: entry.organisationNumber,
      action: entry.action,
      outcome: entry.outcome,
      environment: entry.environment,
      subject: entry.subject,
      changeId: entry.changeId,
      correlationId: entry.correlationId,
      code: entry.code ?? null,
      valuesDigest: value === null ? null : valuesDigest(salt, value),
    })
    if (value !== null) await db.insert(tables.auditValues).values({ auditId, salt, value })
  }
}
