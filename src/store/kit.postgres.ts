import { bigint, boolean, customType, index, integer, pgTable, primaryKey } from 'drizzle-orm/pg-core'
import type { Kit } from './kit.sqlite.ts'

// as SQLite compares, so that sorting and prefix ranges mean the same on both and can use an index
const text = customType<{ data: string; driverData: string }>({ dataType: () => 'text COLLATE "C"' })

/** The five kinds of column as PostgreSQL spells them; see `kit.sqlite.ts`, whose types stand for both. */
export const postgresKit = {
  table: pgTable,
  index,
  primaryKey,
  text: (name: string) => text(name),
  int: (name: string) => integer(name),
  bool: (name: string) => boolean(name),
  instant: (name: string) => bigint(name, { mode: 'number' }),
  json: (name: string) => text(name),
} as unknown as Kit
