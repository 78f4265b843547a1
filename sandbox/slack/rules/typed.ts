import { isDate, isEmail, isNumber, isTime, isWebAddress, isWholeNumber } from './forms.ts'
import { limits } from './limits.ts'
import { type Fields, isObject } from './rule.ts'
import { lengthOf } from './values.ts'

/** What a person left in one element, in the shape of `view.state.values`. */
export type TypedValue = { type: string; [k: string]: unknown }

/** What Slack's client says under a field; null when it is content. */
type TypedRule = (value: string, element: Fields) => string | null

const textLength: TypedRule = (value, element) => {
  const length = lengthOf(value)
  const least = typeof element.min_length === 'number' ? element.min_length : 0
  const most = typeof element.max_length === 'number' ? element.max_length : limits.plainTextInput.maxLength
  if (length < least) return `Enter at least ${least} characters`
  return length > most ? `Enter no more than ${most} characters` : null
}

const bound = (value: unknown): number | null => (typeof value === 'string' && value !== '' ? Number(value) : null)

const numberInBounds: TypedRule = (value, element) => {
  if (!isNumber(value)) return 'Enter a number'
  if (element.is_decimal_allowed !== true && !isWholeNumber(value)) return 'Enter a whole number'
  const least = bound(element.min_value)
  const most = bound(element.max_value)
  if (least !== null && Number(value) < least) return `Enter a number of at least ${least}`
  return most !== null && Number(value) > most ? `Enter a number of at most ${most}` : null
}

/** One row for each element whose value has a form of its own. */
const forms: Readonly<Record<string, TypedRule>> = {
  plain_text_input: textLength,
  email_text_input: (value) => (isEmail(value) ? null : 'Enter a valid email address'),
  url_text_input: (value) => (isWebAddress(value) ? null : 'Enter a valid URL'),
  number_input: numberInBounds,
  datepicker: (value) => (isDate(value) ? null : 'Choose a valid date'),
  timepicker: (value) => (isTime(value) ? null : 'Choose a valid time'),
}

const hasText = (part: unknown): boolean => {
  if (Array.isArray(part)) return part.some(hasText)
  if (!isObject(part)) return false
  if (Array.isArray(part.elements)) return part.elements.some(hasText)
  return part.type !== 'text' || (typeof part.text === 'string' && part.text !== '')
}

/** What was chosen or typed: the one field besides `type` (`value`, `selected_date`, `files` …), null when empty. */
const contentOf = (value: TypedValue | undefined): unknown => {
  for (const [name, content] of Object.entries(value ?? {})) {
    if (name === 'type' || content === undefined || content === null || content === '') continue
    if (Array.isArray(content) && content.length === 0) continue
    if (name === 'rich_text_value' && !hasText(content)) continue
    return content
  }
  return null
}

const tooMany = (content: unknown, element: Fields): string | null => {
  if (!Array.isArray(content)) return null
  const most =
    element.type === 'file_input' ? (element.max_files ?? limits.fileInput.files) : element.max_selected_items
  return typeof most === 'number' && content.length > most ? `Choose no more than ${most}` : null
}

const messageFor = (block: Fields, element: Fields, value: TypedValue | undefined): string | null => {
  const content = contentOf(value)
  if (content === null) return block.optional === true ? null : 'Please complete this required field'
  const form = forms[String(element.type)]
  return typeof content === 'string' && form !== undefined ? form(content, element) : tooMany(content, element)
}

/** What Slack's client finds wrong before it sends a view_submission, by block id. See `checkTyped` in ../rules.ts. */
export const typedFaults = (
  blocks: readonly unknown[],
  values: Readonly<Record<string, Readonly<Record<string, TypedValue>>>>,
): Record<string, string> => {
  const faults: Record<string, string> = {}
  for (const block of blocks) {
    if (!isObject(block) || block.type !== 'input' || !isObject(block.element)) continue
    const { element, block_id: blockId } = block
    if (typeof blockId !== 'string') continue
    const byAction = values[blockId] ?? {}
    // An element without an id was given one by Slack, and is alone in its block.
    const value = typeof element.action_id === 'string' ? byAction[element.action_id] : Object.values(byAction)[0]
    const message = messageFor(block, element, value)
    if (message !== null) faults[blockId] = message
  }
  return faults
}
