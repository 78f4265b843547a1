import { testLeast, testMost } from './rule-limits.ts'
import {
  actions,
  address,
  button,
  chars,
  confirm,
  faultsOn,
  input,
  type Json,
  option,
  optionGroups,
  options,
  plain,
  textInput,
  times,
} from './rule-samples.ts'

const asInput = (element: unknown) => faultsOn('modal', input(element as Json))
const asAction = (element: unknown) => faultsOn('modal', actions(element as Json))

const select = (more: Json): Json => ({ type: 'static_select', ...more })
const oneOption = (more: Json): Json => select({ options: [option('a', more)] })
const oneGroup = (more: Json): Json => select({ option_groups: [{ label: plain(), options: options(1), ...more }] })
const checkboxes = (more: Json): Json => ({ type: 'checkboxes', options: options(2), ...more })

testMost('elements of input blocks', asInput, [
  ['placeholder', 150, (n) => textInput({ placeholder: plain(chars(n)) }), '/element/placeholder/text'],
  [
    'placeholder of a menu',
    150,
    (n) => select({ options: options(1), placeholder: plain(chars(n)) }),
    '/element/placeholder/text',
  ],
  [
    'placeholder of a picker',
    150,
    (n) => ({ type: 'datepicker', placeholder: plain(chars(n)) }),
    '/element/placeholder/text',
  ],
  ['select options', 100, (n) => select({ options: options(n) }), '/element/options'],
  ['multi select options', 100, (n) => ({ type: 'multi_static_select', options: options(n) }), '/element/options'],
  ['option groups', 100, (n) => select({ option_groups: optionGroups(n, 1) }), '/element/option_groups'],
  ['options of a group', 100, (n) => select({ option_groups: optionGroups(1, n) }), '/element/option_groups/0/options'],
  ['label of a group', 75, (n) => oneGroup({ label: plain(chars(n)) }), '/element/option_groups/0/label/text'],
  ['option text', 75, (n) => oneOption({ text: plain(chars(n)) }), '/element/options/0/text/text'],
  ['option value', 150, (n) => oneOption({ value: chars(n) }), '/element/options/0/value'],
  ['option description', 75, (n) => oneOption({ description: plain(chars(n)) }), '/element/options/0/description/text'],
  ['checkboxes', 10, (n) => checkboxes({ options: options(n) }), '/element/options'],
  ['radio_buttons', 10, (n) => ({ type: 'radio_buttons', options: options(n) }), '/element/options'],
  ['min_length', 3000, (n) => textInput({ min_length: n }), '/element/min_length'],
  ['max_length', 3000, (n) => textInput({ max_length: n }), '/element/max_length'],
  ['initial_value', 3000, (n) => textInput({ initial_value: chars(n) }), '/element/initial_value'],
  ['max_lines', 100, (n) => ({ type: 'rich_text_input', action_id: 'a', max_lines: n }), '/element/max_lines'],
  ['min_lines', 100, (n) => ({ type: 'rich_text_input', action_id: 'a', min_lines: n }), '/element/min_lines'],
  [
    'triggers',
    2,
    (n) => textInput({ dispatch_action_config: { trigger_actions_on: times(n, () => 'on_enter_pressed') } }),
    '/element/dispatch_action_config/trigger_actions_on',
  ],
  ['max_files', 10, (n) => ({ type: 'file_input', max_files: n }), '/element/max_files'],
  [
    'initial_date_time',
    9_999_999_999,
    (n) => ({ type: 'datetimepicker', initial_date_time: n }),
    '/element/initial_date_time',
  ],
])

testLeast('elements of input blocks', asInput, [
  ['option value', 1, (n) => oneOption({ value: chars(n) }), '/element/options/0/value'],
  ['select options', 1, (n) => select({ options: options(n) }), '/element/options'],
  ['option_groups', 1, (n) => select({ option_groups: optionGroups(n, 1) }), '/element/option_groups'],
  ['options of a group', 1, (n) => select({ option_groups: optionGroups(1, n) }), '/element/option_groups/0/options'],
  ['checkboxes', 1, (n) => checkboxes({ options: options(n) }), '/element/options'],
  ['initial_options', 1, (n) => checkboxes({ initial_options: options(n) }), '/element/initial_options'],
  [
    'max_selected_items',
    1,
    (n) => ({ type: 'multi_users_select', max_selected_items: n }),
    '/element/max_selected_items',
  ],
  ['max_length', 1, (n) => textInput({ max_length: n }), '/element/max_length'],
  ['min_length', 0, (n) => textInput({ min_length: n }), '/element/min_length'],
  ['min_query_length', 0, (n) => ({ type: 'external_select', min_query_length: n }), '/element/min_query_length'],
  ['filetypes', 1, (n) => ({ type: 'file_input', filetypes: times(n, () => 'pem') }), '/element/filetypes'],
  ['max_files', 1, (n) => ({ type: 'file_input', max_files: n }), '/element/max_files'],
  [
    'initial_date_time',
    1_000_000_000,
    (n) => ({ type: 'datetimepicker', initial_date_time: n }),
    '/element/initial_date_time',
  ],
])

const confirming = (more: Json): Json => button({ confirm: confirm(more) })
const overflow = (more: Json): Json => ({ type: 'overflow', ...more })

testMost('elements of actions', asAction, [
  ['button text', 75, (n) => button({ text: plain(chars(n)) }), '/elements/0/text/text'],
  ['button value', 2000, (n) => button({ value: chars(n) }), '/elements/0/value'],
  ['button url', 3000, (n) => button({ url: address(n) }), '/elements/0/url'],
  ['accessibility_label', 75, (n) => button({ accessibility_label: chars(n) }), '/elements/0/accessibility_label'],
  ['overflow', 5, (n) => overflow({ options: options(n) }), '/elements/0/options'],
  ['overflow url', 3000, (n) => overflow({ options: [option('a', { url: address(n) })] }), '/elements/0/options/0/url'],
  ['confirm title', 100, (n) => confirming({ title: plain(chars(n)) }), '/elements/0/confirm/title/text'],
  ['confirm text', 300, (n) => confirming({ text: plain(chars(n)) }), '/elements/0/confirm/text/text'],
  ['confirm confirm', 30, (n) => confirming({ confirm: plain(chars(n)) }), '/elements/0/confirm/confirm/text'],
  ['confirm deny', 30, (n) => confirming({ deny: plain(chars(n)) }), '/elements/0/confirm/deny/text'],
])
