import type { Change } from '../../src/domain/change.ts'
import type { Text } from '../../src/text/index.ts'
import { type Shown, shown } from '../kit/shown.ts'
import { type Concerned, toDecide } from './to-decide.ts'

const id = 'membership-request'
const actions = { approve: 'membership-request.approve', decline: 'membership-request.decline' } as const

/** Whoever asks is the change's requester. */
export type MembershipRequestData = Omit<Concerned, 'user'> & { change: Change }

/** For those who may say whether somebody belongs to an organisation. */
const render = (t: Text, { change, ...of }: MembershipRequestData): Shown => {
  const words = t.belonging.membership.request
  return shown({
    id,
    title: words.title,
    environment: null,
    close: t.common.close,
    summary: words.summary(of.organisation),
    blocks: toDecide(t, change, {
      of: { ...of, user: change.requester },
      labels: words,
      means: words.means,
      yes: { id: actions.approve, text: words.approve },
      no: { id: actions.decline, text: words.decline, confirm: words.declineSure },
    }),
  })
}

export const membershipRequest = { id, actions, render }
