import { companiesOf } from '../../src/domain/order/companies.ts'
import { scopeName } from '../../src/domain/order/delegation-form.ts'
import type { Order, OrderState, OrderUnit, RegisterScope } from '../../src/domain/order/types.ts'
import { cut } from '../../src/text/format.ts'
import type { Text } from '../../src/text/index.ts'
import { oneLine } from '../kit/one-line.ts'

/** A company's name on one line; a purge leaves the number alone. */
export const unitName = (t: Text, { name }: Pick<OrderUnit, 'name'>): string => {
  const line = oneLine(name)
  return line === '' ? t.order.words.noName : cut(line, 180)
}

/** `KYSTVERDI AS (310000019)` */
export const unitWords = (t: Text, unit: Pick<OrderUnit, 'number' | 'name'>): string =>
  `${unitName(t, unit)} (${unit.number})`

/** The companies of an order in one phrase; its kind where they are gone. */
export const orderCompanies = (t: Text, { content, kind }: Pick<Order, 'content' | 'kind'>): string =>
  content === null
    ? t.order.words.kinds[kind].toLowerCase()
    : t.format.list(companiesOf(content).map((unit) => unitName(t, unit)))

/** `Media (brreg:reelle/media)` */
export const scopeWords = (t: Text, scope: RegisterScope): string =>
  `${t.order.words.scopes[scope]} (${scopeName(scope)})`

/** A day, `2026-12-31`, as an instant within it in Norway. */
export const dayOf = (day: string): number => Date.parse(`${day}T12:00:00Z`)

export const stateMarks: Record<OrderState, string> = {
  draft: ':memo:',
  'waiting-for-customer': ':hourglass_flowing_sand:',
  sent: ':hourglass_flowing_sand:',
  'send-failed': ':warning:',
  'more-info': ':question:',
  granted: ':key:',
  'ready-to-delegate': ':point_right:',
  delegated: ':key:',
  'in-use': ':white_check_mark:',
  rejected: ':no_entry:',
  withdrawn: ':wastebasket:',
  cancelled: ':wastebasket:',
}
