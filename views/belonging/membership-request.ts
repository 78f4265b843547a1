import type { Organisation } from '../../src/domain/belonging/types.ts'
import type { Change } from '../../src/domain/change.ts'
import type { Text } from '../../src/text/index.ts'
import { changeValue } from '../client/values.ts'
import { actions as actionRow, button, context, section } from '../kit/blocks.ts'
import { inCode, mrkdwn, named, person, stacked } from '../kit/mrkdwn.ts'
import { type Shown, shown } from '../kit/shown.ts'
import { decidedLine } from './decided.ts'

const id = 'membership-request'
const actions = { approve: 'membership-request.approve', decline: 'membership-request.decline' } as const

export type MembershipRequestData = {
  change: Change
  organisation: Pick<Organisation, 'number' | 'name'>
  /** of whoever asks; null: none is known */
  email: string | null
}

/** For those who may say whether somebody belongs to an organisation. */
const render = (t: Text, { change, organisation, email }: MembershipRequestData): Shown => {
  const words = t.belonging.membership.request
  const decided = decidedLine(t, change)
  const value = changeValue.write({ change: change.id })
  return shown({
    id,
    title: words.title,
    environment: null,
    close: t.common.close,
    summary: words.summary(organisation),
    blocks: [
      section(
        stacked([
          named(words.person, person(change.requester.userId)),
          named(words.email, email === null ? words.noEmail : inCode(email)),
          named(words.organisation, mrkdwn`${organisation.name} (${organisation.number})`),
        ]),
      ),
      ...(decided
        ? [context(decided)]
        : [
            section(words.means),
            ...actionRow(
              button({ id: actions.approve, text: words.approve, value, style: 'primary' }),
              button({
                id: actions.decline,
                text: words.decline,
                value,
                style: 'danger',
                confirm: { ...words.declineSure, danger: true },
              }),
            ),
          ]),
    ],
  })
}

export const membershipRequest = { id, actions, render }
