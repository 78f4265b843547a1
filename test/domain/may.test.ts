import { describe, expect, test } from 'vitest'
import type { Belonging, Organisation } from '../../src/domain/belonging/types.ts'
import { type Action, actions, may, mayTable, type Role, roles } from '../../src/domain/may.ts'
import { FAERDER, KINN, member } from '../helpers/client-world.ts'

const organisation: Organisation = { number: FAERDER, name: 'FÆRDER KOMMUNE', language: 'nb' }
const own = { as: 'member', organisation, rule: { by: 'domain', domain: 'etat.example' }, others: [] } as const

/** Somebody who stands in each column; those of `member` and above in that of a member too. */
const belongings: Record<Role, Belonging> = {
  stranger: { operator: false, as: 'stranger', reason: 'unknown-domain', domain: 'etat.example' },
  unconfirmed: { operator: false, as: 'unconfirmed', domain: 'etat.example', email: 'kari@etat.example' },
  pending: { operator: false, as: 'pending', organisation, domain: 'etat.example', changeId: 'c1' },
  member: { operator: false, ...own, others: [], admin: false, cleared: false },
  cleared: { operator: false, ...own, others: [], admin: false, cleared: true },
  admin: { operator: false, ...own, others: [], admin: true, cleared: false },
  operator: { operator: true, as: 'stranger', reason: 'unknown-domain', domain: 'desk.example' },
}

/** What the answer is: for the own organisation, for another, for one that nobody knows. */
type Expected = [own: string, other: string, unknown: string]
const all = (word: string): Expected => [word, word, word]
const yes = all('yes')
const ownOnly: Expected = ['yes', 'not-found', 'not-found']
const outside = {
  stranger: all('not-a-member'),
  unconfirmed: all('unconfirmed'),
  pending: all('pending'),
}
const no = all('not-allowed')
type Column = Expected | { test: Expected; prod: Expected }
type Line = Record<Role, Column>

const everybody: Line = {
  stranger: yes,
  unconfirmed: yes,
  pending: yes,
  member: yes,
  cleared: yes,
  admin: yes,
  operator: yes,
}
const members: Line = { ...outside, member: ownOnly, cleared: ownOnly, admin: ownOnly, operator: all('not-a-member') }
const membersAndOperators: Line = { ...members, operator: yes }
const uncleared: Column = { test: ownOnly, prod: all('not-cleared') }
const byClearance: Line = { ...members, member: uncleared, admin: uncleared }
const admins: Line = { ...outside, member: no, cleared: no, admin: ownOnly, operator: yes }
const operators: Line = { ...outside, member: no, cleared: no, admin: no, operator: yes }
const done = all('already-done')

const expected: Record<Action, Line> = {
  help: everybody,
  whoami: everybody,
  'language.choose': everybody,
  'service-desk.ask': everybody,
  'service-desk.answer': operators,
  'address.confirm': {
    stranger: all('not-a-member'),
    unconfirmed: yes,
    pending: done,
    member: done,
    cleared: done,
    admin: done,
    operator: all('not-a-member'),
  },
  'membership.request': {
    stranger: yes,
    unconfirmed: all('unconfirmed'),
    pending: yes,
    member: done,
    cleared: done,
    admin: done,
    // a stranger by domain all the same
    operator: yes,
  },
  'organisation.switch': { ...outside, member: yes, cleared: yes, admin: yes, operator: all('not-a-member') },
  'client.read': members,
  'client.change': byClearance,
  // ours alone: an admin undoes what others gave and took, without a clearance too
  'client.owners': { ...byClearance, admin: ownOnly },
  'clearance.ask': { ...members, operator: yes },
  'clearance.prove': members,
  'clearance.confirm': admins,
  'clearance.give': operators,
  'clearance.remove': admins,
  'membership.decide': admins,
  'membership.manage': admins,
  'admin.name': operators,
  'organisation.manage': operators,
  'operator.name': operators,
  'credential.manage': { ...outside, member: no, cleared: no, admin: ownOnly, operator: all('not-a-member') },
  'audit.read': admins,
  'contact.read': members,
  'contact.change': members,
  'contact.remove-last': { ...outside, member: no, cleared: no, admin: ownOnly, operator: all('not-a-member') },
  'invoice.change': members,
  'reach.read': operators,
  'delivery.send-again': operators,
  'order.read': membersAndOperators,
  'order.change': membersAndOperators,
  'order.record': membersAndOperators,
  'order.choose-organisation': operators,
  'order.consent': members,
  'order.export': membersAndOperators,
}

const UNKNOWN = '999999999'
const numbers = { own: FAERDER, other: KINN, unknown: UNKNOWN }
const cells = actions.flatMap((action) =>
  roles.flatMap((role) =>
    (['test', 'prod'] as const).flatMap((environment) => {
      const column = expected[action][role]
      const [ownVerdict, other, unknown] = Array.isArray(column) ? column : column[environment]
      return [
        { action, role, environment, whose: 'own', verdict: ownVerdict },
        { action, role, environment, whose: 'other', verdict: other },
        { action, role, environment, whose: 'unknown', verdict: unknown },
      ] as const
    }),
  ),
)

const verdictOf = (word: string) => (word === 'yes' ? { ok: true } : { ok: false, code: word })

describe('may', () => {
  test.each(cells)('$role, $action, $environment, $whose organisation: $verdict', (cell) => {
    const on = { environment: cell.environment, organisationNumber: numbers[cell.whose] }
    expect(may(belongings[cell.role], cell.action, on)).toEqual(verdictOf(cell.verdict))
  })

  test.each(actions)('%s: without an organisation it is as for the own one', (action) => {
    for (const role of roles) {
      for (const environment of ['test', 'prod'] as const) {
        const { ok } = may(belongings[role], action, { environment, organisationNumber: FAERDER })
        expect(may(belongings[role], action, { environment }).ok).toBe(ok)
      }
    }
  })

  test.each(actions)('%s: without an environment it is whether there is any', (action) => {
    for (const role of roles) {
      const anywhere = (['test', 'prod'] as const).some(
        (environment) => may(belongings[role], action, { environment }).ok,
      )
      expect(may(belongings[role], action).ok).toBe(anywhere)
    }
  })

  test('every action has a row with every role', () => {
    expect(Object.keys(mayTable)).toEqual([...actions])
    for (const row of Object.values(mayTable)) expect(Object.keys(row).sort()).toEqual([...roles].sort())
  })

  test('an operator who is a member has both rights', () => {
    const both: Belonging = { ...belongings.member, operator: true }
    expect(may(both, 'client.read', { environment: 'test', organisationNumber: FAERDER })).toEqual({ ok: true })
    expect(may(both, 'client.read', { environment: 'test', organisationNumber: KINN })).toEqual(verdictOf('not-found'))
    expect(may(both, 'organisation.manage')).toEqual({ ok: true })
  })

  test('who is cleared and admin may both', () => {
    const both: Belonging = { operator: false, ...own, others: [], admin: true, cleared: true }
    expect(may(both, 'client.change', { environment: 'prod' })).toEqual({ ok: true })
    expect(may(both, 'membership.decide', { organisationNumber: FAERDER })).toEqual({ ok: true })
  })

  test('a member of another organisation gets the very answer of one that does not exist', () => {
    for (const action of actions) {
      const answers = [KINN, UNKNOWN].map((organisationNumber) => may(member, action, { organisationNumber }))
      expect(answers[0]).toEqual(answers[1])
    }
  })
})
