import type { Organisation } from '../../src/domain/belonging/types.ts'
import type { Environment, Registration } from '../../src/domain/client/types.ts'
import { cut } from '../../src/text/format.ts'
import type { Text } from '../../src/text/index.ts'
import { limits } from '../kit/limits.ts'
import { everything } from './values.ts'

type PlainText = { type: 'plain_text'; text: string }
type MenuOption = { text: PlainText; value: string }

const option = (value: string, text: string): MenuOption => ({
  text: { type: 'plain_text', text: cut(text.trim() === '' ? value : text, limits.optionText) },
  value,
})

/** A client as a menu names it; the name gives way, the environment does not. */
export const clientLabel = (t: Text, { client_name }: Pick<Registration, 'client_name'>, environment: Environment) => {
  const where = ` (${t.common.environments[environment]})`
  return `${cut(client_name, limits.optionText - where.length)}${where}`
}

/**
 * Options of the menu of clients: all of them, those that were found, and what was typed where it may be the id of one
 * that is gone. At most 100, as Slack's menus take them.
 */
export const clientOptions = (
  t: Text,
  found: { client: Pick<Registration, 'client_id' | 'client_name'>; environment: Environment }[],
  typed: { text: string; mayBeId: boolean },
): MenuOption[] => {
  const fitting = found.filter(({ client }) => client.client_id.length <= limits.optionValue)
  const known = fitting.some(({ client }) => client.client_id === typed.text)
  return [
    ...(typed.text === '' ? [option(everything, t.audit.filter.allClients)] : []),
    ...fitting.map(({ client, environment }) => option(client.client_id, clientLabel(t, client, environment))),
    ...(typed.mayBeId && !known ? [option(typed.text, t.audit.filter.clientId({ id: typed.text }))] : []),
  ].slice(0, limits.optionsPerGroup)
}

/** Options of the menu of organisations. */
export const organisationOptions = (
  t: Text,
  found: Pick<Organisation, 'number' | 'name'>[],
  typed: string,
): MenuOption[] =>
  [
    ...(typed === '' ? [option(everything, t.audit.filter.allOrganisations)] : []),
    ...found.map(({ number, name }) => option(number, `${cut(name, limits.optionText - 12)} (${number})`)),
  ].slice(0, limits.optionsPerGroup)
