import type { ModalView } from '@slack/types'
import { answerBrreg, faultOfAnswer } from '../../src/domain/order/answer-brreg.ts'
import { correctDelivery } from '../../src/domain/order/correct-delivery.ts'
import { hasNationalNumber } from '../../src/domain/order/national-number.ts'
import { recordEvent } from '../../src/domain/order/record-event.ts'
import { type FaultRecorded, faultsOfRecorded, type Recorded } from '../../src/domain/order/recorded.ts'
import { sendOrderAgain } from '../../src/domain/order/send-again.ts'
import type { Order } from '../../src/domain/order/types.ts'
import { AppError } from '../../src/errors.ts'
import { type Ask, type Reply, type Route, route, type Services } from '../../src/slack/route.ts'
import { orderAnswer } from '../../views/order/answer.ts'
import { orderAskMore } from '../../views/order/ask-more.ts'
import { orderCard } from '../../views/order/card.ts'
import { orderConfirm } from '../../views/order/confirm.ts'
import { type OrderDeliverData, orderCorrect, orderDeliver } from '../../views/order/deliver.ts'
import { orderRefuse } from '../../views/order/refuse.ts'
import { type OrderSeen, orderSeenValue } from '../../views/order/values.ts'
import { viewValues } from '../inputs.ts'
import { openForm } from '../present.ts'
import { clicked, seenIn, submitted } from './act.ts'
import { orderHere } from './find.ts'
import { orderMailTo } from './preview.ts'

/** What brreg answered, as people write it down, and what they answer brreg; what became of a delegation. */

/** Opens a modal about the order as it is now. */
export const opens = (
  id: string,
  view: (ask: Ask<OrderSeen>, services: Services, order: Order) => Promise<ModalView>,
) =>
  route({
    kind: 'action',
    id,
    may: 'order.record',
    effect: 'read',
    input: orderSeenValue.input,
    run: async (ask, services) =>
      openForm(ask, async () => view(ask, services, await orderHere(ask, services, ask.input.order))),
  })

const submits = (id: string, run: (ask: Ask<unknown>, services: Services) => Promise<Reply>): Route =>
  route({ kind: 'submit', id, may: 'order.record', effect: 'change', input: viewValues, run })

type Typed = { recorded: Recorded; note: string }

/** Writes down what was typed, or says at the fields what is wrong with it. */
const record = async (
  ask: Ask<unknown>,
  services: Services,
  seen: OrderSeen,
  { recorded, note }: Typed,
  errors: (faults: readonly FaultRecorded[], order: Order) => Record<string, string>,
): Promise<Reply> => {
  const order = await orderHere(ask, services, seen.order)
  const faults = faultsOfRecorded(order.kind, recorded, note)
  if (faults.length > 0) return { now: { kind: 'errors', errors: errors(faults, order) } }
  return submitted(
    ask,
    services,
    seen,
    (now, version) => recordEvent(services, ask.viewer.user, { order: now, version, once: ask.once, recorded, note }),
    ask.t.order.card.notices.recorded,
  )
}

/** An order of a supplier. @throws {AppError} `order-state` for a direct one */
const suppliers = (order: Order): OrderDeliverData['order'] => {
  if (order.kind === 'direct') throw new AppError('order-state', 'nothing is delivered for a direct order')
  return { ...order, kind: order.kind }
}

const deliver = (ask: Ask<unknown>, services: Services): Promise<Reply> => {
  const { scope, unit_number: unitNumber, unit_name: unitName, note } = orderDeliver.read(ask.view?.values ?? {})
  const seen = seenIn(orderDeliver.metadata.read(ask.view?.metadata ?? ''))
  const typed = { recorded: { event: 'deliver', scope, unitNumber, unitName }, note } as const
  return record(ask, services, seen, typed, (faults, order) => orderDeliver.errors(ask.t, suppliers(order), faults))
}

const correct = async (ask: Ask<unknown>, services: Services): Promise<Reply> => {
  const { scope, unit_number: unitNumber, unit_name: unitName, note } = orderCorrect.read(ask.view?.values ?? {})
  const seen = seenIn(orderCorrect.metadata.read(ask.view?.metadata ?? ''))
  const order = suppliers(await orderHere(ask, services, seen.order))
  const faults = faultsOfRecorded(order.kind, { event: 'deliver', scope, unitNumber, unitName }, note)
  if (faults.length > 0) return { now: { kind: 'errors', errors: orderCorrect.errors(ask.t, order, faults) } }
  const values = { scope, unitNumber, unitName, note, once: ask.once }
  return submitted(
    ask,
    services,
    seen,
    (now, version) => correctDelivery(services, ask.viewer.user, { order: now, version, ...values }),
    ask.t.order.card.notices.recorded,
  )
}

const answer = async (ask: Ask<unknown>, services: Services): Promise<Reply> => {
  const { text } = orderAnswer.read(ask.view?.values ?? {})
  const seen = seenIn(orderAnswer.metadata.read(ask.view?.metadata ?? ''))
  const reason = faultOfAnswer(text) ?? (hasNationalNumber(text) ? 'national-number' : null)
  if (reason !== null)
    return { now: { kind: 'errors', errors: orderAnswer.errors(ask.t, [{ field: 'text', reason }]) } }
  const to = orderMailTo(services)
  return submitted(
    ask,
    services,
    seen,
    (order, version) => answerBrreg(services, ask.viewer.user, { order, version, once: ask.once, text, to }),
    ask.t.order.card.notices.answered,
  )
}

/** What brreg asked last, as it was written down. */
const askedOf = async ({ store }: Services, { id }: Order): Promise<string | null> => {
  const asked = (await store.orderEvents(id)).findLast(({ event }) => event === 'ask-more')
  return asked?.note || null
}

/** A click that says what became of a delegation. */
const delegation = (id: string, event: 'delegate' | 'delegation-failed' | 'revoke') =>
  route({
    kind: 'action',
    id,
    may: 'order.record',
    effect: 'change',
    input: orderSeenValue.input,
    run: async (ask, services) =>
      clicked(
        ask,
        services,
        ask.input,
        (order, version) =>
          recordEvent(services, ask.viewer.user, { order, version, once: ask.once, recorded: { event }, note: '' }),
        ask.t.order.card.notices.recorded,
      ),
  })

export const routes = [
  opens(orderCard.actions.askMore, async ({ t }, _, order) => orderAskMore.render(t, { order })),
  opens(orderCard.actions.refuse, async ({ t }, _, order) => orderRefuse.render(t, { order })),
  opens(orderCard.actions.confirm, async ({ t }, _, order) => orderConfirm.render(t, { order })),
  opens(orderCard.actions.deliver, async ({ t }, _, order) => orderDeliver.render(t, { order: suppliers(order) })),
  opens(orderCard.actions.correct, async ({ t }, _, order) => orderCorrect.render(t, { order: suppliers(order) })),
  opens(orderCard.actions.answer, async ({ t }, services, order) =>
    orderAnswer.render(t, { order, to: services.places.order, asked: await askedOf(services, order) }),
  ),
  submits(orderAskMore.id, (ask, services) =>
    record(
      ask,
      services,
      seenIn(orderAskMore.metadata.read(ask.view?.metadata ?? '')),
      { recorded: { event: 'ask-more' }, ...orderAskMore.read(ask.view?.values ?? {}) },
      (faults) => orderAskMore.errors(ask.t, faults),
    ),
  ),
  submits(orderRefuse.id, (ask, services) =>
    record(
      ask,
      services,
      seenIn(orderRefuse.metadata.read(ask.view?.metadata ?? '')),
      { recorded: { event: 'refuse' }, ...orderRefuse.read(ask.view?.values ?? {}) },
      (faults) => orderRefuse.errors(ask.t, faults),
    ),
  ),
  submits(orderConfirm.id, (ask, services) => {
    const { scope, environments, note } = orderConfirm.read(ask.view?.values ?? {})
    return record(
      ask,
      services,
      seenIn(orderConfirm.metadata.read(ask.view?.metadata ?? '')),
      { recorded: { event: 'confirm', scope, environments }, note },
      (faults) => orderConfirm.errors(ask.t, faults),
    )
  }),
  submits(orderDeliver.id, deliver),
  submits(orderCorrect.id, correct),
  submits(orderAnswer.id, answer),
  delegation(orderCard.actions.delegated, 'delegate'),
  delegation(orderCard.actions.delegationFailed, 'delegation-failed'),
  delegation(orderCard.actions.revoke, 'revoke'),
  route({
    kind: 'action',
    id: orderCard.actions.sendAgain,
    may: 'order.change',
    effect: 'change',
    input: orderSeenValue.input,
    run: async (ask, services) =>
      clicked(
        ask,
        services,
        ask.input,
        (order, version) =>
          sendOrderAgain(services, ask.viewer.user, { order, version, once: ask.once, to: orderMailTo(services) }),
        ask.t.order.card.notices.sentAgain,
      ),
  }),
]
