import { describe, expect, test } from 'vitest'
import type { Belonging } from '../../src/domain/belonging/types.ts'
import { type Action, actions, may, mayTable, type Role, roles } from '../../src/domain/may.ts'
import { FAERDER, KINN, member } from '../helpers/client-world.ts'

const stranger: Belonging = { as: 'stranger', reason: 'unknown-domain', domain: 'etat.example' }
const belongings: Record<Role, Belonging> = { stranger, member }

const expected: Record<Action, Record<Role, { test: string; prod: string; anywhere: string }>> = {
  help: {
    stranger: { test: 'yes', prod: 'yes', anywhere: 'yes' },
    member: { test: 'yes', prod: 'yes', anywhere: 'yes' },
  },
  whoami: {
    stranger: { test: 'yes', prod: 'yes', anywhere: 'yes' },
    member: { test: 'yes', prod: 'yes', anywhere: 'yes' },
  },
  'language.choose': {
    stranger: { test: 'yes', prod: 'yes', anywhere: 'yes' },
    member: { test: 'yes', prod: 'yes', anywhere: 'yes' },
  },
  'service-desk.ask': {
    stranger: { test: 'yes', prod: 'yes', anywhere: 'yes' },
    member: { test: 'yes', prod: 'yes', anywhere: 'yes' },
  },
  'client.read': {
    stranger: { test: 'not-a-member', prod: 'not-a-member', anywhere: 'not-a-member' },
    member: { test: 'yes', prod: 'yes', anywhere: 'yes' },
  },
  'client.change': {
    stranger: { test: 'not-a-member', prod: 'not-a-member', anywhere: 'not-a-member' },
    member: { test: 'yes', prod: 'environment-not-yet', anywhere: 'yes' },
  },
}

const cells = actions.flatMap((action) =>
  roles.flatMap((role) =>
    (['test', 'prod', 'anywhere'] as const).map((where) => ({
      action,
      role,
      where,
      verdict: expected[action][role][where],
    })),
  ),
)

describe('may', () => {
  test.each(cells)('a $role asking for $action in $where: $verdict', ({ action, role, where, verdict }) => {
    const on = where === 'anywhere' ? {} : { environment: where }
    expect(may(belongings[role], action, on)).toEqual(verdict === 'yes' ? { ok: true } : { ok: false, code: verdict })
  })

  test('every action has a row with every role', () => {
    expect(Object.keys(mayTable)).toEqual([...actions])
    for (const row of Object.values(mayTable)) expect(Object.keys(row)).toEqual([...roles])
  })

  test("another organisation's thing is not found, the own one is", () => {
    const on = { environment: 'test', organisationNumber: KINN } as const
    expect(may(member, 'client.read', on)).toEqual({ ok: false, code: 'not-found' })
    expect(may(member, 'client.change', on)).toEqual({ ok: false, code: 'not-found' })
    expect(may(member, 'client.read', { ...on, organisationNumber: FAERDER })).toEqual({ ok: true })
    expect(may(stranger, 'client.read', on)).toEqual({ ok: false, code: 'not-a-member' })
  })
})
