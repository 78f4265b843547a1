import { limits } from './limits.ts'
import type { Rule } from './rule.ts'
import { chosenByType, typed, withParent } from './shapes.ts'
import { boolean, string } from './values.ts'

/** A plain_text object of 1 to `to` characters. `emoji` belongs here and nowhere else. */
export const plainText = (to: number = limits.text): Rule =>
  typed('plain_text', { text: string(to) }, { emoji: boolean })

/** A mrkdwn object of 1 to `to` characters. `verbatim` belongs here and nowhere else. */
export const mrkdwn = (to: number = limits.text): Rule => typed('mrkdwn', { text: string(to) }, { verbatim: boolean })

/** Either of the two. */
export const anyText = (to: number = limits.text): Rule => {
  const kinds = new Map([
    ['plain_text', plainText(to)],
    ['mrkdwn', mrkdwn(to)],
  ])
  return withParent(chosenByType((type) => kinds.get(type)))
}
