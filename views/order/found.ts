import type { RegisterUnit } from '../../src/domain/belonging/register-unit.ts'
import { cut } from '../../src/text/format.ts'
import type { Text } from '../../src/text/index.ts'
import { limits } from '../kit/limits.ts'
import { mrkdwn, type Words } from '../kit/mrkdwn.ts'

type PlainText = { type: 'plain_text'; text: string }
export type UnitOption = { text: PlainText; value: string; description?: PlainText }
export type UnitGroup = { label: PlainText; options: UnitOption[] }

const words = (text: string, max: number): PlainText => ({ type: 'plain_text', text: cut(text, max) })

/** Where a unit belongs; null where the register does not say. */
const placeOf = (t: Text, { municipality, county }: RegisterUnit): string | null =>
  municipality === null ? null : t.order.preview.found.place({ municipality, county })

const stateOf = (t: Text, { state }: RegisterUnit): string =>
  state === 'live' ? '' : t.order.preview.found.states[state]

/** What the register says of a unit, in one line: name, number, form, place, and how it stands if that is no good. */
export const foundLine = (t: Text, unit: RegisterUnit): Words => {
  const facts = [unit.number, unit.formText, placeOf(t, unit)].filter((fact) => fact !== null && fact !== '')
  const state = stateOf(t, unit)
  const line = mrkdwn`*${cut(unit.name, 180)}*, ${cut(facts.join(', '), 300)}`
  return state === '' ? mrkdwn`:white_check_mark: ${line}` : mrkdwn`:warning: ${line}, *${state}*`
}

/** A unit as it stands in a menu once it was chosen. */
export const unitLabel = ({ name, number }: RegisterUnit): string =>
  `${cut(name, limits.optionText - number.length - 3)} (${number})`

const option = (t: Text, unit: RegisterUnit): UnitOption => {
  const facts = [unit.formText, placeOf(t, unit), stateOf(t, unit)].filter((fact) => fact !== null && fact !== '')
  return {
    text: words(unitLabel(unit), limits.optionText),
    value: unit.number,
    ...(facts.length > 0 && { description: words(facts.join(', '), limits.optionText) }),
  }
}

/**
 * Hits of a search by name for a menu, and how many there are. Slack shows no heading without an option under it, so
 * that there are none, or that the register is down, is for Slack's own words.
 */
export const unitGroups = (
  t: Text,
  found: { units: readonly RegisterUnit[]; total: number } | 'unknown',
): UnitGroup[] => {
  if (found === 'unknown' || found.units.length === 0) return []
  const shown = found.units.length
  const { more, all } = t.order.form.found
  const label = found.total > shown ? more({ shown, total: found.total }) : all({ total: found.total })
  return [{ label: words(label, limits.groupLabel), options: found.units.map((unit) => option(t, unit)) }]
}
