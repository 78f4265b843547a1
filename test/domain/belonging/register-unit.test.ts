import { describe, expect, it } from 'vitest'
import {
  isSynthetic,
  type LookUp,
  namesPerson,
  type RegisterUnit,
  type Use,
  usableAs,
} from '../../../src/domain/belonging/register-unit.ts'

const unit = (part: Partial<RegisterUnit> = {}): LookUp => ({
  found: 'unit',
  unit: {
    number: '899999991',
    name: 'EKSEMPEL TJENESTER AS',
    form: 'AS',
    formText: 'Aksjeselskap',
    municipality: 'OSLO',
    county: 'Oslo',
    state: 'live',
    parent: null,
    kind: 'main',
    ...part,
  },
})

describe('what a look-up means for using the number', () => {
  const cases: [string, LookUp, Use][] = [
    ['live', unit(), { use: 'ok' }],
    ['live, part of a public body', unit({ form: 'ORGL', parent: '123456785' }), { use: 'ok' }],
    ['bankrupt', unit({ state: 'bankrupt' }), { use: 'warn', reason: 'bankrupt' }],
    ['being wound up', unit({ state: 'winding-up' }), { use: 'warn', reason: 'winding-up' }],
    ['deleted', unit({ state: 'deleted' }), { use: 'block', reason: 'deleted' }],
    ['removed for legal reasons', { found: 'removed', number: '899999991' }, { use: 'block', reason: 'removed' }],
    ['not there', { found: 'nothing', number: '899999991' }, { use: 'block', reason: 'not-found' }],
    ['synthetic and not there', { found: 'nothing', number: '310000019' }, { use: 'warn', reason: 'synthetic' }],
    [
      'mistyped, though it begins like a synthetic one',
      { found: 'nothing', number: '310000018' },
      { use: 'block', reason: 'not-found' },
    ],
    ['the register is down', { found: 'unknown', number: '899999991' }, { use: 'warn', reason: 'unverified' }],
    [
      'a sub-unit',
      unit({ kind: 'sub', form: 'BEDR', parent: '123456785' }),
      { use: 'block', reason: 'sub-unit', instead: '123456785' },
    ],
    ['a sub-unit of nobody', unit({ kind: 'sub', form: 'AAFY' }), { use: 'block', reason: 'sub-unit', instead: null }],
    [
      'a deleted sub-unit',
      unit({ kind: 'sub', state: 'deleted', parent: '123456785' }),
      { use: 'block', reason: 'deleted' },
    ],
  ]
  it.each(cases)('%s', (_, found, use) => expect(usableAs(found)).toEqual(use))
})

it.each([
  ['213456784', true],
  ['310 000 019', true],
  ['899999991', false],
  ['310000018', false],
  ['2', false],
])('%s is synthetic: %s', (number, expected) => expect(isSynthetic(number)).toBe(expected))

it.each([
  ['ENK', true],
  ['AS', false],
])('the name of an %s is a person’s: %s', (form, expected) => expect(namesPerson({ form })).toBe(expected))
