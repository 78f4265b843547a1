import { claimsExample, nextStepsOf } from '../../../src/domain/order/next-steps.ts'
import { outcomeMismatches } from '../../../src/domain/order/read-outcome.ts'
import { tokenCommand } from '../../../src/domain/order/token-command.ts'
import { type Order, orderKinds } from '../../../src/domain/order/types.ts'
import { type OrderNextData, orderNext } from '../../../views/order/next-steps.ts'
import { orderOutcome } from '../../../views/order/outcome.ts'
import { nasty } from '../nasty.ts'
import { type Sample, sample } from '../sample.ts'
import { now, order, worstContents } from './orders.ts'

const issuer = 'https://test.maskinporten.no/'
const portal = 'https://sjolvbetjening.samarbeid.digdir.no/'
const client = { client_id: '7d0c0b1e-5a55-4f2f-9a77-0f4f3f1a2b3c', client_name: 'Testtilgang' }

/** The next steps as they are drawn, of the environment that comes first, or of the one that is asked for. */
export const nextData = (
  of: Order,
  environment: 'test' | 'prod' = 'test',
  over: Partial<OrderNextData> = {},
): OrderNextData => {
  const all = nextStepsOf(of)
  const steps = all.find((one) => one.environment === environment)
  if (steps === undefined) throw new Error(`no steps in ${environment}`)
  return {
    order: of,
    steps,
    environments: all.map((one) => one.environment),
    clients: [client],
    client: client.client_id,
    make: 'own',
    listed: true,
    portal,
    command: tokenCommand({
      issuer,
      tokenEndpoint: `${issuer}token`,
      clientId: client.client_id,
      kid: 'min-nokkel',
      scope: 'brreg:reelle/rapporteringspliktig',
      consumerOrg: steps.consumerOrg,
    }),
    kidKnown: true,
    claims: claimsExample({ order: of, clientId: client.client_id, issuer, now, jti: 'b0a1' }),
    ...over,
  }
}

const many = Array.from({ length: 120 }, (_, at) => ({ client_id: `client-${at}`, client_name: nasty.name }))
const bare = { clients: [], client: null, command: null, claims: null } as const
const noScope = order('existing', 'ready-to-delegate')
const unscoped: Order = { ...noScope, facts: { ...noScope.facts, scope: null } }

export const nextSamples: Sample[] = [
  ...orderKinds.flatMap((kind) => [
    sample(`next steps, ${kind}`, (t) =>
      orderNext.render(t, nextData(order(kind, kind === 'direct' ? 'granted' : 'ready-to-delegate'))),
    ),
    sample(`next steps, ${kind}, extreme`, (t) => {
      const content = worstContents[kind]
      const of = order(kind, 'in-use', { content })
      const facts = { ...of.facts, scope: 'offentlig' as const }
      const worst = {
        ...of,
        facts: of.kind === 'fictional' ? { ...facts, fictionalUnit: { number: '313513408', name: nasty.name } } : facts,
      }
      return orderNext.render(
        t,
        nextData(worst, 'test', { clients: many, client: 'client-3', kidKnown: false, notice: nasty.name }),
      )
    }),
  ]),
  sample('next steps, production of one’s own', (t) =>
    orderNext.render(t, nextData(order('direct', 'in-use'), 'prod', bare)),
  ),
  sample('next steps, production of a customer', (t) =>
    orderNext.render(t, nextData(order('existing', 'in-use'), 'prod')),
  ),
  sample('next steps, no scope', (t) => orderNext.render(t, nextData(unscoped, 'test', { ...bare, make: 'own' }))),
  ...(['own', 'supplier', 'none', 'unknown'] as const).map((make) =>
    sample(`next steps, no client, ${make}`, (t) =>
      orderNext.render(
        t,
        nextData(order('fictional', 'ready-to-delegate'), 'test', { ...bare, make, listed: make !== 'own' }),
      ),
    ),
  ),
  sample('paste the outcome', (t) =>
    orderOutcome.render(t, { order: order('direct', 'granted'), environment: 'test', client: null }),
  ),
  ...orderKinds.flatMap((kind) =>
    [
      'MP-250',
      'MP-251',
      'MP-200',
      'MP-100',
      'MP-110',
      'MP-120',
      'MP-122',
      'MP-124',
      'MP-012',
      'MP-130',
      'MP-999',
      null,
    ].map((mpCode) =>
      sample(`outcome, ${kind}, refused ${mpCode}`, (t) =>
        orderOutcome.render(t, {
          order: order(kind, 'delegated'),
          environment: kind === 'existing' ? 'prod' : 'test',
          client: 'client-1',
          outcome: { outcome: 'refused', mpCode, error: 'invalid_grant', traceId: 'c7b0-17ab' },
        }),
      ),
    ),
  ),
  ...outcomeMismatches.map((what) =>
    sample(`outcome, mismatch ${what}`, (t) =>
      orderOutcome.render(t, {
        order: order('existing', 'delegated'),
        environment: 'test',
        client: null,
        outcome: { outcome: 'mismatch', what, expected: nasty.name, found: what === 'issuer' ? null : nasty.name },
      }),
    ),
  ),
]

/** Those views by their ids, with the action ids they say they render. */
export const nextViews = [orderNext, orderOutcome]
