import type { Organisation, SlackUser } from '../../src/domain/belonging/types.ts'
import type { Change } from '../../src/domain/change.ts'
import type { Text } from '../../src/text/index.ts'
import { actions as actionRow, button, section } from '../kit/blocks.ts'
import { named, person } from '../kit/mrkdwn.ts'
import type { Shown } from '../kit/shown.ts'
import { answered } from './answered.ts'
import { endingOf } from './decided.ts'
import { serviceDeskAsk } from './service-desk-ask.ts'

const id = 'clearance-answer'
const actions = { ask: 'clearance-answer.ask', whoami: 'clearance-answer.whoami' } as const

export type ClearanceAnswerData = {
  change: Change
  organisation: Pick<Organisation, 'number' | 'name'>
  /** whom it is about, where that is another than who reads it */
  about: SlackUser | null
}

/** What came of a clearance; null while nothing has. */
const render = (t: Text, { change, organisation, about }: ClearanceAnswerData): Shown | null => {
  const words = t.belonging.clearance.answer
  const ending = endingOf(change)
  if (ending === null) return null
  const kind = (
    { approved: 'done', withdrawn: 'declined', declined: 'declined', expired: 'expired', failed: 'failed' } as const
  )[ending]
  const next = { done: 'doneNext', declined: 'declinedNext', expired: 'expiredNext', failed: 'failedNext' } as const
  const summary = words[kind](organisation)
  const again = kind === 'expired' || kind === 'failed'
  return answered(t, change, {
    id,
    title: words.title,
    summary,
    blocks: [
      ...(about === null ? [] : [section(named(words.forOther, person(about.userId)))]),
      section(words[next[kind]]),
      ...actionRow(
        kind === 'done' ? button({ id: actions.whoami, text: words.whoami }) : null,
        again && about === null ? button({ id: actions.ask, text: words.ask, style: 'primary' }) : null,
        kind === 'done' ? null : serviceDeskAsk.askButton(t),
      ),
    ],
  })
}

export const clearanceAnswer = { id, actions, render }
