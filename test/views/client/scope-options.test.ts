import { describe, expect, it } from 'vitest'
import { checkOptionsAnswer } from '../../../sandbox/slack/rules.ts'
import type { Scope } from '../../../src/domain/client/types.ts'
import { textFor } from '../../../src/text/index.ts'
import { scopeOptions } from '../../../views/client/scope-options.ts'

const t = textFor('nb')
const scope = (name: string, description = ''): Scope => ({
  name,
  description,
  allowed_integration_types: [],
  accessible_for_all: false,
  delegation_source: null,
  active: true,
})
const many = (prefix: string, count: number) => Array.from({ length: count }, (_, index) => scope(`${prefix}:${index}`))
const values = (groups: ReturnType<typeof scopeOptions>) =>
  groups.map(({ options }) => options.map(({ value }) => value))

describe('scopes to choose from', () => {
  const offered = {
    granted: [scope('nav:sykepenger', 'Les sykepenger'), scope('etat:byggesak.read')],
    open: [scope('brreg:enheter')],
    delegable: [scope('skatt:inntekt', 'Inntekt for personer')],
  }

  it('come in three groups, in the order of how near they are', () => {
    expect(scopeOptions(t, offered, '').map(({ label }) => label.text)).toEqual([
      'Gitt til virksomheten',
      'Åpne for alle',
      'Kan delegeres i Altinn',
    ])
  })

  it.each([
    ['syke', [['nav:sykepenger']]],
    ['LES nav', [['nav:sykepenger']]],
    ['personer', [['skatt:inntekt']]],
    ['finnes ikke', []],
  ])('are found by parts of name and description: %s', (query, expected) => {
    expect(values(scopeOptions(t, offered, query))).toEqual(expected)
  })

  it('are what Slack takes, however many and long', () => {
    const groups = scopeOptions(
      t,
      {
        granted: many('a', 60),
        open: [scope('b'.repeat(151)), scope('c'.repeat(150), '<&>'.repeat(100))],
        delegable: many('d', 500),
      },
      '',
    )
    expect(checkOptionsAnswer({ option_groups: groups })).toEqual([])
    expect(values(groups).flat()).toHaveLength(100)
    expect(values(groups).flat()).not.toContain('b'.repeat(151))
  })

  it('leave no empty group behind', () => {
    expect(scopeOptions(t, { granted: [], open: [scope('x')], delegable: [] }, '')).toHaveLength(1)
  })
})
