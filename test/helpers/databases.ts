import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import pg from 'pg'
import { describe, inject, onTestFinished } from 'vitest'
import type { Store } from '../../src/domain/deps.ts'
import { openStore, type StoreOptions } from '../../src/store/open.ts'
// for what the global setup provides
import type {} from './postgres.global.ts'

export const engines = ['sqlite', 'postgres'] as const
export type Engine = (typeof engines)[number]

/** `describe` once for each engine. */
export const eachEngine = (body: (engine: Engine) => void): void => {
  describe.each(engines)('on %s', body)
}

/** The `DATABASE_URL` of a database that nobody has used; it goes away when the run ends. */
export const databaseUrl = async (engine: Engine): Promise<string> => {
  const name = `t_${randomUUID().replaceAll('-', '')}`
  if (engine === 'sqlite') return `file:${join(inject('databaseFolder'), `${name}.db`)}`
  const client = new pg.Client({ connectionString: inject('postgresUrl') })
  await client.connect()
  try {
    await client.query(`create database ${name}`)
  } finally {
    await client.end()
  }
  const url = new URL(inject('postgresUrl'))
  url.pathname = `/${name}`
  return url.href
}

/** A store on a fresh database, closed when the running test ends; called inside a test. */
export const freshStore = async (engine: Engine, options?: StoreOptions): Promise<Store> => {
  const store = await openStore(await databaseUrl(engine), options)
  onTestFinished(() => store.close())
  return store
}
