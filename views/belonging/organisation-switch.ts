import type { KnownBlock, StaticSelect } from '@slack/types'
import type { Organisation } from '../../src/domain/belonging/types.ts'
import { cut } from '../../src/text/format.ts'
import type { Text } from '../../src/text/index.ts'
import { actions as actionRow, context, plain, section } from '../kit/blocks.ts'
import { limits } from '../kit/limits.ts'
import { type Shown, shown } from '../kit/shown.ts'
import { organisationNumberInput } from './organisation-number.ts'

const id = 'organisation-switch'
const actions = { choose: 'organisation-switch.choose' } as const

type Place = Pick<Organisation, 'number' | 'name'>
export type SwitchData = { organisation: Place; others: readonly Place[] }

/** The number is what tells two of the same name apart, so it is never cut. */
export const organisationLabel = ({ name, number }: Place): string =>
  `${cut(name, limits.optionText - number.length - 3)} (${number})`

const picker = (t: Text, { organisation, others }: SwitchData): StaticSelect => {
  const option = (place: Place) => ({ text: plain(organisationLabel(place), limits.optionText), value: place.number })
  const places = [organisation, ...others].slice(0, limits.optionsPerGroup)
  return {
    type: 'static_select',
    action_id: actions.choose,
    placeholder: plain(t.belonging.organisationSwitch.label, limits.placeholder),
    options: places.map(option),
    initial_option: option(organisation),
  }
}

/** Which organisation one acts for, and the way to another; nothing for who has only one. */
const blocks = (t: Text, data: SwitchData): KnownBlock[] =>
  data.others.length === 0 ? [] : [context(t.belonging.organisationSwitch.several), ...actionRow(picker(t, data))]

/** After a switch, where nothing else shows it. */
const render = (t: Text, data: SwitchData): Shown =>
  shown({
    id,
    title: t.belonging.organisationSwitch.title,
    environment: null,
    close: t.common.close,
    blocks: [section(t.belonging.organisationSwitch.acting(data.organisation)), ...blocks(t, data)],
  })

export const organisationSwitch = { id, actions, input: organisationNumberInput, blocks, render }
