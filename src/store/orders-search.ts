import { and, desc, eq, inArray, or, type SQL, sql } from 'drizzle-orm'
import type { OrderQuery, OrderReads } from '../domain/order/store.ts'
import type { Ground } from './engine.ts'
import { typedWords } from './fold.ts'
import { orderOf } from './orders-row.ts'
import { idOf } from './typed-ids.ts'

/** `974 760 673` is one number. */
const withWholeNumbers = (text: string): string => text.replace(/(?<!\d)(\d{3})\s(\d{3})\s(\d{3})(?!\d)/gu, '$1$2$3')

/** Whether some word after a blank begins with `word`. */
const begins = (words: SQL, word: string): SQL => sql`${words} like ${`% ${word.replace(/[!%_]/g, '!$&')}%`} escape '!'`

/**
 * The search of `OrderReads.orders`. Every word must be the id, or begin a word of a company's name, or its number. The
 * few thousand orders of an installation are looked through.
 */
export const searchOrders = ({ db, tables: { orders } }: Pick<Ground, 'db' | 'tables'>): OrderReads['orders'] => {
  const has = (word: string) =>
    or(
      eq(orders.id, idOf(word)),
      begins(sql`(' ' || ${orders.companies})`, word),
      begins(sql`${orders.namesFolded}`, word),
    )
  const matching = ({ organisationNumber, orderer, states, turn, kind, text = '' }: OrderQuery): SQL | undefined =>
    and(
      organisationNumber === undefined ? undefined : eq(orders.organisationNumber, organisationNumber),
      orderer && and(eq(orders.ordererTeam, orderer.teamId), eq(orders.ordererUser, orderer.userId)),
      states && inArray(orders.state, [...states]),
      turn && eq(orders.turn, turn),
      kind && eq(orders.kind, kind),
      ...typedWords(withWholeNumbers(text)).map(has),
    )
  return async (query) => {
    const { page, size } = query
    const where = matching(query)
    const [rows, [counted]] = await Promise.all([
      db
        .select()
        .from(orders)
        .where(where)
        .orderBy(desc(orders.number))
        .limit(size)
        .offset(page * size),
      db.select({ count: sql<number>`cast(count(*) as integer)` }).from(orders).where(where),
    ])
    return { rows: rows.map(orderOf), total: counted?.count ?? 0 }
  }
}
