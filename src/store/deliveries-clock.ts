import { is, type SQL, sql } from 'drizzle-orm'
import { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Ground } from './engine.ts'

/** Whether a server answers, which several instances share, and not this process's file. */
export const isShared = ({ tables }: Pick<Ground, 'tables'>): boolean => !is(tables.deliveries, SQLiteTable)

/**
 * The clock that leases are kept by, epoch ms: the server's own, since no two machines agree to the millisecond; of a
 * file, the process's.
 */
export const leaseClock = (ground: Pick<Ground, 'tables' | 'now'>): SQL<number> =>
  isShared(ground) ? sql<number>`(extract(epoch from clock_timestamp()) * 1000)::bigint` : sql<number>`${ground.now()}`
