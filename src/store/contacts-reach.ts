import { eq, type SQL, sql } from 'drizzle-orm'
import type { ContactReads } from '../domain/contact/store.ts'
import type { Ground } from './engine.ts'

const counted = (where: SQL) => sql<number>`cast(count(case when ${where} then 1 end) as integer)`
const distinct = (what: SQL) => sql<number>`cast(count(distinct ${what}) as integer)`

/** What is counted of organisations' contacts; one statement for all of them. */
export const reachFacts =
  ({ db, tables: { organisations, contacts } }: Pick<Ground, 'db' | 'tables'>): ContactReads['reachFacts'] =>
  async ({ organisationNumber, since }) => {
    const { number, name, language } = organisations
    // somebody with two addresses is one person
    const person = sql`coalesce(${contacts.teamId} || ' ' || ${contacts.userId}, ${contacts.emailFolded})`
    const rows = await db
      .select({
        organisation: { number, name, language },
        facts: {
          contacts: sql<number>`cast(count(${contacts.id}) as integer)`,
          people: distinct(sql`case when ${contacts.kind} <> 'mailbox' then ${person} end`),
          confirmed: counted(sql`${contacts.confirmedAt} >= ${since} and ${contacts.bouncedAt} is null`),
          bounced: counted(sql`${contacts.bouncedAt} is not null`),
          gone: counted(sql`${contacts.accountGoneAt} is not null`),
          unmirrored: counted(
            sql`${contacts.id} is not null and (${contacts.mirroredVersion} is null or ${contacts.mirroredVersion} <> ${contacts.content})`,
          ),
          addresses: distinct(sql`case when ${contacts.bouncedAt} is null then ${contacts.emailFolded} end`),
        },
      })
      .from(organisations)
      .leftJoin(contacts, eq(contacts.organisationNumber, number))
      .where(organisationNumber === undefined ? undefined : eq(number, organisationNumber))
      .groupBy(number, name, language)
      .orderBy(number)
    return rows
  }
