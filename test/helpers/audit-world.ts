import { onTestFinished } from 'vitest'
import type { AuditEntry } from '../../src/domain/audit/types.ts'
import { openStore } from '../../src/store/open.ts'
import { anEntry, effect } from '../store/samples.ts'
import { databaseUrl, type Engine } from './databases.ts'
import { rowsOf } from './rows.ts'

export const DAY = 86_400_000
/** the first instant of 20 November 2020 in UTC */
export const start = Date.parse('2020-11-20T00:00:00Z')

/**
 * A store with an audit of its own on a fresh database, and whoever has that database in hand. Ids are in the order in
 * which they were made, and every write is a second later than the one before it.
 */
export const auditWorld = async (engine: Engine) => {
  const url = await databaseUrl(engine)
  let at = start
  let made = 0
  const store = await openStore(url, { now: () => at, id: () => `id${String(++made).padStart(6, '0')}` })
  onTestFinished(() => store.close())
  return {
    url,
    store,
    now: () => at,
    setNow(to: number) {
      at = to
    },
    /** adds so many lines, numbered in their values from 1 on */
    async add(count: number, over: Partial<AuditEntry> = {}) {
      for (let n = 1; n <= count; n += 1) {
        await store.write({ audit: [anEntry({ values: { after: { n } }, ...over })] }, async () => null)
        at += 1_000
      }
    },
    seal: (size = 1_000) => effect(store, (tx) => tx.sealAudit(size)),
    keepHead: (day: string, before: number) => effect(store, (tx) => tx.keepHead(day, before)),
    faults: async () => (await store.verifyChain()).faults,
    sql: (statement: string) => rowsOf(url, statement),
  }
}

export type AuditWorld = Awaited<ReturnType<typeof auditWorld>>
