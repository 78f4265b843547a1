import { limits } from './limits.ts'
import { fault, type Rule } from './rule.ts'
import { type AcrossRule, atLeastOneOf, exactlyOneOf, list, shape } from './shapes.ts'
import { anyText, plainText } from './text.ts'
import { address, boolean, oneOf, string, webAddress } from './values.ts'

const { option: optionLimits } = limits

const optionFields = { text: plainText(optionLimits.text), value: string(optionLimits.value) }
const optionExtras = { description: plainText(optionLimits.description) }

/** An option of a select menu: plain text only, no `url`. */
export const selectOption = shape(optionFields, optionExtras)

/** An option of an overflow menu, the only one that may carry a `url`. */
export const overflowOption = shape(optionFields, { ...optionExtras, url: address(optionLimits.url) })

/** An option of checkboxes or radio buttons: mrkdwn is allowed. */
export const choiceOption = shape(
  { text: anyText(optionLimits.text), value: string(optionLimits.value) },
  { description: anyText(optionLimits.description) },
)

export const optionGroup = shape({
  label: plainText(limits.optionGroup.label),
  options: list(selectOption, limits.optionGroup.options),
})

export const style = oneOf('primary', 'danger')

/** A confirmation dialog. The SDK's types leave three of the texts optional; Slack's pages demand all four. */
export const confirm = shape(
  {
    title: plainText(limits.confirm.title),
    text: anyText(limits.confirm.text),
    confirm: plainText(limits.confirm.confirm),
    deny: plainText(limits.confirm.deny),
  },
  { style },
)

export const dispatchActionConfig = shape(
  {},
  { trigger_actions_on: list(oneOf('on_enter_pressed', 'on_character_entered'), limits.dispatchTriggers) },
)

/** Which conversations a conversations_select offers; an empty filter is refused. */
export const conversationFilter = shape(
  {},
  {
    include: list(oneOf('im', 'mpim', 'private', 'public')),
    exclude_external_shared_channels: boolean,
    exclude_bot_users: boolean,
  },
  atLeastOneOf('include', 'exclude_external_shared_channels', 'exclude_bot_users'),
)

const slackFile = shape({}, { id: string(), url: webAddress(limits.url) }, exactlyOneOf('id', 'url'))

/** The fields an image block and an image element share; one source, no more and no fewer. */
export const imageFields = {
  needed: { alt_text: string(limits.image.altText) },
  optional: { image_url: webAddress(limits.image.url), slack_file: slackFile },
  across: exactlyOneOf('image_url', 'slack_file'),
} as const

/** At most one element of a view may take the focus; the second is the one that is wrong. */
export const focusOnLoad: Rule = (value, at, sheet) => {
  boolean(value, at, sheet)
  if (value !== true) return
  sheet.focused += 1
  if (sheet.focused > 1) fault(sheet, at, 'only one element may set `focus_on_load` to true')
}

/** Equal as JSON: the order of fields and those set to `undefined` don't count. */
const isSame = (one: unknown, other: unknown): boolean => {
  if (one === other) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  const left = one as Record<string, unknown>
  const right = other as Record<string, unknown>
  for (const name in left) if (!isSame(left[name], right[name])) return false
  for (const name in right) if (right[name] !== undefined && left[name] === undefined) return false
  return true
}

const optionsOf = (fields: Readonly<Record<string, unknown>>): unknown[] => {
  if (Array.isArray(fields.options)) return fields.options
  if (!Array.isArray(fields.option_groups)) return []
  return fields.option_groups.flatMap((group: { options?: unknown[] } | null) => group?.options ?? [])
}

/** `initial_option` and each of `initial_options` must be one of the options, whole: text, value and description. */
export const initialAmongOptions: AcrossRule = (fields, at, sheet) => {
  const { initial_option: one, initial_options: several } = fields
  if (one === undefined && !Array.isArray(several)) return
  const options = optionsOf(fields)
  const check = (initial: unknown, pointer: string) => {
    if (!options.some((option) => isSame(option, initial))) fault(sheet, pointer, 'must match one of the options')
  }
  if (one !== undefined) check(one, `${at}/initial_option`)
  if (Array.isArray(several)) for (const [i, each] of several.entries()) check(each, `${at}/initial_options/${i}`)
}
