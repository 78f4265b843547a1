import {
  confirm,
  conversationFilter,
  focusOnLoad,
  initialAmongOptions,
  optionGroup,
  selectOption,
} from './composition.ts'
import { type ElementKind, element, everywhere, type Host } from './element.ts'
import { limits } from './limits.ts'
import type { Rule } from './rule.ts'
import { type AcrossRule, exactlyOneOf, list } from './shapes.ts'
import { plainText } from './text.ts'
import { boolean, integer, string } from './values.ts'

type FieldRules = Readonly<Record<string, Rule>>

const hosts: readonly Host[] = ['actions', 'accessory', 'input']
const common: FieldRules = { placeholder: plainText(limits.placeholder), confirm, focus_on_load: focusOnLoad }

const one = (type: string, fields: FieldRules, ...across: readonly AcrossRule[]): ElementKind => ({
  hosts,
  surfaces: everywhere,
  rule: element(type, {}, { ...common, ...fields }, ...across),
})
const several = (type: string, fields: FieldRules, ...across: readonly AcrossRule[]): ElementKind =>
  one(type, { max_selected_items: integer(1), ...fields }, ...across)

const staticFields = {
  options: list(selectOption, limits.select.options),
  option_groups: list(optionGroup, limits.select.groups),
}
const staticAcross = [exactlyOneOf('options', 'option_groups'), initialAmongOptions]
/** 0 asks the app at once; Slack's own default is 3. */
const min_query_length = integer(0)
const conversations = { filter: conversationFilter, default_to_current_conversation: boolean }

/** Every select menu; `response_url_enabled` is judged by the block that holds it (see blocks.ts). */
export const selects: Readonly<Record<string, ElementKind>> = {
  static_select: one('static_select', { ...staticFields, initial_option: selectOption }, ...staticAcross),
  multi_static_select: several(
    'multi_static_select',
    { ...staticFields, initial_options: list(selectOption, limits.select.options) },
    ...staticAcross,
  ),
  external_select: one('external_select', { min_query_length, initial_option: selectOption }),
  multi_external_select: several('multi_external_select', {
    min_query_length,
    initial_options: list(selectOption, limits.select.options),
  }),
  users_select: one('users_select', { initial_user: string() }),
  multi_users_select: several('multi_users_select', { initial_users: list(string()) }),
  conversations_select: one('conversations_select', {
    ...conversations,
    initial_conversation: string(),
    response_url_enabled: boolean,
  }),
  multi_conversations_select: several('multi_conversations_select', {
    ...conversations,
    initial_conversations: list(string()),
  }),
  channels_select: one('channels_select', { initial_channel: string(), response_url_enabled: boolean }),
  multi_channels_select: several('multi_channels_select', { initial_channels: list(string()) }),
}
