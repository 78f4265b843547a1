import { setImmediate as breath } from 'node:timers/promises'
import { and, eq, gt, inArray, sql } from 'drizzle-orm'
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

const saveBatch = async (tx: Tx, place: Place, rows: Row[], moved: Moved): Promise<void> => {
  const { registrations } = tx.tables
  const ids = rows.map((row) => row.clientId)
  const found = await tx.db
    .select({
      clientId: registrations.clientId,
      active: registrations.active,
      name: registrations.name,
      body: registrations.body,
    })
    .from(registrations)
    .where(and(inPlace(registrations, place), inArray(registrations.clientId, ids)))
  const before = new Map(found.map((row) => [row.clientId, row]))
  const touched = rows.filter((row) => before.get(row.clientId)?.body !== row.body)
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

const forget = async (tx: Tx, place: Place, present: ReadonlySet<string>, moved: Moved): Promise<void> => {
  const { registrations } = tx.tables
  for (let after = '', more = true; more; ) {
    const page = await tx.db
      .select({ clientId: registrations.clientId, active: registrations.active })
      .from(registrations)
      .where(and(inPlace(registrations, place), gt(registrations.clientId, after)))
      .orderBy(registrations.clientId)
      .limit(5000)
    more = page.length === 5000
    after = page.at(-1)?.clientId ?? after
    const gone = page.filter((row) => !present.has(row.clientId))
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
 * Saves registrations of one list, those whose body changed, and with `whole` deletes all others. Called with the list
 * locked. Between its batches everything else in the process gets a turn, so that a list of 100 000 stops nobody.
 */
export const saveList = async (
  tx: Tx,
  place: Place,
  registrations: Registration[],
  how: { seenAt: number; whole: boolean },
): Promise<void> => {
  const moved: Moved = { active: 0, inactive: 0, touched: 0 }
  const unique = new Map(registrations.map((registration) => [registration.client_id, registration]))
  let measured = false
  for (const part of inBatches([...unique.values()], batch)) {
    await saveBatch(
      tx,
      place,
      part.map((registration) => rowOf(place, registration, how.seenAt)),
      moved,
    )
    if (how.whole) await breath()
    if (!measured && moved.touched >= many) {
      await tx.measure()
      measured = true
    }
  }
  if (measured) await tx.measure()
  if (how.whole) await forget(tx, place, new Set(unique.keys()), moved)
  await moveCounts(tx, place, moved)
}
