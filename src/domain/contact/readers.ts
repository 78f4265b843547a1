import type { OrganisationDetails } from '../belonging/store.ts'
import type { Language, Organisation, SlackUser } from '../belonging/types.ts'
import type { NewDelivery } from '../delivery/delivery.ts'
import type { Contact } from './types.ts'

/** As what somebody or some place is told of an organisation, who is no contact of it. */
export const readingAs = ['admin', 'channel', 'desk'] as const
export type ReadingAs = (typeof readingAs)[number]

/** Who reads a notice: a contact; or an admin, the organisation's channel or the service desk. */
export type Who = { contactId: string } | { organisationNumber: string; as: ReadingAs }

/** Somebody or some place that is told something, as much as a row of `deliveries` takes of it. */
export type Reader = {
  who: Who
  address: Pick<NewDelivery, 'channel' | 'address' | 'language' | 'organisationNumber' | 'contactIds'>
}

/** Whom a mail goes to, as little of a contact as that takes. */
export type MailReader = Pick<Contact, 'id' | 'email' | 'language' | 'organisationNumber'>
/** Also those who may be told in Slack. */
export type PersonReader = MailReader & Pick<Contact, 'user' | 'accountGoneAt'>

export const byMail = (to: MailReader): Reader => ({
  who: { contactId: to.id },
  address: {
    channel: 'mail',
    address: to.email,
    language: to.language,
    organisationNumber: to.organisationNumber,
    contactIds: [to.id],
  },
})

const inSlack = ({ user, accountGoneAt }: PersonReader): SlackUser | null => (accountGoneAt === null ? user : null)

/** In Slack where somebody is there, else by mail: the user was found when the contact was saved (design section 6). */
export const toContact = (to: PersonReader): Reader => {
  const user = inSlack(to)
  const mail = byMail(to)
  return user === null ? mail : { ...mail, address: { ...mail.address, channel: 'slack', address: user.userId } }
}

/** Those of some contacts whom a notice would reach: no mail came back from them, or they are in Slack. */
export const reachable = (contacts: readonly Contact[]): Contact[] =>
  contacts.filter((contact) => contact.bounce === null || inSlack(contact) !== null)

const inSlackAt = (address: string, as: ReadingAs, number: string, language: Language): Reader => ({
  who: { organisationNumber: number, as },
  address: { channel: 'slack', address, language, organisationNumber: number },
})

type Spoken = Pick<Organisation, 'number' | 'language'>

/** An admin of the organisation. */
export const toAdmin = (admin: SlackUser, { number, language }: Spoken): Reader =>
  inSlackAt(admin.userId, 'admin', number, language)

/** The organisation's own channel; nobody where it has none. */
export const toChannel = ({
  number,
  language,
  channel,
}: Pick<OrganisationDetails, keyof Spoken | 'channel'>): Reader[] =>
  channel === null ? [] : [inSlackAt(channel, 'channel', number, language)]

/** The service desk, at one of `deskAddresses`. */
export const toDesk = (address: string, { number }: Spoken, language: Language): Reader =>
  inSlackAt(address, 'desk', number, language)
