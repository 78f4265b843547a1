import type { Contact } from '../domain/contact/types.ts'
import type { Deps } from '../domain/deps.ts'

/**
 * Goes through contacts in order of id, in one round no more than `size` of them. Gives after whom the next round goes
 * on; null: it begins anew.
 *
 * @param from `before`: whom nobody has confirmed since then, epoch ms; `after`: where the last round came to
 * @param visit false: the round ends before this contact
 */
export const walkContacts = async (
  { store }: Pick<Deps, 'store'>,
  { before, after, size }: { before: number; after: string | null; size: number },
  visit: (contact: Contact) => Promise<boolean>,
): Promise<string | null> => {
  const contacts = await store.contactsUnconfirmedSince(before, after, size)
  let last = after
  for (const contact of contacts) {
    if (!(await visit(contact))) return last
    last = contact.id
  }
  return contacts.length < size ? null : last
}

/** All contacts: nobody is confirmed later than now. */
export const all = (now: number): number => now + 1
