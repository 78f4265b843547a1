import { z } from 'zod'
import { AppError } from '../src/errors.ts'
import { toldStillRight } from '../views/contact/told-still-right.ts'
import { addressee, clientsOf, managePage, toldTo, toReader } from './contact-row.ts'
import type { MessageKind } from './message.ts'

/** Asks a contact whether what is registered is still right; nobody who has said so since the row was written. */
export const contactStillRight: MessageKind<{ contactId: string }> = {
  kind: 'contact-still-right',
  data: z.object({ contactId: z.string() }),
  async compose(deps, delivery, { contactId }) {
    const to = await addressee(deps, delivery, contactId, 'reminders')
    if ('suppress' in to) return to
    const { contact } = to
    if (contact.confirmedAt !== null && contact.confirmedAt >= delivery.createdAt)
      return { suppress: 'confirmed-since' }
    const manageUrl = managePage(deps, contact)
    if (manageUrl === null) throw new AppError('mail-off', 'PUBLIC_URL is not set, and a link leads nowhere')
    const clients = await clientsOf(deps, contact)
    return toReader(deps, delivery, to, 'reminders', (t) =>
      toldStillRight(t, { ...toldTo(deps, to), contact, clients, manageUrl }),
    )
  },
}
