import type { Organisation, SlackUser } from '../../src/domain/belonging/types.ts'
import type { Change } from '../../src/domain/change.ts'
import type { Text } from '../../src/text/index.ts'
import { changeValue } from '../client/values.ts'
import { actions as actionRow, button, context, section } from '../kit/blocks.ts'
import { inCode, mrkdwn, named, person, stacked } from '../kit/mrkdwn.ts'
import { type Shown, shown } from '../kit/shown.ts'
import { decidedLine } from './decided.ts'

const id = 'clearance-give'
const actions = { confirm: 'clearance-give.confirm', decline: 'clearance-give.decline' } as const

export type ClearanceGiveData = {
  change: Change
  organisation: Pick<Organisation, 'number' | 'name'>
  /** who was named */
  user: SlackUser
  email: string | null
}

/** For the second person of a clearance: it waits for a login, then for their yes. */
const render = (t: Text, { change, organisation, user, email }: ClearanceGiveData): Shown => {
  const words = t.belonging.clearance.give
  const shared = t.belonging.clearance.request
  const decided = decidedLine(t, change)
  const value = changeValue.write({ change: change.id })
  const proved = change.loginId !== null
  return shown({
    id,
    title: words.title,
    environment: 'prod',
    close: t.common.close,
    summary: words.summary(organisation),
    blocks: [
      section(
        stacked([
          named(shared.person, person(user.userId)),
          named(shared.email, email === null ? shared.noEmail : inCode(email)),
          named(shared.organisation, mrkdwn`${organisation.name} (${organisation.number})`),
          named(words.namedBy, person(change.requester.userId)),
        ]),
      ),
      ...(decided
        ? [context(decided)]
        : [
            section(proved ? mrkdwn`:lock: ${words.proved}` : mrkdwn`:hourglass_flowing_sand: ${words.waits}`),
            ...actionRow(
              proved
                ? button({
                    id: actions.confirm,
                    text: words.confirm,
                    value,
                    style: 'primary',
                    confirm: words.confirmSure,
                  })
                : null,
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

export const clearanceGive = { id, actions, render }
