import { AppError, isAppError } from '../../errors.ts'
import type { Deps } from '../deps.ts'
import type { Actor } from './actor.ts'
import { contactLine, contentValues } from './contact-audit.ts'
import { assertNotLast, hasProdClients } from './last-contact.ts'
import { staleContact } from './stale-contact.ts'
import type { Contact } from './types.ts'

/**
 * Removes a contact as it was read. `mayLast`: the organisation admin's right to leave production without anybody who
 * hears of it; without it that throws `last-contact`. Throws `changed-meanwhile` when somebody changed it since, `not-found`
 * when it is gone; `once` makes a double click one removal.
 */
export const removeContact = async (
  deps: Pick<Deps, 'store'>,
  actor: Actor,
  { contact, once, mayLast }: { contact: Contact; once: string; mayLast: boolean },
): Promise<void> => {
  const guarded = !mayLast && (await hasProdClients(deps, contact.organisationNumber))
  try {
    await deps.store.write(
      { once, audit: [contactLine('contact.remove', actor, contact, { before: contentValues(contact) })] },
      async (tx) => {
        if (guarded) await assertNotLast(tx, contact)
        if (!(await tx.forgetContact(contact.id, contact.version))) {
          throw new AppError('changed-meanwhile', 'the contact is another by now')
        }
        return null
      },
    )
  } catch (error) {
    throw isAppError(error, 'changed-meanwhile') ? await staleContact(deps, contact) : error
  }
}
