import { monthsBefore } from './retention.ts'
import type { Contact, ReachFacts } from './types.ts'

/** Why an organisation might not be reached, the worst first. */
export const reachReasons = [
  'nobody',
  'bounced',
  'one-person',
  'one-mailbox',
  'unconfirmed',
  'account-gone',
  'unmirrored',
] as const
export type ReachReason = (typeof reachReasons)[number]

export type Reach = {
  /** `none`: nobody would get a mail */
  level: 'good' | 'weak' | 'none'
  /** 0 to 100; the lowest first is the worst first */
  score: number
  reasons: ReachReason[]
}

const costs: Record<ReachReason, number> = {
  nobody: 100,
  bounced: 25,
  'one-person': 25,
  'one-mailbox': 20,
  unconfirmed: 15,
  'account-gone': 10,
  unmirrored: 5,
}

const holds: Record<ReachReason, (facts: ReachFacts) => boolean> = {
  nobody: ({ contacts }) => contacts === 0,
  bounced: ({ bounced }) => bounced > 0,
  'one-person': ({ people }) => people === 1,
  // mailboxes alone, or several people of whom one address works: of one person `one-person` says as much
  'one-mailbox': ({ contacts, people, addresses }) => contacts > 0 && (people === 0 || (people > 1 && addresses === 1)),
  unconfirmed: ({ contacts, bounced, confirmed }) => confirmed < contacts - bounced,
  'account-gone': ({ gone }) => gone > 0,
  unmirrored: ({ unmirrored }) => unmirrored > 0,
}

/** Since when (epoch ms) a confirmation counts: six months. */
export const confirmedSince = (now: number): number => monthsBefore(now, 6)

/** Nobody has said for so long that a contact is still right; one that was never confirmed counts from its creation. */
export const isUnconfirmed = ({ confirmedAt, createdAt }: Pick<Contact, 'confirmedAt' | 'createdAt'>, now: number) =>
  (confirmedAt ?? createdAt) < confirmedSince(now)

/**
 * How well an organisation can be reached: at least two people, confirmed within six months (`confirmedSince`), nothing
 * come back, not all in one mailbox, and the same in Digdir's portal.
 */
export const reachOf = (facts: ReachFacts): Reach => {
  const reasons = reachReasons.filter((reason) => holds[reason](facts))
  if (facts.contacts === 0 || facts.addresses === 0) return { level: 'none', score: 0, reasons }
  const cost = reasons.reduce((sum, reason) => sum + costs[reason], 0)
  return { level: reasons.length === 0 ? 'good' : 'weak', score: Math.max(1, 100 - cost), reasons }
}
