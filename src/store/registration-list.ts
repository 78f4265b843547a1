import { setImmediate as breath } from 'node:timers/promises'
import { and, eq, gt, inArray, sql } from 'drizzle-orm'
import { savedIsLater } from '../domain/client/later-version.ts'
import type { Registration } from '../domain/client/types.ts'
import type { Tx } from './engine.ts'
import { rankedTerms, searchTerms } from './fold.ts'
import { inBatches } from './prepared.ts'
import { type Place, rowOf } from './registration-row.ts'
import type { Tables } from './schema.ts'

type Row = ReturnType<typeof rowOf>
/** By how much the counts of a list move. */
type Moved = { active: number; inactive: number; touched: number }

const batch = 250
// from so many changed rows on the planner is told, then and at the end
const many = 2000

const inPlace = (table: Tables['registrations'] | Tables['registrationTerms'], place: Place) =>
  and(eq(table.organisationNumber, place.organisationNumber), eq(table.environment, place.environment))

/** Others that write the same list wait until this transaction is over. */
export const lockList = (tx: Tx, place: Place): Promise<void> =>
  tx.lock(`registrations ${place.environment} ${place.organisationNumber}`)

const dropTerms = async ({ db, tables: { registrationTerms } }: Tx, place: Place, ids: string[]): Promise<void> => {
  if (ids.length === 0) return
  await db
    .delete(registrationTerms)
    .where(and(inPlace(registrationTerms, place), inArray(registrationTerms.clientId, ids)))
}

const addTerms = (tx: Tx, place: Place, rows: Row[]): Promise<void> => {
  const terms = rows.flatMap(({ clientId, name, active }) =>
    rankedTerms(searchTerms(name, clientId)).map((ranked) => ({ ...place, clientId, active, ...ranked })),
  )
  return tx.insertMany(tx.tables.registrationTerms, terms)
}

// the keys are a cache of their own and stay
const overwrite = `on conflict (organisation_number, environment, client_id) do update set ${[
  'name',
  'name_folded',
  'integration_type',
  'active',
  'body',
  'last_updated',
  'seen_at',
]
  .map((column) => `${column} = excluded.${column}`)
  .join(', ')}`

const saveBatch = async (tx: Tx, place: Place, rows: Row[], moved: Moved, fetched: boolean): Promise<void> => {
  const { registrations } = tx.tables
  const ids = rows.map((row) => row.clientId)
  const found = await tx.db
    .select({
      clientId: registrations.clientId,
      active: registrations.active,
      name: registrations.name,
      body: registrations.body,
      last_updated: registrations.lastUpdated,
    })
    .from(registrations)
    .where(and(inPlace(registrations, place), inArray(registrations.clientId, ids)))
  const before = new Map(found.map((row) => [row.clientId, row]))
  const touched = rows.filter((row) => {
    const old = before.get(row.clientId)
    if (old === undefined) return true
    const fresh = { active: row.active, last_updated: row.lastUpdated ?? null }
    return old.body !== row.body && !(fetched && savedIsLater(old, fresh))
  })
  if (touched.length === 0) return
  const sought = touched.filter((row) => {
    const old = before.get(row.clientId)
    return old?.name !== row.name || old.active !== row.active
  })
  await tx.insertMany(registrations, touched, overwrite)
  await dropTerms(
    tx,
    place,
    sought.map((row) => row.clientId).filter((id) => before.has(id)),
  )
  await addTerms(tx, place, sought)
  for (const row of touched) {
    const old = before.get(row.clientId)
    if (old) moved[old.active ? 'active' : 'inactive']--
    moved[row.active ? 'active' : 'inactive']++
  }
  moved.touched += touched.length
}

/** Deletes what a fetch that began at `since` did not bring; what was saved from then on it could not know. */
const forget = async (
  tx: Tx,
  place: Place,
  present: ReadonlySet<string>,
  since: number,
  moved: Moved,
): Promise<void> => {
  const { registrations } = tx.tables
  for (let after = '', more = true; more; ) {
    const page = await tx.db
      .select({ clientId: registrations.clientId, active: registrations.active, seenAt: registrations.seenAt })
      .from(registrations)
      .where(and(inPlace(registrations, place), gt(registrations.clientId, after)))
      .orderBy(registrations.clientId)
      .limit(5000)
    more = page.length === 5000
    after = page.at(-1)?.clientId ?? after
    const gone = page.filter((row) => row.seenAt < since && !present.has(row.clientId))
    for (const part of inBatches(gone, batch)) {
      const ids = part.map((row) => row.clientId)
      await dropTerms(tx, place, ids)
      await tx.db.delete(registrations).where(and(inPlace(registrations, place), inArray(registrations.clientId, ids)))
      await breath()
    }
    for (const row of gone) moved[row.active ? 'active' : 'inactive']--
    moved.touched += gone.length
    await breath()
  }
}

const moveCounts = async ({ db, tables }: Tx, place: Place, moved: Moved): Promise<void> => {
  if (moved.touched === 0) return
  const { registrationCounts: counts } = tables
  await db
    .insert(counts)
    .values({ ...place, active: moved.active, inactive: moved.inactive, version: 1 })
    .onConflictDoUpdate({
      target: [counts.organisationNumber, counts.environment],
      set: {
        active: sql`${counts.active} + excluded.active`,
        inactive: sql`${counts.inactive} + excluded.inactive`,
        version: sql`${counts.version} + 1`,
      },
    })
}

/**
 * Saves registrations of one list, those whose body changed. With `wholeSince` they are the whole list as fetched from
 * that instant on: later versions that are stored stay, and so does what was saved since; all others are deleted.
 * Called with the list locked, so that nobody saves anything between the looking and the writing. Between its batches everything else in the process gets a turn, so that a list of 100 000 stops nobody.
 */
export const saveList = async (
  tx: Tx,
  place: Place,
  registrations: Registration[],
  how: { seenAt: number; wholeSince?: number },
): Promise<void> => {
  const moved: Moved = { active: 0, inactive: 0, touched: 0 }
  const unique = new Map(registrations.map((registration) => [registration.client_id, registration]))
  const whole = how.wholeSince !== undefined
  let measured = false
  for (const part of inBatches([...unique.values()], batch)) {
    await saveBatch(
      tx,
      place,
      part.map((registration) => rowOf(place, registration, how.seenAt)),
      moved,
      whole,
    )
    if (whole) await breath()
    if (!measured && moved.touched >= many) {
      await tx.measure()
      measured = true
    }
  }
  if (measured) await tx.measure()
  if (how.wholeSince !== undefined) await forget(tx, place, new Set(unique.keys()), how.wholeSince, moved)
  await moveCounts(tx, place, moved)
}
