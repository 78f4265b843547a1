import { testLeast, testMost } from './rule-limits.ts'
import {
  actions,
  address,
  button,
  buttons,
  cell,
  chars,
  faultsOn,
  image,
  input,
  type Json,
  mrkdwn,
  pie,
  plain,
  richSection,
  richText,
  section,
  textInput,
  texts,
  times,
} from './rule-samples.ts'

const context = (elements: Json[]): Json => ({ type: 'context', elements })
const bullets = (more: Json): Json =>
  richText({ type: 'rich_text_list', style: 'bullet', elements: [richSection()], ...more })
const video = (more: Json): Json => ({
  type: 'video',
  video_url: 'https://example.com/v',
  thumbnail_url: 'https://example.com/t',
  alt_text: 'A',
  title: plain(),
  ...more,
})

testMost('blocks everywhere', (made) => faultsOn('modal', made), [
  ['block_id', 255, (n) => section({ block_id: chars(n) }), '/block_id'],
  ['action_id', 255, (n) => actions(button({ action_id: chars(n) })), '/elements/0/action_id'],
  ['section text', 3000, (n) => section({ text: mrkdwn(chars(n)) }), '/text/text'],
  ['section fields', 10, (n) => section({ fields: texts(n) }), '/fields'],
  ['section field', 2000, (n) => section({ fields: [mrkdwn(chars(n))] }), '/fields/0/text'],
  ['header', 150, (n) => ({ type: 'header', text: plain(chars(n)) }), '/text/text'],
  ['header level', 4, (n) => ({ type: 'header', text: plain(), level: n }), '/level'],
  ['context elements', 10, (n) => context(texts(n)), '/elements'],
  ['context text', 3000, (n) => context([mrkdwn(chars(n))]), '/elements/0/text'],
  ['actions elements', 25, (n) => actions(...buttons(n)), '/elements'],
  ['input label', 2000, (n) => input(textInput(), { label: plain(chars(n)) }), '/label/text'],
  ['input hint', 2000, (n) => input(textInput(), { hint: plain(chars(n)) }), '/hint/text'],
  ['image url', 3000, (n) => image({ image_url: address(n) }), '/image_url'],
  ['image alt_text', 2000, (n) => image({ alt_text: chars(n) }), '/alt_text'],
  ['image title', 2000, (n) => image({ title: plain(chars(n)) }), '/title/text'],
  ['alert', 200, (n) => ({ type: 'alert', text: mrkdwn(chars(n)) }), '/text/text'],
  ['video title', 199, (n) => video({ title: plain(chars(n)) }), '/title/text'],
  ['video url', 3000, (n) => video({ video_url: address(n) }), '/video_url'],
  ['video author', 49, (n) => video({ author_name: chars(n) }), '/author_name'],
  ['video description', 199, (n) => video({ description: plain(chars(n)) }), '/description/text'],
  ['indent of a rich text list', 8, (n) => bullets({ indent: n }), '/elements/0/indent'],
])

testLeast('blocks everywhere', (made) => faultsOn('modal', made), [
  ['text objects', 1, (n) => section({ text: plain(chars(n)) }), '/text/text'],
  ['block_id', 1, (n) => section({ block_id: chars(n) }), '/block_id'],
  ['actions elements', 1, (n) => actions(...buttons(n)), '/elements'],
  ['context elements', 1, (n) => context(texts(n)), '/elements'],
  ['section fields', 1, (n) => section({ fields: texts(n) }), '/fields'],
  [
    'elements of a rich text list',
    1,
    (n) => bullets({ elements: times(n, () => richSection()) }),
    '/elements/0/elements',
  ],
])

const card = (more: Json): Json => ({ type: 'card', title: mrkdwn(), ...more })
const container = (more: Json): Json => ({ type: 'container', title: plain(), child_blocks: [section()], ...more })
const table = (more: Json): Json => ({ type: 'table', rows: [[cell()]], ...more })
const dataTable = (more: Json): Json => ({ type: 'data_table', caption: 'C', rows: [[cell()], [cell()]], ...more })
const contextActions = (elements: Json[]): Json => ({ type: 'context_actions', elements })
const icon = (more: Json = {}): Json => ({ type: 'icon_button', icon: 'trash', text: plain(), ...more })
const feedback = (more: Json): Json => ({
  type: 'feedback_buttons',
  positive_button: { text: plain(), value: 'y', ...more },
  negative_button: { text: plain(), value: 'n' },
})

testMost('blocks of messages', (made) => faultsOn('message', made), [
  ['markdown', 12_000, (n) => ({ type: 'markdown', text: chars(n) }), '/text'],
  ['card title', 150, (n) => card({ title: mrkdwn(chars(n)) }), '/title/text'],
  ['card subtitle', 150, (n) => card({ subtitle: mrkdwn(chars(n)) }), '/subtitle/text'],
  ['card body', 200, (n) => card({ body: mrkdwn(chars(n)) }), '/body/text'],
  ['card subtext', 200, (n) => card({ subtext: mrkdwn(chars(n)) }), '/subtext/text'],
  ['card actions', 3, (n) => card({ actions: buttons(n) }), '/actions'],
  ['carousel', 10, (n) => ({ type: 'carousel', elements: times(n, () => card({})) }), '/elements'],
  ['container children', 10, (n) => container({ child_blocks: times(n, () => section()) }), '/child_blocks'],
  ['container title', 150, (n) => container({ title: plain(chars(n)) }), '/title/text'],
  ['container subtitle', 150, (n) => container({ subtitle: plain(chars(n)) }), '/subtitle/text'],
  ['context_actions', 5, (n) => contextActions(times(n, () => icon())), '/elements'],
  [
    'feedback text',
    75,
    (n) => contextActions([feedback({ text: plain(chars(n)) })]),
    '/elements/0/positive_button/text/text',
  ],
  ['feedback value', 2000, (n) => contextActions([feedback({ value: chars(n) })]), '/elements/0/positive_button/value'],
  [
    'icon_button users',
    10,
    (n) => contextActions([icon({ visible_to_user_ids: times(n, String) })]),
    '/elements/0/visible_to_user_ids',
  ],
  ['table rows', 100, (n) => table({ rows: times(n, () => [cell()]) }), '/rows'],
  ['table cells', 20, (n) => table({ rows: [times(n, () => cell())] }), '/rows/0'],
  ['table columns', 20, (n) => table({ column_settings: times(n, () => null) }), '/column_settings'],
  ['data_table rows', 101, (n) => dataTable({ rows: times(n, () => [cell()]) }), '/rows'],
  ['data_table columns', 20, (n) => dataTable({ rows: times(2, () => times(n, () => cell())) }), '/rows/0'],
  ['data_table page_size', 100, (n) => dataTable({ page_size: n }), '/page_size'],
  ['data_table text', 10_000, (n) => dataTable({ rows: [[cell('x')], [cell(chars(n - 1))]] }), '/rows'],
])

const points = (count: number): Json[] => times(count, (i) => ({ label: `${i}`, value: i }))
const line = (series: Json[], categories = 1, axis: Json = {}): Json => ({
  type: 'data_visualization',
  title: 'T',
  chart: { type: 'line', series, axis_config: { categories: times(categories, String), ...axis } },
})
const oneSeries = (more: Json = {}): Json => ({ name: 's', data: points(1), ...more })

testMost('charts', (made) => faultsOn('message', made), [
  ['title', 50, (n) => ({ ...pie(), title: chars(n) }), '/title'],
  ['pie segments', 6, (n) => pie(times(n, (i) => ({ label: `${i}`, value: 1 }))), '/chart/segments'],
  ['pie label', 20, (n) => pie([{ label: chars(n), value: 1 }]), '/chart/segments/0/label'],
  ['series', 6, (n) => line(times(n, (i) => oneSeries({ name: `s${i}` }))), '/chart/series'],
  ['series name', 20, (n) => line([oneSeries({ name: chars(n) })]), '/chart/series/0/name'],
  ['points', 20, (n) => line([oneSeries({ data: points(n) })], n), '/chart/series/0/data'],
  ['categories', 20, (n) => line([oneSeries({ data: points(n) })], n), '/chart/axis_config/categories'],
  ['x label', 50, (n) => line([oneSeries()], 1, { x_label: chars(n) }), '/chart/axis_config/x_label'],
  ['y label', 50, (n) => line([oneSeries()], 1, { y_label: chars(n) }), '/chart/axis_config/y_label'],
])

testLeast('blocks of messages', (made) => faultsOn('message', made), [
  ['data_table rows', 2, (n) => dataTable({ rows: times(n, () => [cell()]) }), '/rows'],
  ['data_table page_size', 1, (n) => dataTable({ page_size: n }), '/page_size'],
  ['value of a pie segment', 1, (n) => pie([{ label: 'a', value: n }]), '/chart/segments/0/value'],
  ['carousel', 1, (n) => ({ type: 'carousel', elements: times(n, () => card({})) }), '/elements'],
])
