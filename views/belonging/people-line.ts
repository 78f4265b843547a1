import type { SlackUser } from '../../src/domain/belonging/types.ts'
import { type Mrkdwn, person } from '../kit/mrkdwn.ts'

/** More names than these help nobody to find somebody. */
const most = 10

/** People side by side, as Slack shows them. */
export const peopleLine = (users: readonly SlackUser[]): Mrkdwn => ({
  mrkdwn: users
    .slice(0, most)
    .map(({ userId }) => person(userId).mrkdwn)
    .join(', '),
})
