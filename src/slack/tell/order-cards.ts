import { orderCard } from '../../../views/order/card.ts'
import { orderHistoryLine } from '../../../views/order/history.ts'
import { channelFault } from '../../domain/belonging/set-channel.ts'
import type { Delivery } from '../../domain/delivery/delivery.ts'
import { mailsOf } from '../../domain/order/order-mails.ts'
import type { Order } from '../../domain/order/types.ts'
import type { Text } from '../../text/index.ts'
import type { Holder } from './cards.ts'
import type { TellDeps } from './deps.ts'

/** A thing's card and the line for its thread, for everybody who has one or is to have one. */
export type ThingCards = {
  subject: string
  /** who has one from now on; those that stand elsewhere are brought up to date too */
  holders: readonly Holder[]
  content: (t: Text) => ReturnType<typeof orderCard.render>
  line: ((t: Text) => ReturnType<typeof orderHistoryLine>) | null
}

const isUnderWay = ({ state, failure }: Delivery): boolean =>
  failure === null && (state === 'queued' || state === 'claimed' || state === 'sending')

/** The organisation's channel, if an order's card may stand there (design section 3); null: none, or not any more. */
const channelOf = async (deps: TellDeps, { organisationNumber }: Order): Promise<Holder | null> => {
  const details = await deps.store.organisationDetails(organisationNumber)
  if (details?.channel == null) return null
  if (channelFault(await deps.slack.conversationInfo(details.channel)) !== null) return null
  return { teamId: await deps.teamId(), userId: details.channel }
}

/**
 * The cards of an order: whoever answers for it has one, so has the organisation's channel. The last line of its history
 * goes into their threads.
 */
export const orderCards = async (deps: TellDeps, order: Order): Promise<ThingCards> => {
  const [channel, mails, events] = await Promise.all([
    // a channel that can't be asked about is told of nothing now
    channelOf(deps, order).catch(() => null),
    mailsOf(deps, order),
    deps.store.orderEvents(order.id),
  ])
  const last = events.at(-1)
  // a card is not drawn anew when the mail has left: what is on its way is left out
  const delivery = mails.at(-1)?.delivery ?? null
  const mail = delivery === null || isUnderWay(delivery) ? null : delivery
  return {
    subject: `order:${order.id}`,
    holders: [order.orderer, ...(channel === null ? [] : [channel])],
    content: (t) => orderCard.render(t, { order, mail }),
    line: last === undefined ? null : (t) => orderHistoryLine(t, last),
  }
}
