import { and, eq, inArray, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import type { ContactMarks, ContactWrites } from '../domain/contact/store.ts'
import type { Contact } from '../domain/contact/types.ts'
import { addContacts, unlessTaken } from './contacts-add.ts'
import { contactRows } from './contacts-read.ts'
import { contactsOfRows, inOrder, selectContacts } from './contacts-row.ts'
import { isShared } from './deliveries-clock.ts'
import type { Tx } from './engine.ts'
import { fold } from './fold.ts'
import { canonical } from './json.ts'
import { inBatches } from './prepared.ts'
import type { Tables } from './schema.ts'
import { idOf } from './typed-ids.ts'

type Columns = Partial<Tables['contacts']['$inferInsert']>
type Told = Pick<Contact, 'name' | 'email' | 'phone' | 'scope' | 'clients'>

const batch = 500

/** What is told to Digdir's portal of a contact: whom to reach, how, and about what. */
const told = ({ name, email, phone, scope, clients }: Told): string => canonical({ name, email, phone, scope, clients })

const unbounced = { bouncedAt: null, bounceReason: null, bounceCode: null } as const
const notMirrored = { mirroredTeam: null, mirroredUser: null, mirroredAt: null, mirroredVersion: null } as const

const userColumns = (user: Contact['user']) => ({ teamId: user?.teamId ?? null, userId: user?.userId ?? null })

/** What was seen of an account says nothing of another one. */
const goneUnlessSame = ({ teamId, userId, accountGoneAt }: Tables['contacts'], user: Contact['user']) =>
  user === null
    ? null
    : sql<number | null>`case when ${teamId} = ${user.teamId} and ${userId} = ${user.userId} then ${accountGoneAt} end`

/** The columns of what is marked; the rest stay as they are. */
const markColumns = (columns: Tables['contacts'], marks: ContactMarks) => {
  const { user, hears, bounce, mirrored, ...plain } = marks
  return {
    ...(user !== undefined && { ...userColumns(user), accountGoneAt: goneUnlessSame(columns, user) }),
    ...plain,
    ...(hears !== undefined && { hears: canonical(hears) }),
    ...(bounce === null && unbounced),
    ...(mirrored === null && notMirrored),
    ...(mirrored && {
      mirroredTeam: mirrored.by.teamId,
      mirroredUser: mirrored.by.userId,
      mirroredAt: mirrored.at,
      mirroredVersion: sql<number>`${columns.content}`,
    }),
  }
}

/** Effects on notification contacts. Every change counts up the version, and goes by the version that was read. */
export const contactRowWrites = (
  tx: Tx,
): Pick<
  ContactWrites,
  'addContacts' | 'saveContact' | 'markContact' | 'lockContactsOf' | 'forgetContact' | 'markBounced'
> => {
  const { db, tables, now } = tx
  const { contacts, contactClients, contactLinks } = tables
  const is = (id: string, version: number | null) =>
    and(eq(contacts.id, idOf(id)), version === null ? undefined : eq(contacts.version, version))
  const read = async (where: SQL | undefined): Promise<Contact[]> =>
    contactsOfRows(
      await selectContacts(tx).where(where).orderBy(contacts.organisationNumber, contacts.nameFolded, contacts.id),
    )
  const update = async (where: SQL | undefined, set: object): Promise<string[]> => {
    const updated = await db
      .update(contacts)
      .set({ ...set, version: sql`${contacts.version} + 1`, updatedAt: now() })
      .where(where)
      .returning({ id: contacts.id })
    return updated.map((row) => row.id)
  }
  /**
   * Holds rows until the write is over, in the one order in which everybody takes several, or two who wait
   * for each other would never end. SQLite has one writer anyway.
   */
  const hold = async (where: SQL | undefined): Promise<void> => {
    const order = sql`order by ${contacts.organisationNumber}, ${contacts.id}`
    await db
      .select({ id: contacts.id })
      .from(contacts)
      .where(sql`${where} ${order} ${sql.raw(isShared(tx) ? 'for update' : '')}`)
  }
  /** Exactly these; called by whoever changed the row in this transaction, so by one at a time. */
  const replaceClients = async (contactId: string, clients: Contact['clients']): Promise<void> => {
    await db.delete(contactClients).where(eq(contactClients.contactId, contactId))
    const rows = clients.map((client) => ({ contactId, ...client }))
    if (rows.length > 0) await tx.insertMany(contactClients, rows)
  }

  return {
    addContacts: addContacts(tx),
    saveContact: async (id, version, { clients: given, user, name, email, phone, kind, language, scope }) => {
      const [before] = await read(is(id, version))
      if (!before) return null
      const clients = scope === 'clients' ? inOrder(given) : []
      const emailFolded = fold(email)
      const moved = emailFolded !== fold(before.email)
      const sameUser = user?.teamId === before.user?.teamId && user?.userId === before.user?.userId
      const typed = { name, email, phone, kind, language, scope }
      const columns: Columns = { ...typed, nameFolded: fold(name), emailFolded, ...userColumns(user) }
      const saved = await unlessTaken(() =>
        update(is(id, version), {
          ...columns,
          ...(moved && { verifiedAt: null, confirmedAt: null, ...unbounced }),
          ...(!sameUser && { accountGoneAt: null }),
          ...(told({ ...typed, clients }) !== told(before) && { content: sql`${contacts.content} + 1` }),
        }),
      )
      if (saved.length === 0) return null
      if (canonical(clients) !== canonical(before.clients)) await replaceClients(before.id, clients)
      return (await read(is(id, null)))[0] ?? null
    },
    markContact: async (id, version, marks) => {
      const marked = await update(is(id, version), markColumns(contacts, marks))
      return marked.length === 0 ? null : ((await read(is(id, null)))[0] ?? null)
    },
    lockContactsOf: async (organisationNumber) => {
      const ofIt = eq(contacts.organisationNumber, organisationNumber)
      await tx.lock(`contacts ${organisationNumber}`)
      // who changes or removes one without the lock above waits from here on, and is waited for
      await hold(ofIt)
      return await contactRows(tx).contactsOf(organisationNumber)
    },
    forgetContact: async (id, version) => {
      const [gone] = await db.delete(contacts).where(is(id, version)).returning({ id: contacts.id })
      if (!gone) return false
      await db.delete(contactClients).where(eq(contactClients.contactId, gone.id))
      await db.delete(contactLinks).where(eq(contactLinks.contactId, gone.id))
      return true
    },
    markBounced: async (email, { at, reason, code }, sentAt = null) => {
      const { emailFolded, bouncedAt, verifiedAt } = contacts
      const before = sentAt === null ? undefined : or(isNull(verifiedAt), lte(verifiedAt, sentAt))
      const unmarked = and(eq(emailFolded, fold(email)), isNull(bouncedAt), before)
      await hold(eq(emailFolded, fold(email)))
      const ids = await update(unmarked, { bouncedAt: at, bounceReason: reason, bounceCode: code })
      const marked: Contact[] = []
      for (const part of inBatches(ids, batch)) marked.push(...(await read(inArray(contacts.id, part))))
      return marked
    },
  }
}
