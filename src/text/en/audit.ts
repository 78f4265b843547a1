import type { AuditAction } from '../../domain/audit/actions.ts'
import type { AuditOutcome } from '../../domain/audit/types.ts'
import { formatsFor, pluralsFor } from '../format.ts'
import type { audit as nb } from '../nb/audit.ts'

const { date, list, number } = formatsFor('en')
const plural = pluralsFor('en')

const lines = (count: number) => `${number(count)} ${plural(count, { one: 'new line', other: 'new lines' })}`

const actions: Record<AuditAction, string> = {
  'client.create': 'New client',
  'client.deactivate': 'Deactivation of a client',
  'client.owners': 'Change of a client’s owners',
  'key.add': 'New key',
  'key.remove': 'Removal of a key',
  'secret.new': 'New secret',
  'credential.add': 'New admin client of the organisation’s own',
  'credential.replace': 'Replacement of the organisation’s admin client',
  'credential.remove': 'Removal of the organisation’s admin client',
  'membership.request': 'Request to belong to the organisation',
  'membership.change': 'Change of who belongs to the organisation',
  'admin.name': 'Change of the organisation’s administrators',
  'clearance.ask': 'Request for production clearance',
  'clearance.give': 'Production clearance',
  'clearance.remove': 'Removal of production clearance',
  'operator.name': 'New operator',
  'operator.remove': 'Removal of an operator',
  'organisation.save': 'Change of an organisation',
  'organisations.import': 'Import of organisations',
  'service-desk.ask': 'Question to the service desk',
  'address.link': 'Link to confirm an e-mail address',
  'address.confirm': 'Confirmation of an e-mail address',
  login: 'Login with ID-porten',
  'audit.export': 'Export of the audit log',
}

const outcomes: Record<AuditOutcome, string> = {
  begun: 'begun',
  approved: 'approved',
  declined: 'declined',
  withdrawn: 'withdrawn',
  done: 'done',
  failed: 'failed',
  unknown: 'outcome unknown',
}

export const audit: typeof nb = {
  title: 'Audit log',
  lineTitle: 'A line of the log',
  open: 'Open the audit log',
  show: 'Show',
  newer: 'Newer',
  older: 'Older',
  all: 'Show everything',
  actions,
  outcomes,
  subjects: { client: 'Client', login: 'Login' },
  program: ({ name }) => `The program ${name}`,
  scope: {
    own: ({ name }) => `What was done for ${name}, newest first.`,
    all: 'What was done for all organisations, newest first.',
  },
  filter: {
    person: 'Who did it?',
    client: 'Client, name or id',
    allClients: 'All clients',
    clientId: ({ id }) => `Client id ${id}`,
    organisation: 'Organisation',
    allOrganisations: 'All organisations',
    environment: 'Environment',
    environments: { '*': 'All environments', test: 'Test environment', prod: 'Production' },
    from: 'From this day',
    to: 'To this day',
    chosen: { person: 'Done by', client: 'Client', environment: 'Environment', from: 'From', to: 'To' },
  },
  empty: {
    none: 'Nothing is written in the log yet.',
    filtered: 'No lines match what you chose.',
    backwards: 'The first day is later than the last, so no lines match.',
    older: 'There are no older lines.',
  },
  sought: {
    none: ({ text }) => `Found nothing that matches “${text}”. Choose in the menus below instead.`,
    several: ({ text }) => `Several match “${text}”. Choose what you want to see:`,
    more: 'There are more. Write more of the name to find them.',
    organisationFirst: ({ text }) =>
      `Found no organisation that matches “${text}”. Clients and people can be found by name once you have chosen an organisation.`,
    choose: 'Choose',
    kinds: { client: 'Client', person: 'Person', organisation: 'Organisation' },
  },
  export: 'The whole log as a file: npm run admin -- audit export, where Portvakt runs.',
  line: {
    at: 'When',
    actor: 'Who',
    outcome: 'Outcome',
    subject: 'About',
    organisation: 'Organisation',
    reason: 'Why',
    action: 'Word in the log',
    change: 'Change',
    before: 'Before',
    after: 'After',
    noValues: 'No values belong to this line.',
    purged: 'The values were deleted because they were too old. The rest of the line is as it was.',
    cut: 'The values are longer than there is room for here.',
    sealed: ({ seq }) => `Line ${number(seq)} of the chain, with its checksum:`,
    unsealed: 'The line is new and gets its place in the chain in a few seconds.',
  },
  head: {
    title: 'The audit log',
    body: ({ day, count }) =>
      `At the end of ${date(day)} (UTC) the log had got ${lines(count)} since the last message.`,
    seq: 'Last line',
    short: 'Checksum',
    keep: 'Leave this message here, and compare now and then: npm run admin -- audit verify must show the same checksum for the day. If it does not, lines have been removed or replaced.',
    broken: ({ days }) =>
      `The log no longer agrees with what was told for ${list(days.map(date))}: lines have been removed or replaced. Take a copy of the database, run npm run admin -- audit verify, and find out who has had access.`,
  },
}
