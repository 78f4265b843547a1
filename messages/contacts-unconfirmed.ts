import { isUnconfirmed } from '../src/domain/contact/reach.ts'
import type { Who } from '../src/domain/contact/readers.ts'
import { toldUnconfirmed } from '../views/contact/told-unconfirmed.ts'
import { reading, toldTo, toReader, whoReads } from './contact-row.ts'
import type { MessageKind } from './message.ts'

/** Asks those in an organisation's channel about contacts whom nobody has confirmed for half a year; once there are any. */
export const contactsUnconfirmed: MessageKind<Who> = {
  kind: 'contacts-unconfirmed',
  data: whoReads,
  async compose(deps, delivery, who) {
    const to = await reading(deps, delivery, who, 'reminders')
    if ('suppress' in to) return to
    const all = await deps.store.contactsOf(to.organisation.number)
    const contacts = all.filter((contact) => isUnconfirmed(contact, deps.now()))
    if (contacts.length === 0) return { suppress: 'confirmed-since' }
    return await toReader(deps, delivery, to, 'reminders', (t) => toldUnconfirmed(t, { ...toldTo(deps, to), contacts }))
  },
}
