import type { ModalView } from '@slack/types'
import { z } from 'zod'
import { companiesOf } from '../../src/domain/order/companies.ts'
import { draftOrder } from '../../src/domain/order/draft-order.ts'
import { editDraft } from '../../src/domain/order/edit-draft.ts'
import type { TypedOrder } from '../../src/domain/order/fields.ts'
import type { MovedOrder } from '../../src/domain/order/move-order.ts'
import { prefilledOrder, typedOrder } from '../../src/domain/order/typed-order.ts'
import type { Order, OrderContent, OrderKind } from '../../src/domain/order/types.ts'
import { within } from '../../src/domain/patience.ts'
import { AppError, isAppError } from '../../src/errors.ts'
import { type Ask, type Reply, route, type Services } from '../../src/slack/route.ts'
import { orderCard } from '../../views/order/card.ts'
import { type OrderDetailsData, type OrderDetailsPlace, orderDetails } from '../../views/order/details.ts'
import { unitGroups } from '../../views/order/found.ts'
import { orderPreview } from '../../views/order/preview.ts'
import { orderSeenValue } from '../../views/order/values.ts'
import { onTopOf } from '../client/doors.ts'
import { viewValues } from '../inputs.ts'
import { openForm } from '../present.ts'
import { drawnFor, ownOrganisation, refusedElsewhere, seesAll } from './acting.ts'
import { orderHere } from './find.ts'
import { readTyped, registerPatience } from './look-up.ts'
import { previewOf } from './preview.ts'
import { keepCardsAfter } from './told.ts'

/** The fields of an order: filled in, checked against the register, and kept as a draft. Its preview comes next. */

type Shown = Pick<OrderDetailsData, 'values' | 'notes'> & Pick<OrderDetailsPlace, 'kind' | 'order'>

/** The form with what stands in it, and what the register says of the companies in it. */
const formOf = async (ask: Ask<unknown>, services: Services, { values, notes, kind, order }: Shown) => {
  const { organisation, acting } = drawnFor(ask)
  const { found } = await readTyped(ask, services, kind, values)
  const place = { organisation, kind, order }
  return orderDetails.render(ask.t, { place, acting, mayChoose: seesAll(ask), values, found, notes })
}

/** The form of a new order: the own organisation, and whoever was named in the last one of its kind. */
export const newDetails = async (ask: Ask<unknown>, services: Services, kind: OrderKind): Promise<ModalView> => {
  const organisation = ownOrganisation(ask)
  const last = organisation && (await services.store.lastOrder(organisation.number, kind))
  const values = prefilledOrder(kind, { organisation, person: ask.viewer.person, last: last?.content ?? null })
  return formOf(ask, services, { values, kind, order: null, notes: last?.content ? ['last'] : [] })
}

const draftDetails = async (ask: Ask<unknown>, services: Services, id: string): Promise<ModalView> => {
  const order = await orderHere(ask, services, id)
  const { content, kind, version } = order
  if (content === null || order.state !== 'draft') throw new AppError('order-state', 'no draft to edit')
  return formOf(ask, services, { values: typedOrder(content), kind, order: { id: order.id, version }, notes: [] })
}

/** The address that brreg's answers go to. @throws {AppError} `unconfirmed` */
const ownAddress = ({ viewer }: Ask<unknown>): string => {
  const { email } = viewer.person
  if (email === null) throw new AppError('unconfirmed', 'whoever orders has no address')
  return email
}

const write = async (
  ask: Ask<unknown>,
  services: Services,
  draft: { order: Order; version: number } | null,
  content: OrderContent,
): Promise<MovedOrder> => {
  const { user, language } = ask.viewer
  const { once } = ask
  if (draft !== null) return editDraft(services, user, { ...draft, content, once })
  const [first] = companiesOf(content)
  const organisationNumber = ownOrganisation(ask)?.number ?? first?.number ?? ''
  return draftOrder(services, user, { organisationNumber, content, ordererEmail: ownAddress(ask), language, once })
}

/** Somebody changed the draft meanwhile: the form once more, with what was typed, for the order as it is now. */
const again = async (ask: Ask<unknown>, services: Services, shown: Shown, id: string): Promise<Reply> => {
  const { version } = await orderHere(ask, services, id)
  const view = await formOf(ask, services, { ...shown, order: { id, version }, notes: ['meanwhile'] })
  return { now: { kind: 'update', view } }
}

const submitted = async (ask: Ask<unknown>, services: Services): Promise<Reply> => {
  const place = orderDetails.metadata.read(ask.view?.metadata ?? '')
  if (place === null) throw new AppError('stale-view', 'the form is of another version')
  const refused = refusedElsewhere(ask, place)
  if (refused !== null) return onTopOf(ask, refused)
  const { kind } = place
  const values: TypedOrder = orderDetails.read(ask.view?.values ?? {}, kind)
  const read = await readTyped(ask, services, kind, values)
  if (!read.ok) return { now: { kind: 'errors', errors: orderDetails.errors(ask.t, kind, read.faults) } }
  const draft = place.order && {
    order: await orderHere(ask, services, place.order.id),
    version: place.order.version,
  }
  try {
    const moved = await write(ask, services, draft, read.content)
    return {
      now: { kind: 'update', view: await previewOf(ask, services, moved.order, read) },
      later: () => keepCardsAfter(services, moved),
    }
  } catch (error) {
    if (place.order === null || !isAppError(error, 'changed-meanwhile')) throw error
    return await again(ask, services, { values, kind, order: place.order, notes: [] }, place.order.id)
  }
}

/** Companies whose name fits what was typed so far; none where the register does not answer in time. */
const suggested = async (ask: Ask<string>, { enhetsregisteret }: Services): Promise<Reply> => {
  const waited = await within(enhetsregisteret.search(ask.input), registerPatience)
  return { now: { kind: 'groups', groups: unitGroups(ask.t, waited.done ? waited.value : 'unknown') } }
}

const edit = (id: string) =>
  route({
    kind: 'action',
    id,
    may: 'order.change',
    effect: 'read',
    input: orderSeenValue.input,
    run: async (ask, services) => openForm(ask, () => draftDetails(ask, services, ask.input.order)),
  })

export const routes = [
  edit(orderCard.actions.edit),
  edit(orderPreview.actions.edit),
  route({
    kind: 'options',
    id: orderDetails.customerUnit,
    may: 'order.change',
    effect: 'read',
    input: z.string().max(200),
    run: suggested,
  }),
  route({
    kind: 'submit',
    id: orderDetails.id,
    may: 'order.change',
    effect: 'change',
    input: viewValues,
    run: submitted,
  }),
]
