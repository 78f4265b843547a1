import type { Deps } from '../domain/deps.ts'
import { remindedAfter, remindOrderer } from '../domain/order/remind-orderer.ts'
import { workingDaysBefore } from '../domain/working-days.ts'
import { isWorkingTime } from '../domain/working-hours.ts'
import type { Logger } from '../log.ts'
import { startDueRounds } from './due-rounds.ts'

const every = 30 * 60_000
/** Of each round: who comes back after a long pause does not ask everybody at once. */
const perRound = 250

type Needs = Pick<Deps, 'store' | 'now'>

/**
 * Asks how it goes with orders that have been where they are for 5 and for 10 working days, whoever's turn it is; in
 * working hours alone, since nobody can ask brreg at night. One round: `perRound` orders at most, in order of id. Gives how
 * many were asked about, and after which the next round goes on (null: it begins anew). Throws what the store throws.
 */
export const remindOfOrders = async (
  needs: Needs,
  after: string | null,
): Promise<{ reminded: number; after: string | null }> => {
  if (!isWorkingTime(needs.now())) return { reminded: 0, after }
  const since = workingDaysBefore(needs.now(), remindedAfter[0])
  const orders = await needs.store.ordersToRemind({ since, reminders: remindedAfter.length, after, size: perRound })
  let reminded = 0
  for (const order of orders) if (await remindOrderer(needs, order)) reminded += 1
  return { reminded, after: orders.length < perRound ? null : (orders.at(-1)?.id ?? null) }
}

/**
 * Asks every half hour, until `stop` is called.
 *
 * @param take takes a round into the work that a stop waits for
 */
export const watchOrdersToRemind = (
  services: Needs & Pick<Deps, 'newId'>,
  log: Logger,
  take: (round: Promise<void>) => void,
): { stop(): void } => {
  const round = async (from: string | null) => {
    const { reminded, after } = await remindOfOrders(services, from)
    if (reminded > 0) log.info({ count: reminded }, 'people were reminded of orders')
    return after
  }
  const failed = 'nobody could be reminded of orders'
  return startDueRounds(services, { name: 'orders-remind', everyMs: every, failed, round }, log, take)
}
