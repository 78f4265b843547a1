import type { KnownBlock } from '@slack/types'
import type { Organisation, SlackUser } from '../../src/domain/belonging/types.ts'
import type { Change } from '../../src/domain/change.ts'
import type { Text } from '../../src/text/index.ts'
import { changeValue } from '../client/values.ts'
import { actions as actionRow, button, context, section } from '../kit/blocks.ts'
import { mrkdwn, named } from '../kit/mrkdwn.ts'
import { type Shown, shown } from '../kit/shown.ts'
import { answeredLine, decidedLine, endingOf } from './decided.ts'
import { peopleLine } from './people-line.ts'
import { serviceDeskAsk } from './service-desk-ask.ts'

const id = 'membership-waiting'
const actions = { withdraw: 'membership-waiting.withdraw', another: 'membership-waiting.another' } as const

export type MembershipWaitingData = {
  change: Change
  organisation: Pick<Organisation, 'number' | 'name'>
  /** of the organisation: they may confirm it, and so may the service desk */
  admins: readonly SlackUser[]
}

/** For whoever picked an organisation: that it waits, for whom, and what they can do meanwhile. */
const blocks = (t: Text, { change, organisation, admins }: MembershipWaitingData): KnownBlock[] => {
  const words = t.belonging.membership.waiting
  // who withdraws gets no answer
  const decided = endingOf(change) === 'withdrawn' ? decidedLine(t, change) : answeredLine(t, change)
  const asked = section(words.asked(organisation))
  if (decided) return [asked, context(decided)]
  const who = admins.length === 0 ? words.desk : mrkdwn`${peopleLine(admins)}, ${words.desk}`
  return [
    asked,
    section(words.waits),
    section(named(words.who, who)),
    ...actionRow(
      button({
        id: actions.withdraw,
        text: words.withdraw,
        value: changeValue.write({ change: change.id }),
        confirm: words.withdrawSure,
      }),
      button({ id: actions.another, text: words.another }),
      serviceDeskAsk.askButton(t),
    ),
    context(words.until({ date: t.format.date(change.expiresAt) })),
  ]
}

const render = (t: Text, data: MembershipWaitingData): Shown => {
  const words = t.belonging.membership.waiting
  return shown({
    id,
    title: words.title,
    environment: null,
    close: t.common.close,
    summary: words.asked(data.organisation),
    blocks: blocks(t, data),
  })
}

export const membershipWaiting = { id, actions, blocks, render }
