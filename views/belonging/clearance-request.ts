import { isSamePerson, type Organisation, type SlackUser } from '../../src/domain/belonging/types.ts'
import type { Change } from '../../src/domain/change.ts'
import type { Text } from '../../src/text/index.ts'
import { changeValue } from '../client/values.ts'
import { actions as actionRow, button, context, section } from '../kit/blocks.ts'
import { inCode, mrkdwn, named, person, stacked } from '../kit/mrkdwn.ts'
import { type Shown, shown } from '../kit/shown.ts'
import { decidedLine } from './decided.ts'

const id = 'clearance-request'
const actions = { give: 'clearance-request.give', decline: 'clearance-request.decline' } as const

export type ClearanceRequestData = {
  change: Change
  organisation: Pick<Organisation, 'number' | 'name'>
  /** who is to be cleared */
  user: SlackUser
  email: string | null
}

/** For the service desk: somebody asks to be cleared. */
const render = (t: Text, { change, organisation, user, email }: ClearanceRequestData): Shown => {
  const words = t.belonging.clearance.request
  const decided = decidedLine(t, change)
  const value = changeValue.write({ change: change.id })
  const other = !isSamePerson(user, change.requester)
  return shown({
    id,
    title: words.title,
    environment: 'prod',
    close: t.common.close,
    summary: words.summary(organisation),
    blocks: [
      section(
        stacked([
          named(words.person, person(user.userId)),
          named(words.email, email === null ? words.noEmail : inCode(email)),
          named(words.organisation, mrkdwn`${organisation.name} (${organisation.number})`),
          ...(other ? [named(words.askedBy, person(change.requester.userId))] : []),
        ]),
      ),
      ...(decided
        ? [context(decided)]
        : [
            section(words.means),
            ...actionRow(
              button({ id: actions.give, text: words.give, value, style: 'primary' }),
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

export const clearanceRequest = { id, actions, render }
