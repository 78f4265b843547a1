import { confirm, dispatchActionConfig, focusOnLoad } from './composition.ts'
import { type ElementKind, element, everywhere } from './element.ts'
import { isDate, isNumber, isTime, isTimeZone, isWholeNumber } from './forms.ts'
import { limits } from './limits.ts'
import { richTextValue } from './rich-text.ts'
import { anything, fault, type Rule } from './rule.ts'
import { type AcrossRule, inOrder, list } from './shapes.ts'
import { plainText } from './text.ts'
import { boolean, integer, string, stringOrEmpty } from './values.ts'

const placeholder = plainText(limits.placeholder)
const focus_on_load = focusOnLoad
const picker = { confirm, focus_on_load }
const typing = { placeholder, focus_on_load, dispatch_action_config: dispatchActionConfig }

const formed =
  (isRight: (text: string) => boolean, message: string): Rule =>
  (value, at, sheet) => {
    if (typeof value !== 'string') fault(sheet, at, 'must provide a string')
    else if (!isRight(value)) fault(sheet, at, message)
  }
const numeric = formed(isNumber, 'must be a number')

const wholeNumbersUnlessDecimal: AcrossRule = (fields, at, sheet) => {
  if (fields.is_decimal_allowed !== false) return
  for (const name of ['min_value', 'max_value', 'initial_value']) {
    const value = fields[name]
    if (typeof value === 'string' && isNumber(value) && !isWholeNumber(value))
      fault(sheet, `${at}/${name}`, 'must be an integer')
  }
}

/** Pickers of dates and times, and everything one types into. */
export const inputs: Readonly<Record<string, ElementKind>> = {
  datepicker: {
    hosts: ['actions', 'accessory', 'input'],
    surfaces: everywhere,
    rule: element(
      'datepicker',
      {},
      { ...picker, placeholder, initial_date: formed(isDate, 'must be a date as YYYY-MM-DD') },
    ),
  },
  timepicker: {
    hosts: ['actions', 'accessory', 'input'],
    surfaces: everywhere,
    rule: element(
      'timepicker',
      {},
      {
        ...picker,
        placeholder,
        initial_time: formed(isTime, 'must be a time as HH:mm'),
        timezone: formed(isTimeZone, 'must be an IANA time zone'),
      },
    ),
  },
  datetimepicker: {
    hosts: ['actions', 'input'],
    surfaces: ['message', 'modal'],
    rule: element(
      'datetimepicker',
      {},
      { ...picker, initial_date_time: integer(limits.dateTime.from, limits.dateTime.to) },
    ),
  },
  plain_text_input: {
    hosts: ['input'],
    surfaces: everywhere,
    rule: element(
      'plain_text_input',
      {},
      {
        ...typing,
        initial_value: stringOrEmpty(limits.plainTextInput.maxLength),
        multiline: boolean,
        min_length: integer(0, limits.plainTextInput.minLength),
        max_length: integer(1, limits.plainTextInput.maxLength),
      },
      inOrder('min_length', 'max_length'),
    ),
  },
  email_text_input: {
    hosts: ['input'],
    surfaces: ['modal'],
    rule: element('email_text_input', {}, { ...typing, initial_value: stringOrEmpty() }),
  },
  url_text_input: {
    hosts: ['input'],
    surfaces: ['modal'],
    rule: element('url_text_input', {}, { ...typing, initial_value: stringOrEmpty() }),
  },
  number_input: {
    hosts: ['input'],
    surfaces: ['modal'],
    rule: element(
      'number_input',
      { is_decimal_allowed: boolean },
      { ...typing, min_value: numeric, max_value: numeric, initial_value: numeric },
      inOrder('min_value', 'max_value'),
      wholeNumbersUnlessDecimal,
    ),
  },
  rich_text_input: {
    hosts: ['input'],
    surfaces: ['modal', 'home'],
    rule: element(
      'rich_text_input',
      { action_id: anything },
      {
        ...typing,
        initial_value: richTextValue,
        min_lines: integer(1, limits.richTextInput.lines),
        max_lines: integer(1, limits.richTextInput.lines),
      },
      inOrder('min_lines', 'max_lines'),
    ),
  },
  file_input: {
    hosts: ['input'],
    surfaces: ['modal'],
    rule: element('file_input', {}, { filetypes: list(string()), max_files: integer(1, limits.fileInput.files) }),
  },
}
