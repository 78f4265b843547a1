import { describe, expect, it } from 'vitest'
import { composeBy } from '../../messages/compose.ts'
import { messageKinds } from '../../messages/kinds.ts'
import type { MessageDeps } from '../../messages/message.ts'
import type { SlackPerson } from '../../src/domain/belonging/types.ts'
import type { Delivery } from '../../src/domain/delivery/delivery.ts'
import type { MailContent } from '../../src/domain/delivery/message.ts'
import type { Link } from '../../src/domain/login/types.ts'
import { MINUTE } from '../helpers/clock.ts'
import { aPerson, user } from '../store/samples.ts'
import { unwrapped } from './said.ts'

const now = Date.parse('2026-11-22T13:17:00Z')

const aLink = (over: Partial<Link> = {}): Link => ({
  id: 'l1',
  purpose: 'address',
  user,
  email: 'kari@etat.no',
  createdAt: now,
  expiresAt: now + 15 * MINUTE,
  usedAt: null,
  ...over,
})

const aDelivery = (over: Partial<Delivery> = {}): Delivery => ({
  id: 'd1',
  kind: 'address-link',
  lane: 'transactional',
  channel: 'mail',
  address: 'kari@etat.no',
  language: 'nb',
  data: { linkId: 'l1' },
  organisationNumber: null,
  dueAt: now,
  expiresAt: now + 15 * MINUTE,
  state: 'claimed',
  attempts: 0,
  failure: null,
  failureCode: null,
  sentAt: null,
  posted: null,
  acknowledgedAt: null,
  createdAt: now,
  updatedAt: now,
  ...over,
})

const noContacts = {
  organisation: async () => null,
  registration: async () => null,
  contactById: async () => null,
  contactLink: async () => null,
  organisationDetails: async () => null,
  contactsOf: async () => [],
  invoicesOf: async () => [],
  order: async () => null,
  orderMail: async () => null,
}

type Given = { link?: Link | null; person?: SlackPerson | null; row?: Partial<Delivery>; deps?: Partial<MessageDeps> }

const composed = ({ link = aLink(), person = aPerson({ name: 'Kari Nordmann' }), row, deps }: Given = {}) =>
  composeBy(messageKinds, {
    store: {
      link: async (id) => (id === link?.id ? link : null),
      person: async () => (person === null ? null : { person, chosenLanguage: null }),
      ...noContacts,
    },
    now: () => now,
    publicUrl: 'https://portvakt.example.no',
    channelFacts: async () => null,
    serviceDeskMail: 'hjelp@etat.no',
    linkToken: ({ id, email }) => `${id}.signed-for-${email.length}`,
    contactLinkToken: () => 'unused',
    manageToken: () => 'unused',
    ...deps,
  })(aDelivery(row))

const mailOf = async (given: Given = {}): Promise<MailContent> => {
  const made = await composed(given)
  if (!('mail' in made)) throw new Error(`no mail: ${JSON.stringify(made)}`)
  return { ...made.mail, text: unwrapped(made.mail.text) }
}

describe('the one-time link', () => {
  it('stands in a mail that says who asked, for which Slack user, how long, and what happens', async () => {
    const { subject, text, automatic } = await mailOf()
    expect(subject).toBe('Bekreft e-postadressen din')
    expect(automatic).toBe(true)
    expect(text).toContain('Kari Nordmann (Slack-bruker U01 i arbeidsområdet T01) har bedt om en lenke')
    expect(text).toContain('adressen kari@etat.no')
    expect(text).toContain('bare i 15 minutter: til 22. november 2026, 14:32, norsk tid')
    expect(text).toContain('\nhttps://portvakt.example.no/link/l1.signed-for-12\n')
    expect(text).toContain('Var det ikke du')
    expect(text).toContain('hjelp@etat.no')
  })

  it('speaks the language of its row', async () => {
    const { subject, text, html } = await mailOf({ row: { language: 'en' } })
    expect(subject).toBe('Confirm your e-mail address')
    expect(text).toContain('for 15 minutes: until 22 November 2026, 14:32, Norwegian time')
    expect(html).toContain('<html lang="en">')
  })

  it.each([
    ['<b>Kari</b>', '<b>'],
    ['Kari\r\nBcc: x', '\r'],
    ['Vinn en premie på evil.no', 'evil'],
    ['kari@evil.no', 'evil'],
  ])('is no place for a name such as %j', async (name, unwanted) => {
    const { subject, text, html } = await mailOf({ person: aPerson({ name }) })
    expect(subject + text + html).not.toContain(unwanted)
    expect(text).toContain('U01')
  })

  it.each<[string, Given, string]>([
    ['is gone', { link: null }, 'link-gone'],
    ['was used', { link: aLink({ usedAt: now - 1 }) }, 'link-used'],
    ['is too old', { link: aLink({ expiresAt: now }) }, 'link-expired'],
    ['confirms another address than the row goes to', { row: { address: 'ola@etat.no' } }, 'address-changed'],
    ['is for somebody whose address is another by now', { person: aPerson({ email: 'k@a.no' }) }, 'address-changed'],
    ['is for somebody without an address', { person: aPerson({ email: null }) }, 'address-changed'],
    ['is for somebody nobody knows', { person: null }, 'address-changed'],
  ])('that %s is not sent', async (_, given, suppress) => {
    expect(await composed(given)).toEqual({ suppress })
  })

  it('is for the address whatever its case in Slack', async () => {
    await expect(mailOf({ person: aPerson({ email: 'Kari@Etat.no', name: null }) })).resolves.toBeDefined()
  })

  it('waits as long as nobody could follow it', async () => {
    await expect(composed({ deps: { publicUrl: null } })).rejects.toMatchObject({ code: 'mail-off' })
  })
})

it.each<[string, Partial<Delivery>]>([
  ['a kind that this release does not know', { kind: 'from-the-future' }],
  ['data that this release cannot read', { data: { linkId: 7, other: 'secret-value' } }],
])('a row with %s waits for one that does, and shows nothing of it', async (_, row) => {
  const failure = await composed({ row }).catch((error: unknown) => error)
  expect(failure).toMatchObject({ code: 'internal' })
  expect(String(failure)).not.toContain('secret-value')
})

it('every kind has a name of its own', () => {
  const names = messageKinds.map(({ kind }) => kind)
  expect(new Set(names).size).toBe(names.length)
})
