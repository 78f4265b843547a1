import type { SlackUser } from '../belonging/types.ts'
import { auditActor } from '../contact/actor.ts'
import { csvRecord } from '../csv-record.ts'
import type { Deps } from '../deps.ts'
import { companiesOf } from './companies.ts'
import { scopeName } from './delegation-form.ts'
import type { OrderQuery } from './store.ts'
import type { Order } from './types.ts'

const PAGE = 200

const at = (instant: number | undefined): string | null =>
  instant === undefined ? null : new Date(instant).toISOString()

/** The columns of an export, in their order. Of people nothing but the orderer's ids: mails and notes stay behind. */
const columns: Record<string, (order: Order) => unknown> = {
  id: ({ id }) => id,
  organisation_number: ({ organisationNumber }) => organisationNumber,
  kind: ({ kind }) => kind,
  state: ({ state }) => state,
  turn: ({ turn }) => turn,
  company_numbers: ({ content }) =>
    content &&
    companiesOf(content)
      .map(({ number }) => number)
      .join(' '),
  company_names: ({ content }) =>
    content &&
    companiesOf(content)
      .map(({ name }) => name)
      .join('; '),
  scope: ({ facts }) => facts.scope && scopeName(facts.scope),
  granted_test: ({ facts }) => at(facts.granted.test),
  granted_prod: ({ facts }) => at(facts.granted.prod),
  fictional_number: ({ facts }) => facts.fictionalUnit?.number ?? null,
  customer_confirmed_on: ({ facts }) => facts.proof?.confirmedOn ?? null,
  production: ({ facts }) => facts.production,
  client_id: ({ facts }) => facts.clientId,
  refused_with: ({ facts }) => facts.refusedWith,
  token_test: ({ facts }) => at(facts.tokenAt.test),
  token_prod: ({ facts }) => at(facts.tokenAt.prod),
  orderer_team: ({ orderer }) => orderer.teamId,
  orderer_user: ({ orderer }) => orderer.userId,
  created_at: ({ createdAt }) => at(createdAt),
  in_state_since: ({ since }) => at(since),
}

const matching = async ({ store }: Pick<Deps, 'store'>, query: Omit<OrderQuery, 'page' | 'size'>): Promise<Order[]> => {
  const found = new Map<string, Order>()
  for (let page = 0; ; page += 1) {
    const { rows } = await store.orders({ ...query, page, size: PAGE })
    // one that arrives while pages are read moves the others on by one
    for (const order of rows) found.set(order.id, order)
    if (rows.length < PAGE) return [...found.values()]
  }
}

/**
 * Orders as CSV (RFC 4180) in UTF-8, newest first, harmless in a spreadsheet; audited before anything leaves.
 *
 * @param asked `query.organisationNumber` left out: of all organisations, for operators alone
 */
export const exportOrders = async (
  deps: Pick<Deps, 'store'>,
  actor: SlackUser,
  { query, once }: { query: Omit<OrderQuery, 'page' | 'size'>; once: string },
): Promise<{ csv: string; orders: number }> => {
  const orders = await matching(deps, query)
  const { organisationNumber = null, text: _, ...filters } = query
  await deps.store.write(
    {
      once,
      audit: [
        {
          action: 'orders.export',
          outcome: 'done',
          actor: auditActor(actor),
          organisationNumber,
          environment: null,
          subject: organisationNumber === null ? null : `organisation:${organisationNumber}`,
          changeId: null,
          correlationId: null,
          values: { after: { ...filters, orders: orders.length } },
        },
      ],
    },
    async () => null,
  )
  const head = csvRecord(Object.keys(columns))
  const rows = orders.map((order) => csvRecord(Object.values(columns).map((column) => column(order))))
  return { csv: [head, ...rows].join(''), orders: orders.length }
}
