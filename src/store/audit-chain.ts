import { and, asc, desc, eq, inArray, isNotNull, isNull, lt } from 'drizzle-orm'
import type { AuditHead, AuditReads, AuditWrites } from '../domain/audit/store.ts'
import { genesis, rowHash } from './audit-chain-hash.ts'
import { auditLines } from './audit-chain-lines.ts'
import { brokenHeads, verifyChain } from './audit-chain-verify.ts'
import type { Ground, Tx } from './engine.ts'

/** Whoever makes the chain longer, or says where it ends, holds this to the end of the transaction. */
const chainLock = 'audit-chain'

const headColumns = ({ auditHeads }: Ground['tables']) => ({
  day: auditHeads.day,
  seq: auditHeads.seq,
  hash: auditHeads.hash,
  postedAt: auditHeads.postedAt,
})

/** Questions about the audit. */
export const auditReads = (ground: Ground): AuditReads => {
  const { db, tables } = ground
  return {
    auditLines: auditLines(ground),
    auditHeads: async () =>
      await db.select(headColumns(tables)).from(tables.auditHeads).orderBy(asc(tables.auditHeads.day)),
    brokenHeads: brokenHeads(ground),
    auditWaits: async () =>
      (await db.select({ id: tables.audit.id }).from(tables.audit).where(isNull(tables.audit.seq)).limit(1)).length > 0,
    verifyChain: verifyChain(ground),
  }
}

const sealAudit =
  ({ db, tables: { audit }, lock }: Tx): AuditWrites['sealAudit'] =>
  async (size) => {
    await lock(chainLock)
    // after the lock: what another sealer committed is seen
    const [end] = await db
      .select({ seq: audit.seq, hash: audit.hash })
      .from(audit)
      .where(isNotNull(audit.seq))
      .orderBy(desc(audit.seq))
      .limit(1)
    const rows = await db
      .select()
      .from(audit)
      .where(isNull(audit.seq))
      .orderBy(asc(audit.at), asc(audit.id))
      .limit(size)
    let seq = end?.seq ?? 0
    let prevHash = end?.hash ?? genesis
    for (const row of rows) {
      seq += 1
      const hash = rowHash({ ...row, seq, prevHash })
      await db
        .update(audit)
        .set({ seq, prevHash, hash })
        .where(and(eq(audit.id, row.id), isNull(audit.seq)))
      prevHash = hash
    }
    return rows.length
  }

const keepHead =
  (tx: Tx): AuditWrites['keepHead'] =>
  async (day, before) => {
    const { db, tables, now, lock } = tx
    const { audit, auditHeads } = tables
    await lock(chainLock)
    const [waiting] = await db
      .select({ id: audit.id })
      .from(audit)
      .where(and(isNull(audit.seq), lt(audit.at, before)))
      .limit(1)
    if (waiting) return null
    const [end] = await db
      .select({ seq: audit.seq, hash: audit.hash })
      .from(audit)
      .where(and(isNotNull(audit.seq), lt(audit.at, before)))
      .orderBy(desc(audit.seq))
      .limit(1)
    if (end?.seq == null || end.hash === null) return null
    const [last] = await db.select(headColumns(tables)).from(auditHeads).orderBy(desc(auditHeads.day)).limit(1)
    if (last && last.day >= day) return null
    if (last && last.seq >= end.seq) {
      const [there] = await db
        .select({ id: audit.id })
        .from(audit)
        .where(and(eq(audit.seq, last.seq), eq(audit.hash, last.hash)))
        .limit(1)
      // nothing came since, or what came is older than it (sealed before it, or of a later day)
      if (there) return null
    }
    const head: AuditHead = { day, seq: end.seq, hash: end.hash, postedAt: null }
    await db.insert(auditHeads).values({ ...head, createdAt: now() })
    return head
  }

/** Effects on the audit's chain. Lines themselves are added by `addAudit`. */
export const auditWrites = (tx: Tx): AuditWrites => {
  const { db, tables, now, lock } = tx
  const { audit, auditHeads, auditValues } = tables
  return {
    sealAudit: sealAudit(tx),
    keepHead: keepHead(tx),
    headPosted: async (day) => {
      await db
        .update(auditHeads)
        .set({ postedAt: now() })
        .where(and(eq(auditHeads.day, day), isNull(auditHeads.postedAt)))
    },
    purgeAuditValues: async (before, size) => {
      // two at once would wait for each other's rows, in whatever order they come
      await lock('audit-values')
      const old = db
        .select({ id: auditValues.auditId })
        .from(auditValues)
        .innerJoin(audit, eq(audit.id, auditValues.auditId))
        .where(lt(audit.at, before))
        .limit(size)
      const gone = await db
        .delete(auditValues)
        .where(inArray(auditValues.auditId, old))
        .returning({ id: auditValues.auditId })
      return gone.length
    },
  }
}
