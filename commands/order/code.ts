import { acceptCode } from '../../src/domain/order/accept-code.ts'
import { consentsGiven } from '../../src/domain/order/consents-given.ts'
import { type CustomerSays, faultsOfSaid } from '../../src/domain/order/customer-said.ts'
import { type CodeLook, lookAtCode } from '../../src/domain/order/look-at-code.ts'
import { readCode } from '../../src/domain/order/read-code.ts'
import type { OrderUnit } from '../../src/domain/order/types.ts'
import { withdrawConsent } from '../../src/domain/order/withdraw-consent.ts'
import { isAppError } from '../../src/errors.ts'
import { type Ask, empty, type Reply, route, type Services } from '../../src/slack/route.ts'
import { organisationOf } from '../../src/viewer.ts'
import type { Shown } from '../../views/kit/shown.ts'
import { orderBrowser } from '../../views/order/browser.ts'
import { orderCode } from '../../views/order/code.ts'
import { orderConsent } from '../../views/order/consent.ts'
import { orderConsented } from '../../views/order/consented.ts'
import { orderConsents } from '../../views/order/consents.ts'
import { orderHelp } from '../../views/order/help.ts'
import { orderHome } from '../../views/order/home.ts'
import { orderList } from '../../views/order/list.ts'
import { newOrderValue } from '../../views/order/values.ts'
import { refusedElsewhere } from '../client/acting.ts'
import { onTopOf } from '../client/doors.ts'
import { nothing, viewValues } from '../inputs.ts'
import { openForm, present } from '../present.ts'
import { seenIn } from './act.ts'
import { newDetails } from './details.ts'
import { keepCardsAfter } from './told.ts'

/** A customer lets a supplier see whether its own access was confirmed: by a code, and until it takes that back. */

const open = (ask: Ask<unknown>): Reply => {
  const organisation = organisationOf(ask.viewer).number
  return { now: empty, later: async () => void (await ask.open(orderCode.render(ask.t, { organisation }))) }
}

/** The customer's own direct order that brreg has not confirmed yet. */
const pendingOrder = async ({ store }: Services, organisationNumber: string) => {
  const query = { organisationNumber, kind: 'direct', states: ['draft', 'sent', 'send-failed', 'more-info'] } as const
  const { rows } = await store.orders({ ...query, page: 0, size: 1 })
  return rows[0] ?? null
}

const consentForm = async (ask: Ask<unknown>, services: Services, look: CodeLook) => {
  const organisation = organisationOf(ask.viewer).number
  const pending = look.confirmed === null ? await pendingOrder(services, organisation) : null
  return orderConsent.render(ask.t, { organisation, look, pending })
}

/** The code was typed: who asks, and what they would see, takes its place. */
const typed = async (ask: Ask<unknown>, services: Services): Promise<Reply> => {
  const elsewhere = refusedElsewhere(ask, seenIn(orderCode.metadata.read(ask.view?.metadata ?? '')))
  if (elsewhere !== null) return onTopOf(ask, elsewhere)
  const { code } = orderCode.read(ask.view?.values ?? {})
  const refuse = (fault: 'malformed' | 'invalid'): Reply => ({
    now: { kind: 'errors', errors: orderCode.errors(ask.t, fault) },
  })
  if (readCode(code) === null) return refuse('malformed')
  const organisationNumber = organisationOf(ask.viewer).number
  try {
    const look = await lookAtCode(services, ask.viewer.user, { code, organisationNumber })
    return { now: { kind: 'update', view: await consentForm(ask, services, look) } }
  } catch (error) {
    if (!isAppError(error, 'code-invalid')) throw error
    return refuse('invalid')
  }
}

/** What the customer wrote of its own access, or why that is no answer. */
const saysOf = (ask: Ask<unknown>, now: number): { says: CustomerSays | null } | { errors: Record<string, string> } => {
  const values = orderConsent.read(ask.view?.values ?? {})
  if (values === null) return { says: null }
  if (orderConsent.isHalf(values)) return { errors: orderConsent.halfErrors(ask.t, values) }
  const { confirmed_on, scope, environments } = values
  const says = { confirmedOn: confirmed_on ?? '', scope, environments }
  const faults = faultsOfSaid(says, now)
  return faults.length > 0 ? { errors: orderConsent.errors(ask.t, faults) } : { says }
}

const agreed = async (ask: Ask<unknown>, services: Services): Promise<Reply> => {
  const place = seenIn(orderConsent.metadata.read(ask.view?.metadata ?? ''))
  const elsewhere = refusedElsewhere(ask, place)
  if (elsewhere !== null) return onTopOf(ask, elsewhere)
  const said = saysOf(ask, services.now())
  if ('errors' in said) return { now: { kind: 'errors', errors: said.errors } }
  const organisationNumber = organisationOf(ask.viewer).number
  const accepted = await acceptCode(services, ask.viewer.user, {
    code: place.code,
    organisationNumber,
    said: said.says,
    once: ask.once,
  })
  const { supplier, outcome } = accepted
  const ordered = (await pendingOrder(services, organisationNumber)) !== null
  const { view } = orderConsented.render(ask.t, { supplier, outcome, ordered })
  return { now: { kind: 'update', view }, later: () => keepCardsAfter(services, accepted) }
}

const consents = async (ask: Ask<unknown>, services: Services, withdrawn?: OrderUnit): Promise<Shown> =>
  orderConsents.render(ask.t, {
    consents: await consentsGiven(services, organisationOf(ask.viewer).number),
    withdrawn,
  })

const takeBack = (ask: Ask<unknown>, services: Services, orderId: string): Reply => ({
  now: empty,
  later: async () => {
    const organisationNumber = organisationOf(ask.viewer).number
    const given = await consentsGiven(services, organisationNumber)
    const moved = await withdrawConsent(services, ask.viewer.user, { orderId, organisationNumber, once: ask.once })
    const supplier = given.find((one) => one.orderId === orderId)?.supplier
    await ask.show(await consents(ask, services, supplier))
    await keepCardsAfter(services, moved)
  },
})

const codeButton = (id: string) =>
  route({
    kind: 'action',
    id,
    may: 'order.consent',
    effect: 'read',
    input: nothing,
    run: async (ask) => open(ask),
  })

const consentsButton = (id: string) =>
  route({
    kind: 'action',
    id,
    may: 'order.consent',
    effect: 'read',
    input: nothing,
    // on top, so that closing it leads back to the orders
    run: (ask, services) => present({ ...ask, door: 'home' }, () => consents(ask, services)),
  })

export const routes = [
  codeButton(orderBrowser.actions.code),
  codeButton(orderList.actions.code),
  codeButton(orderHome.actions.code),
  codeButton(orderHelp.actions.code),
  codeButton(orderConsents.actions.code),
  consentsButton(orderBrowser.actions.consents),
  consentsButton(orderConsented.actions.consents),
  route({
    kind: 'action',
    id: orderConsented.actions.new,
    may: 'order.change',
    effect: 'read',
    input: newOrderValue.input,
    run: async (ask, services) => openForm(ask, () => newDetails(ask, services, ask.input.kind ?? 'direct')),
  }),
  route({ kind: 'submit', id: orderCode.id, may: 'order.consent', effect: 'change', input: viewValues, run: typed }),
  route({
    kind: 'submit',
    id: orderConsent.id,
    may: 'order.consent',
    effect: 'change',
    input: viewValues,
    run: agreed,
  }),
  route({
    kind: 'action',
    id: orderConsents.actions.withdraw,
    may: 'order.consent',
    effect: 'change',
    input: orderConsents.consentValue.input,
    run: async (ask, services) => takeBack(ask, services, ask.input.consent),
  }),
]
