import { isAppError } from '../../errors.ts'
import type { Deps } from '../deps.ts'
import { type ExportFormat, exportHead, exportLine } from './export-lines.ts'
import type { AuditQuery } from './store.ts'
import type { AuditEntry, AuditOutcome } from './types.ts'

const pageSize = 500

/** Which lines, as what, and who asks. `from` and `to` in epoch ms; `to` is not included. */
export type ExportQuery = Omit<AuditQuery, 'before' | 'size'> & {
  format: ExportFormat
  exporter: AuditEntry['actor']
}

/** What the trace of an export says about it: what was asked for, and how many lines went out. */
const traceOf =
  ({ exporter, format, organisationNumber, ...filters }: ExportQuery) =>
  (outcome: AuditOutcome, lines: number | null, code?: string): AuditEntry => ({
    action: 'audit.export',
    outcome,
    actor: exporter,
    organisationNumber,
    environment: null,
    subject: null,
    changeId: null,
    correlationId: null,
    ...(code !== undefined && { code }),
    values: { after: { format, ...filters, ...(lines !== null && { lines }) } },
  })

/**
 * Hands the audit out, newest line first, a page at a time; never all of it in memory. The export is audited itself:
 * `begun` before the first line leaves, then `done` or `failed` with how many lines had left. Lines from after its
 * beginning are not in it.
 *
 * @param write takes text whose lines are whole, ends included; awaited before the next page is read
 * @throws what the store or `write` throws
 */
export const exportAudit = async (
  { store, now }: Pick<Deps, 'store' | 'now'>,
  query: ExportQuery,
  write: (text: string) => Promise<void>,
): Promise<{ lines: number }> => {
  const { exporter: _, format, ...filters } = query
  const trace = traceOf(query)
  const tell = (entry: AuditEntry) => store.write({ audit: [entry] }, async () => null)
  const to = Math.min(query.to ?? Number.POSITIVE_INFINITY, now())
  await tell(trace('begun', null))
  let lines = 0
  try {
    if (exportHead(format) !== '') await write(exportHead(format))
    let before: AuditQuery['before']
    for (;;) {
      const page = await store.auditLines({ ...filters, to, ...(before && { before }), size: pageSize })
      const last = page.at(-1)
      if (last === undefined) break
      await write(page.map((line) => exportLine(format, line)).join(''))
      lines += page.length
      before = { at: last.at, id: last.id }
      if (page.length < pageSize) break
    }
  } catch (error) {
    // a store that is down can't be told either; what it threw first is what matters
    await tell(trace('failed', lines, isAppError(error) ? error.code : 'internal')).catch(() => undefined)
    throw error
  }
  await tell(trace('done', lines))
  return { lines }
}
