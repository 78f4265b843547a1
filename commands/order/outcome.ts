import { readOutcome, type TokenRefused, tokenExpected } from '../../src/domain/order/read-outcome.ts'
import { recordOutcome } from '../../src/domain/order/record-outcome.ts'
import { type ProductionStep, productionSteps, recordProduction } from '../../src/domain/order/record-production.ts'
import { faultsOfNote } from '../../src/domain/order/recorded.ts'
import type { Order } from '../../src/domain/order/types.ts'
import { AppError } from '../../src/errors.ts'
import { type Ask, type Reply, route, type Services } from '../../src/slack/route.ts'
import { orderCard } from '../../views/order/card.ts'
import { orderNext } from '../../views/order/next-steps.ts'
import { orderOutcome } from '../../views/order/outcome.ts'
import { orderProduction } from '../../views/order/production.ts'
import { type OrderTry, orderInValue } from '../../views/order/values.ts'
import { viewValues } from '../inputs.ts'
import { openForm } from '../present.ts'
import { seenIn, submitted } from './act.ts'
import { orderHere } from './find.ts'
import { opens } from './record.ts'
import { keepCardsAfter } from './told.ts'

/** What a try for a token came to: the order is done when one was issued; a refusal is explained. */

const opensOutcome = (id: string) =>
  route({
    kind: 'action',
    id,
    may: 'order.record',
    effect: 'read',
    input: orderInValue.input,
    run: async (ask, services) =>
      openForm(ask, async () => {
        const order = await orderHere(ask, services, ask.input.order)
        const { environment } = ask.input
        return orderOutcome.render(ask.t, { order, environment, client: order.facts.clientId })
      }),
  })

/** A refusal is written down with its code, and explained in the same modal: another try follows. */
const refused = async (
  ask: Ask<unknown>,
  services: Services,
  order: Order,
  { environment, client, version }: OrderTry,
  outcome: TokenRefused,
): Promise<Reply> => {
  const asked = { order, version, once: ask.once, environment, outcome }
  const moved = await recordOutcome(services, ask.viewer.user, asked)
  const view = orderOutcome.render(ask.t, { order: moved.order, environment, client, outcome })
  return { now: { kind: 'update', view }, later: () => keepCardsAfter(services, moved) }
}

const pasted = async (ask: Ask<unknown>, services: Services): Promise<Reply> => {
  const place = seenIn(orderOutcome.metadata.read(ask.view?.metadata ?? ''))
  const { environment, client } = place
  const order = await orderHere(ask, services, place.order)
  const issuer = services.issuers.maskinporten[environment]
  const expected = tokenExpected(order, { issuer, clientId: client, now: services.now() })
  const outcome = readOutcome(orderOutcome.read(ask.view?.values ?? {}).pasted, expected)
  if (outcome.outcome === 'unreadable')
    return { now: { kind: 'errors', errors: orderOutcome.errors(ask.t, outcome.why) } }
  if (outcome.outcome === 'mismatch')
    return { now: { kind: 'update', view: orderOutcome.render(ask.t, { order, environment, client, outcome }) } }
  if (outcome.outcome === 'refused') return refused(ask, services, order, place, outcome)
  return submitted(
    ask,
    services,
    place,
    (now, version) =>
      recordOutcome(services, ask.viewer.user, { order: now, version, once: ask.once, environment, outcome }),
    ask.t.order.card.notices.issued,
  )
}

const production = async (ask: Ask<unknown>, services: Services): Promise<Reply> => {
  const seen = seenIn(orderProduction.metadata.read(ask.view?.metadata ?? ''))
  const { production: step, note } = orderProduction.read(ask.view?.values ?? {})
  const faults = [...(step === null ? [{ field: 'production', reason: 'required' }] : []), ...faultsOfNote(note)]
  if (step === null || faults.length > 0)
    return { now: { kind: 'errors', errors: orderProduction.errors(ask.t, faults) } }
  return submitted(
    ask,
    services,
    seen,
    (order, version) =>
      recordProduction(services, ask.viewer.user, { order, version, once: ask.once, production: step, note }),
    ask.t.order.card.notices.recorded,
  )
}

const possible = (order: Order): readonly ProductionStep[] => {
  const steps = productionSteps(order)
  if (steps.length === 0) throw new AppError('order-state', 'nothing can be said of production')
  return steps
}

export const routes = [
  opensOutcome(orderCard.actions.outcome),
  opensOutcome(orderNext.actions.outcome),
  route({ kind: 'submit', id: orderOutcome.id, may: 'order.record', effect: 'change', input: viewValues, run: pasted }),
  opens(orderCard.actions.production, async ({ t }, _, order) =>
    orderProduction.render(t, { order, possible: possible(order) }),
  ),
  route({
    kind: 'submit',
    id: orderProduction.id,
    may: 'order.record',
    effect: 'change',
    input: viewValues,
    run: production,
  }),
]
