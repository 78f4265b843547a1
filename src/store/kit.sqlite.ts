import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/**
 * The five kinds of column that a table may have, as SQLite spells them. `kit.postgres.ts` has the same names, and a
 * query is typed against these on both.
 */
export const sqliteKit = {
  table: sqliteTable,
  index,
  primaryKey,
  /** sorted and compared by code point */
  text: (name: string) => text(name),
  int: (name: string) => integer(name),
  bool: (name: string) => integer(name, { mode: 'boolean' }),
  /** epoch ms */
  instant: (name: string) => integer(name),
  /** canonical text, see `json.ts` */
  json: (name: string) => text(name),
}

export type Kit = typeof sqliteKit
