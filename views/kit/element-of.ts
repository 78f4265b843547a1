import type { InputBlock, PlainTextOption } from '@slack/types'
import { cut } from '../../src/text/format.ts'
import { plain } from './blocks.ts'
import type { AnyValue, Field, Label, OptionLabel } from './fields.ts'
import { limits } from './limits.ts'

type Element = InputBlock['element']

const placeholder = (label: Label) =>
  label.placeholder === undefined ? {} : { placeholder: plain(label.placeholder, limits.placeholder) }

const option = (value: string, words: OptionLabel | undefined): PlainTextOption => ({
  text: plain(words?.label ?? value, limits.optionText),
  value: cut(value, limits.optionValue),
  ...(words?.description !== undefined && { description: plain(words.description, limits.optionText) }),
})

const textElement = (field: Field & { max?: number }, label: Label, text: string, multiline: boolean) => {
  const max = Math.min(field.max ?? limits.inputText, limits.inputText)
  return {
    type: 'plain_text_input' as const,
    multiline,
    max_length: max,
    ...(text !== '' && { initial_value: cut(text, max) }),
    ...(field.dispatch && { dispatch_action_config: { trigger_actions_on: ['on_enter_pressed' as const] } }),
    ...placeholder(label),
  }
}

/** Whole lines only: half a URI is another URI. */
const fittingLines = (lines: readonly string[]): string => {
  const kept: string[] = []
  let length = 0
  for (const line of lines) {
    length += Array.from(line).length + 1
    if (length > limits.inputText) break
    kept.push(line)
  }
  return kept.join('\n')
}

const choices = (field: { values: readonly string[] }, label: Label) =>
  field.values.map((value) => option(value, label.options?.[value]))

const initialOption = (options: PlainTextOption[], value: AnyValue) => {
  const chosen = options.find((each) => each.value === value)
  return chosen === undefined ? {} : { initial_option: chosen }
}

const initialOptions = (options: PlainTextOption[], value: AnyValue) => {
  const chosen = options.filter((each) => Array.isArray(value) && value.includes(each.value ?? ''))
  return chosen.length === 0 ? {} : { initial_options: chosen }
}

const strings = (value: AnyValue): string[] => (Array.isArray(value) ? value : [])
const string = (value: AnyValue): string => (typeof value === 'string' ? value : '')

/** Slack has no words for what was chosen of a list that the bot suggests: those of `names`, else the value. */
const suggested = (values: readonly string[], names: Record<string, string> | undefined) =>
  values
    .filter((each) => each !== '' && each.length <= limits.optionValue)
    .map((each) => option(each, names?.[each] === undefined ? undefined : { label: names[each] }))

const atMost = ({ most }: { most?: number }) => (most === undefined ? {} : { max_selected_items: most })

/**
 * The element of a field, filled with a value.
 *
 * @param names words of the values that stand in an external select, by value
 */
export const elementOf = (field: Field, label: Label, value: AnyValue, names?: Record<string, string>): Element => {
  switch (field.kind) {
    case 'text':
      return textElement(field, label, string(value), false)
    case 'multiline':
      return textElement(field, label, string(value), true)
    case 'lines':
      return textElement(field, label, fittingLines(strings(value)), true)
    case 'email':
      return {
        type: 'email_text_input',
        ...(string(value) !== '' && { initial_value: string(value) }),
        ...placeholder(label),
      }
    case 'select': {
      const options = choices(field, label)
      return { type: 'static_select', options, ...initialOption(options, value), ...placeholder(label) }
    }
    case 'radio': {
      const options = choices(field, label)
      return { type: 'radio_buttons', options, ...initialOption(options, value) }
    }
    case 'multi-select': {
      const options = choices(field, label)
      return { type: 'multi_static_select', options, ...initialOptions(options, value), ...placeholder(label) }
    }
    case 'checkboxes': {
      const options = choices(field, label)
      return { type: 'checkboxes', options, ...initialOptions(options, value) }
    }
    case 'external-select': {
      const [chosen] = suggested([string(value)], names)
      return {
        type: 'external_select',
        min_query_length: field.letters ?? 0,
        ...(chosen && { initial_option: chosen }),
        ...placeholder(label),
      }
    }
    case 'external-multi-select': {
      const options = suggested(strings(value), names)
      return {
        type: 'multi_external_select',
        min_query_length: field.letters ?? 0,
        ...atMost(field),
        ...(options.length > 0 && { initial_options: options }),
        ...placeholder(label),
      }
    }
    case 'user':
      return {
        type: 'users_select',
        ...(string(value) !== '' && { initial_user: string(value) }),
        ...placeholder(label),
      }
    case 'users':
      return {
        type: 'multi_users_select',
        ...atMost(field),
        ...(strings(value).length > 0 && { initial_users: strings(value) }),
        ...placeholder(label),
      }
    case 'channel':
      return {
        type: 'conversations_select',
        filter: { include: ['public', 'private'], exclude_external_shared_channels: true },
        ...(string(value) !== '' && { initial_conversation: string(value) }),
        ...placeholder(label),
      }
    case 'date':
      return {
        type: 'datepicker',
        ...(string(value) !== '' && { initial_date: string(value) }),
        ...placeholder(label),
      }
    case 'checkbox': {
      const options = [option('yes', label.options?.yes)]
      return { type: 'checkboxes', options, ...(value === true && { initial_options: options }) }
    }
    case 'number':
      return {
        type: 'number_input',
        is_decimal_allowed: false,
        ...(field.min !== undefined && { min_value: String(field.min) }),
        ...(field.max !== undefined && { max_value: String(field.max) }),
        ...(typeof value === 'number' && Number.isFinite(value) && { initial_value: String(value) }),
        ...placeholder(label),
      }
  }
}
