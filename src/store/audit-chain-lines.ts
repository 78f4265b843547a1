import { and, desc, eq, gte, lt, lte, or } from 'drizzle-orm'
import { z } from 'zod'
import type { AuditLine, AuditReads } from '../domain/audit/store.ts'
import { auditOutcomes } from '../domain/audit/types.ts'
import type { AuditRow } from './audit-chain-hash.ts'
import type { Ground } from './engine.ts'
import { parsed } from './json.ts'

const outcomeSchema = z.enum(auditOutcomes)
const valuesSchema = z.object({ before: z.unknown().optional(), after: z.unknown().optional() })

const lineOf = (row: AuditRow, value: string | null): AuditLine => ({
  id: row.id,
  at: row.at,
  action: row.action,
  outcome: outcomeSchema.parse(row.outcome),
  actor:
    row.actorTeam !== null && row.actorUser !== null
      ? { teamId: row.actorTeam, userId: row.actorUser }
      : { program: row.actorProgram ?? '' },
  organisationNumber: row.organisationNumber,
  environment: row.environment,
  subject: row.subject,
  changeId: row.changeId,
  correlationId: row.correlationId,
  code: row.code,
  seq: row.seq,
  hash: row.hash,
  purged: row.valuesDigest !== null && value === null,
  ...(value !== null && { values: parsed(valuesSchema, value, 'audit_values.value') }),
})

/** Lines of the audit, newest first, a page at a time. */
export const auditLines =
  ({ db, tables: { audit, auditValues } }: Ground): AuditReads['auditLines'] =>
  async ({ organisationNumber, actor, subject, environment, from, to, before, size }) => {
    const rows = await db
      .select({ row: audit, value: auditValues.value })
      .from(audit)
      .leftJoin(auditValues, eq(auditValues.auditId, audit.id))
      .where(
        and(
          organisationNumber === null ? undefined : eq(audit.organisationNumber, organisationNumber),
          actor && and(eq(audit.actorTeam, actor.teamId), eq(audit.actorUser, actor.userId)),
          subject === undefined ? undefined : eq(audit.subject, subject),
          environment && eq(audit.environment, environment),
          from === undefined ? undefined : gte(audit.at, from),
          to === undefined ? undefined : lt(audit.at, to),
          // the first half is what an index can use
          before && and(lte(audit.at, before.at), or(lt(audit.at, before.at), lt(audit.id, before.id))),
        ),
      )
      .orderBy(desc(audit.at), desc(audit.id))
      .limit(size)
    return rows.map(({ row, value }) => lineOf(row, value))
  }
