import { setImmediate as nextTurn } from 'node:timers/promises'
import { and, asc, eq, gt, gte, isNotNull, isNull, ne, or, sql } from 'drizzle-orm'
import type { AuditReads, ChainFault } from '../domain/audit/store.ts'
import { valuesDigest } from './audit.ts'
import { type AuditRow, genesis, rowHash } from './audit-chain-hash.ts'
import type { Ground } from './engine.ts'

const pageSize = 500
/** Somebody who made the whole table anew is found out by the first few. */
const mostFaults = 10_000

type Values = { salt: string; value: string } | null
type Read = { row: AuditRow; side: Values }

/** Pages of the chain in its order. Two lines in one place, which only tampering makes, both come. */
async function* chain({ db, tables: { audit, auditValues } }: Ground): AsyncGenerator<Read[]> {
  let last: { seq: number; id: string } | null = null
  for (;;) {
    const after = last
      ? and(gte(audit.seq, last.seq), or(gt(audit.seq, last.seq), gt(audit.id, last.id)))
      : isNotNull(audit.seq)
    const page: Read[] = await db
      .select({ row: audit, side: { salt: auditValues.salt, value: auditValues.value } })
      .from(audit)
      .leftJoin(auditValues, eq(auditValues.auditId, audit.id))
      .where(after)
      .orderBy(asc(audit.seq), asc(audit.id))
      .limit(pageSize)
    if (page.length > 0) yield page
    const end = page.at(-1)?.row
    if (page.length < pageSize || end === undefined || end.seq === null) return
    last = { seq: end.seq, id: end.id }
  }
}

/** Where the walk stands; `hash` is null after a line that is wrong itself, since there is nothing to follow on. */
type Place = { seq: number; hash: string | null }

/** What is wrong with one line, given what stood before it, and the place that it makes. */
const look = ({ row, side }: Read, before: Place): { faults: ChainFault[]; place: Place } => {
  const seq = row.seq ?? 0
  const missing = seq - before.seq - 1
  const itself = rowHash(row) === row.hash
  const follows = missing === 0 && (before.hash === null || row.prevHash === before.hash)
  const faults: ChainFault[] = []
  if (missing > 0) faults.push({ kind: 'gap', seq: before.seq + 1, missing })
  if (!itself) faults.push({ kind: 'changed', seq })
  else if (!follows && missing <= 0) faults.push({ kind: 'unlinked', seq })
  if (side !== null && valuesDigest(side.salt, side.value) !== row.valuesDigest)
    faults.push({ kind: 'values-changed', seq })
  return { faults, place: { seq, hash: itself ? row.hash : null } }
}

/** Heads whose line is gone or is another one. */
export const brokenHeads =
  ({ db, tables: { audit, auditHeads } }: Ground): AuditReads['brokenHeads'] =>
  async () => {
    const rows = await db
      .select({ day: auditHeads.day, seq: auditHeads.seq, found: audit.id })
      .from(auditHeads)
      .leftJoin(audit, eq(audit.seq, auditHeads.seq))
      .where(or(isNull(audit.hash), ne(audit.hash, auditHeads.hash)))
      .orderBy(asc(auditHeads.day))
    return rows.map(({ day, seq, found }) => ({ kind: found === null ? 'head-missing' : 'head-differs', seq, day }))
  }

/** Walks the chain from its beginning; see `AuditReads`. What is sealed meanwhile is walked too. */
export const verifyChain = (ground: Ground): AuditReads['verifyChain'] => {
  const { db, tables } = ground
  const unsealed = async () => {
    const [row] = await db
      .select({
        lines: sql<number>`cast(count(*) as integer)`,
        since: sql<number | string | null>`min(${tables.audit.at})`,
      })
      .from(tables.audit)
      .where(isNull(tables.audit.seq))
    // PostgreSQL gives the least of bigints as text
    return { unsealed: row?.lines ?? 0, unsealedSince: row?.since == null ? null : Number(row.since) }
  }
  return async () => {
    const faults: ChainFault[] = []
    let moreFaults = 0
    const found = (more: ChainFault[]) => {
      const room = more.slice(0, mostFaults - faults.length)
      faults.push(...room)
      moreFaults += more.length - room.length
    }
    let place: Place = { seq: 0, hash: genesis }
    let sealed = 0
    let purged = 0
    for await (const page of chain(ground)) {
      for (const one of page) {
        const seen = look(one, place)
        found(seen.faults)
        place = seen.place
        if (one.row.valuesDigest !== null && one.side === null) purged += 1
      }
      sealed += page.length
      // SQLite answers within the turn: whoever else waits must get one
      await nextTurn()
    }
    found(await brokenHeads(ground)())
    const waiting = await unsealed()
    return { lines: sealed + waiting.unsealed, ...waiting, purged, faults, moreFaults }
  }
}
