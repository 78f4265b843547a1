import { and, eq, gte, lt, type SQL, sql } from 'drizzle-orm'
import type { RegistrationQuery } from '../domain/deps.ts'
import type { Ground } from './engine.ts'
import { prefixRange } from './fold.ts'
import { prepared } from './prepared.ts'
import type { Place } from './registration-row.ts'

export type WordCounts = { active: number; inactive: number }

/** What the search terms know: which clients have a word that begins so, how many, and the pages of them. */
export const registrationWords = ({ db, tables: { registrations, registrationTerms: terms } }: Ground) => {
  const probe = prepared(
    db
      .select({ clientId: terms.clientId })
      .from(terms)
      .where(
        and(
          eq(terms.organisationNumber, sql.placeholder('organisationNumber')),
          eq(terms.environment, sql.placeholder('environment')),
          gte(terms.term, sql.placeholder('from')),
          lt(terms.term, sql.placeholder('to')),
          lt(terms.shared, sql.placeholder('length')),
        ),
      )
      .limit(sql.placeholder('limit')),
    'registration_terms_probe',
  )
  const range = (word: string, term: SQL | typeof terms.term = terms.term) => {
    const { from, to } = prefixRange(word)
    return sql`${term} >= ${from} and ${term} < ${to} and ${terms.shared} < ${word.length}`
  }
  const having = (place: Place, words: string[]): SQL =>
    sql.join(
      words.map(
        (word) =>
          sql`select ${terms.clientId}, ${terms.active} from ${terms} where ${and(eq(terms.organisationNumber, place.organisationNumber), eq(terms.environment, place.environment), range(word))}`,
      ),
      sql` intersect `,
    )
  const inPlace = ({ organisationNumber, environment }: Place) =>
    and(eq(registrations.organisationNumber, organisationNumber), eq(registrations.environment, environment))
  const has = (word: string): SQL => {
    // an expression, lest SQLite looks up the word among all clients rather than the client's few words
    const own = and(
      eq(terms.organisationNumber, registrations.organisationNumber),
      eq(terms.environment, registrations.environment),
      eq(terms.clientId, registrations.clientId),
      range(word, sql`(${terms.term} || '')`),
    )
    return sql`exists (select 1 from ${terms} where ${own})`
  }
  return {
    /** How many have a term that begins with `word`, counted up to `limit`. */
    some: async ({ organisationNumber, environment }: Place, word: string, limit: number): Promise<number> => {
      const values = { organisationNumber, environment, ...prefixRange(word), length: word.length, limit }
      return (await probe.execute(values)).length
    },
    count: async (place: Place, words: string[]): Promise<WordCounts> => {
      const rows = await db
        .select({ active: sql<boolean | number>`active`, count: sql<number>`cast(count(*) as integer)` })
        .from(sql`(${having(place, words)}) as matching`)
        .groupBy(sql`active`)
      const of = (active: boolean) => rows.find((row) => Boolean(row.active) === active)?.count ?? 0
      return { active: of(true), inactive: of(false) }
    },
    /** All that have every word of `rare` and of `others`, in the list's order; found by the rare ones. */
    among: async (place: Place, rare: string[], others: string[]): Promise<{ active: boolean; body: string }[]> =>
      db
        .select({ active: registrations.active, body: registrations.body })
        // SQLite takes a cross join from left to right, and without statistics would take the whole list first
        .from(sql`(${having(place, rare)}) as matching`)
        .crossJoin(registrations)
        .where(and(inPlace(place), sql`${registrations.clientId} = matching.client_id`, ...others.map(has)))
        .orderBy(registrations.nameFolded, registrations.clientId),
    /** A page of those that have every word, found by walking the list in its order: for words that many have. */
    bodies: async (query: RegistrationQuery, words: string[]): Promise<string[]> => {
      const { inactive, page, size } = query
      const state = inactive ? undefined : eq(registrations.active, true)
      const rows = await db
        .select({ body: registrations.body })
        .from(registrations)
        .where(and(inPlace(query), state, ...words.map(has)))
        .orderBy(registrations.nameFolded, registrations.clientId)
        .limit(size)
        .offset(page * size)
      return rows.map((row) => row.body)
    },
  }
}
