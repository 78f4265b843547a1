import { isSamePerson } from '../../src/domain/belonging/types.ts'
import type { Change } from '../../src/domain/change.ts'
import type { Text } from '../../src/text/index.ts'
import { type Mrkdwn, mrkdwn, person } from '../kit/mrkdwn.ts'

/** How something that somebody asked for ended, as far as others must know. */
export type Ending = 'approved' | 'declined' | 'withdrawn' | 'failed' | 'expired'

/** Null while nobody has decided. A request that its own asker declined was withdrawn. */
export const endingOf = ({ state, decision, requester }: Change): Ending | null => {
  if (state === 'proposed') return null
  if (state === 'expired') return 'expired'
  if (state === 'declined') return decision && isSamePerson(decision.by, requester) ? 'withdrawn' : 'declined'
  return state === 'failed' || state === 'unknown' ? 'failed' : 'approved'
}

const marks = {
  approved: ':white_check_mark:',
  declined: ':x:',
  withdrawn: ':leftwards_arrow_with_hook:',
  failed: ':warning:',
  expired: ':hourglass:',
} as const

/**
 * For whoever waited for it, once it is decided: that there is an answer. Who gave it and when stands in the answer itself,
 * a message of its own right below. Null while nobody has decided.
 */
export const answeredLine = (t: Text, change: Change): Mrkdwn | null => {
  const ending = endingOf(change)
  if (ending === null) return null
  const { answered, expired } = t.belonging.decided
  return mrkdwn`${{ mrkdwn: marks[ending] }} ${ending === 'expired' ? expired : answered}`
}

/** Who decided it and when, in one line; null while nobody has. */
export const decidedLine = (t: Text, change: Change): Mrkdwn | null => {
  const ending = endingOf(change)
  if (ending === null) return null
  const words = t.belonging.decided
  const { decision } = change
  const icon = marks[ending]
  if (ending === 'expired') return mrkdwn`${{ mrkdwn: icon }} ${words.expired}`
  if (decision === null) return mrkdwn`${{ mrkdwn: icon }} ${words[ending]}`
  return mrkdwn`${{ mrkdwn: icon }} ${words[ending]} ${person(decision.by.userId)}, ${t.format.dateTime(decision.at)}`
}
