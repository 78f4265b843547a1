import { type RowReason, rowReasons } from '../../../src/domain/belonging/organisation-rows.ts'
import type { Change } from '../../../src/domain/change.ts'
import type { Outcome } from '../../../src/domain/change-kind.ts'
import { giveCredential, takeCredential } from '../../../src/domain/client/credential-kinds.ts'
import { personAssign } from '../../../views/belonging/admin/assign.ts'
import { adminClearances, type ClearanceNotice } from '../../../views/belonging/admin/clearances.ts'
import { adminDone, type DoneData } from '../../../views/belonging/admin/done.ts'
import { hows } from '../../../views/belonging/admin/how.ts'
import { adminOperators, type OperatorNotice } from '../../../views/belonging/admin/operators.ts'
import { adminOrganisation } from '../../../views/belonging/admin/organisation.ts'
import { organisationChannel } from '../../../views/belonging/admin/organisation-channel.ts'
import { organisationEdit } from '../../../views/belonging/admin/organisation-edit.ts'
import { organisationNew } from '../../../views/belonging/admin/organisation-new.ts'
import { adminOrganisations } from '../../../views/belonging/admin/organisations.ts'
import { adminOwnClient } from '../../../views/belonging/admin/own-client.ts'
import { adminOwnClientOutcome } from '../../../views/belonging/admin/own-client-outcome.ts'
import { adminPeople, type PersonRow } from '../../../views/belonging/admin/people.ts'
import { adminPerson, type PersonData } from '../../../views/belonging/admin/person.ts'
import { adminRefused } from '../../../views/belonging/admin/refused.ts'
import { adminTold } from '../../../views/belonging/admin/told.ts'
import { registerNotes } from '../../../views/belonging/admin/values.ts'
import { nasty } from '../nasty.ts'
import { sample as named, type Sample } from '../sample.ts'
import { proposal } from './proposal.ts'

const now = Date.parse('2026-11-22T13:32:00Z')
const day = 86_400_000
const serviceDesk = 'servicedesk@digdir.no'
const badName = nasty.name
const longText = nasty.long
const digest = 'a'.repeat(64)

const user = (name: string) => ({ teamId: 'T1', userId: `U${name}` })
const kari = user('KARI')
const many = (count: number) => Array.from({ length: count }, (_, index) => user(`P${index}`))
const organisation = { number: '310000019', name: 'KYSTVERDI KOMMUNE' }
const hard = { number: '310000027', name: badName }
const domains = (count: number) => Array.from({ length: count }, (_, index) => `*.avdeling${index}.xn--bl-yia.example`)
const full = { ...organisation, language: 'nb' as const, domains: ['kystverdi.example'], channel: null, createdAt: now }
const extreme = { ...hard, language: 'en' as const, domains: domains(40), channel: 'C0KANAL', createdAt: now }

const row = (over: Partial<PersonRow> = {}): PersonRow => ({
  user: kari,
  name: 'Kari Fjellvåg',
  email: 'kari.fjellvag@kystverdi.example',
  how: 'domain',
  until: null,
  admin: false,
  clearedUntil: null,
  ...over,
})
const everyRow = hows
  .slice(0, 10)
  .map((how, index) =>
    row({ user: user(`P${index}`), how, until: now, admin: true, clearedUntil: now, name: badName, email: longText }),
  )

const instead = ['bot', 'supplier', 'none', 'unknown'] as const
const notOwn = (which: (typeof instead)[number]) => ({ environment: 'test' as const, own: null, instead: which })

const credentialChange = (over: Partial<Change>): Change => ({
  ...proposal(giveCredential.name),
  payload: { organisationNumber: hard.number },
  policy: 'step-up',
  ...over,
})
const given = {
  environment: 'prod' as const,
  clientId: badName,
  kid: badName,
  scopes: ['idporten:dcr.read', badName],
  replaced: { clientId: badName, kid: badName },
}
const taken = { kind: takeCredential.name, environment: 'test', result: { kid: 'k' } } as const
const approved = { by: kari, at: now }
const outcomeOf = (over: Partial<Change>): Outcome => {
  const change = credentialChange(over)
  return { state: change.state, change }
}
const credentialOutcomes: [string, Outcome][] = [
  ['given', outcomeOf({ state: 'done', decision: approved, result: given })],
  ['taken', outcomeOf({ state: 'done', decision: approved, ...taken })],
  ['withdrawn', outcomeOf({ state: 'declined', decision: approved })],
  ['expired', outcomeOf({ state: 'expired' })],
  ['interrupted', outcomeOf({ state: 'expired', decision: approved })],
  [
    'failed',
    outcomeOf({ state: 'failed', decision: approved, failure: { code: 'changed-meanwhile', correlationId: null } }),
  ],
]

const person = (over: Partial<PersonData> = {}): PersonData => ({
  organisation,
  row: row(),
  before: null,
  otherwise: 'domain',
  operator: true,
  self: false,
  meanwhile: false,
  ...over,
})
const assigned = { state: 'assigned' as const, admin: false, until: null }
const admin = { ...assigned, admin: true }
const removed = { state: 'removed' as const, admin: false, until: null }
const done = (over: Partial<DoneData> = {}): DoneData => ({
  user: kari,
  organisation,
  before: null,
  after: assigned,
  undo: 'c1',
  ...over,
})
const became: [string, DoneData['before'], DoneData['after']][] = [
  ['assigned', null, assigned],
  ['assigned for a while', null, { ...assigned, until: now + day }],
  ['removed', assigned, removed],
  ['forgotten', removed, null],
  ['made admin', assigned, admin],
  ['no admin any more', admin, assigned],
]

const editRef = { number: organisation.number, before: digest, shown: null, note: null }
const newRef = { ...editRef, before: null }
const values = { name: organisation.name, domains: ['kystverdi.example'], language: 'nb' as const }
const names = Array.from({ length: 12 }, () => badName)
const consequence = {
  added: [
    { domain: 'ny.example', people: 1, sharedWith: [] },
    { domain: 'delt.example', people: 12_345, sharedWith: ['DIREKTORATET FOR EKSEMPLER'] },
  ],
  removed: [
    { domain: 'gammel.example', people: 0, leftTo: [] },
    { domain: 'tidligere.example', people: 2, leftTo: ['FJORDLYS HELSEFORETAK'] },
    { domain: 'felles.example', people: 3, leftTo: ['A', 'B'] },
  ],
}
const hugeConsequence = {
  added: domains(150).map((domain) => ({ domain, people: 99_999, sharedWith: names })),
  removed: domains(150).map((domain) => ({ domain, people: 99_999, leftTo: names })),
}

const sample = (name: string, render: Sample['render']): Sample => named(`admin: ${name}`, render)

const operatorNotices: OperatorNotice[] = ['named', 'removed', 'notThem', 'already', 'fixedAlready', 'self']
const clearanceNotices: ClearanceNotice[] = ['given', 'asked', 'removed', 'notTheirs', 'already', 'waiting']

/** Every view of the administration, small, as usual, and at its worst. */
export const adminSamples: Sample[] = [
  sample('no organisations', (t) => adminOrganisations.render(t, { text: null, page: 0, rows: [], total: 0 })),
  sample('no organisation matches', (t) =>
    adminOrganisations.render(t, { text: longText, page: 0, rows: [], total: 0 }),
  ),
  sample('organisations', (t) => adminOrganisations.render(t, { text: null, page: 0, rows: [full], total: 1 })),
  sample('organisations, extreme', (t) =>
    adminOrganisations.render(t, {
      text: longText,
      page: 3,
      rows: Array.from({ length: 10 }, () => ({ ...hard, domains: domains(150) })),
      total: 100_000,
    }),
  ),
  sample('organisation', (t) =>
    adminOrganisation.render(t, {
      organisation: full,
      domains: [{ domain: 'kystverdi.example', sharedWith: [] }],
      more: 0,
      met: 1,
      admins: [],
      cleared: 0,
      editable: true,
    }),
  ),
  ...(['saved', 'already'] as const).map((notice) =>
    sample(`organisation, ${notice}, extreme`, (t) =>
      adminOrganisation.render(t, {
        organisation: extreme,
        domains: domains(40).map((domain) => ({ domain, sharedWith: names })),
        more: 110,
        met: 100_000,
        admins: many(100),
        cleared: 100,
        editable: false,
        notice,
      }),
    ),
  ),
  sample('channel, none', (t) => organisationChannel.render(t, { organisation, channel: null })),
  ...(['saved', 'meanwhile'] as const).flatMap((notice) =>
    ['C0HAVN', null, '<!channel>'].map((channel) =>
      sample(`channel ${channel}, ${notice}, extreme`, (t) =>
        organisationChannel.render(t, { organisation: hard, channel, notice }),
      ),
    ),
  ),
  sample('organisation, new', (t) => organisationNew.render(t)),
  ...registerNotes.map((note) =>
    sample(`organisation, new, ${note}`, (t) =>
      organisationEdit.render(t, { ref: { ...newRef, note }, values: { name: '', domains: [], language: null } }),
    ),
  ),
  sample('organisation, edited', (t) => organisationEdit.render(t, { ref: editRef, values })),
  sample('organisation, edited, consequence', (t) =>
    organisationEdit.render(t, { ref: { ...editRef, shown: digest }, values, consequence }),
  ),
  sample('organisation, edited, no consequence', (t) =>
    organisationEdit.render(t, { ref: editRef, values, consequence: { added: [], removed: [] } }),
  ),
  sample('organisation, edited, extreme', (t) =>
    organisationEdit.render(t, {
      ref: newRef,
      values: { name: badName, domains: domains(150), language: 'en' },
      consequence: hugeConsequence,
      meanwhile: { name: badName, domains: domains(150), language: 'en' },
    }),
  ),
  sample('nobody yet', (t) =>
    adminPeople.render(t, {
      organisation,
      number: organisation.number,
      text: null,
      page: 0,
      rows: [],
      total: 0,
      operator: false,
      ownClient: false,
    }),
  ),
  sample('nobody matches', (t) =>
    adminPeople.render(t, {
      organisation,
      number: organisation.number,
      text: longText,
      page: 0,
      rows: [],
      total: 0,
      operator: true,
      ownClient: true,
    }),
  ),
  sample('people, extreme', (t) =>
    adminPeople.render(t, {
      organisation: hard,
      number: hard.number,
      text: longText,
      page: 1,
      rows: everyRow,
      total: 10_000,
      operator: true,
      ownClient: true,
    }),
  ),
  ...hows.map((how) => sample(`person, ${how}`, (t) => adminPerson.render(t, person({ row: row({ how }) })))),
  ...(['domain', 'shared', 'none'] as const).map((otherwise) =>
    sample(`person, assigned, then ${otherwise}`, (t) =>
      adminPerson.render(
        t,
        person({ otherwise, organisation: hard, before: assigned, row: row({ how: 'assigned', name: badName }) }),
      ),
    ),
  ),
  sample('person, removed', (t) =>
    adminPerson.render(t, person({ before: removed, row: row({ how: 'removed' }), operator: false })),
  ),
  sample('person, admin', (t) =>
    adminPerson.render(t, person({ before: admin, row: row({ how: 'assigned', admin: true }) })),
  ),
  sample('person, admin, for an admin', (t) =>
    adminPerson.render(t, person({ before: admin, row: row({ how: 'assigned', admin: true }), operator: false })),
  ),
  sample('person, changed meanwhile', (t) => adminPerson.render(t, person({ meanwhile: true }))),
  sample('person, oneself', (t) => adminPerson.render(t, person({ self: true }))),
  sample('person, nothing known', (t) =>
    adminPerson.render(t, person({ row: row({ how: 'unknown', name: null, email: null }) })),
  ),
  ...became.flatMap(([name, before, after]) => [
    sample(`person, ${name}`, (t) => adminPerson.render(t, person({ done: done({ before, after }) }))),
    sample(`done, ${name}`, (t) => adminDone.render(t, done({ before, after, organisation: hard }))),
    sample(`undone, ${name}`, (t) => adminDone.render(t, done({ before, after, undo: null, undone: true }))),
    sample(`told, ${name}`, (t) =>
      adminTold.render(t, { what: 'membership', by: kari, organisation: hard, before, after }),
    ),
  ]),
  sample('person, undone', (t) => adminPerson.render(t, person({ done: done({ undo: null, undone: true }) }))),
  sample('told, cleared', (t) => adminTold.render(t, { what: 'cleared', by: kari, organisation: hard })),
  sample('told, operator', (t) => adminTold.render(t, { what: 'operator', by: kari })),
  sample('told, no operator', (t) => adminTold.render(t, { what: 'not-operator', by: kari })),
  sample('refused', (t) => adminRefused.render(t, { organisation, admins: [], serviceDesk })),
  sample('refused, extreme', (t) => adminRefused.render(t, { organisation: hard, admins: many(100), serviceDesk })),
  sample('assigning', (t) =>
    personAssign.render(t, { organisation, values: { user: null, until: null }, shown: null }),
  ),
  ...(['here', 'removed', 'outside'] as const).map((today) =>
    sample(`assigning, ${today}`, (t) =>
      personAssign.render(t, {
        organisation: hard,
        values: { user: 'UKARI', until: '2026-12-31' },
        shown: digest,
        consequence: { name: badName, until: now, today, loses: [badName], also: [...names, null] },
      }),
    ),
  ),
  sample('nobody cleared', (t) =>
    adminClearances.render(t, { organisation, page: 0, rows: [], total: 0, operator: false }),
  ),
  ...clearanceNotices.map((what) =>
    sample(`cleared, ${what}`, (t) =>
      adminClearances.render(t, {
        organisation: hard,
        page: 1,
        rows: many(10).map((one) => ({ user: one, expiresAt: now + day })),
        total: 250,
        operator: true,
        notice: { what, user: kari },
      }),
    ),
  ),
  ...(['yes', 'not-cleared', 'login-off'] as const).flatMap((may) => [
    sample(`own admin client, ${may}`, (t) =>
      adminOwnClient.render(t, { organisation, rows: instead.map(notOwn), may }),
    ),
    sample(`own admin client, ${may}, extreme`, (t) =>
      adminOwnClient.render(t, {
        organisation: hard,
        rows: ['program:admin', 'person:T1:UKARI', badName].map((givenBy) => ({
          environment: 'prod',
          own: { clientId: '"'.repeat(255), kid: '"'.repeat(255), testedAt: now, givenBy },
          instead: 'bot',
        })),
        may,
      }),
    ),
  ]),
  ...credentialOutcomes.map(([what, outcome]) =>
    sample(`own admin client ${what}`, (t) =>
      adminOwnClientOutcome.render(t, { outcome, organisation: hard, serviceDesk }),
    ),
  ),
  sample('no operators', (t) => adminOperators.render(t, { rows: [], page: 0, total: 0, self: kari })),
  ...operatorNotices.map((what) =>
    sample(`operators, ${what}`, (t) =>
      adminOperators.render(t, {
        rows: [
          { user: user('VAKT'), named: null },
          { user: kari, named: { by: null, at: now } },
          ...many(18).map((one) => ({ user: one, named: { by: 'UVAKT', at: now } })),
        ],
        page: 1,
        total: 250,
        self: kari,
        notice: { what, user: kari },
      }),
    ),
  ),
]

/** The same by their ids, with the action ids they say they render. */
export const adminViews: { id: string; actions: Record<string, string> }[] = [
  adminOrganisations,
  adminOrganisation,
  organisationNew,
  organisationChannel,
  organisationEdit,
  adminOwnClient,
  adminOwnClientOutcome,
  adminPeople,
  adminPerson,
  adminDone,
  adminTold,
  adminRefused,
  personAssign,
  adminClearances,
  adminOperators,
]

/** What an organisation's form can be told is wrong. */
export const formReasons = rowReasons.filter(
  (reason): reason is RowReason => !['no-rows', 'column-missing', 'number-duplicate'].includes(reason),
)
