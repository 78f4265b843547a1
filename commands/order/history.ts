import { mailsOf } from '../../src/domain/order/order-mails.ts'
import { AppError } from '../../src/errors.ts'
import { type Ask, route, type Services } from '../../src/slack/route.ts'
import type { Shown } from '../../views/kit/shown.ts'
import { orderCard } from '../../views/order/card.ts'
import { orderHistory } from '../../views/order/history.ts'
import { orderSentMail } from '../../views/order/sent-mail.ts'
import { orderSeenValue, orderValue } from '../../views/order/values.ts'
import { present } from '../present.ts'
import { orderHere } from './find.ts'

/** What happened to an order, and its mails to brreg word for word. */

const history = async (ask: Ask<unknown>, services: Services, id: string): Promise<Shown> => {
  const order = await orderHere(ask, services, id)
  const [events, mails] = await Promise.all([services.store.orderEvents(order.id), mailsOf(services, order)])
  return orderHistory.render(ask.t, {
    order,
    events,
    mails: mails.map(({ mail, delivery }) => ({
      id: mail.id,
      purpose: mail.purpose,
      createdAt: mail.createdAt,
      state: delivery,
    })),
  })
}

const sentMail = async (
  ask: Ask<unknown>,
  services: Services,
  ref: { order: string; mail: string },
): Promise<Shown> => {
  const order = await orderHere(ask, services, ref.order)
  const found = (await mailsOf(services, order)).find(({ mail }) => mail.id === ref.mail)
  if (found === undefined) throw new AppError('not-found', 'no such mail of the order')
  return orderSentMail.render(ask.t, { order, mail: found.mail, state: found.delivery, messageId: null })
}

export const routes = [
  route({
    kind: 'action',
    id: orderCard.actions.history,
    may: 'order.read',
    effect: 'read',
    input: orderSeenValue.input,
    run: (ask, services) => present(ask, () => history(ask, services, ask.input.order)),
  }),
  route({
    kind: 'action',
    id: orderHistory.actions.mail,
    may: 'order.read',
    effect: 'read',
    input: orderHistory.mailValue.input,
    run: (ask, services) => present(ask, () => sentMail(ask, services, ask.input)),
  }),
  route({
    kind: 'action',
    id: orderSentMail.actions.back,
    may: 'order.read',
    effect: 'read',
    input: orderValue.input,
    run: (ask, services) => present(ask, () => history(ask, services, ask.input.order)),
  }),
]
