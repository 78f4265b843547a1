import type { InputBlock, PlainTextOption } from '@slack/types'
import { cut } from '../../src/text/format.ts'
import { plain } from './blocks.ts'
import { limits } from './limits.ts'

export type OptionLabel = { label: string; description?: string }
export type Label = { label: string; hint?: string; placeholder?: string; options?: Record<string, OptionLabel> }

/** What all kinds share. `dispatch`: a change (of a text: Enter) is told at once, as a `block_actions`. */
type Common = { optional?: boolean; dispatch?: boolean; focus?: boolean }

export type Field = Common &
  (
    | { kind: 'text'; max?: number }
    | { kind: 'multiline'; max?: number }
    /** a list, one item a line */
    | { kind: 'lines' }
    /** `values` are chosen from; their words are the label's `options` */
    | { kind: 'select'; values: readonly string[] }
    | { kind: 'radio'; values: readonly string[] }
    | { kind: 'multi-select'; values: readonly string[] }
    /** options come from the bot as they are asked for (an `options` route of the same action id) */
    | { kind: 'external-multi-select' }
    /** one toggle; its words are the label's `options.yes` */
    | { kind: 'checkbox' }
    | { kind: 'number'; min?: number; max?: number }
  )

/** What a field holds. Texts are '' when empty, choices null, numbers null (NaN for what is no number). */
export type ValueOf<F extends Field> = F extends { kind: 'lines' | 'external-multi-select' }
  ? string[]
  : F extends { kind: 'multi-select'; values: readonly (infer V)[] }
    ? V[]
    : F extends { kind: 'select' | 'radio'; values: readonly (infer V)[] }
      ? V | null
      : F extends { kind: 'checkbox' }
        ? boolean
        : F extends { kind: 'number' }
          ? number | null
          : string

type Element = InputBlock['element']
/** A value of any kind, as the forms pass it on. */
export type AnyValue = string | string[] | boolean | number | null | undefined

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

/** The element of a field, filled with a value. */
export const elementOf = (field: Field, label: Label, value: AnyValue): Element => {
  switch (field.kind) {
    case 'text':
      return textElement(field, label, string(value), false)
    case 'multiline':
      return textElement(field, label, string(value), true)
    case 'lines':
      return textElement(field, label, fittingLines(strings(value)), true)
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
    case 'external-multi-select': {
      const options = strings(value)
        .filter((each) => each !== '' && each.length <= limits.optionValue)
        .map((each) => option(each, undefined))
      return {
        type: 'multi_external_select',
        min_query_length: 0,
        ...(options.length > 0 && { initial_options: options }),
        ...placeholder(label),
      }
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
