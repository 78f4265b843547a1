import type { NewDelivery } from '../delivery/delivery.ts'
import { byMail, type MailReader, type Reader } from './readers.ts'
import type { Contact } from './types.ts'

const DAY_MS = 86_400_000

/** The first mail to an address, with its link; `from` is who handed over. Of no use past the link's end. */
export const registered = (
  to: MailReader,
  link: { id: string; expiresAt: number },
  from: string | null = null,
): NewDelivery => ({
  ...byMail(to).address,
  kind: 'contact-registered',
  lane: 'transactional',
  data: { contactId: to.id, linkId: link.id, from },
  expiresAt: link.expiresAt,
})

/** The half-yearly "is this still right?"; asked again by the next round, so an old one need not be sent. */
export const stillRight = (to: MailReader, now: number): NewDelivery => ({
  ...byMail(to).address,
  kind: 'contact-still-right',
  lane: 'reminder',
  data: { contactId: to.id },
  expiresAt: now + 30 * DAY_MS,
})

/** That mail to somebody else of the organisation came back. */
export const bounced = ({ who, address }: Reader, about: Pick<Contact, 'id'>): NewDelivery => ({
  ...address,
  kind: 'contact-bounced',
  lane: 'transactional',
  data: { ...who, aboutId: about.id },
})

/** That somebody asked not to be a contact any more. */
export const left = ({ who, address }: Reader, name: string): NewDelivery => ({
  ...address,
  kind: 'contact-left',
  lane: 'transactional',
  data: { ...who, name },
})

/** That somebody's account in Slack was deactivated. */
export const accountGone = ({ who, address }: Reader, about: Pick<Contact, 'id'>): NewDelivery => ({
  ...address,
  kind: 'contact-account-gone',
  lane: 'transactional',
  data: { ...who, aboutId: about.id },
})

/** That the organisation's logins of a settlement year passed a part of the threshold. */
export const loginsThreshold = (
  { who, address }: Reader,
  { year, percent, logins }: { year: number; percent: number; logins: number },
): NewDelivery => ({
  ...address,
  kind: 'logins-threshold',
  lane: 'transactional',
  data: { ...who, year, percent, logins },
})

/** That invoice information is missing while an invoice comes nearer. */
export const invoiceMissing = ({ who, address }: Reader, year: number): NewDelivery => ({
  ...address,
  kind: 'invoice-missing',
  lane: 'reminder',
  data: { ...who, year },
})

/** That nobody is left whom a notice would reach; `name` is who left or whose mail came back. No contact reads this. */
export const contactsEmpty = ({ who, address }: Reader, name: string): NewDelivery => ({
  ...address,
  kind: 'admin-contacts-empty',
  lane: 'transactional',
  data: { ...who, name },
})

/** In the organisation's channel: contacts whom nobody has confirmed for half a year. Of no use once others are asked. */
export const unconfirmed = ({ who, address }: Reader, now: number): NewDelivery => ({
  ...address,
  kind: 'contacts-unconfirmed',
  lane: 'reminder',
  data: who,
  expiresAt: now + 30 * DAY_MS,
})
