import type { SlackUser } from '../belonging/types.ts'
import type { Deps } from '../deps.ts'
import { assertOrder, type MovedOrder, moveOrder, type OrderAsked, type OrderMove } from './move-order.ts'
import { mailsOf, mailToBrreg, type SentMail, threadOf } from './order-mails.ts'
import type { Order } from './types.ts'

type Again = Pick<OrderMove, 'deliveries' | 'also'> & { mailId: string }

/** What sends the mail another time: the very row where nothing of it is to change, so that its Message-ID stays. */
const againOf = (
  deps: Pick<Deps, 'newId'>,
  order: Order,
  { mail, delivery }: SentMail,
  { mails, to }: { mails: readonly SentMail[]; to: string | null },
): Again => {
  const same = mail.to === to && mail.replyTo === order.ordererEmail
  if (same && delivery?.state === 'failed')
    return { mailId: mail.id, also: async (tx) => void (await tx.sendAgain(mail.id)) }
  // somebody sent it again from the list of what was not delivered
  if (same && delivery !== null && delivery.state !== 'unknown') return { mailId: mail.id }
  const { purpose, subject, text } = mail
  const follows = threadOf(mails)?.follows ?? null
  const fresh = mailToBrreg(deps, order, { purpose, words: { subject, text }, to, follows })
  return { mailId: fresh.id, deliveries: fresh.deliveries, also: fresh.write }
}

/**
 * Sends again the mail to brreg that did not arrive, with the words that were approved: as the same mail, or to another
 * address as a new one. Throws `mail-off`, `order-state`, `changed-meanwhile`.
 *
 * @param asked `to`: `ORDER_MAIL_TO`; null: mail is not set up
 */
export const sendOrderAgain = (
  deps: Pick<Deps, 'store' | 'newId'>,
  actor: SlackUser,
  { to, ...asked }: OrderAsked & { to: string | null },
): Promise<MovedOrder> =>
  moveOrder(deps, actor, asked, async () => {
    const { order } = asked
    const mails = await mailsOf(deps, order)
    const last = mails.at(-1)
    assertOrder(order.state === 'send-failed' && last !== undefined, order, 'send-again')
    const { mailId, ...again } = againOf(deps, order, last as SentMail, { mails, to })
    return { action: 'order.send', via: { event: 'send-again', by: 'people' }, values: { mail: mailId }, ...again }
  })
