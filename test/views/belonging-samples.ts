import { askClearance, giveClearance } from '../../src/domain/belonging/clearance-kinds.ts'
import type { LookUp } from '../../src/domain/belonging/register-unit.ts'
import { requestMembership } from '../../src/domain/belonging/request-membership.ts'
import { strangerReasons } from '../../src/domain/belonging/types.ts'
import { type Change, changeStates } from '../../src/domain/change.ts'
import { errorCodes } from '../../src/errors.ts'
import { type Text, textFor } from '../../src/text/index.ts'
import { addressConfirmed } from '../../views/belonging/address-confirmed.ts'
import { alreadyDecided } from '../../views/belonging/already-decided.ts'
import { altinn } from '../../views/belonging/altinn.ts'
import { clearanceAnswer } from '../../views/belonging/clearance-answer.ts'
import { clearanceAsked } from '../../views/belonging/clearance-asked.ts'
import { clearanceGive } from '../../views/belonging/clearance-give.ts'
import { clearanceLogin } from '../../views/belonging/clearance-login.ts'
import { clearanceRequest } from '../../views/belonging/clearance-request.ts'
import { membershipAnswer } from '../../views/belonging/membership-answer.ts'
import { membershipRequest } from '../../views/belonging/membership-request.ts'
import { membershipWaiting } from '../../views/belonging/membership-waiting.ts'
import { organisationSwitch } from '../../views/belonging/organisation-switch.ts'
import { pickOrganisation } from '../../views/belonging/pick-organisation.ts'
import { serviceDeskAsk } from '../../views/belonging/service-desk-ask.ts'
import { serviceDeskCard } from '../../views/belonging/service-desk-card.ts'
import { serviceDeskCopy } from '../../views/belonging/service-desk-copy.ts'
import { serviceDeskLine } from '../../views/belonging/service-desk-line.ts'
import { serviceDeskReply } from '../../views/belonging/service-desk-reply.ts'
import { strangerCard } from '../../views/belonging/stranger-card.ts'
import { unconfirmedCard } from '../../views/belonging/unconfirmed-card.ts'
import { type Right, whoami } from '../../views/belonging/whoami.ts'
import { home } from '../../views/home/home.ts'
import type { Shown } from '../../views/kit/shown.ts'
import { proposal } from './belonging/proposal.ts'
import { reachAtHome } from './contact/samples.ts'
import { nasty } from './nasty.ts'
import { order } from './order/orders.ts'
import { type Sample, sample } from './sample.ts'

const serviceDesk = 'servicedesk@digdir.no'
const at = Date.parse('2026-11-22T13:32:00Z')
const asker = { teamId: 'T1', userId: 'U1ASKER' }
const decider = { teamId: 'T1', userId: 'U2DECIDER' }
const kystverdi = { number: '310000019', name: 'KYSTVERDI KOMMUNE' }
const hostile = { number: '310000027', name: nasty.long }
const organisations = [kystverdi, hostile]
const admins = Array.from({ length: 30 }, (_, index) => ({ teamId: 'T1', userId: `U${index}ADMIN` }))

/** A change of a kind in every state, decided where that can be, by another or by whoever asked. */
const inEveryState = (kind: string): [string, Change][] => [
  ...changeStates.map((state): [string, Change] => [
    state,
    proposal(kind, {
      state,
      decision: state === 'proposed' || state === 'expired' ? null : { by: decider, at },
    }),
  ]),
  ['withdrawn', proposal(kind, { state: 'declined', decision: { by: asker, at } })],
  ['proved', proposal(kind, { loginId: 'l1' })],
]

const each = (kind: string, name: string, render: (t: Text, change: Change) => Shown | null): Sample[] =>
  inEveryState(kind).flatMap(([state, change]) =>
    render(textFor('nb'), change) === null ? [] : [sample(`${name}, ${state}`, (t) => render(t, change) as Shown)],
  )

const units: LookUp[] = [
  {
    found: 'unit',
    unit: {
      number: '964978840',
      name: 'HERØY KOMMUNE',
      form: 'KOMM',
      formText: 'Kommune',
      municipality: 'HERØY',
      county: 'Nordland',
      state: 'live',
      parent: null,
      kind: 'main',
    },
  },
  {
    found: 'unit',
    unit: {
      number: '964978840',
      name: nasty.channel,
      form: 'AS',
      formText: nasty.long,
      municipality: null,
      county: null,
      state: 'bankrupt',
      parent: null,
      kind: 'main',
    },
  },
  { found: 'removed', number: '964978840' },
  { found: 'nothing', number: '310000019' },
  { found: 'unknown', number: '964978840', reason: 'timeout' },
]

const choices = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    organisation: { number: String(310_000_000 + index), name: index % 2 === 0 ? 'HERØY KOMMUNE' : nasty.long },
    found: units[index % units.length] as LookUp,
  }))

const rights: Right['right'][] = ['change', 'cleared', 'not-cleared', 'login-off', 'off', 'supplier-missing']
const everybody = { userId: 'U012AB', email: 'kari@etat.no', admin: false, operator: false, serviceDesk }
const question = {
  question: 'q1',
  text: 'Hvordan får jeg klarering?',
  user: asker,
  email: 'a@etat.no',
  organisation: kystverdi,
}

/** Views of who somebody is, small, as usual, and at their worst. */
export const belongingSamples: Sample[] = [
  ...strangerReasons.flatMap((reason) =>
    [null, 'xn--etat-9ua.no', `${'a'.repeat(250)}.no`].flatMap((domain) => [
      sample(`stranger, ${reason}`, (t) => strangerCard.render(t, { reason, domain, serviceDesk })),
      sample(`operator and stranger, ${reason}`, (t) =>
        strangerCard.render(t, { reason, domain, serviceDesk, operator: true }),
      ),
      sample(`home of a stranger, ${reason}`, (t) =>
        home.renderOutside(t, strangerCard.render(t, { reason, domain, serviceDesk }), { admin: false, audit: false }),
      ),
    ]),
  ),
  ...[true, false].flatMap((mailOn) =>
    [true, false].map((sent) =>
      sample(`unconfirmed, mail ${mailOn}, sent ${sent}`, (t) =>
        unconfirmedCard.render(t, { email: `${'<a&b>'.repeat(50)}@etat.no`, mailOn, sent }),
      ),
    ),
  ),
  ...rights.flatMap((right) =>
    ([null, 'asked', 'login', 'confirm'] as const).map((clearance) =>
      sample(`whoami, ${right}, ${clearance}`, (t) =>
        whoami.render(t, {
          ...everybody,
          organisation: { number: '991825827', name: nasty.channel },
          others: [],
          rule: { by: 'domain', domain: 'etat.no' },
          admins: [],
          rights: { test: { right, supplierOrgno: '991825827' }, prod: { right } },
          clearance,
        }),
      ),
    ),
  ),
  sample('whoami, extreme', (t) =>
    whoami.render(t, {
      ...everybody,
      email: null,
      admin: true,
      operator: true,
      organisation: hostile,
      others: Array.from({ length: 150 }, (_, index) => ({ number: String(310_000_100 + index), name: nasty.long })),
      rule: { by: 'assignment', until: at },
      admins,
      rights: { test: { right: 'supplier-missing' }, prod: { right: 'supplier-missing' } },
      clearance: null,
    }),
  ),
  sample('whoami, by name', (t) =>
    whoami.render(t, {
      ...everybody,
      organisation: kystverdi,
      others: [hostile],
      rule: { by: 'assignment', until: null },
      admins,
      rights: { test: { right: 'change' }, prod: { right: 'not-cleared' } },
      clearance: null,
    }),
  ),
  sample('address confirmed', (t) => addressConfirmed.render(t, { email: nasty.channel })),
  sample('organisation switch', (t) => organisationSwitch.render(t, { organisation: kystverdi, others: [hostile] })),
  ...[2, 10, 11, 130].map((count) =>
    sample(`pick among ${count}`, (t) => pickOrganisation.render(t, { domain: 'felles.no', choices: choices(count) })),
  ),
  ...organisations.flatMap((organisation) => [
    ...each(requestMembership.name, 'membership request', (t, change) =>
      membershipRequest.render(t, { change, organisation, email: nasty.long }),
    ),
    ...each(requestMembership.name, 'membership waiting', (t, change) =>
      membershipWaiting.render(t, { change, organisation, admins }),
    ),
    ...each(requestMembership.name, 'membership answer', (t, change) =>
      membershipAnswer.render(t, { change, organisation }),
    ),
    ...each(requestMembership.name, 'already decided', (t, change) => alreadyDecided.render(t, { change })),
    ...[asker, decider].flatMap((user) => [
      ...each(askClearance.name, 'clearance request', (t, change) =>
        clearanceRequest.render(t, { change, organisation, user, email: null }),
      ),
      ...each(askClearance.name, 'clearance asked', (t, change) =>
        clearanceAsked.render(t, { change, organisation, user, reader: asker }),
      ),
      ...each(giveClearance.name, 'clearance give', (t, change) =>
        clearanceGive.render(t, { change, organisation, user, email: nasty.channel }),
      ),
    ]),
    ...['https://portvakt.etat.no/login/c1.abc', null].flatMap((url) =>
      each(giveClearance.name, `clearance login at ${url}`, (t, change) =>
        clearanceLogin.render(t, { change, organisation, url }),
      ),
    ),
    ...[decider, null].flatMap((about) =>
      each(giveClearance.name, `clearance answer about ${about?.userId}`, (t, change) =>
        clearanceAnswer.render(t, { change, organisation, about }),
      ),
    ),
  ]),
  sample('membership waiting, no admins', (t) =>
    membershipWaiting.render(t, { change: proposal(requestMembership.name), organisation: kystverdi, admins: [] }),
  ),
  sample('altinn', (t) => altinn.render(t, { portal: 'https://sjolvbetjening.samarbeid.digdir.no/' })),
  sample('ask the service desk', (t) => serviceDeskAsk.render(t)),
  ...errorCodes.map((code) =>
    sample(`ask the service desk, from the error ${code}`, (t) => {
      const { what } = t.errors[code]({ serviceDesk })
      return serviceDeskAsk.render(t, { what, reference: 'r'.repeat(64), digdir: 'd'.repeat(64) })
    }),
  ),
  ...[null, { userId: 'U2DECIDER', at }].flatMap((done) => [
    sample('question', (t) => serviceDeskCard.render(t, { ...question, serviceDesk, done })),
    sample('question, extreme', (t) =>
      serviceDeskCard.render(t, {
        ...question,
        text: '"'.repeat(800),
        email: null,
        organisation: done === null ? null : hostile,
        serviceDesk,
        done,
      }),
    ),
    sample('question, hostile', (t) =>
      serviceDeskCard.render(t, { ...question, text: `${nasty.channel}\n${nasty.emoji}`, serviceDesk, done }),
    ),
  ]),
  ...[true, false].map((taken) =>
    sample(`question copied, taken ${taken}`, (t) =>
      serviceDeskCopy.render(t, { question: 'q1', text: nasty.channel, taken, serviceDesk }),
    ),
  ),
  ...(['desk', 'asker'] as const).flatMap((by) => [
    sample(`reply by ${by}`, (t) => serviceDeskReply.render(t, { question: 'q1', by })),
    ...(['desk', 'asker'] as const).map((to) =>
      sample(`line by ${by} to ${to}`, (t) =>
        serviceDeskLine.render(t, { question: 'q1', text: nasty.long, by, to, userId: 'U1ASKER' }),
      ),
    ),
  ]),
  sample('question ended', (t) => serviceDeskLine.renderDone(t, { question: 'q1' })),
  sample('home', (t) =>
    home.render(t, {
      trusted: { admin: false, audit: false },
      userId: 'U012AB',
      organisation: { number: '991825827', name: 'Brønnøysundregistrene' },
      others: [],
      environments: [
        { environment: 'test', on: true, lookOnly: false, clients: 1 },
        { environment: 'prod', on: false, lookOnly: true, clients: null },
      ],
      reach: reachAtHome,
      orders: { open: 0, yours: 0, rows: [] },
      open: [],
    }),
  ),
  sample('home, extreme', (t) =>
    home.render(t, {
      trusted: { admin: true, audit: true },
      userId: 'U012AB',
      organisation: hostile,
      others: [kystverdi],
      environments: [
        { environment: 'test', on: true, lookOnly: false, clients: null },
        { environment: 'prod', on: true, lookOnly: true, clients: 250_000 },
      ],
      reach: reachAtHome,
      orders: { open: 120, yours: 12, rows: [order('existing', 'more-info'), order('direct', 'granted')] },
      open: Array.from({ length: 60 }, (_, index) => ({
        change: `c${index}`,
        client_name: nasty.name,
        environment: 'test' as const,
        state: (['half-made', 'unknown', 'working'] as const)[index % 3] ?? 'working',
      })),
    }),
  ),
]

/** Those views by their ids, with the action ids they say they render. */
export const belongingViews = [
  strangerCard,
  unconfirmedCard,
  addressConfirmed,
  whoami,
  organisationSwitch,
  pickOrganisation,
  membershipRequest,
  membershipWaiting,
  membershipAnswer,
  alreadyDecided,
  clearanceAsked,
  clearanceRequest,
  clearanceGive,
  clearanceLogin,
  clearanceAnswer,
  altinn,
  serviceDeskAsk,
  serviceDeskCard,
  serviceDeskCopy,
  serviceDeskReply,
  serviceDeskLine,
  home,
]
