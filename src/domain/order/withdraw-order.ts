import type { SlackUser } from '../belonging/types.ts'
import type { Deps } from '../deps.ts'
import { type MovedOrder, moveOrder, type OrderAsked } from './move-order.ts'
import { contentOf } from './order-content.ts'
import { withdrawalMailText } from './order-mail.ts'
import { mailsOf, mailToBrreg, threadOf } from './order-mails.ts'

/**
 * Withdraws an order. Brreg is told in its thread, unless no mail of it ever arrived. Throws `mail-off` where it must be
 * told and can't, `order-state`, `changed-meanwhile`.
 *
 * @param asked `to`: `ORDER_MAIL_TO`; null: mail is not set up
 */
export const withdrawOrder = (
  deps: Pick<Deps, 'store' | 'newId'>,
  actor: SlackUser,
  { to, ...asked }: OrderAsked & { to: string | null },
): Promise<MovedOrder> =>
  moveOrder(deps, actor, asked, async () => {
    const { order } = asked
    const move = { action: 'order.withdraw', via: { event: 'withdraw', by: 'people' } } as const
    const thread = threadOf(await mailsOf(deps, order))
    if (thread === null) return move
    const words = withdrawalMailText(thread.subject, contentOf(order))
    const mail = mailToBrreg(deps, order, { purpose: 'withdrawal', words, to, follows: thread.follows })
    return { ...move, values: { mail: mail.id }, deliveries: mail.deliveries, also: mail.write }
  })
