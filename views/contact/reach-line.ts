import type { Reach } from '../../src/domain/contact/reach.ts'
import type { ReachFacts } from '../../src/domain/contact/types.ts'
import type { Text } from '../../src/text/index.ts'
import { mrkdwn, named, type Words } from '../kit/mrkdwn.ts'

/** An organisation's reachability, and what it was counted from. */
export type ReachShown = { reach: Reach; facts: ReachFacts }

const signs = {
  good: { mrkdwn: ':large_green_circle:' },
  weak: { mrkdwn: ':large_yellow_circle:' },
  none: { mrkdwn: ':red_circle:' },
} as const satisfies Record<Reach['level'], Words>

/** The level alone, with its sign. */
export const reachLevel = (t: Text, { reach }: Pick<ReachShown, 'reach'>): Words =>
  mrkdwn`${signs[reach.level]} ${t.contact.reach.levels[reach.level]}`

/** Why, as one sentence's worth; what to be glad of where there is nothing to say against it. */
export const reachReasonWords = (t: Text, { reach, facts }: ReachShown): string => {
  const words = t.contact.reach
  return reach.reasons.length === 0 ? words.good : reach.reasons.map((one) => words.reasons[one](facts)).join('; ')
}

/** Level and reasons on one line. */
export const reachLine = (t: Text, shown: ReachShown): Words =>
  named(t.contact.reach.heading, mrkdwn`${reachLevel(t, shown)} – ${reachReasonWords(t, shown)}`)
