import type { ModalView } from '@slack/types'
import { cancelOrder } from '../../src/domain/order/cancel-order.ts'
import { duplicatesOf } from '../../src/domain/order/duplicates.ts'
import type { TypedOrder } from '../../src/domain/order/fields.ts'
import { contentOf } from '../../src/domain/order/order-content.ts'
import { orderMailText } from '../../src/domain/order/order-mail.ts'
import type { OrderRead } from '../../src/domain/order/read-order.ts'
import { sendOrder } from '../../src/domain/order/send-order.ts'
import { typedOrder } from '../../src/domain/order/typed-order.ts'
import type { Order } from '../../src/domain/order/types.ts'
import { AppError } from '../../src/errors.ts'
import { type Ask, type Reply, route, type Services } from '../../src/slack/route.ts'
import { orderCard } from '../../views/order/card.ts'
import { orderPreview } from '../../views/order/preview.ts'
import { orderSeenValue } from '../../views/order/values.ts'
import { viewValues } from '../inputs.ts'
import { openForm } from '../present.ts'
import { clicked, seenIn, submitted } from './act.ts'
import { drawnFor } from './acting.ts'
import { orderHere } from './find.ts'
import { readTyped } from './look-up.ts'

/** The last look before an order leaves: the mail word for word, whom it names, and what sending it means. */

/** A draft was accepted when it was typed. */
const consented = (typed: TypedOrder): TypedOrder =>
  'production_data_consent' in typed ? { ...typed, production_data_consent: true } : typed

/** The preview of a draft. @param read what its fields came to, where they were read just now */
export const previewOf = async (
  ask: Ask<unknown>,
  services: Services,
  order: Order,
  read?: OrderRead,
): Promise<ModalView> => {
  const content = contentOf(order)
  const { id, organisationNumber, ordererEmail } = order
  const [again, duplicates] = await Promise.all([
    read ?? readTyped(ask, services, order.kind, consented(typedOrder(content))),
    duplicatesOf(services, { organisationNumber, content, except: id }),
  ])
  const { acting } = drawnFor(ask)
  return orderPreview.render(ask.t, {
    order: { ...order, content },
    acting,
    mail: { to: services.places.order, copy: ordererEmail ?? '', ...orderMailText(content) },
    warnings: [...(again.ok ? again.warnings : []), ...duplicates],
    found: again.found,
  })
}

const open = async (ask: Ask<unknown>, services: Services, id: string): Promise<ModalView> => {
  const order = await orderHere(ask, services, id)
  if (order.state !== 'draft') throw new AppError('order-state', 'nothing to send')
  return previewOf(ask, services, order)
}

/** Where orders go; null: no mail can be sent. */
export const orderMailTo = ({ mailOn, places }: Services): string | null => (mailOn ? places.order : null)

const send = (ask: Ask<unknown>, services: Services): Promise<Reply> =>
  submitted(
    ask,
    services,
    seenIn(orderPreview.metadata.read(ask.view?.metadata ?? '')),
    (order, version) => sendOrder(services, ask.viewer.user, { order, version, to: orderMailTo(services) }),
    ask.t.order.card.notices.sent({ to: services.places.order }),
  )

const cancel = (id: string) =>
  route({
    kind: 'action',
    id,
    may: 'order.change',
    effect: 'change',
    input: orderSeenValue.input,
    run: async (ask, services) =>
      clicked(
        ask,
        services,
        ask.input,
        (order, version) => cancelOrder(services, ask.viewer.user, { order, version, once: ask.once }),
        ask.t.order.card.notices.cancelled,
      ),
  })

export const routes = [
  route({
    kind: 'action',
    id: orderCard.actions.preview,
    may: 'order.change',
    effect: 'read',
    input: orderSeenValue.input,
    run: async (ask, services) => openForm(ask, () => open(ask, services, ask.input.order)),
  }),
  route({
    kind: 'submit',
    id: orderPreview.id,
    may: 'order.change',
    effect: 'change',
    input: viewValues,
    run: send,
  }),
  cancel(orderCard.actions.cancel),
  cancel(orderPreview.actions.cancel),
]
