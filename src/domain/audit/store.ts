import type { Environment } from '../client/types.ts'
import type { AuditEntry } from './types.ts'

/** A line as it is read: with its place in the chain, once it is sealed. */
export type AuditLine = Omit<AuditEntry, 'code'> & {
  id: string
  /** epoch ms */
  at: number
  code: string | null
  seq: number | null
  hash: string | null
  /** it had values, and their digest is all that is left; else `values` are all there ever were */
  purged: boolean
}

/** Which lines; all of them without any. `before` pages backwards: lines older than that one. */
export type AuditQuery = {
  /** null: of all organisations, and what belongs to none */
  organisationNumber: string | null
  actor?: { teamId: string; userId: string }
  subject?: string
  environment?: Environment
  /** epoch ms, from and up to but not including */
  from?: number
  to?: number
  before?: { at: number; id: string }
  size: number
}

/** The chain's end at the close of a day (UTC, `YYYY-MM-DD`): the last line's place and digest (sha-256, hex). */
export type AuditHead = { day: string; seq: number; hash: string; postedAt: number | null }

/**
 * One thing that does not fit.
 *
 * - `changed`: the line is not what its hash was made of
 * - `unlinked`: its hash is its own, but it does not follow on the line before it, so one of the two was replaced or
 *   put in
 * - `gap`: lines are gone from `seq` on, `missing` of them
 * - `values-changed`: the values beside it are not those of the digest
 * - `head-missing`, `head-differs`: the line at the close of `day` is gone, or is another one: the chain was cut or
 *   made anew
 */
export type ChainFault = {
  kind: 'changed' | 'unlinked' | 'gap' | 'values-changed' | 'head-missing' | 'head-differs'
  /** null: a line that is not sealed yet */
  seq: number | null
  day?: string
  missing?: number
}

/** What `audit verify` found. */
export type ChainReport = {
  /** all of them, those included that are not sealed yet */
  lines: number
  /** newer than the last round of the sealer */
  unsealed: number
  /** epoch ms of the oldest of them: after a few minutes the sealer should have come */
  unsealedSince: number | null
  /** whose values were purged; the chain holds all the same */
  purged: number
  /** in the chain's order, those of heads last; at most 10 000 */
  faults: ChainFault[]
  /** how many more there are */
  moreFaults: number
}

export type AuditReads = {
  /** Newest first. */
  auditLines(query: AuditQuery): Promise<AuditLine[]>
  /** Oldest first; one a day at most. */
  auditHeads(): Promise<AuditHead[]>
  /** Heads that the chain no longer holds; oldest first. Quick: it looks at their lines alone. */
  brokenHeads(): Promise<ChainFault[]>
  /** Whether a line waits for the sealer, which need not write when none does. */
  auditWaits(): Promise<boolean>
  /** Walks the whole chain in pages, without holding it in memory. */
  verifyChain(): Promise<ChainReport>
}

export type AuditWrites = {
  /**
   * Gives the oldest unsealed lines their places in the chain, at most `size`; how many. Called under the lease, but two
   * at once do no harm: the second waits. A line may be older than one that is sealed already, since its transaction
   * was committed later: it comes next. The chain's order is the order of sealing, `at` is the order of events.
   */
  sealAudit(size: number): Promise<number>
  /**
   * Notes the chain's end for a day that is over, where `before` (epoch ms) is its end. Null when there was nothing since
   * the head before, when it is noted already, or when lines of the day still wait for the sealer. A chain that no
   * longer holds its newest head gets a new one in any case.
   */
  keepHead(day: string, before: number): Promise<AuditHead | null>
  headPosted(day: string): Promise<void>
  /** Empties the values of lines older than `before` (epoch ms), at most `size`; how many. The lines stay. */
  purgeAuditValues(before: number, size: number): Promise<number>
}
