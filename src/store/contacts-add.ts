import type { ContactWrites, NewContact } from '../domain/contact/store.ts'
import { AppError } from '../errors.ts'
import { type ContactRow, contactOf, inOrder } from './contacts-row.ts'
import type { Tx } from './engine.ts'
import { isDuplicate } from './faults.ts'
import { fold } from './fold.ts'
import { canonical } from './json.ts'
import { takeNumbers } from './typed-ids.ts'

/** What `run` comes to; the one thing of a contact that must be nobody else's in the organisation is its address. */
export const unlessTaken = async <T>(run: () => Promise<T>): Promise<T> => {
  try {
    return await run()
  } catch (error) {
    if (!isDuplicate(error)) throw error
    throw new AppError('contact-exists', 'the organisation has a contact with the address')
  }
}

const freshRow = (id: string, contact: NewContact, at: number): ContactRow => {
  const { clients: _, user, hears, ...rest } = contact
  return {
    ...rest,
    id,
    nameFolded: fold(rest.name),
    emailFolded: fold(rest.email),
    teamId: user?.teamId ?? null,
    userId: user?.userId ?? null,
    hears: canonical(hears),
    verifiedAt: null,
    confirmedAt: null,
    bouncedAt: null,
    bounceReason: null,
    bounceCode: null,
    accountGoneAt: null,
    mirroredTeam: null,
    mirroredUser: null,
    mirroredAt: null,
    mirroredVersion: null,
    content: 1,
    version: 1,
    createdAt: at,
    updatedAt: at,
  }
}

/** See `ContactWrites.addContacts`. Thousands are a few statements on PostgreSQL, and prepared ones on SQLite. */
export const addContacts =
  (tx: Tx): ContactWrites['addContacts'] =>
  async (given) => {
    if (given.length === 0) return []
    const last = await takeNumbers(tx, 'contact', given.length)
    const added = given.map((contact, i) => ({
      row: freshRow(`CON-${last - given.length + 1 + i}`, contact, tx.now()),
      clients: contact.scope === 'clients' ? inOrder(contact.clients) : [],
    }))
    const { contacts, contactClients } = tx.tables
    await unlessTaken(() =>
      tx.insertMany(
        contacts,
        added.map(({ row }) => row),
      ),
    )
    const clients = added.flatMap(({ row, clients }) => clients.map((client) => ({ contactId: row.id, ...client })))
    if (clients.length > 0) await tx.insertMany(contactClients, clients)
    return added.map(({ row, clients }) => contactOf(row, clients))
  }
