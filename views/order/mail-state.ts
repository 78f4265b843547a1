import type { Delivery } from '../../src/domain/delivery/delivery.ts'
import type { Text } from '../../src/text/index.ts'
import { mrkdwn, type Words } from '../kit/mrkdwn.ts'

/** How far a mail to brreg came. */
export type MailState = Pick<Delivery, 'state' | 'attempts' | 'failure' | 'failureCode' | 'sentAt'>

/** How far a mail came, in one line: on its way, tried again, handed over, refused. */
export const mailStateLine = (t: Text, { state, attempts, failure, failureCode, sentAt }: MailState): Words => {
  const words = t.order.card.mail
  const reason = t.contact.undelivered.reason(failure ?? 'interrupted', failureCode)
  switch (state) {
    case 'sent':
    case 'acknowledged':
      return mrkdwn`:email: ${sentAt === null ? words.queued : words.sent({ at: sentAt })}`
    case 'failed':
      return mrkdwn`:warning: *${words.failed({ reason })}*`
    case 'unknown':
      return mrkdwn`:warning: *${words.unknown}*`
    case 'suppressed':
      return mrkdwn`:warning: ${words.suppressed}`
    default:
      return attempts > 0 && failure !== null
        ? mrkdwn`:hourglass_flowing_sand: ${words.retrying({ attempts, reason })}`
        : mrkdwn`:outbox_tray: ${words.queued}`
  }
}
