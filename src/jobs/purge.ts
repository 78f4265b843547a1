import { keptSince } from '../domain/contact/retention.ts'
import type { Deps, Writes } from '../domain/deps.ts'
import { giveUpDrafts } from '../domain/order/give-up-drafts.ts'
import type { Logger } from '../log.ts'
import { startRounds } from './rounds.ts'

const every = 6 * 60 * 60_000
/**
 * Slack repeats a request for hours at most, and nobody's form or button is answered twice after so long. A login that
 * proved a number waits for its confirmation for fourteen days (`clearance.give`), and who was asked whether they are
 * still right is not asked again for thirty (`contacts-still-right.ts`), so nothing shorter will do. Ms.
 */
const keptFor = 30 * 24 * 60 * 60_000
/** Of somebody to whom nothing was sent for so long no rate is kept: more than two instances' clocks differ. Ms. */
const idle = 60 * 60_000
/** Rows in one transaction: all other writes wait for it on SQLite. */
const batch = 500
/** Of a round, so that a stop need not wait for a long backlog. */
const batches = 200

type Needs = Pick<Deps, 'store' | 'now'>

/** Runs a piece of the work until it finds nothing more. Two instances at it at once share it. */
const inBatches = async ({ store }: Needs, forget: (tx: Writes, size: number) => Promise<number>): Promise<void> => {
  for (let round = 0; round < batches; round += 1) {
    const { value } = await store.write({}, (tx) => forget(tx, batch))
    if (value < batch) return
  }
}

/**
 * Forgets what nobody can use any more: once-keys, rates that nobody waits for, and logins, links, guesses and clearances
 * that ended; and what is not to be kept longer (`contact/retention.ts`): links of contacts, that somebody left, codes and
 * consents of orders, what was sent, and what is personal in orders and in the audit, of which the rest stays. One round.
 * Throws what the store throws.
 */
export const purge = async (needs: Needs): Promise<void> => {
  const before = needs.now() - keptFor
  const { links, departures, orderTraces, orders, deliveries, auditValues } = keptSince(needs.now())
  await needs.store.write({}, async (tx) => {
    await tx.forgetOnceKeys(before)
    await tx.forgetProofs(before)
    await tx.forgetRates(needs.now() - idle)
    await tx.forgetContactTraces({ links, departures })
    await tx.forgetOrderTraces(orderTraces)
    return null
  })
  await giveUpDrafts(needs)
  await inBatches(needs, (tx, size) => tx.anonymiseOrders(orders, size))
  await inBatches(needs, (tx, size) => tx.forgetDeliveries(deliveries, size))
  await inBatches(needs, (tx, size) => tx.purgeAuditValues(auditValues, size))
}

/**
 * Purges now and every six hours, until `stop` is called.
 *
 * @param take takes a round into the work that a stop waits for
 */
export const watchPurge = (services: Needs, log: Logger, take: (round: Promise<void>) => void): { stop(): void } =>
  startRounds({ everyMs: every, failed: 'what has ended could not be purged', round: () => purge(services) }, log, take)
