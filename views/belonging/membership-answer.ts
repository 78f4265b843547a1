import type { Organisation } from '../../src/domain/belonging/types.ts'
import type { Change } from '../../src/domain/change.ts'
import type { Text } from '../../src/text/index.ts'
import { actions as actionRow, button, section } from '../kit/blocks.ts'
import type { Shown } from '../kit/shown.ts'
import { answered } from './answered.ts'
import { endingOf } from './decided.ts'
import { serviceDeskAsk } from './service-desk-ask.ts'

const id = 'membership-answer'
const actions = { whoami: 'membership-answer.whoami', pick: 'membership-answer.pick' } as const

export type MembershipAnswerData = { change: Change; organisation: Pick<Organisation, 'number' | 'name'> }

/** The answer, to whoever picked an organisation, and what comes next; null while there is none, or nothing to tell. */
const render = (t: Text, { change, organisation }: MembershipAnswerData): Shown | null => {
  const words = t.belonging.membership.answer
  const ending = endingOf(change)
  // who withdraws knows it
  if (ending === null || ending === 'withdrawn') return null
  const summary = words[ending](organisation)
  const next = {
    approved: 'approvedNext',
    declined: 'declinedNext',
    expired: 'expiredNext',
    failed: 'failedNext',
  } as const
  const inside = ending === 'approved' || ending === 'failed'
  return answered(t, change, {
    id,
    title: words.title,
    summary,
    blocks: [
      section(words[next[ending]]),
      ...actionRow(
        inside
          ? button({
              id: actions.whoami,
              text: words.whoami,
              ...(ending === 'approved' && { style: 'primary' as const }),
            })
          : button({ id: actions.pick, text: words.pick, style: 'primary' }),
        ending === 'approved' ? null : serviceDeskAsk.askButton(t),
      ),
    ],
  })
}

export const membershipAnswer = { id, actions, render }
