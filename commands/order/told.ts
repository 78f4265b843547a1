import { channelFault } from '../../src/domain/belonging/set-channel.ts'
import type { SlackUser } from '../../src/domain/belonging/types.ts'
import type { Delivery } from '../../src/domain/delivery/delivery.ts'
import type { MovedOrder } from '../../src/domain/order/move-order.ts'
import { mailsOf } from '../../src/domain/order/order-mails.ts'
import type { Order } from '../../src/domain/order/types.ts'
import type { Services } from '../../src/slack/route.ts'
import { orderCard } from '../../views/order/card.ts'
import { orderHistoryLine } from '../../views/order/history.ts'

/** The word under which an order's cards stand. */
const subjectOf = ({ id }: Pick<Order, 'id'>): string => `order:${id}`

const isUnderWay = ({ state, failure }: Delivery): boolean =>
  failure === null && (state === 'queued' || state === 'claimed' || state === 'sending')

/** The organisation's channel, if an order's card may stand there (design section 3); null: none, or not any more. */
const channelOf = async (services: Services, { organisationNumber }: Order): Promise<SlackUser | null> => {
  const details = await services.store.organisationDetails(organisationNumber)
  if (details?.channel == null) return null
  if (channelFault(await services.slack.conversationInfo(details.channel)) !== null) return null
  return { teamId: await services.teamId(), userId: details.channel }
}

/**
 * Brings the cards of an order up to date, with the last line of its history in their threads: whoever answers for it has
 * one, so has the organisation's channel, and whoever had one before. Never throws: what is done is done.
 */
export const keepOrderCards = async (services: Services, order: Order): Promise<void> => {
  const [channel, mails, events] = await Promise.all([
    channelOf(services, order).catch(() => null),
    mailsOf(services, order),
    services.store.orderEvents(order.id),
  ])
  const last = events.at(-1)
  // a card is not drawn anew when the mail has left: what is on its way is left out
  const delivery = mails.at(-1)?.delivery ?? null
  const mail = delivery === null || isUnderWay(delivery) ? null : delivery
  await services.tell.thing(subjectOf(order), {
    holders: [order.orderer, ...(channel === null ? [] : [channel])],
    content: (t) => orderCard.render(t, { order, mail }),
    line: last === undefined ? null : (t) => orderHistoryLine(t, last),
  })
}

/** The same after something was done, unless it was done before. */
export const keepCardsAfter = async (services: Services, { order, fresh }: MovedOrder): Promise<void> => {
  if (fresh) await keepOrderCards(services, order)
}
