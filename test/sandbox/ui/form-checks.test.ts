import { expect, test } from 'vitest'
import type { Json } from '../../../sandbox/protocol.ts'
import { problemsOf } from '../../../sandbox/ui/form-checks.ts'
import { stateValue } from '../../../sandbox/ui/form-values.ts'

type Rules = { [key: string]: Json }

function problem(type: string, rules: Rules, content: Json, optional = false): string | undefined {
  const element = { type, action_id: 'x', ...rules }
  const block = { type: 'input', block_id: 'b', element, optional }
  return problemsOf([block], { b: { x: stateValue(element, content) } }).b
}

test.each<[string, Rules, Json, RegExp | undefined]>([
  ['plain_text_input', {}, '', /required/],
  ['plain_text_input', {}, 'a', undefined],
  ['plain_text_input', { max_length: 3 }, 'æøå', undefined],
  ['plain_text_input', { max_length: 3 }, 'æøåa', /no more than 3/],
  ['plain_text_input', { max_length: 2 }, '👋👋', undefined],
  ['plain_text_input', { min_length: 3 }, 'ab', /at least 3/],
  ['email_text_input', {}, 'kari@oslo.kommune.no', undefined],
  ['email_text_input', {}, 'kari@oslo', /email/],
  ['email_text_input', {}, 'kari oslo@a.no', /email/],
  ['url_text_input', {}, 'https://a.no/b?c', undefined],
  ['url_text_input', {}, 'a.no', /URL/],
  ['url_text_input', {}, 'javascript:x', /URL/],
  ['number_input', { is_decimal_allowed: false }, '12', undefined],
  ['number_input', { is_decimal_allowed: false }, '1.5', /whole/],
  ['number_input', { is_decimal_allowed: true }, '1.5', undefined],
  ['number_input', { is_decimal_allowed: false }, 'tolv', /number/],
  ['number_input', { is_decimal_allowed: false, min_value: '1' }, '0', /at least 1/],
  ['number_input', { is_decimal_allowed: false, max_value: '120' }, '121', /at most 120/],
  ['multi_static_select', { max_selected_items: 1 }, [{}, {}], /no more than 1/],
  ['multi_static_select', {}, [], /required/],
  ['datepicker', {}, null, /required/],
  ['radio_buttons', {}, null, /required/],
])('%s with %j and %j', (type, rules, content, expected) => {
  const found = problem(type, rules, content)
  if (expected) expect(found).toMatch(expected)
  else expect(found).toBeUndefined()
})

test('an optional field may be empty, but not wrong', () => {
  expect(problem('email_text_input', {}, '', true)).toBeUndefined()
  expect(problem('email_text_input', {}, 'x', true)).toMatch(/email/)
})

test('selects in sections are nobody’s duty', () => {
  const accessory = { type: 'static_select', action_id: 'x', options: [] }
  expect(problemsOf([{ type: 'section', block_id: 'b', accessory }], {})).toEqual({})
})
