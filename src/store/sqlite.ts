import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { getTableColumns, getTableName } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { AppError } from '../errors.ts'
import type { Engine, Inside, Tx } from './engine.ts'
import { isPassing } from './faults.ts'
import { applyMigrations, readMigrations } from './migrate.ts'
import { tables } from './schema.sqlite.ts'

// the driver waits in the one thread that also acknowledges Slack, so it waits little and the rest is done here
const driverWait = 50
const migrationPatience = 30_000

/**
 * `run`, again and again while another process holds the database, with pauses in which everything else goes on.
 * Throws `store-busy` when it is still locked `patience` ms after `since`.
 */
const whenFree = async <T>(run: () => T, patience: number, since = performance.now()): Promise<T> => {
  for (let pause = 10; ; pause = Math.min(pause * 2, 160)) {
    try {
      return run()
    } catch (error) {
      if (!isPassing(error)) throw error
      if (performance.now() - since >= patience) throw new AppError('store-busy', 'the database file stayed locked')
    }
    await sleep(pause)
  }
}

/**
 * What the query planner is told of the big tables: without it, it takes a list for ten rows and walks all of it for a
 * few client ids. Rows in all, then rows that have the same first column, first two columns, and so on. Measured
 * figures (`analyze`) would differ from one installation to the next, and with them the plans.
 */
const statistics = [
  ['registrations', 'sqlite_autoindex_registrations_1', '100000 20000 10000 1'],
  ['registrations', 'registrations_by_name', '100000 20000 10000 2 1'],
  ['registrations', 'registrations_by_state', '100000 20000 10000 9000 2 1'],
  ['registration_terms', 'sqlite_autoindex_registration_terms_1', '400000 80000 40000 4 1'],
  ['registration_terms', 'registration_terms_by_term', '400000 80000 40000 100 100 90 1'],
] as const

const tellPlanner = (writer: Database.Database): void => {
  writer.exec('analyze sqlite_schema')
  writer.exec('delete from sqlite_stat1')
  const insert = writer.prepare('insert into sqlite_stat1 (tbl, idx, stat) values (?, ?, ?)')
  for (const row of statistics) insert.run(row)
}

const migrate = async (writer: Database.Database, now: number): Promise<void> => {
  const migrations = await readMigrations('sqlite')
  // a table is changed by making it anew, which would take what refers to it along; a no-op once a transaction began
  writer.pragma('foreign_keys = OFF')
  await whenFree(() => writer.exec('begin immediate'), migrationPatience)
  try {
    const run = async (sql: string) => {
      const statement = writer.prepare(sql)
      if (statement.reader) return statement.all() as Record<string, unknown>[]
      statement.run()
      return []
    }
    await applyMigrations({ run }, migrations, now)
    tellPlanner(writer)
    const broken = writer.pragma('foreign_key_check') as unknown[]
    if (broken.length > 0) throw new AppError('internal', `migrations: ${broken.length} rows refer to nothing`)
    writer.exec('commit')
    // reads them into this connection; those opened later find them
    await whenFree(() => writer.exec('analyze sqlite_schema'), migrationPatience)
  } catch (error) {
    if (writer.inTransaction) writer.exec('rollback')
    throw error
  }
}

const insertMany =
  (writer: Database.Database): Tx['insertMany'] =>
  async (table, rows, onConflict = '') => {
    const columns = Object.entries(getTableColumns(table))
    const names = columns.map(([, column]) => `"${column.name}"`).join(', ')
    const marks = columns.map(() => '?').join(', ')
    const insert = writer.prepare(`insert into "${getTableName(table)}" (${names}) values (${marks}) ${onConflict}`)
    for (const row of rows as Record<string, unknown>[]) {
      insert.run(columns.map(([name, column]) => (row[name] == null ? null : column.mapToDriverValue(row[name]))))
    }
  }

const openWriter = async (file: string, now: number, patience: number): Promise<Database.Database> => {
  const writer = new Database(file, { timeout: driverWait })
  try {
    await whenFree(() => writer.pragma('journal_mode = WAL'), patience)
    writer.pragma('synchronous = FULL')
    await migrate(writer, now)
    writer.pragma('foreign_keys = ON')
    return writer
  } catch (error) {
    writer.close()
    throw error
  }
}

/**
 * SQLite's own count of what others committed (https://sqlite.org/pragma.html#pragma_data_version): the writer is
 * another connection too. Asked once a turn of the event loop, and again after a commit of ours.
 */
const changeMarkOf = (reader: Database.Database) => {
  const version = reader.prepare('pragma data_version').pluck()
  let known: number | null = null
  const forget = () => {
    known = null
  }
  return {
    forget,
    mark: (): number => {
      if (known === null) {
        known = Number(version.get())
        setImmediate(forget)
      }
      return known
    },
  }
}

/**
 * A file: one connection that writes, one transaction at a time, and one that only reads and never waits for it.
 * Makes the folder. `patience`: ms that a write waits for another process's lock.
 */
export const openSqlite = async (file: string, now: number, patience = 2000): Promise<Engine> => {
  // personal values: the folder is the bot's alone
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  const writer = await openWriter(file, now, patience)
  const reader = new Database(file, { readonly: true, fileMustExist: true, timeout: driverWait })
  const inside: Inside = {
    db: drizzle(writer),
    insertMany: insertMany(writer),
    measure: async () => undefined,
    lock: async () => undefined,
  }
  const changes = changeMarkOf(reader)
  let last: Promise<unknown> = Promise.resolve()

  const inTurn = <T>(run: () => Promise<T>): Promise<T> => {
    const turn = last.then(run)
    last = turn.catch(() => undefined)
    return turn
  }
  return {
    tables,
    reads: drizzle(reader),
    transaction: (body) => {
      const since = performance.now()
      return inTurn(async () => {
        await whenFree(() => writer.exec('begin immediate'), patience, since)
        try {
          // not drizzle's `transaction`, which commits before an async body is done
          const value = await body(inside)
          writer.exec('commit')
          changes.forget()
          return value
        } catch (error) {
          if (writer.inTransaction) writer.exec('rollback')
          throw error
        }
      })
    },
    changeMark: changes.mark,
    close: () =>
      inTurn(async () => {
        reader.close()
        writer.close()
      }),
  }
}
