import type { AuditLine } from '../../../src/domain/audit/store.ts'
import { auditOutcomes } from '../../../src/domain/audit/types.ts'
import type { Text } from '../../../src/text/index.ts'
import { type AuditBrowserData, auditBrowser } from '../../../views/audit/browser.ts'
import type { Candidate } from '../../../views/audit/found.ts'
import { auditLine } from '../../../views/audit/line.ts'
import { type AuditRef, wholeAudit } from '../../../views/audit/values.ts'

export const at = Date.parse('2026-11-22T13:32:00Z')

/** What people and registers write when they are at their worst. */
const worst = '<!channel> & <https://evil.example|Digdir> *bold* `code` <!date^1^{date}|x> '

export const clientId = '7d0c0b1e-5a55-4f2f-9a77-0f4f3f1a2b3c'

export const line = (over: Partial<AuditLine> = {}): AuditLine => ({
  id: '0b6f7c1e-1111-4f2f-9a77-0f4f3f1a2b3c',
  at,
  action: 'client.create',
  outcome: 'done',
  actor: { teamId: 'T012AB', userId: 'U012AB' },
  organisationNumber: '991825827',
  environment: 'test',
  subject: `client:${clientId}`,
  changeId: 'c1',
  correlationId: 'digdir-1',
  code: null,
  values: { after: { client_name: 'Byggesak', scopes: ['openid', 'profile'], until: at } },
  seq: 1234,
  hash: 'a1'.repeat(32),
  purged: false,
  ...over,
})

/** A line without its values, all of whose words are foreign. */
export const nastyLine = line({
  action: worst.repeat(20),
  outcome: 'failed',
  actor: { program: worst.repeat(20) },
  organisationNumber: '991825827',
  environment: 'prod',
  subject: `client:${'<!here>`*'.repeat(25)}`,
  changeId: worst.repeat(10),
  correlationId: worst.repeat(10),
  code: worst.repeat(5),
  values: { before: { [worst]: worst.repeat(500), lists: [[], {}, [worst, null]] }, after: worst.repeat(900) },
  seq: null,
  hash: null,
})

export const browser = (over: Partial<AuditBrowserData> = {}): AuditBrowserData => ({
  ref: wholeAudit,
  scope: { all: false, name: 'KYSTVERDI KOMMUNE' },
  lines: [line()],
  more: false,
  names: { clients: { [clientId]: 'Byggesak' }, organisations: { '991825827': 'DIGITALISERINGSDIREKTORATET' } },
  chosen: { client: null, organisation: null },
  sought: null,
  serviceDesk: 'servicedesk@digdir.no',
  ...over,
})

/** Every filter set, and as many pages behind as are remembered. */
export const fullRef: AuditRef = {
  organisation: '991825827',
  person: 'U012AB',
  client: 'a'.repeat(150),
  environment: 'prod',
  from: '2026-11-01',
  to: '2026-11-22',
  trail: Array.from({ length: 24 }, () => ({ at, id: 'f'.repeat(64) })),
  turn: 123_456,
}

const candidates: Candidate[] = [
  { kind: 'client', client: 'a'.repeat(255).slice(0, 150), name: worst.repeat(10), environment: 'prod' },
  { kind: 'client', client: clientId, name: 'Byggesak', environment: 'test' },
  { kind: 'person', person: 'U012AB' },
  { kind: 'organisation', organisation: '991825827', name: worst.repeat(10) },
]

const browsers: [string, AuditBrowserData][] = [
  ['one line', browser()],
  ['none at all', browser({ lines: [] })],
  ['none that match', browser({ lines: [], ref: { ...wholeAudit, environment: 'test' } })],
  ['an operator’s', browser({ scope: { all: true }, more: true })],
  [
    'extreme',
    browser({
      scope: { all: true },
      ref: fullRef,
      lines: Array.from({ length: 10 }, () => nastyLine),
      more: true,
      names: {
        clients: { ['<!here>`*'.repeat(25)]: worst.repeat(10) },
        organisations: { '991825827': worst.repeat(10) },
      },
      chosen: { client: worst.repeat(10), organisation: worst.repeat(10) },
      sought: { text: worst.repeat(30), found: 'several', candidates, more: true },
    }),
  ],
  ['several sought', browser({ sought: { text: 'byggesak', found: 'several', candidates, more: false } })],
  ['nothing sought', browser({ sought: { text: worst.repeat(30), found: 'none' } })],
  ['an organisation first', browser({ sought: { text: worst.repeat(30), found: 'organisation-first' } })],
]

const withoutValues = ({ values: _, ...rest }: AuditLine): AuditLine => rest

const lines: [string, AuditLine][] = [
  ['usual', line()],
  ['extreme', nastyLine],
  ['purged', withoutValues(line({ purged: true }))],
  [
    'bare',
    withoutValues(
      line({
        subject: null,
        organisationNumber: null,
        environment: null,
        changeId: null,
        correlationId: null,
        actor: { program: 'admin' },
      }),
    ),
  ],
  ...auditOutcomes.map((outcome): [string, AuditLine] => [
    outcome,
    line({ outcome, environment: 'prod', code: 'digdir-refused' }),
  ]),
]

/** Every view of the audit, as usual and at its worst. */
export const auditSamples = [
  ...browsers.map(([name, data]) => ({ name: `audit, ${name}`, render: (t: Text) => auditBrowser.render(t, data) })),
  ...lines.map(([name, one]) => ({
    name: `line of the audit, ${name}`,
    render: (t: Text) => auditLine.render(t, { line: one, names: browser().names, serviceDesk: 'desk@etat.no' }),
  })),
]
