import { isSamePerson } from '../../src/domain/belonging/types.ts'
import type { Change } from '../../src/domain/change.ts'
import type { Text } from '../../src/text/index.ts'
import { named, person } from '../kit/mrkdwn.ts'
import { type Shown, shown } from '../kit/shown.ts'
import { type Concerned, toDecide } from './to-decide.ts'

const id = 'clearance-request'
const actions = { give: 'clearance-request.give', decline: 'clearance-request.decline' } as const

/** `user` is to be cleared. */
export type ClearanceRequestData = Concerned & { change: Change }

/** For the service desk: somebody asks to be cleared. */
const render = (t: Text, { change, ...of }: ClearanceRequestData): Shown => {
  const words = t.belonging.clearance.request
  const { requester } = change
  return shown({
    id,
    title: words.title,
    environment: 'prod',
    close: t.common.close,
    summary: words.summary(of.organisation),
    blocks: toDecide(t, change, {
      of,
      labels: words,
      more: isSamePerson(of.user, requester) ? [] : [named(words.askedBy, person(requester.userId))],
      means: words.means,
      yes: { id: actions.give, text: words.give },
      no: { id: actions.decline, text: words.decline, confirm: words.declineSure },
    }),
  })
}

export const clearanceRequest = { id, actions, render }
