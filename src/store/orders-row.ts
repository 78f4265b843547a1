import { companiesOf, companyNumbers } from '../domain/order/companies.ts'
import type { OrderPatch } from '../domain/order/store.ts'
import type { Order, OrderContent, OrderFacts } from '../domain/order/types.ts'
import { searchTerms } from './fold.ts'
import { canonical, parsed } from './json.ts'
import { contentSchema, factsSchema } from './orders-json.ts'
import type { Tables } from './schema.ts'
import { refuseSecrets } from './secrets.ts'

export type OrderRow = Tables['orders']['$inferSelect']

export const orderOf = (row: OrderRow): Order => {
  const { number: _, companies: _companies, namesFolded: _names, ordererTeam, ordererUser, ...rest } = row
  return {
    ...rest,
    content: row.content === null ? null : parsed(contentSchema, row.content, 'orders.content'),
    facts: parsed(factsSchema, row.facts, 'orders.facts'),
    orderer: { teamId: ordererTeam, userId: ordererUser },
  }
}

/** The organisation numbers by which two orders are about the same companies. */
export const companiesKey = (numbers: readonly string[]): string => [...new Set(numbers)].sort().join(' ')

/** Where each word of the companies' names begins, a blank before it, as `orders.names_folded` has them. */
const searchedNames = (names: readonly string[]): string =>
  [...new Set(names.flatMap((name) => searchTerms(name, '')))]
    .filter(Boolean)
    .map((term) => ` ${term}`)
    .join('')

/** The columns of a content, and of one that was taken out: the companies' numbers stay. */
export const contentColumns = (content: OrderContent | null) => {
  if (content === null) return { content: null, namesFolded: '' }
  refuseSecrets(content, 'orders.content')
  return {
    content: canonical(content),
    companies: companiesKey(companyNumbers(content)),
    namesFolded: searchedNames(companiesOf(content).map(({ name }) => name)),
  }
}

export const factsColumn = (facts: OrderFacts): string => {
  refuseSecrets(facts, 'orders.facts')
  return canonical(facts)
}

export const ordererColumns = ({ teamId, userId }: Order['orderer']) => ({ ordererTeam: teamId, ordererUser: userId })

/** The columns of what moves; the rest stay as they are. */
export const patchColumns = ({ content, facts, orderer, ...plain }: OrderPatch) => ({
  ...plain,
  ...(content !== undefined && contentColumns(content)),
  ...(facts !== undefined && { facts: factsColumn(facts) }),
  ...(orderer !== undefined && ordererColumns(orderer)),
})
