import { contentOf } from '../../src/domain/order/order-content.ts'
import { withdrawalMailText } from '../../src/domain/order/order-mail.ts'
import { mailsOf, threadOf } from '../../src/domain/order/order-mails.ts'
import { faultOfTransfer, type NewOrderer, transferOrder } from '../../src/domain/order/transfer-order.ts'
import type { Order } from '../../src/domain/order/types.ts'
import { withdrawOrder } from '../../src/domain/order/withdraw-order.ts'
import { type Ask, type Reply, route, type Services } from '../../src/slack/route.ts'
import { orderCard } from '../../views/order/card.ts'
import { orderTransfer } from '../../views/order/transfer.ts'
import { orderWithdraw } from '../../views/order/withdraw.ts'
import { chosenUser } from '../belonging/admin/reach.ts'
import { viewValues } from '../inputs.ts'
import { seenIn, submitted } from './act.ts'
import { orderHere } from './find.ts'
import { orderMailTo } from './preview.ts'
import { opens } from './record.ts'

/** An order that is given to a colleague, or withdrawn. */

const threadHere = async (services: Services, order: Order) => threadOf(await mailsOf(services, order))

/** Somebody whom Slack let be chosen, as they belong now. Throws `slack-unavailable`. */
const newOrderer = async (services: Services, userId: string): Promise<NewOrderer> => {
  const user = await chosenUser(services, userId)
  const belonging = await services.belonging(user)
  const known = await services.store.person(user)
  return {
    user,
    belonging,
    name: known?.person.name ?? null,
    email: belonging.as === 'member' ? (known?.person.email ?? null) : null,
  }
}

const transfer = async (ask: Ask<unknown>, services: Services): Promise<Reply> => {
  const seen = seenIn(orderTransfer.metadata.read(ask.view?.metadata ?? ''))
  const { user, tell_brreg: tellBrreg } = orderTransfer.read(ask.view?.values ?? {})
  const refuse = (reason: string): Reply => ({
    now: { kind: 'errors', errors: orderTransfer.errors(ask.t, [{ field: 'user', reason }]) },
  })
  if (user === null) return refuse('required')
  const [order, to] = await Promise.all([orderHere(ask, services, seen.order), newOrderer(services, user)])
  const fault = faultOfTransfer(order, to)
  // a request that came again finds its own work done
  if (fault !== null && (await services.store.keptOutcome(ask.once)) === undefined) return refuse(fault)
  const mailTo = orderMailTo(services)
  return submitted(
    ask,
    services,
    seen,
    (now, version) =>
      transferOrder(services, ask.viewer.user, { order: now, version, once: ask.once, to, tellBrreg, mailTo }),
    ask.t.order.card.notices.transferred,
  )
}

const withdraw = async (ask: Ask<unknown>, services: Services): Promise<Reply> => {
  const seen = seenIn(orderWithdraw.metadata.read(ask.view?.metadata ?? ''))
  const told = await threadHere(services, await orderHere(ask, services, seen.order))
  const { withdrawn, withdrawnByMail } = ask.t.order.card.notices
  const to = orderMailTo(services)
  return submitted(
    ask,
    services,
    seen,
    (order, version) => withdrawOrder(services, ask.viewer.user, { order, version, once: ask.once, to }),
    told === null ? withdrawn : withdrawnByMail,
  )
}

export const routes = [
  opens(orderCard.actions.transfer, async ({ t }, services, order) =>
    orderTransfer.render(t, { order, canTell: services.mailOn && (await threadHere(services, order)) !== null }),
  ),
  opens(orderCard.actions.withdraw, async ({ t }, services, order) => {
    const thread = await threadHere(services, order)
    const mail = thread && {
      to: services.places.order,
      text: withdrawalMailText(thread.subject, contentOf(order)).text,
    }
    return orderWithdraw.render(t, { order, mail })
  }),
  route({
    kind: 'submit',
    id: orderTransfer.id,
    may: 'order.change',
    effect: 'change',
    input: viewValues,
    run: transfer,
  }),
  route({
    kind: 'submit',
    id: orderWithdraw.id,
    may: 'order.change',
    effect: 'change',
    input: viewValues,
    run: withdraw,
  }),
]
