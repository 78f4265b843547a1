import { AppError } from '../../errors.ts'
import type { SlackUser } from '../belonging/types.ts'
import type { Deps } from '../deps.ts'
import { type Actor, actorName } from './actor.ts'
import { contactLine, contentValues } from './contact-audit.ts'
import { departureHash } from './departure-hash.ts'
import { registered } from './notices.ts'
import { keptSince } from './retention.ts'
import { type Contact, type ContactContent, contactTopics } from './types.ts'
import { newContactLink } from './verify-contact.ts'

type AddDeps = Pick<Deps, 'store' | 'now' | 'newId'>

/**
 * Adds a contact, who hears all topics until they choose otherwise. With `verify` the mail that tells the person (GDPR
 * article 14) and its link are written with it. `once` makes a double click one contact (`fresh` false: it was there).
 *
 * Throws `contact-exists` when the organisation has one with the address, in any letter case; `not-found` when what
 * an earlier click added is gone by now.
 */
export const addContact = async (
  deps: AddDeps,
  actor: Actor,
  asked: {
    organisationNumber: string
    content: ContactContent
    user: SlackUser | null
    once: string
    verify: boolean
  },
): Promise<{ contact: Contact; fresh: boolean }> => {
  const { organisationNumber, content, user, once, verify } = asked
  const link = newContactLink(deps)
  const toldAt = verify ? deps.now() : null
  const { value: id, fresh } = await deps.store.write<string>(
    {
      once,
      audit: (added) => [
        contactLine('contact.add', actor, { id: added, organisationNumber }, { after: contentValues(content) }),
      ],
      deliveries: (added) => (verify ? [registered({ ...content, id: added, organisationNumber }, link)] : []),
    },
    async (tx) => {
      const row = { ...content, organisationNumber, user, registeredBy: actorName(actor), hears: [...contactTopics] }
      const [added] = await tx.addContacts([{ ...row, toldAt }])
      if (!added) throw new AppError('internal', 'a contact was added and not given back')
      if (verify) await tx.addContactLink({ ...link, contactId: added.id, email: added.email })
      return added.id
    },
  )
  const contact = await deps.store.contact(organisationNumber, id)
  if (!contact) throw new AppError('not-found', 'the contact was removed meanwhile')
  return { contact, fresh }
}

/**
 * When (epoch ms) somebody with this address asked not to be a contact of the organisation any more, within the last
 * twelve months; null: nobody did. Whoever adds them again is asked whether they know.
 */
export const leftBefore = async (
  deps: Pick<Deps, 'store' | 'vault' | 'now'>,
  organisationNumber: string,
  email: string,
): Promise<number | null> => {
  const at = await deps.store.departure(organisationNumber, departureHash(deps, organisationNumber, email))
  return at !== null && at > keptSince(deps.now()).departures ? at : null
}
