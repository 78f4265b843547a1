import { sql } from 'drizzle-orm'
import { AppError } from '../errors.ts'
import type { Tx } from './engine.ts'

/** The next `count` numbers of a kind, the last of them; nobody else takes from the kind until the transaction ends. */
export const takeNumbers = async (
  { db, tables: { counters } }: Pick<Tx, 'db' | 'tables'>,
  name: string,
  count: number,
): Promise<number> => {
  const [row] = await db
    .insert(counters)
    .values({ name, last: count })
    .onConflictDoUpdate({ target: counters.name, set: { last: sql`${counters.last} + excluded.last` } })
    .returning({ last: counters.last })
  if (!row) throw new AppError('internal', 'a counter gave no number')
  return row.last
}

/** `CON-12` as people type it, in any letter case. */
export const idOf = (typed: string): string => typed.trim().toUpperCase()
