import { fileURLToPath } from 'node:url'
import { sql } from 'drizzle-orm'
import type { Reads, Store } from '../domain/deps.ts'
import { AppError } from '../errors.ts'
import { auditReads } from './audit-chain.ts'
import { belongingReads } from './belonging.ts'
import { cardReads } from './cards.ts'
import { changeReads } from './changes.ts'
import { contactReads } from './contacts.ts'
import { deliveryReads } from './deliveries.ts'
import type { Engine, Ground } from './engine.ts'
import { storeFault, withStoreFaults } from './faults.ts'
import { loginReads } from './logins.ts'
import { onceReads } from './once.ts'
import { orderedIds } from './ordered-ids.ts'
import { orderReads } from './orders.ts'
import { organisationReads } from './organisations.ts'
import { ownerReads } from './owners.ts'
import { personReads } from './people.ts'
import { registrationReads } from './registrations.ts'
import { rememberReads } from './remember.ts'
import { roundReads } from './rounds.ts'
import { writeDoor } from './write.ts'

export type StoreOptions = {
  /** epoch ms */
  now?: () => number
  id?: () => string
  /** ms to wait for a locked file (2 000) or for a server that does not answer when opening (10 000) */
  patience?: number
}

/** The path in `file:data/portvakt.db`, `file:/var/lib/portvakt.db` or `file:///var/lib/portvakt.db`. */
const fileOf = (url: string): string => (url.startsWith('file://') ? fileURLToPath(url) : url.slice('file:'.length))

// each engine's driver is loaded only when it is used
const openEngine = async (url: string, now: number, patience: number | undefined): Promise<Engine> => {
  if (/^postgres(ql)?:/.test(url)) return (await import('./postgres.ts')).openPostgres(url, now, patience)
  if (url.startsWith('file:')) return (await import('./sqlite.ts')).openSqlite(fileOf(url), now, patience)
  throw new AppError('internal', 'DATABASE_URL: write file:PATH or postgres://…')
}

const readsOf = (ground: Ground): Reads => ({
  ping: async () => {
    await ground.db.select({ one: sql<number>`1` }).from(ground.tables.organisations).limit(1)
  },
  ...organisationReads(ground),
  ...personReads(ground),
  ...registrationReads(ground),
  ...changeReads(ground),
  ...cardReads(ground),
  ...belongingReads(ground),
  ...ownerReads(ground),
  ...loginReads(ground),
  ...deliveryReads(ground),
  ...contactReads(ground),
  ...orderReads(ground),
  ...auditReads(ground),
  ...onceReads(ground),
  ...roundReads(ground),
})

/**
 * Opens the database, makes the file's folder, and runs the migrations it has not had. Throws `store-busy` when the
 * file stays locked or the server does not answer, `internal` when it refuses or its migrations are not this
 * release's. Every function of the store throws one of the two.
 */
export const openStore = async (databaseUrl: string, options: StoreOptions = {}): Promise<Store> => {
  const { now = Date.now, patience } = options
  const { id = orderedIds(now) } = options
  try {
    const engine = await openEngine(databaseUrl, now(), patience)
    const ground: Ground = { db: engine.reads, tables: engine.tables, now, id }
    return {
      ...rememberReads(withStoreFaults(readsOf(ground)), engine.changeMark),
      write: writeDoor(engine, ground),
      close: () => engine.close(),
    }
  } catch (error) {
    throw storeFault(error)
  }
}
