import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { RegistrationQuery } from '../domain/deps.ts'
import type { Ground } from './engine.ts'
import { prepared } from './prepared.ts'
import type { Place } from './registration-row.ts'

/** The pages of a list without a search: an index in the right order, and counts that are kept. */
export const registrationPages = ({ db, tables: { registrations, registrationCounts: counts } }: Ground) => {
  const organisationNumber = sql.placeholder('organisationNumber')
  const environment = sql.placeholder('environment')
  const page = (name: string, state: SQL | undefined) =>
    prepared(
      db
        .select({ body: registrations.body })
        .from(registrations)
        .where(
          and(
            eq(registrations.organisationNumber, organisationNumber),
            eq(registrations.environment, environment),
            state,
          ),
        )
        .orderBy(registrations.nameFolded, registrations.clientId)
        .limit(sql.placeholder('limit'))
        .offset(sql.placeholder('offset')),
      name,
    )
  const active = page('registrations_active', eq(registrations.active, true))
  const all = page('registrations_all', undefined)
  const counted = prepared(
    db
      .select({ active: counts.active, inactive: counts.inactive, version: counts.version })
      .from(counts)
      .where(and(eq(counts.organisationNumber, organisationNumber), eq(counts.environment, environment))),
    'registration_counts',
  )
  return {
    /** `version` moves with every change of the list. */
    counts: async (place: Place) => {
      const { organisationNumber, environment } = place
      return (await counted.execute({ organisationNumber, environment }))[0] ?? { active: 0, inactive: 0, version: 0 }
    },
    bodies: async ({ organisationNumber, environment, inactive, page, size }: RegistrationQuery) => {
      const rows = await (inactive ? all : active).execute({
        organisationNumber,
        environment,
        limit: size,
        offset: page * size,
      })
      return rows.map((row) => row.body)
    },
  }
}
