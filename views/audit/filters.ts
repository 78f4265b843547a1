import type { ActionsBlock, ActionsBlockElement, PlainTextOption } from '@slack/types'
import { z } from 'zod'
import { type Environment, environments } from '../../src/domain/client/types.ts'
import type { Text } from '../../src/text/index.ts'
import { plain } from '../kit/blocks.ts'
import type { ViewValues } from '../kit/form.ts'
import { limits } from '../kit/limits.ts'
import { dateOf, userOf } from '../kit/read-field.ts'
import { type AuditFilters, type AuditRef, everything, filtersOf } from './values.ts'

export type FilterActions = {
  person: string
  client: string
  environment: string
  from: string
  to: string
  organisation: string
}

/** Names of what is chosen, as its menu shows it; null: its id is all there is. */
export type ChosenNames = { client: string | null; organisation: string | null }

const blockId = ({ turn }: Pick<AuditRef, 'turn'>): string => `filters-${turn}`

const option = (value: string, label: string): PlainTextOption => ({
  text: plain(label, limits.optionText),
  value,
})

const placeholder = (text: string) => ({ placeholder: plain(text, limits.placeholder) })

const external = (id: string, words: string, chosen: PlainTextOption | null): ActionsBlockElement => ({
  type: 'external_select',
  action_id: id,
  min_query_length: 0,
  ...placeholder(words),
  ...(chosen && { initial_option: chosen }),
})

const datepicker = (id: string, words: string, day: string | null): ActionsBlockElement => ({
  type: 'datepicker',
  action_id: id,
  ...placeholder(words),
  ...(day !== null && { initial_date: day }),
})

/**
 * The filters as one row of menus, each told at once. Slack keeps what stands in them as long as the block's id stays:
 * what sets them otherwise takes the next `turn`.
 *
 * @param byOrganisation whether there is a menu of organisations
 */
export const filterMenus = (
  t: Text,
  ref: AuditRef,
  names: ChosenNames,
  byOrganisation: boolean,
  to: FilterActions,
): ActionsBlock => {
  const words = t.audit.filter
  const inEnvironments = [everything, ...environments].map((value) =>
    option(value, words.environments[value as Environment | typeof everything]),
  )
  const environment = inEnvironments.find(({ value }) => value === ref.environment)
  const { organisation, client } = ref
  return {
    type: 'actions',
    block_id: blockId(ref),
    elements: [
      ...(byOrganisation
        ? [
            external(
              to.organisation,
              words.organisation,
              organisation === null ? null : option(organisation, names.organisation ?? organisation),
            ),
          ]
        : []),
      {
        type: 'users_select',
        action_id: to.person,
        ...placeholder(words.person),
        ...(ref.person !== null && { initial_user: ref.person }),
      },
      external(to.client, words.client, client === null ? null : option(client, names.client ?? client)),
      {
        type: 'static_select',
        action_id: to.environment,
        options: inEnvironments,
        ...placeholder(words.environment),
        ...(environment && { initial_option: environment }),
      },
      datepicker(to.from, words.from, ref.from),
      datepicker(to.to, words.to, ref.to),
    ],
  }
}

const chosenOption = z.object({ selected_option: z.object({ value: z.string() }) })

/**
 * What the menus say now; what is of no menu in the view stays as it was. All of them at once, so that of two choices in
 * quick succession neither is lost.
 */
export const readFilters = (state: ViewValues, before: AuditRef, to: FilterActions): AuditFilters => {
  const menus = state[blockId(before)] ?? {}
  const read = (id: string, was: string | null, value: (menu: unknown) => string | null): string | null =>
    Object.hasOwn(menus, id) ? value(menus[id]) : was
  const ofOption = (menu: unknown) => {
    const value = chosenOption.safeParse(menu).data?.selected_option.value
    return value === undefined || value === everything ? null : value
  }
  const environment = read(to.environment, before.environment, ofOption)
  return {
    ...filtersOf(before),
    organisation: read(to.organisation, before.organisation, ofOption),
    person: read(to.person, before.person, userOf),
    client: read(to.client, before.client, ofOption),
    environment: environments.find((one) => one === environment) ?? null,
    from: read(to.from, before.from, dateOf),
    to: read(to.to, before.to, dateOf),
  }
}
