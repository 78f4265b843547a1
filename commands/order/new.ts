import type { OrderKind } from '../../src/domain/order/types.ts'
import { AppError } from '../../src/errors.ts'
import type { CommandInput } from '../../src/slack/command-text.ts'
import { type Ask, empty, type Reply, route, type Services } from '../../src/slack/route.ts'
import { loading } from '../../views/kit/loading.ts'
import { orderBrowser } from '../../views/order/browser.ts'
import { orderCard } from '../../views/order/card.ts'
import { orderHelp } from '../../views/order/help.ts'
import { orderHome } from '../../views/order/home.ts'
import { orderList } from '../../views/order/list.ts'
import { noAnswers, orderNew } from '../../views/order/new.ts'
import { newOrderValue } from '../../views/order/values.ts'
import { onTopOf } from '../client/doors.ts'
import { commandInput, nothing, viewValues } from '../inputs.ts'
import { openForm } from '../present.ts'
import { drawnFor, refusedElsewhere } from './acting.ts'
import { newDetails } from './details.ts'

/** The questions that lead to the right order (brreg.md 1), or straight to its fields where somebody knows. */

const kindWords: Readonly<Record<string, OrderKind>> = {
  direct: 'direct',
  direkte: 'direct',
  fictional: 'fictional',
  fiktiv: 'fictional',
  existing: 'existing',
  eksisterende: 'existing',
}

const typedKind = ({ words, rest }: CommandInput): OrderKind | null => {
  if (words.length === 0) return null
  const kind = kindWords[rest.toLowerCase()]
  if (kind === undefined) throw new AppError('bad-input', 'no kind of order')
  return kind
}

const begin = (ask: Ask<unknown>, services: Services, kind: OrderKind | null): Reply => {
  if (kind !== null) return openForm(ask, () => newDetails(ask, services, kind))
  return {
    now: empty,
    later: async () => void (await ask.open(orderNew.render(ask.t, { ...drawnFor(ask), answers: noAnswers }))),
  }
}

/** Another answer: the next question, and what they lead to, in the same modal. */
const answered = (ask: Ask<unknown>): Reply => {
  const { answers, chosen } = orderNew.read(ask.view?.values ?? {})
  const view = orderNew.render(ask.t, { ...drawnFor(ask), answers, chosen })
  return { now: empty, later: async () => void (await ask.show({ view, message: loading.render(ask.t).message })) }
}

/** The details take the place of the questions in the same modal. */
const chosen = async (ask: Ask<unknown>, services: Services): Promise<Reply> => {
  const drawn = orderNew.metadata.read(ask.view?.metadata ?? '')
  if (drawn === null) throw new AppError('stale-view', 'the form is of another version')
  const refused = refusedElsewhere(ask, drawn)
  if (refused !== null) return onTopOf(ask, refused)
  const { kind, answers } = orderNew.read(ask.view?.values ?? {})
  if (kind === null) return { now: { kind: 'errors', errors: orderNew.errors(ask.t, answers) } }
  return { now: { kind: 'update', view: await newDetails(ask, services, kind) } }
}

const button = (id: string) =>
  route({
    kind: 'action',
    id,
    may: 'order.change',
    effect: 'read',
    input: newOrderValue.input,
    run: async (ask, services) => begin(ask, services, ask.input.kind),
  })

const answer = (id: string) =>
  route({
    kind: 'action',
    id,
    may: 'order.change',
    effect: 'read',
    input: nothing,
    run: async (ask) => answered(ask),
  })

export const routes = [
  route({
    kind: 'command',
    id: 'test-access new',
    may: 'order.change',
    effect: 'read',
    input: commandInput,
    run: async (ask, services) => begin(ask, services, typedKind(ask.input)),
  }),
  button(orderBrowser.actions.new),
  button(orderList.actions.new),
  button(orderHome.actions.new),
  button(orderHelp.actions.new),
  button(orderCard.actions.newOrder),
  answer(orderNew.actions.purpose),
  answer(orderNew.actions.own_right),
  answer(orderNew.actions.wants),
  answer(orderNew.actions.customer_willing),
  route({ kind: 'submit', id: orderNew.id, may: 'order.change', effect: 'read', input: viewValues, run: chosen }),
]
