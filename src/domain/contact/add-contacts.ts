import { AppError } from '../../errors.ts'
import type { Deps } from '../deps.ts'
import { type Actor, actorName } from './actor.ts'
import { contactLine, contentValues } from './contact-audit.ts'
import { registered } from './notices.ts'
import { type Contact, type ContactContent, contactTopics } from './types.ts'
import { newContactLink } from './verify-contact.ts'

/**
 * Adds several contacts at once, as `addContact` does one: all of them, or none. `once` makes a double click one list.
 * Throws `contact-exists` when the organisation has one with one of the addresses, in any letter case.
 */
export const addContacts = async (
  deps: Pick<Deps, 'store' | 'now' | 'newId'>,
  actor: Actor,
  asked: { organisationNumber: string; contents: readonly ContactContent[]; once: string; verify: boolean },
): Promise<Contact[]> => {
  const { organisationNumber, contents, once, verify } = asked
  const rows = contents.map((content) => ({ content, link: newContactLink(deps) }))
  const withIds = (ids: readonly string[]) =>
    rows.map(({ content, link }, at) => {
      const id = ids[at]
      if (id === undefined) throw new AppError('internal', 'a contact was added and not given back')
      return { id, organisationNumber, content, link }
    })
  const { value: added } = await deps.store.write<string[]>(
    {
      once,
      audit: (ids) =>
        withIds(ids).map((one) => contactLine('contact.add', actor, one, { after: contentValues(one.content) })),
      deliveries: (ids) =>
        verify ? withIds(ids).map(({ content, link, ...one }) => registered({ ...content, ...one }, link)) : [],
    },
    async (tx) => {
      const toldAt = verify ? deps.now() : null
      const contacts = await tx.addContacts(
        contents.map((content) => ({
          ...content,
          organisationNumber,
          user: null,
          registeredBy: actorName(actor),
          hears: [...contactTopics],
          toldAt,
        })),
      )
      const ids = contacts.map(({ id }) => id)
      if (verify)
        for (const { id, link, content } of withIds(ids))
          await tx.addContactLink({ ...link, contactId: id, email: content.email })
      return ids
    },
  )
  const all = await deps.store.contactsOf(organisationNumber)
  return all.filter(({ id }) => added.includes(id))
}
