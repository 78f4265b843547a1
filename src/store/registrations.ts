import { and, eq, sql } from 'drizzle-orm'
import type { Environment } from '../domain/client/types.ts'
import type { Reads, Writes } from '../domain/deps.ts'
import type { Ground, Tx } from './engine.ts'
import { canonical } from './json.ts'
import { prepared } from './prepared.ts'
import { lockList, saveList } from './registration-list.ts'
import { keysOf, registrationOf } from './registration-row.ts'
import { searchRegistrations } from './registration-search.ts'
import { refuseSecrets } from './secrets.ts'

/** Questions about registrations. Keys are null until they were once saved. */
export const registrationReads = (
  ground: Ground,
): Pick<Reads, 'registrations' | 'registration' | 'registrationKeys' | 'listing'> => {
  const { db, tables } = ground
  const { registrations, listings } = tables
  const one = prepared(
    db
      .select({ body: registrations.body, keys: registrations.keys })
      .from(registrations)
      .where(
        and(
          eq(registrations.organisationNumber, sql.placeholder('organisationNumber')),
          eq(registrations.environment, sql.placeholder('environment')),
          eq(registrations.clientId, sql.placeholder('clientId')),
        ),
      ),
    'registration',
  )
  const list = prepared(
    db
      .select({ fetchedAt: listings.fetchedAt, complete: listings.complete })
      .from(listings)
      .where(
        and(
          eq(listings.organisationNumber, sql.placeholder('organisationNumber')),
          eq(listings.environment, sql.placeholder('environment')),
        ),
      ),
    'listing',
  )
  return {
    registrations: searchRegistrations(ground),
    registration: async (organisationNumber, environment, clientId) => {
      const [row] = await one.execute({ organisationNumber, environment, clientId })
      return row ? registrationOf(row.body) : null
    },
    registrationKeys: async (organisationNumber, environment, clientId) => {
      const [row] = await one.execute({ organisationNumber, environment, clientId })
      return row?.keys == null ? null : keysOf(row.keys)
    },
    listing: async (organisationNumber, environment) =>
      (await list.execute({ organisationNumber, environment }))[0] ?? null,
  }
}

/** Effects on registrations. */
export const registrationWrites = (tx: Tx): Pick<Writes, 'replaceRegistrations' | 'saveRegistration' | 'saveKeys'> => {
  const { db, tables, now } = tx
  const { registrations, listings } = tables
  const placed = (organisationNumber: string, environment: Environment) => ({ organisationNumber, environment })
  return {
    // of two fetches at once the one that was done last stays, in whichever order they get here
    replaceRegistrations: async (organisationNumber, environment, rows, { fetchedAt, complete, startedAt }) => {
      const place = placed(organisationNumber, environment)
      await lockList(tx, place)
      const [listed] = await db
        .insert(listings)
        .values({ ...place, fetchedAt, complete })
        .onConflictDoUpdate({
          target: [listings.organisationNumber, listings.environment],
          set: { fetchedAt, complete },
          setWhere: sql`${listings.fetchedAt} <= excluded.fetched_at`,
        })
        .returning({ fetchedAt: listings.fetchedAt })
      if (listed) await saveList(tx, place, rows, { seenAt: fetchedAt, wholeSince: startedAt })
    },
    saveRegistration: async (organisationNumber, environment, row) => {
      const place = placed(organisationNumber, environment)
      await lockList(tx, place)
      await saveList(tx, place, [row], { seenAt: now() })
    },
    saveKeys: async (organisationNumber, environment, clientId, keys) => {
      refuseSecrets(keys, 'registrations.keys')
      await db
        .update(registrations)
        .set({ keys: canonical(keys), keysSeenAt: now() })
        .where(
          and(
            eq(registrations.organisationNumber, organisationNumber),
            eq(registrations.environment, environment),
            eq(registrations.clientId, clientId),
          ),
        )
    },
  }
}
