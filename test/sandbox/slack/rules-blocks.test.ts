import { describe, expect, test } from 'vitest'
import { checkView } from '../../../sandbox/slack/rules.ts'
import {
  actions,
  button,
  cell,
  faultsOn,
  image,
  input,
  type Json,
  modal,
  mrkdwn,
  pie,
  plain,
  pointersOf,
  richSection,
  richText,
  section,
  textInput,
} from './rule-samples.ts'

type Surface = 'message' | 'modal' | 'home'
const surfaces: readonly Surface[] = ['message', 'modal', 'home']
const all = 'message modal home'
const card: Json = { type: 'card', title: mrkdwn() }
const task: Json = { type: 'task_card', task_id: 't', title: 'T', status: 'pending' }
const video: Json = {
  type: 'video',
  video_url: 'https://example.com/v',
  thumbnail_url: 'https://example.com/t',
  alt_text: 'A',
  title: plain(),
}
const container = (more: Json = {}): Json => ({ type: 'container', title: plain(), child_blocks: [section()], ...more })
const dataTable = (rows: Json[][]): Json => ({ type: 'data_table', caption: 'C', rows })
const icon: Json = { type: 'icon_button', icon: 'trash', text: plain() }

describe('a block is taken on its surfaces and unsupported on others', () => {
  test.each<[Json, string]>([
    [actions(button()), all],
    [{ type: 'alert', text: plain(), level: 'warning' }, 'modal'],
    [card, 'message home'],
    [{ type: 'carousel', elements: [card] }, 'message home'],
    [container(), 'message'],
    [{ type: 'context', elements: [plain(), mrkdwn(), image()] }, all],
    [{ type: 'context_actions', elements: [icon] }, 'message'],
    [dataTable([[cell()], [cell()]]), 'message'],
    [pie(), 'message'],
    [{ type: 'divider' }, all],
    [{ type: 'file', source: 'remote', external_id: 'x' }, ''],
    [{ type: 'header', text: plain() }, all],
    [image({ title: plain() }), all],
    [input(), all],
    [{ type: 'markdown', text: '# T' }, 'message'],
    [{ type: 'plan', title: 'P', tasks: [task] }, 'message'],
    [task, 'message'],
    [richText(richSection({ type: 'text', text: 'a' })), all],
    [section(), all],
    [{ type: 'table', rows: [[cell()]] }, 'message'],
    [video, all],
    [{ type: 'sections' }, ''],
  ])('$type', (block, on) => {
    for (const surface of surfaces) {
      const faults = faultsOn(surface, block)
      if (on.split(' ').includes(surface)) expect(faults).toEqual([])
      else expect(faults).toEqual([{ pointer: '/type', message: `unsupported type: ${String(block.type)}` }])
    }
  })
})

describe('blocks everywhere', () => {
  test.each<[string, Json, string]>([
    ['no type', { text: plain() }, ''],
    ['an unknown field', { type: 'divider', text: plain() }, ''],
    ['a section with neither text nor fields', { type: 'section' }, ''],
    ['text that is a string', section({ text: 'Hello' }), '/text'],
    ['text of an unknown type', section({ text: { type: 'markdown', text: 'a' } }), '/text/type'],
    ['emoji on mrkdwn', section({ text: { ...mrkdwn(), emoji: true } }), '/text'],
    ['verbatim on plain_text', section({ text: { ...plain(), verbatim: true } }), '/text'],
    ['mrkdwn in a header', { type: 'header', text: mrkdwn() }, '/text/type'],
    ['mrkdwn as label', input(textInput(), { label: mrkdwn() }), '/label/type'],
    ['mrkdwn as hint', input(textInput(), { hint: mrkdwn() }), '/hint/type'],
    ['an input without a label', { type: 'input', element: textInput() }, ''],
    ['dispatch_action with files', input({ type: 'file_input' }, { dispatch_action: true }), '/dispatch_action'],
    ['an image with two sources', image({ slack_file: { id: 'F1' } }), ''],
    ['an image with no source', { type: 'image', alt_text: 'A' }, ''],
    ['an image without alt_text', { type: 'image', image_url: 'https://example.com/a.png' }, ''],
    ['an image that is no web address', image({ image_url: 'file:///a.png' }), '/image_url'],
    [
      'a slack_file with id and url',
      image({ image_url: undefined, slack_file: { id: 'F1', url: 'https://a.no' } }),
      '/slack_file',
    ],
    ['a mrkdwn title of an image', image({ title: mrkdwn() }), '/title/type'],
    ['a button in a context', { type: 'context', elements: [button()] }, '/elements/0/type'],
    ['an unknown level of an alert', { type: 'alert', text: plain(), level: 'bad' }, '/level'],
    ['a video over http', { ...video, video_url: 'http://example.com/v' }, '/video_url'],
    ['a block_id that is a number', section({ block_id: 1 }), '/block_id'],
  ])('%s is refused', (_name, block, pointer) => {
    expect(pointersOf(faultsOn('modal', block))).toContain(pointer)
  })

  test('the parent of a wrong alternative is listed ahead of the leaf', () => {
    expect(faultsOn('modal', section({ text: plain('') }))).toEqual([
      { pointer: '/text', message: 'failed to match all allowed schemas' },
      { pointer: '/text/text', message: 'must be more than 0 characters' },
    ])
  })

  test('a block that is no object is refused where it stands', () => {
    expect(pointersOf(checkView(modal(['text', null])))).toEqual(['/view/blocks/0', '/view/blocks/1'])
  })
})

describe('blocks of messages', () => {
  test.each<[string, Json, string]>([
    ['a card with nothing to show', { type: 'card', subtitle: mrkdwn() }, ''],
    ['a card with two icons', { ...card, icon: image(), slack_icon: { name: 'bell' } }, ''],
    ['a carousel of something else', { type: 'carousel', elements: [section()] }, '/elements/0/type'],
    ['a container in a container', container({ child_blocks: [container()] }), '/child_blocks/0/type'],
    ['a container without a title', container({ title: undefined }), ''],
    ['a fault inside a container', container({ child_blocks: [{ type: 'section' }] }), '/child_blocks/0'],
    ['collapsed, yet not collapsible', container({ default_collapsed: true }), '/default_collapsed'],
    ['rich text in the header row', dataTable([[richText()], [cell()]]), '/rows/0/0/type'],
    ['rows of different width', dataTable([[cell()], [cell(), cell()]]), '/rows/1'],
    ['an empty cell', { type: 'table', rows: [[cell('')]] }, '/rows/0/0/text'],
    ['an unknown cell', { type: 'table', rows: [[plain()]] }, '/rows/0/0/type'],
    [
      'an unknown alignment',
      { type: 'table', rows: [[cell()]], column_settings: [{ align: 'top' }] },
      '/column_settings/0/align',
    ],
    ['an unknown status', { ...task, status: 'done' }, '/status'],
    ['an unknown icon', { type: 'context_actions', elements: [{ ...icon, icon: 'pen' }] }, '/elements/0/icon'],
    [
      'one feedback button',
      {
        type: 'context_actions',
        elements: [{ type: 'feedback_buttons', positive_button: { text: plain(), value: 'y' } }],
      },
      '/elements/0',
    ],
    ['an unknown chart', { type: 'data_visualization', title: 'T', chart: { type: 'donut' } }, '/chart/type'],
  ])('%s is refused', (_name, block, pointer) => {
    expect(pointersOf(faultsOn('message', block))).toContain(pointer)
  })

  const plot = (...series: Json[]): Json => ({
    type: 'data_visualization',
    title: 'Logins',
    chart: { type: 'bar', series, axis_config: { categories: ['jan', 'feb'], x_label: 'Month' } },
  })
  const data = (...labels: string[]) => labels.map((label) => ({ label, value: 0 }))

  test('a chart has one point per category, and series of different names', () => {
    expect(faultsOn('message', plot({ name: 'a', data: data('jan', 'feb') }))).toEqual([])
    expect(pointersOf(faultsOn('message', plot({ name: 'a', data: data('jan', 'mar') })))).toEqual([
      '/chart/series/0/data',
    ])
    expect(pointersOf(faultsOn('message', plot({ name: 'a', data: data('jan') })))).toEqual(['/chart/series/0/data'])
    const double = plot({ name: 'a', data: data('jan', 'feb') }, { name: 'a', data: data('jan', 'feb') })
    expect(pointersOf(faultsOn('message', double))).toEqual(['/chart/series/1/name'])
  })

  test('rich_text and null settings are taken in a table', () => {
    const row = [cell(), { type: 'raw_number', value: 1, text: '1' }, richText(richSection())]
    const settings = [null, { align: 'right', is_wrapped: true }]
    expect(faultsOn('message', { type: 'table', rows: [row], column_settings: settings })).toEqual([])
  })
})

describe('rich text', () => {
  const leaf = (element: Json) => richText(richSection(element))

  test('every leaf and container is taken, empty sections too', () => {
    const leaves: Json[] = [
      { type: 'text', text: 'a', style: { bold: true, italic: true, strike: true, underline: true, code: true } },
      { type: 'link', url: 'https://example.com', text: 'b' },
      { type: 'user', user_id: 'U1' },
      { type: 'usergroup', usergroup_id: 'S1' },
      { type: 'team', team_id: 'T1' },
      { type: 'channel', channel_id: 'C1' },
      { type: 'emoji', name: 'wave' },
      { type: 'broadcast', range: 'here' },
      { type: 'color', value: '#ff00aa' },
      { type: 'date', timestamp: 1_700_000_000, format: '{date_short}', fallback: '14 Nov' },
    ]
    const block = richText(
      richSection(...leaves),
      richSection(),
      { type: 'rich_text_list', style: 'ordered', elements: [richSection(...leaves)], indent: 1, offset: 2, border: 1 },
      { type: 'rich_text_quote', elements: leaves },
      { type: 'rich_text_preformatted', elements: leaves.slice(0, 2), language: 'json' },
    )
    for (const surface of surfaces) expect(faultsOn(surface, block)).toEqual([])
  })

  test.each<[string, Json, string]>([
    ['an unknown container', richText(plain()), '/elements/0/type'],
    ['an unknown leaf', leaf({ type: 'bold', text: 'a' }), '/elements/0/elements/0/type'],
    ['empty text', leaf({ type: 'text', text: '' }), '/elements/0/elements/0/text'],
    ['an unknown style', leaf({ type: 'text', text: 'a', style: { big: true } }), '/elements/0/elements/0/style'],
    ['an unknown range', leaf({ type: 'broadcast', range: 'all' }), '/elements/0/elements/0/range'],
    ['a date without a format', leaf({ type: 'date', timestamp: 1 }), '/elements/0/elements/0'],
    [
      'a user in preformatted text',
      richText({ type: 'rich_text_preformatted', elements: [{ type: 'user', user_id: 'U1' }] }),
      '/elements/0/elements/0/type',
    ],
    [
      'an unknown list',
      richText({ type: 'rich_text_list', style: 'dash', elements: [richSection()] }),
      '/elements/0/style',
    ],
    ['a border of two', richText({ type: 'rich_text_quote', elements: [], border: 2 }), '/elements/0/border'],
  ])('%s is refused', (_name, block, pointer) => {
    expect(pointersOf(faultsOn('message', block))).toContain(pointer)
  })
})
