import type { InputBlock, PlainTextOption } from '@slack/types'
import type { Environment } from '../../src/domain/client/types.ts'
import type { Text } from '../../src/text/index.ts'
import { plain } from '../kit/blocks.ts'
import { limits } from '../kit/limits.ts'

/** A client that a contact can be for. */
export type ClientChoice = { environment: Environment; client_id: string; client_name: string }

/** What can be chosen beside clients, in the words of the CSV and the store. */
export const wholes = ['organisation', 'test', 'prod'] as const

/** More clients than these are found by typing: Slack takes 100 options in a group, and nobody scrolls through them. */
export const mostListed = 90

export type OptionGroup = {
  label: { type: 'plain_text'; text: string }
  options: { text: { type: 'plain_text'; text: string }; value: string }[]
}

const option = (label: string, value: string) => ({
  text: { type: 'plain_text' as const, text: plain(label, limits.optionText).text },
  value,
})

/**
 * All that a contact can apply to, in groups; groups without anything are left out, since Slack refuses them.
 *
 * @param clients those there are, or those that were found
 * @param typed what the ones that are no clients have to begin a word with; all of them when left out
 */
export const appliesToGroups = (t: Text, clients: readonly ClientChoice[], typed = ''): OptionGroup[] => {
  const { groups, whole } = t.contact.form
  const wanted = ` ${typed.trim().toLowerCase()}`
  const of = (environment: Environment) =>
    clients
      .filter((one) => one.environment === environment && one.client_id.length <= limits.optionValue)
      .slice(0, limits.optionsPerGroup)
      .map((one) => option(one.client_name, one.client_id))
  const found = wholes.map((value) => option(whole[value], value))
  return [
    { label: groups.whole, options: found.filter(({ text }) => ` ${text.text.toLowerCase()}`.includes(wanted)) },
    { label: groups.test, options: of('test') },
    { label: groups.prod, options: of('prod') },
  ]
    .filter(({ options }) => options.length > 0)
    .map(({ label, options }) => ({
      label: { type: 'plain_text', text: plain(label, limits.groupLabel).text },
      options,
    }))
}

/** The words of values that stand in a menu of suggestions. */
export const appliesToNames = (t: Text, clients: readonly ClientChoice[]): Record<string, string> =>
  Object.fromEntries(
    appliesToGroups(t, clients).flatMap(({ options }) => options.map(({ text, value }) => [value, text.text])),
  )

/** The same input with all its options in it, where they are few enough. */
export const withGroups = (input: InputBlock, groups: OptionGroup[], chosen: readonly string[]): InputBlock => {
  const { element } = input
  if (element.type !== 'multi_external_select') return input
  const initial = groups.flatMap(({ options }) => options).filter(({ value }) => chosen.includes(value))
  const { action_id, placeholder } = element
  return {
    ...input,
    element: {
      type: 'multi_static_select',
      option_groups: groups,
      ...(action_id !== undefined && { action_id }),
      ...(placeholder && { placeholder }),
      ...(initial.length > 0 && { initial_options: initial as PlainTextOption[] }),
    },
  }
}
