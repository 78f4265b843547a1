import { postgresKit } from './kit.postgres.ts'
import { schema } from './schema.ts'

/** What drizzle-kit compares with the newest migration, and what the queries are built on. */
export const tables = schema(postgresKit)

// drizzle-kit looks at exports that are tables themselves
export const { organisations, organisationDomains, people } = tables
export const { registrations, registrationTerms, registrationCounts, listings } = tables
export const { changes, onceKeys, cards, audit, auditValues } = tables
