import { customerSaid, faultsOfSaid } from '../../src/domain/order/customer-said.ts'
import { makeCode } from '../../src/domain/order/make-code.ts'
import { faultsOfNote } from '../../src/domain/order/recorded.ts'
import type { Order, OrderContent } from '../../src/domain/order/types.ts'
import { waitForCustomer } from '../../src/domain/order/wait-for-customer.ts'
import { AppError, isAppError } from '../../src/errors.ts'
import { type Ask, empty, type Reply, route, type Services } from '../../src/slack/route.ts'
import type { Shown } from '../../views/kit/shown.ts'
import { orderCard } from '../../views/order/card.ts'
import {
  type MessageToCustomer,
  type OrderCustomerMessageData,
  orderCustomerMessage,
} from '../../views/order/customer-message.ts'
import { orderCustomerSaid } from '../../views/order/customer-said.ts'
import { orderPreview } from '../../views/order/preview.ts'
import { orderSeenValue, orderValue } from '../../views/order/values.ts'
import { viewValues } from '../inputs.ts'
import { present } from '../present.ts'
import { clicked, seenIn, submitted } from './act.ts'
import { cardOf } from './card.ts'
import { orderHere } from './find.ts'
import { opens } from './record.ts'

/** What a supplier does about its customer's own access: asks for it with a code, or writes down what it was told. */

type ForCustomer = Order & { content: Extract<OrderContent, { kind: 'existing' }> }

/** @throws {AppError} `order-state` for an order without a customer */
export const forCustomer = (order: Order): ForCustomer => {
  const { content } = order
  if (content?.kind !== 'existing') throw new AppError('order-state', 'an order without a customer')
  return { ...order, content }
}

/** What the customer is asked for by now. */
const messageAbout = ({ state, facts }: Order): MessageToCustomer => {
  if (facts.proof === null || state === 'draft' || state === 'waiting-for-customer') return 'order'
  return state === 'in-use' ? 'delegate-prod' : 'delegate-test'
}

const message = (ask: Ask<unknown>, order: Order, made: Pick<OrderCustomerMessageData, 'code' | 'tooMany'>): Shown =>
  orderCustomerMessage.render(ask.t, { order: forCustomer(order), about: messageAbout(order), ...made })

/** A new code, in the message that it is for; shown this once. */
const withCode = async (ask: Ask<unknown>, services: Services, id: string): Promise<Shown> => {
  const order = await orderHere(ask, services, id)
  try {
    const made = await makeCode(services, ask.viewer.user, { order, once: ask.once })
    return message(ask, made.order, { code: { code: made.code, expiresAt: made.expiresAt } })
  } catch (error) {
    if (!isAppError(error, 'too-many-attempts')) throw error
    return message(ask, order, { code: null, tooMany: true })
  }
}

const said = async (ask: Ask<unknown>, services: Services): Promise<Reply> => {
  const seen = seenIn(orderCustomerSaid.metadata.read(ask.view?.metadata ?? ''))
  const { confirmed_on, scope, environments, note } = orderCustomerSaid.read(ask.view?.values ?? {})
  const told = { confirmedOn: confirmed_on ?? '', scope, environments }
  const faults = [...faultsOfSaid(told, services.now()), ...faultsOfNote(note)]
  if (faults.length > 0) return { now: { kind: 'errors', errors: orderCustomerSaid.errors(ask.t, faults) } }
  return submitted(
    ask,
    services,
    seen,
    (order, version) => customerSaid(services, ask.viewer.user, { order, version, once: ask.once, said: told, note }),
    ask.t.order.card.notices.customerSaid,
  )
}

const messageButton = (id: string) =>
  route({
    kind: 'action',
    id,
    may: 'order.change',
    effect: 'read',
    input: orderSeenValue.input,
    run: (ask, services) =>
      present(ask, async () => message(ask, await orderHere(ask, services, ask.input.order), { code: null })),
  })

export const routes = [
  messageButton(orderCard.actions.customerMessage),
  messageButton(orderPreview.actions.ask),
  route({
    kind: 'action',
    id: orderCustomerMessage.actions.code,
    may: 'order.change',
    effect: 'change',
    input: orderSeenValue.input,
    run: async (ask, services) => ({
      now: empty,
      later: async () => void (await ask.show(await withCode(ask, services, ask.input.order))),
    }),
  }),
  route({
    kind: 'action',
    id: orderCustomerMessage.actions.wait,
    may: 'order.change',
    effect: 'change',
    input: orderSeenValue.input,
    run: async (ask, services) =>
      clicked(
        ask,
        services,
        ask.input,
        (order, version) => waitForCustomer(services, ask.viewer.user, { order, version, once: ask.once }),
        ask.t.order.card.notices.waiting,
      ),
  }),
  route({
    kind: 'action',
    id: orderCustomerMessage.actions.back,
    may: 'order.read',
    effect: 'read',
    input: orderValue.input,
    run: (ask, services) =>
      present(ask, async () => cardOf(ask, services, await orderHere(ask, services, ask.input.order))),
  }),
  opens(orderCard.actions.customerSaid, async ({ t }, _, order) =>
    orderCustomerSaid.render(t, { order: forCustomer(order) }),
  ),
  opens(orderPreview.actions.said, async ({ t }, _, order) =>
    orderCustomerSaid.render(t, { order: forCustomer(order) }),
  ),
  route({
    kind: 'submit',
    id: orderCustomerSaid.id,
    may: 'order.record',
    effect: 'change',
    input: viewValues,
    run: said,
  }),
]
