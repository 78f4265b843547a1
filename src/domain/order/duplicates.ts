import type { Deps } from '../deps.ts'
import { companyNumbers } from './companies.ts'
import type { OrderWarning } from './fields.ts'
import type { Order, OrderContent, OrderState } from './types.ts'

/** Brreg has done its part: asking for the same again is no use (brreg.md 1). */
const answered: readonly OrderState[] = ['granted', 'ready-to-delegate', 'delegated', 'in-use']

const isAbout = ({ content }: Order, companies: readonly string[]): boolean =>
  content !== null && companyNumbers(content).join() === companies.join()

/**
 * Warns of the organisation's own orders of the kind about the same companies (brreg.md 5.8): those that are under way,
 * and one that brreg has answered. Never of another organisation's.
 *
 * @param asked `except`: the order itself, while it is edited or about to be sent
 */
export const duplicatesOf = async (
  { store }: Pick<Deps, 'store'>,
  { organisationNumber, content, except }: { organisationNumber: string; content: OrderContent; except?: string },
): Promise<OrderWarning[]> => {
  const { kind } = content
  const companies = companyNumbers(content)
  const [open, used] = await Promise.all([
    store.openOrdersLike({ organisationNumber, kind, companies }),
    store.orders({ organisationNumber, kind, states: ['in-use'], page: 0, size: 50 }),
  ])
  const others = [...open, ...used.rows.filter((order) => isAbout(order, companies))].filter(({ id }) => id !== except)
  const under = others.filter(({ state }) => !answered.includes(state))
  const done = others.find(({ state }) => answered.includes(state))
  return [
    ...(under.length > 0 ? [{ code: 'duplicate' as const, ids: under.map(({ id }) => id) }] : []),
    ...(done ? [{ code: 'already-granted' as const, id: done.id }] : []),
  ]
}
