import { composeBy } from '../../messages/compose.ts'
import { messageKinds } from '../../messages/kinds.ts'
import type { MessageDeps } from '../../messages/message.ts'
import type { ChannelFacts } from '../../src/domain/belonging/set-channel.ts'
import type { Language, SlackPerson } from '../../src/domain/belonging/types.ts'
import type { Contact, ContactLink, Invoice } from '../../src/domain/contact/types.ts'
import type { Delivery } from '../../src/domain/delivery/delivery.ts'
import { aPerson, aRegistration, org, user } from '../store/samples.ts'

const DAY = 86_400_000
export const now = Date.parse('2026-11-22T13:17:00Z')
export const publicUrl = 'https://portvakt.example.no'

export const aContact = (over: Partial<Contact> = {}): Contact => ({
  id: 'CON-12',
  organisationNumber: org,
  name: 'Kari Nordmann',
  email: 'kari@etat.no',
  phone: '+4740000000',
  kind: 'technical',
  language: 'nb',
  scope: 'organisation',
  clients: [],
  user,
  hears: ['major', 'maintenance', 'logins', 'reminders'],
  verifiedAt: null,
  confirmedAt: null,
  bounce: null,
  accountGoneAt: null,
  mirrored: null,
  registeredBy: 'person:T01:U02',
  toldAt: now,
  version: 1,
  createdAt: now - DAY,
  updatedAt: now - DAY,
  ...over,
})

export const aLink = (over: Partial<ContactLink> = {}): ContactLink => ({
  id: 'link1',
  contactId: 'CON-12',
  email: 'kari@etat.no',
  createdAt: now,
  expiresAt: now + 7 * DAY,
  usedAt: null,
  ...over,
})

const about = aContact({
  id: 'CON-13',
  name: 'Ola Hansen',
  email: 'ola@etat.no',
  bounce: { at: now - DAY, reason: 'unknown-user', code: 550 },
  accountGoneAt: now - DAY,
})

/** The organisation's own channel. */
export const ownChannel = 'C0LILLEVIK'
const inChannel = { organisationNumber: org, as: 'channel' }

/** Every kind of message to a contact, with what its row holds. */
export const kinds: Record<string, Record<string, unknown>> = {
  'contact-registered': { contactId: 'CON-12', linkId: 'link1', from: null },
  'contact-still-right': { contactId: 'CON-12' },
  'contact-bounced': { contactId: 'CON-12', aboutId: 'CON-13' },
  'contact-left': { contactId: 'CON-12', name: 'Ola Hansen' },
  'contact-account-gone': { contactId: 'CON-12', aboutId: 'CON-13' },
  'logins-threshold': { contactId: 'CON-12', year: 2026, percent: 80, logins: 163_402 },
  'invoice-missing': { contactId: 'CON-12', year: 2026 },
}

/** Every kind that no contact reads, by who does, with what its row holds. */
export const placed: Record<string, [kind: string, data: Record<string, unknown>]> = {
  'a bounce, in the channel': ['contact-bounced', { ...inChannel, aboutId: 'CON-13' }],
  'who left, in the channel': ['contact-left', { ...inChannel, name: 'Ola Hansen' }],
  'an account gone, in the channel': ['contact-account-gone', { ...inChannel, aboutId: 'CON-13' }],
  'logins, in the channel': ['logins-threshold', { ...inChannel, year: 2026, percent: 80, logins: 163_402 }],
  'an invoice, in the channel': ['invoice-missing', { ...inChannel, year: 2026 }],
  'who is unconfirmed, in the channel': ['contacts-unconfirmed', inChannel],
  'nobody left, in the channel': ['admin-contacts-empty', { ...inChannel, name: 'Ola Hansen' }],
  'nobody left, to an admin': ['admin-contacts-empty', { organisationNumber: org, as: 'admin', name: 'Ola Hansen' }],
  // a row of an earlier release
  'nobody left, before others heard of it': ['admin-contacts-empty', { organisationNumber: org, name: 'Ola Hansen' }],
  'nobody left, to the desk': ['admin-contacts-empty', { organisationNumber: org, as: 'desk', name: 'Ola Hansen' }],
  'a lost channel, to an admin': ['admin-channel-lost', { organisationNumber: org, as: 'admin', why: 'archived' }],
  'a lost channel, to the desk': ['admin-channel-lost', { organisationNumber: org, as: 'desk', why: 'outsiders' }],
}

export type Given = {
  contact?: Contact | null
  about?: Contact | null
  /** all of the organisation, in place of these two */
  contacts?: Contact[]
  link?: ContactLink | null
  invoice?: Invoice | null
  organisation?: string | null
  /** who registered, as Slack shows them */
  person?: SlackPerson | null
  clientName?: string
  data?: Record<string, unknown>
  row?: Partial<Delivery>
  /** the organisation's channel, as it is set now */
  channel?: string | null
  /** what Slack says of it */
  facts?: ChannelFacts | null
  deps?: Partial<MessageDeps>
}

/** What a row of a kind comes to. */
export const composed = async (kind: string, channel: 'mail' | 'slack', language: Language, given: Given = {}) => {
  const contact = given.contact === undefined ? aContact() : given.contact
  const other = given.about === undefined ? about : given.about
  const link = given.link === undefined ? aLink() : given.link
  const person = given.person === undefined ? aPerson({ name: 'Per Berg' }) : given.person
  const organisation = given.organisation === undefined ? 'Lillevik kommune' : given.organisation
  const contacts = given.contacts ?? [contact, other].filter((one) => one !== null)
  const empty = kind === 'admin-contacts-empty' && given.contact === undefined
  const set = given.channel === undefined && kind !== 'admin-channel-lost' ? ownChannel : (given.channel ?? null)
  const facts =
    given.facts === undefined ? { channel: true, archived: false, outsiders: false, member: true } : given.facts
  const deps: MessageDeps = {
    store: {
      link: async () => null,
      person: async () => (person === null ? null : { person, chosenLanguage: null }),
      organisation: async (number) => (organisation === null ? null : { number, name: organisation, language: 'nb' }),
      organisationDetails: async (number) =>
        organisation === null
          ? null
          : { number, name: organisation, language: 'nb', domains: [], channel: set, createdAt: now },
      registration: async (_, __, id) => aRegistration(id, { client_name: given.clientName ?? 'Byggesak' }),
      contactById: async (id) => contacts.find((one) => one.id === id) ?? null,
      contactLink: async (id) => (id === link?.id ? link : null),
      contactsOf: async () => (empty ? [] : contacts),
      invoicesOf: async () => (given.invoice ? [given.invoice] : []),
      order: async () => null,
      orderMail: async () => null,
    },
    now: () => now,
    publicUrl,
    channelFacts: async () => facts,
    serviceDeskMail: 'hjelp@etat.no',
    linkToken: () => 'no link of a contact’s',
    contactLinkToken: ({ id }) => `${id}.${'s'.repeat(43)}`,
    manageToken: ({ id }) => `${id}.${'m'.repeat(22)}.${'s'.repeat(43)}`,
    ...given.deps,
  }
  return composeBy(
    messageKinds,
    deps,
  )({
    id: 'd1',
    kind,
    lane: 'transactional',
    channel,
    address: channel === 'mail' ? 'kari@etat.no' : user.userId,
    language,
    data: { ...kinds[kind], ...given.data },
    organisationNumber: org,
    dueAt: now,
    expiresAt: null,
    state: 'claimed',
    attempts: 0,
    failure: null,
    failureCode: null,
    sentAt: null,
    posted: null,
    acknowledgedAt: null,
    createdAt: now,
    updatedAt: now,
    ...given.row,
  })
}

export const mailOf = async (kind: string, language: Language = 'nb', given: Given = {}) => {
  const made = await composed(kind, 'mail', language, given)
  if (!('mail' in made)) throw new Error(`no mail: ${JSON.stringify(made)}`)
  return made.mail
}

/** What stands in Slack of one that no contact reads. */
export const placedOf = async (name: string, language: Language = 'nb', given: Given = {}) => {
  const [kind = '', data = {}] = placed[name] ?? []
  const row = {
    address: 'as' in data && data.as === 'channel' ? ownChannel : 'U0ADMIN',
    data: { ...data, ...given.data },
  }
  return composed(kind, 'slack', language, { ...given, row })
}

export const slackOf = async (kind: string, language: Language = 'nb', given: Given = {}) => {
  const made = await composed(kind, 'slack', language, given)
  if (!('slack' in made)) throw new Error(`no message: ${JSON.stringify(made)}`)
  return made.slack
}
