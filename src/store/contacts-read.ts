import { and, eq, exists, gt, isNotNull, isNull, lt, ne, or, type SQL, sql } from 'drizzle-orm'
import type { ContactReads } from '../domain/contact/store.ts'
import type { Contact } from '../domain/contact/types.ts'
import { contactsOfRows, selectContacts } from './contacts-row.ts'
import type { Ground } from './engine.ts'
import { fold } from './fold.ts'
import { idOf } from './typed-ids.ts'

type Asked =
  | 'contact'
  | 'contactById'
  | 'contactAt'
  | 'contactsOf'
  | 'contactsFor'
  | 'contactsAt'
  | 'contactsOfUser'
  | 'contactsOfGoneAccounts'
  | 'contactsUnconfirmedSince'

/** Questions about notification contacts, but for the search and what is counted of them. */
export const contactRows = (ground: Pick<Ground, 'db' | 'tables'>): Pick<ContactReads, Asked> => {
  const { contacts, contactClients, people } = ground.tables
  const { organisationNumber: number, id, nameFolded, emailFolded } = contacts
  const one = async (where: SQL | undefined): Promise<Contact | null> =>
    contactsOfRows(await selectContacts(ground).where(where))[0] ?? null
  /** Those of one organisation come sorted by name. */
  const all = async (where: SQL | undefined): Promise<Contact[]> =>
    contactsOfRows(await selectContacts(ground).where(where).orderBy(number, nameFolded, emailFolded))

  return {
    contact: async (organisationNumber, typed) => {
      // by the id alone: SQLite would look through the organisation's
      const found = await one(eq(id, idOf(typed)))
      return found?.organisationNumber === organisationNumber ? found : null
    },
    contactById: (typed) => one(eq(id, idOf(typed))),
    contactAt: (organisationNumber, email) => one(and(eq(number, organisationNumber), eq(emailFolded, fold(email)))),
    contactsOf: (organisationNumber) => all(eq(number, organisationNumber)),
    contactsFor: ({ organisationNumber, environment, clientId }) => {
      const ofClient = () => {
        const { contactId, environment: where, clientId: which } = contactClients
        const chosen = and(eq(contactId, id), eq(where, environment), eq(which, clientId ?? ''))
        return and(
          eq(contacts.scope, 'clients'),
          exists(ground.db.select({ one: sql`1` }).from(contactClients).where(chosen)),
        )
      }
      const told = or(
        eq(contacts.scope, 'organisation'),
        eq(contacts.scope, environment),
        clientId === null ? undefined : ofClient(),
      )
      return all(and(eq(number, organisationNumber), told))
    },
    contactsAt: (email) => all(eq(emailFolded, fold(email))),
    contactsOfUser: ({ teamId, userId }) => all(and(eq(contacts.teamId, teamId), eq(contacts.userId, userId))),
    contactsOfGoneAccounts: async () => {
      const isTheirs = and(eq(people.teamId, contacts.teamId), eq(people.userId, contacts.userId))
      const gone = and(eq(people.kind, 'deactivated'), isNull(contacts.accountGoneAt))
      const back = and(ne(people.kind, 'deactivated'), isNotNull(contacts.accountGoneAt))
      const found = await selectContacts(ground)
        .innerJoin(people, isTheirs)
        .where(or(gone, back))
        .orderBy(number, nameFolded, emailFolded)
      return contactsOfRows(found).map((contact) => ({ contact, gone: contact.accountGoneAt === null }))
    },
    contactsUnconfirmedSince: async (before, after, size) => {
      const { confirmedAt, createdAt } = contacts
      const old = lt(sql`coalesce(${confirmedAt}, ${createdAt})`, before)
      const found = await selectContacts(ground)
        .where(and(gt(id, after ?? ''), old))
        .orderBy(id)
        .limit(size)
      return contactsOfRows(found)
    },
  }
}
