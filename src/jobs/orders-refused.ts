import type { Deps } from '../domain/deps.ts'
import { markMailLost } from '../domain/order/mail-lost.ts'
import type { Order } from '../domain/order/types.ts'
import type { Logger } from '../log.ts'
import { startDueRounds } from './due-rounds.ts'

const every = 60_000
const perRound = 100

type Needs = Pick<Deps, 'store'> & {
  /** brings the order's cards up to date; never throws for a Slack that is down */
  showOrder?(order: Order): Promise<unknown>
}

/**
 * Marks orders whose mail to brreg did not arrive, tells whoever answers for them, and brings their cards up to date.
 * Gives how many.
 */
export const markOrdersRefused = async ({ store, showOrder }: Needs): Promise<number> => {
  let marked = 0
  for (const lost of await store.ordersWithLostMail(perRound)) {
    const order = await markMailLost({ store }, lost)
    if (order === null) continue
    marked += 1
    await showOrder?.(order)
  }
  return marked
}

/**
 * Looks every minute, until `stop` is called: somebody waits for brreg, who has nothing.
 *
 * @param take takes a round into the work that a stop waits for
 */
export const watchOrdersRefused = (
  services: Needs & Pick<Deps, 'newId' | 'now'>,
  log: Logger,
  take: (round: Promise<void>) => void,
): { stop(): void } => {
  const round = async () => {
    const count = await markOrdersRefused(services)
    if (count > 0) log.info({ count }, 'orders whose mail did not arrive')
    return null
  }
  const failed = 'orders could not be looked at for lost mail'
  return startDueRounds(services, { name: 'orders-refused', everyMs: every, failed, round }, log, take)
}
