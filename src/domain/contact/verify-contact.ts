import { AppError } from '../../errors.ts'
import type { Deps } from '../deps.ts'
import type { Actor } from './actor.ts'
import { contactLine } from './contact-audit.ts'
import { registered } from './notices.ts'
import type { Contact, ContactLink } from './types.ts'

const DAY_MS = 86_400_000
/** A link is good for a week. */
export const CONTACT_LINK_LIFE_MS = 7 * DAY_MS
/** So many links a day go to one contact: nobody's mailbox is flooded in our name. */
export const mostLinksADay = 5

export type VerifyDeps = Pick<Deps, 'store' | 'now' | 'newId'>

/** A link that is to be written down: seven days from now. */
export const newContactLink = ({ now, newId }: Pick<Deps, 'now' | 'newId'>): Pick<ContactLink, 'id' | 'expiresAt'> => ({
  id: newId(),
  expiresAt: now() + CONTACT_LINK_LIFE_MS,
})

/**
 * Mails a contact a new link by which the address is confirmed. Throws `too-many-attempts` after five in a day and
 * `not-found` when the contact is gone; that mail is set up at all (`mail-off`) is the caller's to ask.
 */
export const sendVerification = async (
  deps: VerifyDeps,
  actor: Actor,
  { contact, once }: { contact: Contact; once: string },
): Promise<void> => {
  const now = deps.now()
  if ((await deps.store.contactLinksSince(contact.id, now - DAY_MS)) >= mostLinksADay) {
    throw new AppError('too-many-attempts', 'too many links went to this contact', { retryAfter: DAY_MS / 1000 })
  }
  const link = newContactLink(deps)
  await deps.store.write(
    {
      once,
      audit: [contactLine('contact.verify', actor, contact, undefined, 'begun')],
      deliveries: [registered(contact, link)],
    },
    async (tx) => {
      if (!(await tx.markContact(contact.id, null, { toldAt: now }))) throw new AppError('not-found', 'no such contact')
      await tx.addContactLink({ ...link, contactId: contact.id, email: contact.email })
      return null
    },
  )
}
