import type { Organisation, SlackUser } from '../belonging/types.ts'
import type { NewDelivery } from '../delivery/delivery.ts'
import type { Contact } from './types.ts'

/** Whom a notice goes to, as little of a contact as that takes. */
export type NoticeTo = Pick<Contact, 'id' | 'email' | 'language' | 'organisationNumber'>
/** Also those who may be told in Slack. */
export type NoticeToPerson = NoticeTo & Pick<Contact, 'user' | 'accountGoneAt'>

const DAY_MS = 86_400_000

const byMail = (to: NoticeTo): Omit<NewDelivery, 'kind' | 'data' | 'lane'> => ({
  channel: 'mail',
  address: to.email,
  language: to.language,
  organisationNumber: to.organisationNumber,
  contactIds: [to.id],
})

const inSlack = ({ user, accountGoneAt }: NoticeToPerson): SlackUser | null => (accountGoneAt === null ? user : null)

/** In Slack where somebody is there, else by mail: the user was found when the contact was saved (design section 6). */
const anyWay = (to: NoticeToPerson): Omit<NewDelivery, 'kind' | 'data' | 'lane'> => {
  const user = inSlack(to)
  return user === null ? byMail(to) : { ...byMail(to), channel: 'slack', address: user.userId }
}

/** Those of some contacts whom a notice would reach: no mail came back from them, or they are in Slack. */
export const reachable = (contacts: readonly Contact[]): Contact[] =>
  contacts.filter((contact) => contact.bounce === null || inSlack(contact) !== null)

/** The first mail to an address, with its link; `from` is who handed over. Of no use past the link's end. */
export const registered = (
  to: NoticeTo,
  link: { id: string; expiresAt: number },
  from: string | null = null,
): NewDelivery => ({
  ...byMail(to),
  kind: 'contact-registered',
  lane: 'transactional',
  data: { contactId: to.id, linkId: link.id, from },
  expiresAt: link.expiresAt,
})

/** The half-yearly "is this still right?"; asked again by the next round, so an old one need not be sent. */
export const stillRight = (to: NoticeTo, now: number): NewDelivery => ({
  ...byMail(to),
  kind: 'contact-still-right',
  lane: 'reminder',
  data: { contactId: to.id },
  expiresAt: now + 30 * DAY_MS,
})

/** That mail to somebody else of the organisation came back. */
export const bounced = (to: NoticeToPerson, about: Pick<Contact, 'id'>): NewDelivery => ({
  ...anyWay(to),
  kind: 'contact-bounced',
  lane: 'transactional',
  data: { contactId: to.id, aboutId: about.id },
})

/** That somebody asked not to be a contact any more. */
export const left = (to: NoticeToPerson, name: string): NewDelivery => ({
  ...anyWay(to),
  kind: 'contact-left',
  lane: 'transactional',
  data: { contactId: to.id, name },
})

/** That somebody's account in Slack was deactivated. */
export const accountGone = (to: NoticeToPerson, about: Pick<Contact, 'id'>): NewDelivery => ({
  ...anyWay(to),
  kind: 'contact-account-gone',
  lane: 'transactional',
  data: { contactId: to.id, aboutId: about.id },
})

/** That the organisation's logins of a settlement year passed a part of the threshold. */
export const loginsThreshold = (
  to: NoticeToPerson,
  { year, percent, logins }: { year: number; percent: number; logins: number },
): NewDelivery => ({
  ...anyWay(to),
  kind: 'logins-threshold',
  lane: 'transactional',
  data: { contactId: to.id, year, percent, logins },
})

/** That invoice information is missing while an invoice comes nearer. */
export const invoiceMissing = (to: NoticeToPerson, year: number): NewDelivery => ({
  ...anyWay(to),
  kind: 'invoice-missing',
  lane: 'reminder',
  data: { contactId: to.id, year },
})

/** To an admin: nobody is left whom a notice would reach; `name` is who left or whose mail came back. */
export const contactsEmpty = (
  admin: SlackUser,
  organisation: Pick<Organisation, 'number' | 'language'>,
  name: string,
): NewDelivery => ({
  kind: 'admin-contacts-empty',
  lane: 'transactional',
  channel: 'slack',
  address: admin.userId,
  language: organisation.language,
  data: { organisationNumber: organisation.number, name },
  organisationNumber: organisation.number,
})
