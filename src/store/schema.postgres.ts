import { postgresKit } from './kit.postgres.ts'
import { schema } from './schema.ts'

/** What drizzle-kit compares with the newest migration, and what the queries are built on. */
export const tables = schema(postgresKit)

// drizzle-kit looks at exports that are tables themselves
export const { organisations, organisationDomains, people, memberships, operators, confirmedAddresses } = tables
export const { registrations, registrationTerms, registrationCounts, listings, registrationOwners, credentials } =
  tables
export const { changes, onceKeys, cards } = tables
export const { logins, clearances, links, attempts } = tables
export const { deliveries, deliveryContacts, workers, rates, leases } = tables
export const { audit, auditValues, auditHeads } = tables
export const { contacts, contactClients, contactLinks, contactDepartures } = tables
export const { rounds } = tables
export const { invoices, loginCounts, thresholdNotices, counters } = tables
export const { orders, orderEvents, orderMails, orderCodes, orderConsents } = tables
