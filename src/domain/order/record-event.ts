import type { SlackUser } from '../belonging/types.ts'
import type { Deps } from '../deps.ts'
import { movesOfCustomers } from './confirmed-for-customers.ts'
import { findOrder } from './find-order.ts'
import { type MovedOrder, moveOrder, type OrderAsked, untilSettled } from './move-order.ts'
import { toldOthers } from './notices.ts'
import { assertRecordable, faultsOfRecorded, type Recorded, readFictionalUnit } from './recorded.ts'
import { settleConsented } from './settle-consented.ts'
import { freeLines } from './typed-text.ts'
import type { Order, OrderFacts } from './types.ts'

/** What is known of an order once something was recorded; `now` epoch ms. */
const factsAfter = ({ kind, facts }: Order, recorded: Recorded, now: number): OrderFacts => {
  switch (recorded.event) {
    case 'confirm': {
      const granted = { ...facts.granted }
      // the first time counts: later ones correct the scope or add an environment
      for (const environment of recorded.environments) granted[environment] ??= now
      return { ...facts, scope: recorded.scope, granted }
    }
    case 'deliver': {
      const fictionalUnit = kind === 'fictional' ? readFictionalUnit(recorded).unit : null
      return { ...facts, scope: recorded.scope ?? facts.scope, fictionalUnit }
    }
    case 'delegate':
    case 'delegation-failed':
    case 'revoke':
      return { ...facts, refusedWith: null }
    default:
      return facts
  }
}

/** What an audit keeps of it: values, and no note. */
const valuesOf = ({ event: _, ...values }: Recorded): object => values

/**
 * Records what brreg answered, or what became of a delegation; whoever answers for the order is told, unless it was they.
 * A direct order that is confirmed takes the orders of suppliers with it, whom its company let see so.
 *
 * Throws `holds-national-number` before anything is kept, `bad-input` with `faultsOfRecorded`, `order-state`,
 * `changed-meanwhile`.
 *
 * @returns with `others`, those suppliers' orders as they are then, whose cards are to be brought up to date
 */
export const recordEvent = async (
  deps: Pick<Deps, 'store' | 'now'>,
  actor: SlackUser,
  { recorded, note, ...asked }: OrderAsked & { recorded: Recorded; note: string },
): Promise<MovedOrder & { others: Order[] }> => {
  const { order } = asked
  let stale = false
  let taken: string[] = []
  const once = () => {
    stale = false
    return moveOrder(deps, actor, asked, async () => {
      assertRecordable(faultsOfRecorded(order.kind, recorded, note))
      const facts = factsAfter(order, recorded, deps.now())
      const confirmed = recorded.event === 'confirm' ? { ...order, facts } : null
      const others =
        confirmed &&
        (await movesOfCustomers(deps, confirmed, () => {
          stale = true
        }))
      taken = others?.ids ?? []
      return {
        action: 'order.record',
        via: { event: recorded.event, by: 'people' },
        note: freeLines(note),
        patch: { facts },
        values: valuesOf(recorded),
        ...others?.move,
        deliveries: [...toldOthers(order, 'recorded', actor), ...(others?.move.deliveries ?? [])],
      }
    })
  }
  const moved = await untilSettled(once, () => !stale)
  const { content } = moved.order
  if (!moved.fresh || recorded.event !== 'confirm' || content?.kind !== 'direct') return { ...moved, others: [] }
  const settled = await settleConsented(deps, content.organisation.number)
  const ids = new Set([...taken, ...settled.map(({ id }) => id)])
  return { ...moved, others: await Promise.all([...ids].map((id) => findOrder(deps, { id }))) }
}
