import { and, eq, gt, gte, inArray, lt, lte, sql } from 'drizzle-orm'
import type { ContactReads, ContactWrites } from '../domain/contact/store.ts'
import type { LoginCount } from '../domain/contact/types.ts'
import type { Ground, Tx } from './engine.ts'
import { inBatches } from './prepared.ts'

const batch = 250

const keyOf = ({ organisationNumber, environment, month }: Omit<LoginCount, 'logins'>): string =>
  `${organisationNumber} ${environment} ${month}`

/** Questions about logins that count against the threshold, and what was said of them. */
export const loginCountReads = ({
  db,
  tables: { loginCounts: counts, thresholdNotices: notices },
}: Ground): Pick<ContactReads, 'loginCounts' | 'loginSums' | 'thresholdNotices'> => {
  const within = (from: string, to: string) =>
    and(eq(counts.environment, 'prod'), gte(counts.month, from), lte(counts.month, to))
  return {
    loginCounts: async (organisationNumber, from, to) =>
      db
        .select({ month: counts.month, logins: counts.logins })
        .from(counts)
        .where(and(eq(counts.organisationNumber, organisationNumber), within(from, to)))
        .orderBy(counts.month),
    loginSums: async (from, to) =>
      db
        .select({
          organisationNumber: counts.organisationNumber,
          // PostgreSQL sums integers to a bigint, which comes as text
          logins: sql<number>`sum(${counts.logins})`.mapWith(Number),
        })
        .from(counts)
        .where(within(from, to))
        .groupBy(counts.organisationNumber)
        .orderBy(counts.organisationNumber),
    thresholdNotices: async (organisationNumber, year) =>
      db
        .select({ percent: notices.percent, at: notices.at })
        .from(notices)
        .where(and(eq(notices.organisationNumber, organisationNumber), eq(notices.year, year)))
        .orderBy(notices.percent),
  }
}

/** Effects on the same. */
export const loginCountWrites = ({
  db,
  tables: { loginCounts: counts, thresholdNotices: notices },
  now,
  lock,
  insertMany,
}: Tx): Pick<ContactWrites, 'saveLoginCounts' | 'noteThreshold' | 'forgetThresholds'> => ({
  saveLoginCounts: async (rows) => {
    // imports are rare; what each says it changed is what it changed
    await lock('login counts')
    // of a month given twice, the last one stands
    const given = new Map(rows.map((row) => [keyOf(row), row]))
    const stored = new Map<string, number>()
    const numbers = [...new Set(rows.map((row) => row.organisationNumber))]
    for (const part of inBatches(numbers, batch)) {
      const found = await db.select().from(counts).where(inArray(counts.organisationNumber, part))
      for (const row of found) stored.set(keyOf(row), row.logins)
    }
    const added = [...given].filter(([key]) => !stored.has(key))
    const changed = [...given].filter(([key, row]) => stored.has(key) && stored.get(key) !== row.logins)
    const fresh = [...added, ...changed].map(([, row]) => ({ ...row, importedAt: now() }))
    const replace =
      'on conflict (organisation_number, environment, month) do update set logins = excluded.logins, imported_at = excluded.imported_at'
    if (fresh.length > 0) await insertMany(counts, fresh, replace)
    return { added: added.length, changed: changed.length, same: given.size - fresh.length }
  },
  noteThreshold: async (organisationNumber, year, percent, again) => {
    const at = now()
    const insert = db.insert(notices).values({ organisationNumber, year, percent, at })
    const target = [notices.organisationNumber, notices.year, notices.percent]
    const noted = await (again === undefined
      ? insert.onConflictDoNothing()
      : insert.onConflictDoUpdate({ target, set: { at }, setWhere: lt(notices.at, again) })
    ).returning({ at: notices.at })
    return noted.length > 0
  },
  forgetThresholds: async (organisationNumber, year, percent) => {
    const above = and(
      eq(notices.organisationNumber, organisationNumber),
      eq(notices.year, year),
      gt(notices.percent, percent),
    )
    return (await db.delete(notices).where(above).returning({ percent: notices.percent })).length
  },
})
