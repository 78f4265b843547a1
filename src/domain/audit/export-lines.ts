import { csvRecord } from '../csv-record.ts'
import type { AuditLine } from './store.ts'

export const exportFormats = ['jsonl', 'csv'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** The columns of an export, in their order; a JSON line has the same members. */
export const exportColumns = [
  'seq',
  'at',
  'organisation_number',
  'action',
  'outcome',
  'environment',
  'subject',
  'actor_team',
  'actor_user',
  'actor_program',
  'change_id',
  'correlation_id',
  'code',
  'before',
  'after',
  'purged',
  'id',
  'hash',
] as const

const columnsOf = (line: AuditLine): Record<(typeof exportColumns)[number], unknown> => ({
  seq: line.seq,
  at: new Date(line.at).toISOString(),
  organisation_number: line.organisationNumber,
  action: line.action,
  outcome: line.outcome,
  environment: line.environment,
  subject: line.subject,
  actor_team: 'program' in line.actor ? null : line.actor.teamId,
  actor_user: 'program' in line.actor ? null : line.actor.userId,
  actor_program: 'program' in line.actor ? line.actor.program : null,
  change_id: line.changeId,
  correlation_id: line.correlationId,
  code: line.code,
  before: line.values?.before ?? null,
  after: line.values?.after ?? null,
  purged: line.purged,
  id: line.id,
  hash: line.hash,
})

/** What comes before the first line; empty where nothing does. */
export const exportHead = (format: ExportFormat): string => (format === 'csv' ? csvRecord(exportColumns) : '')

/** One line of the audit as a line of the export, its end included (CSV: CRLF, JSON lines: LF). */
export const exportLine = (format: ExportFormat, line: AuditLine): string => {
  const columns = columnsOf(line)
  if (format === 'jsonl') return `${JSON.stringify(columns)}\n`
  const inJson = (value: unknown) => (value === null ? null : JSON.stringify(value))
  return csvRecord(
    exportColumns.map((name) => (name === 'before' || name === 'after' ? inJson(columns[name]) : columns[name])),
  )
}
