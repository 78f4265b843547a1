import { channelFaults } from '../../../src/domain/belonging/set-channel.ts'
import { reachOf } from '../../../src/domain/contact/reach.ts'
import { readingAs } from '../../../src/domain/contact/readers.ts'
import { bounceReasons, type Contact, contactKinds, type ReachFacts } from '../../../src/domain/contact/types.ts'
import { allReach } from '../../../views/contact/all-reach.ts'
import type { ClientChoice } from '../../../views/contact/applies-to.ts'
import { type Beneath, nothingBeneath } from '../../../views/contact/beneath.ts'
import { contactBrowser } from '../../../views/contact/browser.ts'
import { contactCard } from '../../../views/contact/card.ts'
import { contactConfirm } from '../../../views/contact/confirm.ts'
import { type ContactEditData, contactEdit } from '../../../views/contact/edit.ts'
import { contactHelp } from '../../../views/contact/help.ts'
import { contactHome } from '../../../views/contact/home.ts'
import { contactList } from '../../../views/contact/list.ts'
import { contactsOfClient } from '../../../views/contact/of-client.ts'
import { contactPaste, type PastedLine } from '../../../views/contact/paste.ts'
import { contactPortal } from '../../../views/contact/portal.ts'
import type { ReachShown } from '../../../views/contact/reach-line.ts'
import { contactRemove } from '../../../views/contact/remove.ts'
import { contactRemoved } from '../../../views/contact/removed.ts'
import type { ContactListData } from '../../../views/contact/rows.ts'
import { contactSaved } from '../../../views/contact/saved.ts'
import { toldInSlack } from '../../../views/contact/told.ts'
import { toldBounced } from '../../../views/contact/told-bounced.ts'
import { toldChannelLost } from '../../../views/contact/told-channel-lost.ts'
import { toldDoors } from '../../../views/contact/told-doors.ts'
import { toldLeft } from '../../../views/contact/told-left.ts'
import { toldLogins } from '../../../views/contact/told-logins.ts'
import { toldNobodyLeft } from '../../../views/contact/told-nobody-left.ts'
import { toldSettled } from '../../../views/contact/told-settled.ts'
import { toldUnconfirmed } from '../../../views/contact/told-unconfirmed.ts'
import { nasty } from '../nasty.ts'
import { type Sample, sample } from '../sample.ts'

const now = Date.parse('2026-11-22T13:32:00Z')
const url = 'https://sjolvbetjening.samarbeid.digdir.no/'
const user = { teamId: 'T0', userId: 'U0KARI' }

export const contact = (over: Partial<Contact> = {}): Contact => ({
  id: 'CON-12',
  organisationNumber: '310000019',
  name: 'Kari Fjellvåg',
  email: 'kari.fjellvag@kystverdi.example',
  phone: '+4740000000',
  kind: 'technical',
  language: 'nb',
  scope: 'organisation',
  clients: [],
  user,
  hears: ['major'],
  verifiedAt: now,
  confirmedAt: now,
  bounce: null,
  accountGoneAt: null,
  mirrored: { by: user, at: now, current: true },
  registeredBy: 'person:T0:U0KARI',
  toldAt: now,
  version: 3,
  createdAt: now,
  updatedAt: now,
  ...over,
})

const bare = contact({ id: 'CON-1', phone: null, user: null, verifiedAt: null, confirmedAt: null, mirrored: null })
export const extreme = contact({
  id: 'CON-999999999999',
  name: nasty.name.slice(0, 120),
  email: `${'<!channel>&'.slice(0, 10)}${'a'.repeat(200)}@${'b'.repeat(40)}.example`,
  phone: '+81312345678',
  kind: 'mailbox',
  language: 'en',
  scope: 'clients',
  clients: Array.from({ length: 50 }, (_, at) => ({ environment: 'prod', clientId: `client-${at}` })),
  bounce: { at: now, reason: 'unknown-user', code: 550 },
  accountGoneAt: now,
  mirrored: { by: user, at: now, current: false },
})
const all = [contact(), bare, extreme, ...contactKinds.map((kind) => contact({ kind }))]

/** As much as can lie beneath. */
const deep: Beneath = {
  browser: { view: `V${'0'.repeat(20)}`, text: '"'.repeat(200), page: 99 },
  card: { view: `V${'1'.repeat(20)}`, contact: extreme.id },
}

const facts = (over: Partial<ReachFacts> = {}): ReachFacts => ({
  contacts: 3,
  people: 3,
  confirmed: 3,
  bounced: 0,
  gone: 0,
  unmirrored: 0,
  addresses: 3,
  ...over,
})
const reach = (of: ReachFacts): ReachShown => ({ facts: of, reach: reachOf(of) })
const nobody = facts({ contacts: 0, people: 0, confirmed: 0, addresses: 0 })
const reaches: [string, ReachShown][] = [
  ['good', reach(facts())],
  ['nobody', reach(nobody)],
  ['one', reach(facts({ contacts: 1, people: 1, addresses: 1, confirmed: 0, unmirrored: 1 }))],
  [
    'all bad',
    reach(facts({ contacts: 9000, people: 0, confirmed: 0, bounced: 8, gone: 1, unmirrored: 9, addresses: 1 })),
  ],
]
export const reachAtHome = reach(facts())

const list = (over: Partial<ContactListData> = {}): ContactListData => ({
  rows: all,
  total: all.length,
  text: null,
  page: 0,
  reach: reach(facts()),
  ...over,
})
const lists: [string, ContactListData][] = [
  ['some', list()],
  ['none', list({ rows: [], total: 0, reach: reach(nobody) })],
  ['none matching', list({ rows: [], total: 0, text: nasty.channel })],
  [
    'extreme',
    list({
      rows: Array.from({ length: 8 }, () => extreme),
      total: 250,
      page: 3,
      text: nasty.long,
      notice: nasty.name,
      reach: reaches[3]?.[1] ?? reachAtHome,
    }),
  ],
]

const clients = (count: number): ClientChoice[] =>
  Array.from({ length: count }, (_, at) => ({
    environment: at % 2 === 0 ? 'test' : 'prod',
    client_id: `client-${at}`,
    client_name: at === 0 ? nasty.name : `Byggesak ${at}`,
  }))

export const editData = (over: Partial<ContactEditData> = {}): ContactEditData => ({
  place: {
    organisation: '310000019',
    contact: null,
    needed: false,
    sure: null,
    unheard: false,
    beneath: nothingBeneath,
  },
  values: { name: '', email: '', phone: '', kind: null, language: 'nb', applies_to: ['organisation'] },
  clients: [],
  clientCount: 0,
  ...over,
})
const seen = { id: extreme.id, version: 3 }
const edits: [string, ContactEditData][] = [
  ['new', editData()],
  [
    'of an old one',
    editData({ place: { ...editData().place, contact: seen }, values: contactEdit.valuesOf(contact()) }),
  ],
  ['with as many clients as a menu takes', editData({ clients: clients(90), clientCount: 90 })],
  [
    'with more clients than that',
    editData({
      clients: clients(2),
      clientCount: 91,
      values: { ...editData().values, applies_to: ['client-0', 'gone', 'client-1'] },
    }),
  ],
  [
    'extreme',
    editData({
      place: {
        organisation: '310000019',
        contact: seen,
        needed: true,
        sure: contactEdit.addressDigest(extreme.email),
        unheard: true,
        beneath: deep,
      },
      values: { ...contactEdit.valuesOf(extreme), name: nasty.long, email: nasty.long, phone: nasty.long },
      clients: clients(90),
      clientCount: 90,
      acting: nasty.long,
      leftAt: now,
      meanwhile: extreme,
    }),
  ],
]

const pasted: PastedLine[] = [
  { line: 1, name: 'Kari', email: 'kari@etat.no', faults: [] },
  {
    line: 2,
    name: nasty.long,
    email: nasty.channel,
    faults: [
      { field: 'email', code: 'form' },
      { field: 'name', code: 'digits' },
      { duplicateOf: 'CON-1' },
      'twice',
      'left',
    ],
  },
]
const pasteValues = { lines: nasty.long, applies_to: 'prod' as const }

export const contactSamples: Sample[] = [
  ...lists.flatMap(([name, data]) => [
    sample(`contacts: ${name}`, (t) => contactList.render(t, data)),
    sample(`contacts in a modal: ${name}`, (t) =>
      contactBrowser.render(t, { ...data, organisation: '310000019', all: data.total > 0 ? all : [] }),
    ),
  ]),
  sample('contact', (t) =>
    contactCard.render(t, { contact: contact(), clients: [], canVerify: true, beneath: nothingBeneath }),
  ),
  sample('contact, bare', (t) =>
    contactCard.render(t, { contact: bare, clients: [], canVerify: true, beneath: nothingBeneath }),
  ),
  ...bounceReasons.map((reason) =>
    sample(`contact, bounced: ${reason}`, (t) =>
      contactCard.render(t, {
        contact: { ...extreme, bounce: { at: now, reason, code: null } },
        clients: extreme.clients.map(({ environment }) => ({ environment, name: nasty.name })),
        canVerify: true,
        beneath: deep,
        notice: nasty.name,
      }),
    ),
  ),
  ...edits.map(([name, data]) => sample(`contact form ${name}`, (t) => contactEdit.render(t, data))),
  ...(['sent', 'off', 'same'] as const).flatMap((verification) =>
    [contact(), bare, extreme].map((one) =>
      sample(`contact saved, ${verification}: ${one.id}`, (t) =>
        contactSaved.render(t, {
          contact: one,
          added: verification === 'sent',
          warnings: ['free-mail', 'other-domain', 'special-number', 'switchboard', 'short-name'],
          verification,
          portal: { text: nasty.long, url },
          needed: verification === 'off',
          beneath: deep,
        }),
      ),
    ),
  ),
  sample('removing a contact', (t) =>
    contactRemove.render(t, { contact: contact(), left: 2, last: null, beneath: nothingBeneath }),
  ),
  sample('removing the last contact', (t) =>
    contactRemove.render(t, { contact: extreme, left: 0, last: { may: true, admins: [] }, beneath: deep }),
  ),
  ...[[], Array.from({ length: 20 }, () => user)].map((admins) =>
    sample(`removing the last contact, refused, of ${admins.length} admins`, (t) =>
      contactRemove.render(t, { contact: bare, left: 0, last: { may: false, admins }, beneath: deep }),
    ),
  ),
  sample('contact removed', (t) => contactRemoved.render(t, { contact: extreme, mirrored: true })),
  sample('contact removed before', (t) => contactRemoved.render(t, { contact: null, mirrored: false })),
  sample('contacts to confirm: none', (t) =>
    contactConfirm.render(t, { organisation: '310000019', all: [], rows: [], page: 0, total: 0 }),
  ),
  sample('contacts to confirm', (t) =>
    contactConfirm.render(t, {
      organisation: '310000019',
      all,
      rows: [bare, ...Array.from({ length: 9 }, () => extreme)],
      page: 1,
      total: 30,
      notice: nasty.name,
    }),
  ),
  sample('pasting contacts', (t) =>
    contactPaste.render(t, {
      organisation: '310000019',
      values: { lines: '', applies_to: null },
      lines: null,
      beneath: nothingBeneath,
    }),
  ),
  sample('pasting contacts, ready', (t) =>
    contactPaste.render(t, {
      organisation: '310000019',
      values: pasteValues,
      lines: pasted.slice(0, 1),
      beneath: nothingBeneath,
    }),
  ),
  sample('pasting contacts, extreme', (t) =>
    contactPaste.render(t, {
      organisation: '310000019',
      acting: nasty.long,
      values: pasteValues,
      beneath: deep,
      lines: Array.from({ length: 100 }, () => pasted).flat(),
    }),
  ),
  sample('portal text: none', (t) =>
    contactPortal.render(t, { organisation: '310000019', all: [], lines: [], waiting: 0, url }),
  ),
  sample('portal text, done', (t) =>
    contactPortal.render(t, { organisation: '310000019', all, lines: ['Kari\tkari@etat.no'], waiting: 0, url }),
  ),
  sample('portal text, extreme', (t) =>
    contactPortal.render(t, {
      organisation: '310000019',
      all,
      lines: Array.from({ length: 200 }, () => nasty.name),
      waiting: 9000,
      url,
      notice: nasty.name,
    }),
  ),
  ...[[], all, Array.from({ length: 40 }, () => extreme)].map((rows) =>
    sample(`${rows.length} contacts of a client`, (t) =>
      contactsOfClient.render(t, { environment: 'prod', client_id: 'client-1', client_name: nasty.name, rows }),
    ),
  ),
  sample('contacts help', (t) => contactHelp.render(t, { serviceDesk: 'servicedesk@digdir.no' })),
  sample('reachability of nobody', (t) => allReach.render(t, { rows: [], page: 0, total: 0 })),
  sample('reachability of all', (t) =>
    allReach.render(t, {
      rows: Array.from({ length: 4 }, () => reaches)
        .flat()
        .slice(0, 15)
        .map(([, one]) => ({ ...one, organisation: { number: '310000019', name: nasty.name } })),
      page: 1,
      total: 500,
    }),
  ),
]

const told = { organisation: { name: nasty.name, number: '310000019' }, serviceDesk: 'hjelp@etat.no', manageUrl: null }
const toldData = { ...told, reader: 'channel' } as const
const bounce = { at: now, reason: 'full', code: 552 } as const

/** What is told in Slack beside mails; its words are looked at in `test/messages`. */
export const toldSamples: Sample[] = [
  sample('told of a bounce', (t) => toldInSlack(toldBounced(t, { ...toldData, about: extreme, bounce }))),
  sample('told who left', (t) => toldInSlack(toldLeft(t, { ...toldData, name: nasty.long }))),
  sample('told of logins', (t) => toldInSlack(toldLogins(t, { ...toldData, year: 2026, logins: 200_000 }))),
  sample('told who is unconfirmed', (t) =>
    toldInSlack(toldUnconfirmed(t, { ...toldData, contacts: Array.from({ length: 40 }, () => extreme) })),
  ),
  ...readingAs.map((reader) =>
    sample(`told that nobody is left, ${reader}`, (t) =>
      toldInSlack(toldNobodyLeft(t, { ...told, name: nasty.long, how: 'unreachable', reader })),
    ),
  ),
  ...channelFaults.map((why) =>
    sample(`told of a lost channel, ${why}`, (t) => toldInSlack(toldChannelLost(t, { ...told, why, reader: 'desk' }))),
  ),
  ...(['contact-gone', 'mended-since', 'confirmed-since'] as const).flatMap((why) =>
    ['contact-bounced', 'admin-contacts-empty', 'something later'].map((kind) =>
      sample(`told that it is settled, ${kind} ${why}`, (t) =>
        toldSettled(t, { kind, why, contact: kind === 'contact-bounced' ? 'CON-12' : null, at: now }),
      ),
    ),
  ),
]

export const contactViews = [
  contactBrowser,
  contactList,
  contactCard,
  contactEdit,
  contactSaved,
  contactRemove,
  contactRemoved,
  contactConfirm,
  contactPaste,
  contactPortal,
  contactsOfClient,
  contactHome,
  contactHelp,
  allReach,
  toldDoors,
]
