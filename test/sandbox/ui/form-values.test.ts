import { describe, expect, test } from 'vitest'
import type { Block, Json } from '../../../sandbox/protocol.ts'
import { actionOf, contentOf, currentValues, isEmpty, stateValue, withValue } from '../../../sandbox/ui/form-values.ts'
import type { Element } from '../../../sandbox/ui/slack-json.ts'

const option = (value: string) => ({ text: { type: 'plain_text', text: value.toUpperCase(), emoji: true }, value })
const [a, b] = [option('a'), option('b')]

function input(element: Element, more: Partial<Block> = {}): Block {
  return {
    type: 'input',
    block_id: 'b',
    label: { type: 'plain_text', text: 'B' },
    element: { action_id: 'x', ...element },
    ...more,
  }
}

function stateOf(element: Element) {
  return currentValues([input(element)]).b?.x
}

/** type, how it begins when the view says so, and its two states (Slack reference 2.5) */
const shapes: [type: string, initial: { [key: string]: Json }, begun: object, empty: object][] = [
  ['plain_text_input', { initial_value: 'hei' }, { value: 'hei' }, { value: null }],
  ['email_text_input', { initial_value: 'a@b.no' }, { value: 'a@b.no' }, { value: null }],
  ['url_text_input', { initial_value: 'https://a.no' }, { value: 'https://a.no' }, { value: null }],
  ['number_input', { initial_value: '12', is_decimal_allowed: false }, { value: '12' }, { value: null }],
  ['static_select', { options: [a, b], initial_option: b }, { selected_option: b }, { selected_option: null }],
  ['external_select', { initial_option: b }, { selected_option: b }, { selected_option: null }],
  ['radio_buttons', { options: [a, b], initial_option: a }, { selected_option: a }, { selected_option: null }],
  [
    'multi_static_select',
    { options: [a, b], initial_options: [a, b] },
    { selected_options: [a, b] },
    { selected_options: [] },
  ],
  ['multi_external_select', { initial_options: [a] }, { selected_options: [a] }, { selected_options: [] }],
  ['checkboxes', { options: [a, b], initial_options: [b] }, { selected_options: [b] }, { selected_options: [] }],
  ['datepicker', { initial_date: '2026-11-22' }, { selected_date: '2026-11-22' }, { selected_date: null }],
  ['timepicker', { initial_time: '08:30' }, { selected_time: '08:30' }, { selected_time: null }],
  [
    'datetimepicker',
    { initial_date_time: 1795334400 },
    { selected_date_time: 1795334400 },
    { selected_date_time: null },
  ],
  ['users_select', { initial_user: 'U1' }, { selected_user: 'U1' }, { selected_user: null }],
  [
    'conversations_select',
    { initial_conversation: 'C1' },
    { selected_conversation: 'C1' },
    { selected_conversation: null },
  ],
  ['channels_select', { initial_channel: 'C1' }, { selected_channel: 'C1' }, { selected_channel: null }],
  ['multi_users_select', { initial_users: ['U1'] }, { selected_users: ['U1'] }, { selected_users: [] }],
  [
    'multi_conversations_select',
    { initial_conversations: ['C1'] },
    { selected_conversations: ['C1'] },
    { selected_conversations: [] },
  ],
  ['multi_channels_select', { initial_channels: ['C1'] }, { selected_channels: ['C1'] }, { selected_channels: [] }],
]

describe('the state of an element', () => {
  test.each(shapes)('%s with an initial value', (type, initial, begun) => {
    expect(stateOf({ type, ...initial })).toEqual({ type, ...begun })
  })

  test.each(shapes)('%s with nothing', (type, initial, _, empty) => {
    const bare = Object.fromEntries(Object.entries(initial).filter(([key]) => !key.startsWith('initial')))
    const state = stateOf({ type, ...bare })
    expect(state).toEqual({ type, ...empty })
    expect(isEmpty(state)).toBe(true)
  })

  test.each(shapes)('%s cleared by hand is as with nothing', (type, _, begun, empty) => {
    const cleared = stateValue({ type }, Array.isArray(Object.values(begun)[0]) ? [] : '')
    expect(cleared).toEqual({ type, ...empty })
  })

  test('buttons, menus and pictures have none', () => {
    const elements = ['button', 'overflow', 'image'].map((type) => ({ type, action_id: type }))
    expect(currentValues([{ type: 'actions', block_id: 'b', elements }])).toEqual({})
  })

  test('sections and actions with stateful elements are in it, other blocks are not', () => {
    const picked = { type: 'datepicker', initial_date: '2026-01-01' }
    const values = currentValues([
      { type: 'section', block_id: 's', accessory: { ...picked, action_id: 'one' } },
      {
        type: 'actions',
        block_id: 'a',
        elements: [
          { ...picked, action_id: 'two' },
          { type: 'timepicker', action_id: 'three' },
        ],
      },
      { type: 'context', block_id: 'c', elements: [{ ...picked, action_id: 'four' }] },
    ])
    expect(values).toEqual({
      s: { one: { type: 'datepicker', selected_date: '2026-01-01' } },
      a: {
        two: { type: 'datepicker', selected_date: '2026-01-01' },
        three: { type: 'timepicker', selected_time: null },
      },
    })
  })
})

describe('what is held when the view changes', () => {
  const words: Element = { type: 'plain_text_input' }
  const typed = withValue({}, 'b', 'x', stateValue(words, 'typed'))

  test('stays under the same ids, whatever the new initial value', () => {
    expect(currentValues([input({ ...words, initial_value: 'new' })], typed)).toEqual(typed)
  })

  test.each([
    ['another block id', input(words, { block_id: 'c' }), { c: { x: { type: 'plain_text_input', value: null } } }],
    ['another action id', input({ ...words, action_id: 'y' }), { b: { y: { type: 'plain_text_input', value: null } } }],
    [
      'another type',
      input({ type: 'number_input', initial_value: '1' }),
      { b: { x: { type: 'number_input', value: '1' } } },
    ],
  ])('goes with %s', (_, block, values) => {
    expect(currentValues([block], typed)).toEqual(values)
  })

  test('goes when the field goes', () => {
    expect(currentValues([{ type: 'divider' }], typed)).toEqual({})
  })

  test('a choice goes when it is no longer offered, and those of the bot stay', () => {
    const held = (type: string) => withValue({}, 'b', 'x', stateValue({ type }, type.startsWith('multi') ? [a, b] : a))
    const kept = (type: string) => contentOf(currentValues([input({ type, options: [b] })], held(type)).b?.x)
    expect(kept('static_select')).toBeNull()
    expect(kept('multi_static_select')).toEqual([b])
    expect(contentOf(currentValues([input({ type: 'external_select' })], held('external_select')).b?.x)).toEqual(a)
  })

  test('options in groups count as offered', () => {
    const grouped = {
      type: 'static_select',
      option_groups: [
        { label: {}, options: [a] },
        { label: {}, options: [b] },
      ],
    }
    const held = withValue({}, 'b', 'x', stateValue({ type: 'static_select' }, b))
    expect(contentOf(currentValues([input(grouped as Element)], held).b?.x)).toEqual(b)
  })
})

describe('an action', () => {
  test('of a button has its words and its value', () => {
    const text = { type: 'plain_text', text: 'Go' }
    expect(actionOf('b', { type: 'button', action_id: 'x', text, value: '1', style: 'danger', confirm: {} })).toEqual({
      action_id: 'x',
      block_id: 'b',
      type: 'button',
      text,
      value: '1',
      style: 'danger',
    })
  })

  test('of a button without a value has none', () => {
    expect(actionOf('b', { type: 'button', action_id: 'x', text: {} })).not.toHaveProperty('value')
  })

  test.each([
    ['overflow', { selected_option: a }],
    ['static_select', { selected_option: b }],
    ['checkboxes', { selected_options: [a, b] }],
    ['datepicker', { selected_date: '2026-11-22' }],
    ['users_select', { selected_user: 'U1' }],
  ])('of %s has its new state', (type, content) => {
    expect(actionOf('b', { type, action_id: 'x' }, { type, ...content })).toEqual({
      action_id: 'x',
      block_id: 'b',
      type,
      ...content,
    })
  })
})
