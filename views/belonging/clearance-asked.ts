import { isSamePerson, type Organisation, type SlackUser } from '../../src/domain/belonging/types.ts'
import type { Change } from '../../src/domain/change.ts'
import type { Text } from '../../src/text/index.ts'
import { changeValue } from '../client/values.ts'
import { actions as actionRow, button, context, section } from '../kit/blocks.ts'
import { mrkdwn, person } from '../kit/mrkdwn.ts'
import { type Shown, shown } from '../kit/shown.ts'
import { altinn } from './altinn.ts'
import { answeredLine, decidedLine, endingOf } from './decided.ts'

const id = 'clearance-asked'
const actions = { withdraw: 'clearance-asked.withdraw' } as const

export type ClearanceAskedData = {
  change: Change
  organisation: Pick<Organisation, 'number' | 'name'>
  /** who is to be cleared; often whoever asks */
  user: SlackUser
  /** who reads it: only whoever asked may withdraw */
  reader: SlackUser
}

/** For whoever asked for a clearance, for themselves or for another: that it waits, and what is another way. */
const render = (t: Text, { change, organisation, user, reader }: ClearanceAskedData): Shown => {
  const words = t.belonging.clearance.asked
  const own = isSamePerson(user, change.requester)
  const ending = endingOf(change)
  const given = ending === 'approved'
  // a yes goes on with the login, and a withdrawal is their own: of both there is no other answer
  const decided = given || ending === 'withdrawn' ? decidedLine(t, change) : answeredLine(t, change)
  const asked = own ? words.own(organisation) : mrkdwn`${words.other(organisation)} ${person(user.userId)}.`
  return shown({
    id,
    title: words.title,
    environment: null,
    close: t.common.close,
    summary: own ? words.own(organisation) : words.title,
    blocks: [
      section(asked),
      ...(decided
        ? [context(decided), ...(given ? [section(words.next)] : [])]
        : [
            section(own ? words.waits : words.otherWaits),
            ...actionRow(
              isSamePerson(reader, change.requester)
                ? button({
                    id: actions.withdraw,
                    text: words.withdraw,
                    value: changeValue.write({ change: change.id }),
                    confirm: words.withdrawSure,
                  })
                : null,
              altinn.showButton(t),
            ),
            context(words.until({ date: t.format.date(change.expiresAt) })),
          ]),
    ],
  })
}

export const clearanceAsked = { id, actions, render }
