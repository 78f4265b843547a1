import { and, eq, gt, gte, isNull, lt, notExists, or, sql } from 'drizzle-orm'
import type { ContactReads, ContactWrites } from '../domain/contact/store.ts'
import type { Ground, Tx } from './engine.ts'

/** Questions about links that confirm an address, and about who left. */
export const contactTraceReads = ({
  db,
  tables: { contactLinks, contactDepartures },
}: Ground): Pick<ContactReads, 'contactLink' | 'contactLinksSince' | 'departure'> => ({
  contactLink: async (id) => {
    const [row] = await db.select().from(contactLinks).where(eq(contactLinks.id, id))
    return row ?? null
  },
  contactLinksSince: async (contactId, since) => {
    const [row] = await db
      .select({ count: sql<number>`cast(count(*) as integer)` })
      .from(contactLinks)
      .where(and(eq(contactLinks.contactId, contactId), gte(contactLinks.createdAt, since)))
    return row?.count ?? 0
  },
  departure: async (organisationNumber, emailHash) => {
    const [row] = await db
      .select({ at: contactDepartures.at })
      .from(contactDepartures)
      .where(
        and(eq(contactDepartures.organisationNumber, organisationNumber), eq(contactDepartures.emailHash, emailHash)),
      )
    return row?.at ?? null
  },
})

/** Effects on the same. Each is one statement, so that of two at once neither is lost. */
export const contactTraceWrites = ({
  db,
  tables: { contacts, contactLinks, contactDepartures },
  now,
}: Tx): Pick<ContactWrites, 'addContactLink' | 'useContactLink' | 'addDeparture' | 'forgetContactTraces'> => ({
  addContactLink: async (link) => {
    await db.insert(contactLinks).values({ ...link, createdAt: now(), usedAt: null })
  },
  useContactLink: async (id, now) => {
    const used = await db
      .update(contactLinks)
      .set({ usedAt: now })
      .where(and(eq(contactLinks.id, id), isNull(contactLinks.usedAt), gt(contactLinks.expiresAt, now)))
      .returning({ id: contactLinks.id })
    return used.length > 0
  },
  // who leaves twice left the last time
  addDeparture: async (organisationNumber, emailHash, at) => {
    await db
      .insert(contactDepartures)
      .values({ organisationNumber, emailHash, at })
      .onConflictDoUpdate({
        target: [contactDepartures.organisationNumber, contactDepartures.emailHash],
        set: {
          at: sql`case when excluded.at > ${contactDepartures.at} then excluded.at else ${contactDepartures.at} end`,
        },
      })
  },
  forgetContactTraces: async (before) => {
    const theirs = and(
      eq(contacts.id, contactLinks.contactId),
      eq(contacts.emailFolded, sql`lower(${contactLinks.email})`),
    )
    const orphaned = notExists(db.select({ one: sql`1` }).from(contacts).where(theirs))
    const links = await db
      .delete(contactLinks)
      .where(and(or(lt(contactLinks.expiresAt, before.links), lt(contactLinks.usedAt, before.links)), orphaned))
      .returning({ id: contactLinks.id })
    const departures = await db
      .delete(contactDepartures)
      .where(lt(contactDepartures.at, before.departures))
      .returning({ at: contactDepartures.at })
    return links.length + departures.length
  },
})
