import { describe, expect, test } from 'vitest'
import { checkView } from '../../../sandbox/slack/rules.ts'
import {
  actions,
  button,
  confirm,
  faultsOn,
  image,
  input,
  type Json,
  modal,
  mrkdwn,
  option,
  optionGroups,
  options,
  plain,
  pointersOf,
  section,
  textInput,
} from './rule-samples.ts'

type Surface = 'message' | 'modal' | 'home'
const surfaces: readonly Surface[] = ['message', 'modal', 'home']

const hosts: Record<string, (element: Json) => Json> = {
  actions: (element) => actions(element),
  accessory: (element) => section({ accessory: element }),
  input: (element) => input(element),
  context: (element) => ({ type: 'context', elements: [element] }),
  context_actions: (element) => ({ type: 'context_actions', elements: [element] }),
}
const all = 'message modal home'
const choosing = 'actions accessory input'

/** An element, where it may stand, and on which surfaces. */
const places: [Json, string, string][] = [
  [button(), 'actions accessory', all],
  [
    {
      type: 'workflow_button',
      text: plain(),
      action_id: 'a',
      workflow: { trigger: { url: 'https://slack.com/shortcuts/1' } },
    },
    'actions accessory',
    'message',
  ],
  [{ type: 'overflow', options: options(1) }, 'actions accessory', all],
  [{ type: 'checkboxes', options: options(1) }, choosing, all],
  [{ type: 'radio_buttons', options: options(1) }, choosing, all],
  [{ type: 'datepicker' }, choosing, all],
  [{ type: 'timepicker' }, choosing, all],
  [{ type: 'datetimepicker' }, 'actions input', 'message modal'],
  [{ type: 'static_select', options: options(1) }, choosing, all],
  [{ type: 'multi_static_select', options: options(1) }, choosing, all],
  ...['external', 'users', 'conversations', 'channels'].flatMap((kind): [Json, string, string][] => [
    [{ type: `${kind}_select` }, choosing, all],
    [{ type: `multi_${kind}_select` }, choosing, all],
  ]),
  [textInput(), 'input', all],
  [{ type: 'email_text_input' }, 'input', 'modal'],
  [{ type: 'url_text_input' }, 'input', 'modal'],
  [{ type: 'number_input', is_decimal_allowed: false }, 'input', 'modal'],
  [{ type: 'rich_text_input', action_id: 'a' }, 'input', 'modal home'],
  [{ type: 'file_input' }, 'input', 'modal'],
  [image(), 'accessory context', all],
  [
    {
      type: 'feedback_buttons',
      positive_button: { text: plain(), value: 'y' },
      negative_button: { text: plain(), value: 'n' },
    },
    'context_actions',
    'message',
  ],
  [{ type: 'icon_button', icon: 'trash', text: plain() }, 'context_actions', 'message'],
]

describe('an element stands only where Slack takes it', () => {
  test.each(places.map((row) => [row[0].type as string, ...row] as const))('%s', (_type, element, at, on) => {
    const taken = surfaces.flatMap((surface) =>
      Object.entries(hosts).flatMap(([host, put]) =>
        faultsOn(surface, put(element)).length === 0 ? [`${surface}:${host}`] : [],
      ),
    )
    const expected = surfaces.flatMap((surface) =>
      Object.keys(hosts).flatMap((host) => {
        const isTaken = at.split(' ').includes(host) && on.split(' ').includes(surface)
        return isTaken && (host !== 'context_actions' || surface === 'message') ? [`${surface}:${host}`] : []
      }),
    )
    expect(taken).toEqual(expected)
  })
})

const select = (more: Json): Json => ({ type: 'static_select', ...more })
const multi = (more: Json): Json => ({ type: 'multi_static_select', ...more })
const number = (more: Json): Json => ({ type: 'number_input', is_decimal_allowed: true, ...more })

describe('elements of input blocks', () => {
  test.each<[string, Json]>([
    [
      'initial_option whose fields are in another order',
      select({ options: options(2), initial_option: { value: 'o1', text: plain('Option o1') } }),
    ],
    ['initial_option inside a group', select({ option_groups: optionGroups(1, 2), initial_option: option('o1') })],
    ['initial_option of an external select, unchecked', { type: 'external_select', initial_option: option('far') }],
    [
      'mrkdwn options of checkboxes',
      { type: 'checkboxes', options: [option('a', { text: mrkdwn(), description: mrkdwn() })] },
    ],
    ['equal bounds of length', textInput({ min_length: 9, max_length: 9 })],
    ['bounds as strings, compared as numbers', number({ min_value: '9', max_value: '10.5', initial_value: '9.5' })],
    ['a filter with one key', { type: 'conversations_select', filter: { exclude_bot_users: true } }],
    ['a response url in a modal', { type: 'conversations_select', response_url_enabled: true }],
    [
      'both triggers',
      textInput({ dispatch_action_config: { trigger_actions_on: ['on_enter_pressed', 'on_character_entered'] } }),
    ],
    ['a leap day', { type: 'datepicker', initial_date: '2028-02-29' }],
    ['a time and its zone', { type: 'timepicker', initial_time: '23:59', timezone: 'Europe/Oslo' }],
    ['a field left undefined', textInput({ placeholder: undefined })],
  ])('%s is taken', (_name, element) => {
    expect(faultsOn('modal', input(element))).toEqual([])
  })

  test.each<[string, Json, string]>([
    [
      'initial_option that is no option',
      select({ options: options(2), initial_option: option('x') }),
      '/initial_option',
    ],
    [
      'initial_option with another description',
      select({ options: options(2), initial_option: option('o1', { description: plain() }) }),
      '/initial_option',
    ],
    [
      'one initial option of two unknown',
      multi({ options: options(2), initial_options: [option('o0'), option('x')] }),
      '/initial_options/1',
    ],
    [
      'unknown initial_option of radio_buttons',
      { type: 'radio_buttons', options: options(1), initial_option: option('x') },
      '/initial_option',
    ],
    ['options and groups', select({ options: options(1), option_groups: optionGroups(1, 1) }), ''],
    ['neither options nor groups', select({}), ''],
    ['url on a select option', select({ options: [option('a', { url: 'https://example.com' })] }), '/options/0'],
    ['mrkdwn on a select option', select({ options: [option('a', { text: mrkdwn() })] }), '/options/0/text/type'],
    ['an option without a value', select({ options: [{ text: plain() }] }), '/options/0'],
    ['initial_options on a single select', select({ options: options(1), initial_options: options(1) }), ''],
    ['max_selected_items on a single select', select({ options: options(1), max_selected_items: 2 }), ''],
    ['an empty filter', { type: 'conversations_select', filter: {} }, '/filter'],
    ['an empty include', { type: 'conversations_select', filter: { include: [] } }, '/filter/include'],
    ['an unknown include', { type: 'conversations_select', filter: { include: ['all'] } }, '/filter/include/0'],
    ['a response url of a multi select', { type: 'multi_conversations_select', response_url_enabled: true }, ''],
    ['min_length above max_length', textInput({ min_length: 9, max_length: 8 }), '/min_length'],
    ['min_value above max_value', number({ min_value: '10', max_value: '9' }), '/min_value'],
    ['bounds that are numbers', number({ min_value: 1 }), '/min_value'],
    ['a bound that is no number', number({ max_value: 'ten' }), '/max_value'],
    ['decimals where none are allowed', number({ is_decimal_allowed: false, initial_value: '1.5' }), '/initial_value'],
    ['no word on decimals', { type: 'number_input' }, ''],
    ['a day that does not exist', { type: 'datepicker', initial_date: '2027-02-29' }, '/initial_date'],
    ['a Norwegian date', { type: 'datepicker', initial_date: '01.02.2027' }, '/initial_date'],
    ['24 o’clock', { type: 'timepicker', initial_time: '24:00' }, '/initial_time'],
    ['a zone nobody knows', { type: 'timepicker', timezone: 'Europe/Bergen' }, '/timezone'],
    ['milliseconds', { type: 'datetimepicker', initial_date_time: 1_700_000_000_000 }, '/initial_date_time'],
    ['a placeholder on a datetimepicker', { type: 'datetimepicker', placeholder: plain() }, ''],
    ['mrkdwn as placeholder', textInput({ placeholder: mrkdwn() }), '/placeholder/type'],
    [
      'a trigger nobody knows',
      textInput({ dispatch_action_config: { trigger_actions_on: ['on_blur'] } }),
      '/dispatch_action_config/trigger_actions_on/0',
    ],
    ['rich_text_input without an action_id', { type: 'rich_text_input' }, ''],
    ['an unknown field', textInput({ autofocus: true }), ''],
    ['a string for a boolean', textInput({ multiline: 'true' }), '/multiline'],
    ['nothing at all', null as unknown as Json, ''],
  ])('%s is refused', (_name, element, pointer) => {
    expect(pointersOf(faultsOn('modal', input(element)))).toContain(`/element${pointer}`)
  })
})

describe('buttons', () => {
  test.each<[string, Json, string]>([
    ['mrkdwn text', button({ text: mrkdwn() }), '/text/type'],
    ['style default', button({ style: 'default' }), '/style'],
    ['no text', { type: 'button' }, ''],
    ['an address without a scheme', button({ url: 'example.com' }), '/url'],
    ['an unknown field', button({ colour: 'red' }), ''],
    ...['title', 'text', 'confirm', 'deny'].map((name): [string, Json, string] => [
      `confirm without ${name}`,
      button({ confirm: confirm({ [name]: undefined }) }),
      '/confirm',
    ]),
    ['confirm with a mrkdwn title', button({ confirm: confirm({ title: mrkdwn() }) }), '/confirm/title/type'],
    ['confirm with an unknown style', button({ confirm: confirm({ style: 'warning' }) }), '/confirm/style'],
    ['focus', button({ focus_on_load: true }), ''],
    ['an overflow option with no options', { type: 'overflow' }, ''],
    [
      'a response url outside an input block',
      { type: 'channels_select', response_url_enabled: true },
      '/response_url_enabled',
    ],
  ])('%s is refused', (_name, element, pointer) => {
    expect(pointersOf(faultsOn('modal', actions(element)))).toContain(`/elements/0${pointer}`)
  })

  test('both styles and all fields are taken', () => {
    const full = { value: 'v', url: 'https://example.com', accessibility_label: 'Press', action_id: 'a' }
    for (const style of ['primary', 'danger'])
      expect(faultsOn('modal', actions(button({ ...full, style, confirm: confirm({ style }) })))).toEqual([])
  })
})

describe('what an element says of itself', () => {
  test('an action_id may come back in another block, never in the same', () => {
    const twice = (id: string) => actions(button({ action_id: 'a' }), button({ action_id: id }))
    expect(checkView(modal([actions(button({ action_id: 'a' })), actions(button({ action_id: 'a' }))]))).toEqual([])
    expect(faultsOn('modal', twice('b'))).toEqual([])
    expect(pointersOf(faultsOn('modal', twice('a')))).toEqual(['/elements/1/action_id'])
  })

  test('elements without an action_id do not clash', () => {
    expect(faultsOn('modal', actions(button(), button()))).toEqual([])
  })

  test('one element takes the focus; the second is refused, the one that declines it is not', () => {
    const focus = (isOn: boolean) => input(textInput({ focus_on_load: isOn }))
    expect(checkView(modal([focus(true), focus(false)]))).toEqual([])
    expect(pointersOf(checkView(modal([focus(true), focus(true)])))).toContain('/view/blocks/1/element/focus_on_load')
  })

  test('a response url needs a modal', () => {
    const asking = input({ type: 'channels_select', response_url_enabled: true })
    expect(faultsOn('modal', asking)).toEqual([])
    expect(pointersOf(faultsOn('home', asking))).toContain('/element/response_url_enabled')
    expect(pointersOf(faultsOn('message', asking))).toContain('/element/response_url_enabled')
  })
})
