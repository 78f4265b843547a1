import type { BaseSQLiteDatabase, SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { ChangeMark } from './remember.ts'
import type { Tables } from './schema.ts'

/** Both engines, typed as SQLite's; whatever runs on it is awaited and runs on both (every store test does). */
export type Db = BaseSQLiteDatabase<'sync', unknown>

/** What the queries of a noun are built on. `now` is epoch ms. */
export type Ground = { db: Db; tables: Tables; now(): number; id(): string }

/** The ground inside one transaction. */
export type Tx = Ground & {
  /**
   * Many rows at once: drizzle takes tens of seconds to put 100 000 together. Every row has every column that is not
   * nullable; `onConflict` is SQL that comes after the values.
   */
  insertMany<T extends SQLiteTable>(table: T, rows: T['$inferInsert'][], onConflict?: string): Promise<void>
  /** After a great many rows: lets the planner know, which else may walk a whole list for a few of its rows. */
  measure(): Promise<void>
  /** Held to the end of the transaction: nobody else gets past the same name. */
  lock(name: string): Promise<void>
}

/** What the engine gives a transaction: the same object each time on the same connection. */
export type Inside = Pick<Tx, 'db' | 'lock' | 'insertMany' | 'measure'>

/** One database, opened. */
export type Engine = {
  tables: Tables
  /** for questions, outside any transaction */
  reads: Db
  /** Commits what `body` did, or nothing of it when it throws. */
  transaction<T>(body: (inside: Inside) => Promise<T>): Promise<T>
  /** See `remember.ts`. */
  changeMark: ChangeMark
  /** Waits for what is in hand. */
  close(): Promise<void>
}
