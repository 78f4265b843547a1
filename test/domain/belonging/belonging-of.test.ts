import { describe, expect, test } from 'vitest'
import { belongingOf, domainOf, noStanding } from '../../../src/domain/belonging/belonging-of.ts'
import { isPublicDomain } from '../../../src/domain/belonging/public-domains.ts'
import type { Membership, Organisation, SlackPerson, Standing } from '../../../src/domain/belonging/types.ts'

const kinn: Organisation = { number: '820956532', name: 'KINN KOMMUNE', language: 'nb' }
const heroy: Organisation = { number: '964978840', name: 'HERØY KOMMUNE', language: 'nb' }
const other: Organisation = { number: '872417982', name: 'HERØY KOMMUNE', language: 'nb' }
const now = Date.UTC(2026, 10, 22)
const user = { teamId: 'T1', userId: 'U1' }
const domain = 'kinn.kommune.example'

const person = (over: Partial<SlackPerson> = {}): SlackPerson => ({
  ...user,
  name: 'Kari',
  email: 'Kari.Nordmann@Kinn.Kommune.Example',
  emailConfirmed: true,
  kind: 'member',
  locale: 'nb-NO',
  seenAt: 0,
  ...over,
})

const membership = (organisation: Organisation, over: Partial<Membership> = {}): Membership => ({
  user,
  organisation,
  state: 'assigned',
  admin: false,
  until: null,
  ...over,
})

/** Where somebody belongs whom the organisations' rules cover, and of whom this is stored. */
const belongs = (
  organisations: readonly Organisation[],
  standing: Partial<Standing> = {},
  over: Partial<SlackPerson> = {},
  operator = false,
) =>
  belongingOf(person(over), {
    organisations: [...organisations],
    standing: { ...noStanding, ...standing },
    operator,
    keyVersion: 'k1',
    now,
  })

describe('belongingOf, by domain', () => {
  test('exactly one organisation owns the domain: a member', () => {
    expect(belongs([kinn])).toEqual({
      operator: false,
      as: 'member',
      organisation: kinn,
      rule: { by: 'domain', domain },
      admin: false,
      cleared: false,
      others: [],
    })
  })

  test.each([
    ['slack-connect', { kind: 'stranger' }, [kinn]],
    ['bot', { kind: 'bot' }, [kinn]],
    ['deactivated', { kind: 'deactivated' }, [kinn]],
    ['guest', { kind: 'guest' }, [kinn]],
    ['no-email', { email: null }, []],
    ['no-email', { email: 'no address' }, [kinn]],
    ['public-domain', { email: 'kari@gmail.com' }, []],
    ['public-domain', { email: 'kari@hotmail.no' }, [kinn]],
    ['unknown-domain', { email: 'kari@etat.example' }, []],
    // nobody mails a link to an address that leads nowhere
    ['unknown-domain', { email: 'kari@etat.example', emailConfirmed: false }, []],
    ['shared-domain', {}, [kinn, heroy]],
  ] as const)('a stranger: %s', (reason, over, organisations) => {
    expect(belongs(organisations, {}, over)).toMatchObject({ as: 'stranger', reason })
  })

  test('the reason nearest to the person comes first', () => {
    const guest = { kind: 'guest', emailConfirmed: false, email: 'kari@gmail.com' } as const
    expect(belongs([], {}, guest)).toMatchObject({ reason: 'guest', domain: 'gmail.com' })
  })

  test('an address that Slack has not confirmed counts once its owner has, and only that one', () => {
    const unconfirmed = { emailConfirmed: false }
    expect(belongs([kinn], {}, unconfirmed)).toEqual({
      operator: false,
      as: 'unconfirmed',
      domain,
      email: 'kari.nordmann@kinn.kommune.example',
    })
    const confirmedAddress = 'kari.nordmann@kinn.kommune.example'
    expect(belongs([kinn], { confirmedAddress }, unconfirmed)).toMatchObject({ as: 'member' })
    expect(belongs([kinn], { confirmedAddress: `x${confirmedAddress}` }, unconfirmed)).toMatchObject({
      as: 'unconfirmed',
    })
  })

  test('who was removed is a stranger, whoever else owns the domain', () => {
    const removed = membership(kinn, { state: 'removed' })
    expect(belongs([kinn], { memberships: [removed] })).toMatchObject({ as: 'stranger', reason: 'removed' })
  })
})

describe('belongingOf, a shared domain', () => {
  const request = { changeId: 'c1', organisation: heroy, expiresAt: now + 1 }

  test('what was picked waits', () => {
    expect(belongs([heroy, other], { request })).toEqual({
      operator: false,
      as: 'pending',
      organisation: heroy,
      domain,
      changeId: 'c1',
    })
  })

  test('what was picked and lapsed waits no longer', () => {
    const lapsed = { ...request, expiresAt: now }
    expect(belongs([heroy, other], { request: lapsed })).toMatchObject({ as: 'stranger', reason: 'shared-domain' })
  })

  test('what was picked and no longer shares the domain waits for nothing', () => {
    expect(belongs([kinn, other], { request })).toMatchObject({ as: 'stranger', reason: 'shared-domain' })
  })

  test('one that is left of several is still to be picked: it was never the only owner', () => {
    const memberships = [membership(heroy, { state: 'removed' })]
    expect(belongs([heroy, other], { memberships })).toMatchObject({ as: 'stranger', reason: 'shared-domain' })
  })

  test('what was confirmed is an assignment', () => {
    expect(belongs([heroy, other], { memberships: [membership(heroy)] })).toMatchObject({
      as: 'member',
      organisation: heroy,
      rule: { by: 'assignment', until: null },
    })
  })
})

describe('belongingOf, by name', () => {
  test('an assignment wins over the domain, and needs no confirmed address', () => {
    expect(belongs([kinn], { memberships: [membership(heroy)] }, { emailConfirmed: false })).toMatchObject({
      organisation: heroy,
      others: [],
    })
  })

  test.each([
    ['without an end', null, 'member', 'member'],
    ['with an end to come', now + 1, 'member', 'member'],
    ['that has ended', now, 'member', 'stranger'],
    ['of a guest, with an end to come', now + 1, 'guest', 'member'],
    ['of a guest, without an end', null, 'guest', 'stranger'],
    ['of somebody from another workspace', now + 1, 'stranger', 'stranger'],
    ['of somebody deactivated', null, 'deactivated', 'stranger'],
    ['of a bot', null, 'bot', 'stranger'],
  ] as const)('an assignment %s', (_what, until, kind, as) => {
    expect(belongs([], { memberships: [membership(kinn, { until })] }, { kind })).toMatchObject({ as })
  })

  test('of several the first is acted for, or the one that was chosen', () => {
    const memberships = [membership(kinn), membership(heroy, { admin: true })]
    expect(belongs([], { memberships })).toMatchObject({ organisation: kinn, admin: false, others: [heroy] })
    expect(belongs([], { memberships, chosenOrganisation: heroy.number })).toMatchObject({
      organisation: heroy,
      admin: true,
      others: [kinn],
    })
    // chosen once, and not theirs any more
    expect(belongs([], { memberships, chosenOrganisation: other.number })).toMatchObject({ organisation: kinn })
  })

  test('whom another organisation assigned keeps their own to switch to', () => {
    const memberships = [membership(heroy)]
    expect(belongs([kinn], { memberships })).toMatchObject({ organisation: heroy, others: [kinn] })
    expect(belongs([kinn], { memberships, chosenOrganisation: kinn.number })).toMatchObject({
      organisation: kinn,
      rule: { by: 'domain' },
      others: [heroy],
    })
    const sentAway = [membership(heroy), membership(kinn, { state: 'removed' })]
    expect(belongs([kinn], { memberships: sentAway })).toMatchObject({ organisation: heroy, others: [] })
    expect(belongs([kinn, other], { memberships })).toMatchObject({ organisation: heroy, others: [] })
  })

  test('a clearance counts for its organisation until it ends', () => {
    const memberships = [membership(kinn), membership(heroy)]
    const clearances = [{ organisationNumber: heroy.number, keyVersion: 'k1', expiresAt: now + 1 }]
    expect(belongs([], { memberships, clearances })).toMatchObject({ organisation: kinn, cleared: false })
    const chosen = { memberships, chosenOrganisation: heroy.number }
    expect(belongs([], { ...chosen, clearances })).toMatchObject({ cleared: true })
    const ended = [{ organisationNumber: heroy.number, keyVersion: 'k1', expiresAt: now }]
    expect(belongs([], { ...chosen, clearances: ended })).toMatchObject({ cleared: false })
    // proved by a hash that the key of today compares with nothing
    const ofEarlierKey = clearances.map((one) => ({ ...one, keyVersion: 'k0' }))
    expect(belongs([], { ...chosen, clearances: ofEarlierKey })).toMatchObject({ cleared: false })
  })
})

describe('belongingOf, operators', () => {
  test.each([
    ['of OPERATORS', true, {}, {}, true],
    ['named', false, { operator: true }, {}, true],
    ['nobody', false, {}, {}, false],
    ['named and now a guest', false, { operator: true }, { kind: 'guest' }, false],
    ['of OPERATORS and deactivated', true, {}, { kind: 'deactivated' }, false],
    ['of OPERATORS in another workspace', true, {}, { kind: 'stranger' }, false],
  ] as const)('%s', (_what, listed, standing, over, operator) => {
    expect(belongs([kinn], standing, over, listed)).toMatchObject({ operator })
  })
})

describe('domainOf', () => {
  test.each([
    ['kari@Etat.NO', 'etat.no'],
    ['"a@b"@etat.no', 'etat.no'],
    ['kari@blåbær.no', 'xn--blbr-roah.no'],
    ['kari@BLÅBÆR.no', 'xn--blbr-roah.no'],
    ['kari@xn--blbr-roah.no', 'xn--blbr-roah.no'],
    ['kari@etat', null],
    ['kari@', null],
    ['@etat.no', null],
    ['kari@127.0.0.1', null],
    ['kari@etat.no/path', null],
    ['kari', null],
    ['', null],
    [null, null],
  ])('%s: %s', (email, domain) => {
    expect(domainOf(email)).toBe(domain)
  })
})

describe('isPublicDomain', () => {
  test.each(['gmail.com', 'outlook.com', 'hotmail.no', 'hotmail.co.uk', 'yahoo.com.br', 'live.no', 'online.no'])(
    'anybody can be at %s',
    (domain) => {
      expect(isPublicDomain(domain)).toBe(true)
    },
  )

  test.each(['etat.no', 'gmail.example.no', 'live.kommune.no', 'mail.etat.no', 'outlook.etat.no', 'digdir.no'])(
    'not anybody can be at %s',
    (domain) => {
      expect(isPublicDomain(domain)).toBe(false)
    },
  )
})
