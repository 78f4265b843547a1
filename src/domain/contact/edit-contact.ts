import { AppError, isAppError } from '../../errors.ts'
import type { SlackUser } from '../belonging/types.ts'
import type { Deps } from '../deps.ts'
import { type Actor, actorName } from './actor.ts'
import { contactLine, contentValues } from './contact-audit.ts'
import { assertNotLast, hasProdClients } from './last-contact.ts'
import { registered } from './notices.ts'
import { isSameAddress } from './read-email.ts'
import { staleContact } from './stale-contact.ts'
import { type Contact, type ContactContent, contactTopics } from './types.ts'
import { newContactLink } from './verify-contact.ts'

/**
 * Gives a contact another content. `contact` is as it was read: another version by now throws `changed-meanwhile`, and
 * nothing is saved. A new address is somebody new: registered by the actor, hearing all topics until they choose
 * otherwise, and with `verify` (as when left out) told and asked to confirm by mail, as when a contact is added.
 *
 * Throws `not-found` when it is gone, `contact-exists` when the new address is another contact's, and `last-contact` when
 * it would leave production without anybody who hears of it, unless `mayLast`.
 */
export const editContact = async (
  deps: Pick<Deps, 'store' | 'now' | 'newId'>,
  actor: Actor,
  asked: {
    contact: Contact
    content: ContactContent
    user: SlackUser | null
    once: string
    mayLast?: boolean
    verify?: boolean
  },
): Promise<Contact> => {
  const { contact, content, user, once, mayLast = false, verify = true } = asked
  const { id, organisationNumber } = contact
  const moved = !isSameAddress(contact.email, content.email)
  const guarded = !mayLast && (await hasProdClients(deps, organisationNumber))
  const link = newContactLink(deps)
  const values = { before: contentValues(contact), after: contentValues(content) }
  try {
    await deps.store.write(
      {
        once,
        audit: [contactLine('contact.edit', actor, contact, values)],
        deliveries: moved && verify ? [registered({ ...content, id, organisationNumber }, link)] : [],
      },
      async (tx) => {
        if (guarded) await assertNotLast(tx, contact, content)
        const saved = await tx.saveContact(id, contact.version, { ...content, user })
        if (!saved) throw new AppError('changed-meanwhile', 'the contact is another by now')
        if (!moved) return null
        if (verify) await tx.addContactLink({ ...link, contactId: id, email: saved.email })
        const toldAt = verify ? deps.now() : null
        await tx.markContact(id, null, { toldAt, hears: [...contactTopics], registeredBy: actorName(actor) })
        return null
      },
    )
  } catch (error) {
    throw isAppError(error, 'changed-meanwhile') ? await staleContact(deps, contact) : error
  }
  const saved = await deps.store.contact(organisationNumber, id)
  if (!saved) throw new AppError('not-found', 'the contact was removed meanwhile')
  return saved
}
