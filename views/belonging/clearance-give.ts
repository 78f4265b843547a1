import type { Change } from '../../src/domain/change.ts'
import type { Text } from '../../src/text/index.ts'
import { mrkdwn, named, person } from '../kit/mrkdwn.ts'
import { type Shown, shown } from '../kit/shown.ts'
import { type Concerned, toDecide } from './to-decide.ts'

const id = 'clearance-give'
const actions = { confirm: 'clearance-give.confirm', decline: 'clearance-give.decline' } as const

/** `user` was named. */
export type ClearanceGiveData = Concerned & { change: Change }

/** For the second person of a clearance: it waits for a login, then for their yes. */
const render = (t: Text, { change, ...of }: ClearanceGiveData): Shown => {
  const words = t.belonging.clearance.give
  const proved = change.loginId !== null
  return shown({
    id,
    title: words.title,
    environment: 'prod',
    close: t.common.close,
    summary: words.summary(of.organisation),
    blocks: toDecide(t, change, {
      of,
      labels: t.belonging.clearance.request,
      more: [named(words.namedBy, person(change.requester.userId))],
      means: proved ? mrkdwn`:lock: ${words.proved}` : mrkdwn`:hourglass_flowing_sand: ${words.waits}`,
      yes: proved ? { id: actions.confirm, text: words.confirm, confirm: words.confirmSure } : null,
      no: { id: actions.decline, text: words.decline, confirm: words.declineSure },
    }),
  })
}

export const clearanceGive = { id, actions, render }
