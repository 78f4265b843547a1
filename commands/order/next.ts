import { adminAccessFor } from '../../src/domain/client/admin-access.ts'
import { defaultDraft } from '../../src/domain/client/defaults.ts'
import type { Environment } from '../../src/domain/client/types.ts'
import { companiesOf } from '../../src/domain/order/companies.ts'
import { scopeName } from '../../src/domain/order/delegation-form.ts'
import { claimsExample, consumerOrgOf, type NextSteps, nextStepsOf } from '../../src/domain/order/next-steps.ts'
import { type OrderClients, orderClients } from '../../src/domain/order/order-clients.ts'
import { tokenCommand } from '../../src/domain/order/token-command.ts'
import type { Order } from '../../src/domain/order/types.ts'
import { AppError } from '../../src/errors.ts'
import { type Ask, route, type Services } from '../../src/slack/route.ts'
import { organisationOf } from '../../src/viewer.ts'
import { clientNewDetails } from '../../views/client/new-details.ts'
import type { Shown } from '../../views/kit/shown.ts'
import { orderCard } from '../../views/order/card.ts'
import { orderCustomerMessage } from '../../views/order/customer-message.ts'
import { orderNext } from '../../views/order/next-steps.ts'
import { orderInValue, orderValue } from '../../views/order/values.ts'
import { drawnFor as drawnForMember } from '../client/acting.ts'
import { openForm, present } from '../present.ts'
import { cardOf } from './card.ts'
import { forCustomer } from './customer.ts'
import { orderHere } from './find.ts'

/** What is left to do once access was given, until a token was fetched: "make it work" (brreg.md 6). */

/** Maskinporten's token endpoint stands below its issuer (brreg.md 6, step 3). */
const tokenEndpointOf = (issuer: string): string => `${issuer.replace(/\/+$/, '')}/token`

/** Stands in a command for the id of a key that is not known here; whoever runs it puts theirs in its place. */
const unknownKid = 'KID'

const noClients: OrderClients = { clients: [], make: 'unknown', listed: false }

type Chosen = { command: string | null; kidKnown: boolean }

/** The command that fetches a token with one client's key. */
const commandFor = async (
  services: Services,
  order: Order,
  { environment }: NextSteps,
  clientId: string | null,
): Promise<Chosen> => {
  const { scope } = order.facts
  const consumerOrg = consumerOrgOf(order)
  const known = scope !== null && (order.kind === 'direct' || consumerOrg !== null)
  if (clientId === null || !known) return { command: null, kidKnown: false }
  const keys = await services.store.registrationKeys(order.organisationNumber, environment, clientId)
  const kid = keys?.at(-1)?.kid ?? null
  const issuer = services.issuers.maskinporten[environment]
  const asked = { issuer, tokenEndpoint: tokenEndpointOf(issuer), clientId, scope: scopeName(scope), consumerOrg }
  return { command: tokenCommand({ ...asked, kid: kid ?? unknownKid }), kidKnown: kid !== null }
}

/** The next steps of an order in one environment; those of the first that it has any in when left out. */
export const nextContent = async (
  ask: Ask<unknown>,
  services: Services,
  order: Order,
  asked: { environment?: Environment; client?: string } = {},
): Promise<Shown> => {
  const all = nextStepsOf(order)
  const steps = all.find(({ environment }) => environment === asked.environment) ?? all[0]
  if (steps === undefined) throw new AppError('order-state', 'nothing is left to do before access was given')
  const { environment, scope } = steps
  const { organisationNumber } = order
  const found =
    scope === null || environment === 'prod' ? noClients : await orderClients(services, { organisationNumber, scope })
  const client = asked.client ?? order.facts.clientId ?? found.clients.at(-1)?.client_id ?? null
  const issuer = services.issuers.maskinporten[environment]
  const example = { order, issuer, now: services.now(), jti: services.newId() }
  return orderNext.render(ask.t, {
    order,
    steps,
    ...found,
    client,
    portal: services.places.contact,
    environments: all.map((one) => one.environment),
    ...(await commandFor(services, order, steps, client)),
    claims: client === null ? null : claimsExample({ ...example, clientId: client }),
  })
}

/** The form of a Maskinporten client in test, with the order's scope and name in it; `/client new` goes on from there. */
const clientForm = async (ask: Ask<unknown>, services: Services, id: string) => {
  const order = await orderHere(ask, services, id)
  const { scope } = order.facts
  if (scope === null || order.content === null) throw new AppError('order-state', 'the scope is not known')
  const place = { environment: 'test', integration_type: 'maskinporten' } as const
  const access = await adminAccessFor(services, organisationOf(ask.viewer).number, 'test')
  const name = `RRH test ${order.id}`
  const companies = companiesOf(order.content).map((unit) => unit.name)
  return clientNewDetails.render(ask.t, {
    ...place,
    ...drawnForMember(ask),
    access,
    draft: {
      ...defaultDraft(place.integration_type, place.environment),
      client_name: name,
      description: `${name}: ${companies.join(', ')}`.slice(0, 250),
      scopes: [scopeName(scope)],
    },
  })
}

const steps = (id: string) =>
  route({
    kind: 'action',
    id,
    may: 'order.read',
    effect: 'read',
    input: orderInValue.input,
    run: (ask, services) =>
      present(ask, async () =>
        nextContent(ask, services, await orderHere(ask, services, ask.input.order), {
          environment: ask.input.environment,
        }),
      ),
  })

export const routes = [
  steps(orderCard.actions.nextSteps),
  steps(orderNext.actions.other),
  route({
    kind: 'action',
    id: orderNext.actions.client,
    may: 'order.read',
    effect: 'read',
    input: orderNext.clientChoice.input,
    run: (ask, services) =>
      present(ask, async () =>
        nextContent(ask, services, await orderHere(ask, services, ask.input.order), { client: ask.input.client }),
      ),
  }),
  route({
    kind: 'action',
    id: orderNext.actions.make,
    may: 'client.change',
    effect: 'read',
    input: orderInValue.input,
    run: async (ask, services) => openForm(ask, () => clientForm(ask, services, ask.input.order)),
  }),
  route({
    kind: 'action',
    id: orderNext.actions.message,
    may: 'order.change',
    effect: 'read',
    input: orderInValue.input,
    run: (ask, services) =>
      present(ask, async () =>
        orderCustomerMessage.render(ask.t, {
          order: forCustomer(await orderHere(ask, services, ask.input.order)),
          about: ask.input.environment === 'prod' ? 'delegate-prod' : 'delegate-test',
          code: null,
        }),
      ),
  }),
  route({
    kind: 'action',
    id: orderNext.actions.back,
    may: 'order.read',
    effect: 'read',
    input: orderValue.input,
    run: (ask, services) =>
      present(ask, async () => cardOf(ask, services, await orderHere(ask, services, ask.input.order))),
  }),
]
