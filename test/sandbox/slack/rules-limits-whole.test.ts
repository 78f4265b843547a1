import { expect, test } from 'vitest'
import { checkMessage, checkOptionsAnswer, checkView, viewError } from '../../../sandbox/slack/rules.ts'
import { testLeast, testMost } from './rule-limits.ts'
import {
  cell,
  chars,
  home,
  type Json,
  modal,
  optionGroups,
  options,
  pie,
  plain,
  section,
  times,
} from './rule-samples.ts'

const sections = (count: number): Json[] => times(count, () => section())

testMost('views', checkView, [
  ['title', 24, (n) => modal([], { title: plain(chars(n)) }), '/view/title/text'],
  ['submit', 24, (n) => modal([], { submit: plain(chars(n)) }), '/view/submit/text'],
  ['close', 24, (n) => modal([], { close: plain(chars(n)) }), '/view/close/text'],
  ['private_metadata', 3000, (n) => modal([], { private_metadata: chars(n) }), '/view/private_metadata'],
  ['private_metadata of Home', 3000, (n) => home([], { private_metadata: chars(n) }), '/view/private_metadata'],
  ['callback_id', 255, (n) => modal([], { callback_id: chars(n) }), '/view/callback_id'],
  ['external_id', 255, (n) => modal([], { external_id: chars(n) }), '/view/external_id'],
  ['blocks of a modal', 100, (n) => modal(sections(n)), '/view/blocks'],
  ['blocks of Home', 100, (n) => home(sections(n)), '/view/blocks'],
])

testLeast('views', checkView, [['title', 1, (n) => modal([], { title: plain(chars(n)) }), '/view/title/text']])

test('a view of 250 kB is taken, one byte more is too large', () => {
  const padded = (last: number) =>
    modal([...times(83, () => section({ text: plain(chars(2950)) })), section({ text: plain(chars(last)) })])
  const last = 250_000 - JSON.stringify(padded(0)).length
  expect(checkView(padded(last))).toEqual([])
  const faults = checkView(padded(last + 1))
  expect(faults).toEqual([{ pointer: '/view', message: 'view_too_large' }])
  expect(viewError(faults)).toBe('view_too_large')
})

const markdown = (text: string): Json => ({ type: 'markdown', text })
const faultsOf = (message: unknown) => checkMessage(message)?.faults ?? []

testMost('messages', faultsOf, [
  ['blocks', 50, (n) => ({ blocks: sections(n) }), '/blocks'],
  ['attachments', 100, (n) => ({ attachments: times(n, () => ({ text: 'a' })) }), '/attachments'],
  ['markdown_text', 12_000, (n) => ({ markdown_text: chars(n) }), '/markdown_text'],
  ['tables', 1, (n) => ({ blocks: times(n, () => ({ type: 'table', rows: [[cell()]] })) }), '/blocks'],
  ['charts', 2, (n) => ({ blocks: times(n, () => pie()) }), '/blocks/2'],
  ['all markdown together', 12_000, (n) => ({ blocks: [markdown(chars(6000)), markdown(chars(n - 6000))] }), '/blocks'],
])

testMost('updates', (made) => checkMessage(made, { update: true })?.faults ?? [], [
  ['text', 4000, (n) => ({ text: chars(n) }), '/text'],
])

testLeast('messages', faultsOf, [['blocks', 1, (n) => ({ text: 'x', blocks: sections(n) }), '/blocks']])

testMost('answers to a suggestion', checkOptionsAnswer, [
  ['options', 100, (n) => ({ options: options(n) }), '/options'],
  ['groups', 100, (n) => ({ option_groups: optionGroups(n, 1) }), '/option_groups'],
  ['options of a group', 100, (n) => ({ option_groups: optionGroups(1, n) }), '/option_groups/0/options'],
])
