import { setTimeout as sleep } from 'node:timers/promises'
import { getTableColumns, getTableName } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { AppError } from '../errors.ts'
import type { Db, Engine, Inside, Tx } from './engine.ts'
import { isPassing, storeFault } from './faults.ts'
import { applyMigrations, readMigrations } from './migrate.ts'
import { tables } from './schema.postgres.ts'

// local to the transaction: a pooler between us and the server takes no start-up settings
const begin =
  "begin isolation level read committed; set local lock_timeout = '10s'; set local idle_in_transaction_session_timeout = '60s'"
const beginMigration = 'begin isolation level read committed; select pg_advisory_xact_lock(7020551846)'

const makePool = (connectionString: string): pg.Pool => {
  const pool = new pg.Pool({ connectionString, max: 10, connectionTimeoutMillis: 5000, keepAlive: true })
  // a lost connection is told by the next query on it; without a listener it would end the process
  const nothing = () => undefined
  pool.on('error', nothing)
  pool.on('connect', (client) => client.on('error', nothing))
  return pool
}

/** The server, tried until it answers. Throws `store-busy` when it does not within `patience` ms. */
const whenReachable = async (pool: pg.Pool, patience: number): Promise<void> => {
  const since = performance.now()
  for (let pause = 50; ; pause = Math.min(pause * 2, 1000)) {
    try {
      await pool.query('select 1')
      return
    } catch (error) {
      if (!isPassing(error) || performance.now() - since >= patience) throw storeFault(error)
    }
    await sleep(pause)
  }
}

/** One transaction on a connection of its own; the connection is thrown away when it can't be rolled back. */
const inTransaction = async <T>(
  pool: pg.Pool,
  start: string,
  body: (client: pg.PoolClient) => Promise<T>,
): Promise<T> => {
  const client = await pool.connect()
  let unusable = false
  try {
    await client.query(start)
    const value = await body(client)
    const end = await client.query('commit')
    // so PostgreSQL answers when a statement failed and the body went on as if nothing had happened
    if (end.command === 'ROLLBACK') throw new AppError('internal', 'the transaction had failed and was rolled back')
    return value
  } catch (error) {
    await client.query('rollback').catch(() => {
      unusable = true
    })
    throw error
  } finally {
    client.release(unusable)
  }
}

const insertMany =
  (client: pg.PoolClient): Tx['insertMany'] =>
  async (table, rows, onConflict = '') => {
    const columns = Object.entries(getTableColumns(table))
    const names = columns.map(([, column]) => `"${column.name}"`).join(', ')
    // one array for each column
    const arrays = columns.map(([, column], i) => `$${i + 1}::${column.getSQLType().replace(/ COLLATE .*/, '')}[]`)
    const values = columns.map(([name]) => (rows as Record<string, unknown>[]).map((row) => row[name] ?? null))
    await client.query(
      `insert into "${getTableName(table)}" (${names}) select * from unnest(${arrays.join(', ')}) ${onConflict}`,
      values,
    )
  }

const makeInside = (client: pg.PoolClient): Inside => ({
  db: drizzle(client) as unknown as Db,
  insertMany: insertMany(client),
  measure: async () => {
    await client.query('analyze (skip_locked) registrations, registration_terms')
  },
  lock: async (name) => {
    await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [name])
  },
})

const migrate = async (pool: pg.Pool, now: number): Promise<void> => {
  const migrations = await readMigrations('postgres')
  await inTransaction(pool, beginMigration, (client) =>
    applyMigrations({ run: async (sql) => (await client.query(sql)).rows }, migrations, now),
  )
}

/**
 * A server, behind a pool. `patience`: ms to wait for it to answer when opening. Throws `store-busy` when it doesn't,
 * `internal` when it refuses.
 */
export const openPostgres = async (url: string, now: number, patience = 10_000): Promise<Engine> => {
  const pool = makePool(url)
  try {
    await whenReachable(pool, patience)
    await migrate(pool, now)
  } catch (error) {
    await pool.end()
    throw storeFault(error)
  }
  // the pool gives the same few clients again and again
  const known = new WeakMap<pg.PoolClient, Inside>()
  const insideOf = (client: pg.PoolClient): Inside => {
    const inside = known.get(client) ?? makeInside(client)
    known.set(client, inside)
    return inside
  }
  return {
    tables,
    reads: drizzle(pool) as unknown as Db,
    transaction: (body) => inTransaction(pool, begin, (client) => body(insideOf(client))),
    // a question of its own would cost as much as the answer
    changeMark: null,
    close: () => pool.end(),
  }
}
