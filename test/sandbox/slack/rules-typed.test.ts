import { describe, expect, test } from 'vitest'
import { checkTyped } from '../../../sandbox/slack/rules.ts'
import { input, type Json, option, options, richSection, richText, section, textInput } from './rule-samples.ts'

/** What Slack's client says of one field filled in with this. */
const said = (element: Json, value: Json | undefined, more: Json = {}): string | undefined => {
  const values: Record<string, { type: string }> =
    value === undefined ? {} : { a: { type: String(element.type), ...value } }
  return checkTyped({ blocks: [input({ ...element, action_id: 'a' }, { block_id: 'b', ...more })] }, { b: values }).b
}
const number = (more: Json = {}): Json => ({ type: 'number_input', is_decimal_allowed: false, ...more })
const email: Json = { type: 'email_text_input' }
const url: Json = { type: 'url_text_input' }
const select: Json = { type: 'static_select', options: options(2) }
const rich: Json = { type: 'rich_text_input' }
const multi: Json = { type: 'multi_static_select', options: options(3), max_selected_items: 2 }

describe('a field that must be filled in', () => {
  const empty: [Json, Json | undefined][] = [
    [textInput(), undefined],
    [textInput(), { value: null }],
    [textInput(), { value: '' }],
    [select, { selected_option: null }],
    [{ type: 'datepicker' }, { selected_date: null }],
    [{ type: 'multi_users_select' }, { selected_users: [] }],
    [{ type: 'file_input' }, { files: [] }],
    [rich, { rich_text_value: richText(richSection()) }],
  ]

  test.each(empty)('%j with %j is asked for', (element, value) => {
    expect(said(element, value)).toBe('Please complete this required field')
  })

  test.each(empty)('%j with %j is fine when optional', (element, value) => {
    expect(said(element, value, { optional: true })).toBeUndefined()
  })
})

describe('a field filled in', () => {
  test.each<[Json, Json]>([
    [textInput(), { value: 'x' }],
    [textInput({ min_length: 2, max_length: 2 }), { value: '👍👍' }],
    [email, { value: 'kari.nordmann@example.no' }],
    [url, { value: 'https://example.no/callback?a=b' }],
    [number({ min_value: '1', max_value: '10' }), { value: '10' }],
    [number({ is_decimal_allowed: true }), { value: '-0.5' }],
    [select, { selected_option: option('o1') }],
    [multi, { selected_options: options(2) }],
    [{ type: 'datepicker' }, { selected_date: '2027-01-31' }],
    [{ type: 'datetimepicker' }, { selected_date_time: 1_800_000_000 }],
    [{ type: 'checkboxes', options: options(2) }, { selected_options: options(1) }],
    [rich, { rich_text_value: richText(richSection({ type: 'text', text: 'a' })) }],
  ])('%j takes %j', (element, value) => {
    expect(said(element, value)).toBeUndefined()
  })

  test.each<[Json, Json, string]>([
    [textInput({ min_length: 3 }), { value: 'ab' }, 'Enter at least 3 characters'],
    [textInput({ max_length: 3 }), { value: 'abcd' }, 'Enter no more than 3 characters'],
    [textInput(), { value: 'x'.repeat(3001) }, 'Enter no more than 3000 characters'],
    [email, { value: 'kari.nordmann' }, 'Enter a valid email address'],
    [email, { value: 'kari@localhost' }, 'Enter a valid email address'],
    [url, { value: 'example.no' }, 'Enter a valid URL'],
    [url, { value: 'javascript:alert(1)' }, 'Enter a valid URL'],
    [number(), { value: 'ti' }, 'Enter a number'],
    [number(), { value: '1.5' }, 'Enter a whole number'],
    [number({ min_value: '1' }), { value: '0' }, 'Enter a number of at least 1'],
    [number({ max_value: '9' }), { value: '10' }, 'Enter a number of at most 9'],
    [multi, { selected_options: options(3) }, 'Choose no more than 2'],
    [{ type: 'file_input', max_files: 1 }, { files: [{ id: 'F1' }, { id: 'F2' }] }, 'Choose no more than 1'],
    [{ type: 'datepicker' }, { selected_date: '2027-02-30' }, 'Choose a valid date'],
  ])('%j refuses %j', (element, value, message) => {
    expect(said(element, value)).toBe(message)
  })

  test('an optional field filled in wrongly is still wrong', () => {
    expect(said(email, { value: 'kari' }, { optional: true })).toBe('Enter a valid email address')
  })
})

test('each field answers for itself, and blocks that are no inputs for nothing', () => {
  const block = (id: string) => input(textInput({ action_id: 'a' }), { block_id: id })
  const blocks = [block('one'), section({ block_id: 'two' }), block('three')]
  const values = { one: { a: { type: 'plain_text_input', value: 'x' } } }
  expect(checkTyped({ blocks }, values)).toEqual({ three: 'Please complete this required field' })
})
