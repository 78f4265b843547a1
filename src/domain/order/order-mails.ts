import { AppError } from '../../errors.ts'
import type { Delivery, NewDelivery } from '../delivery/delivery.ts'
import type { Deps, Writes } from '../deps.ts'
import type { OrderMailWords } from './order-mail.ts'
import type { Order, OrderMail, OrderMailPurpose } from './types.ts'

/** A mail of an order with how far it came; null: its delivery is forgotten, or was never there. */
export type SentMail = { mail: OrderMail; delivery: Delivery | null }

/** The order's mails to brreg, oldest first. */
export const mailsOf = async ({ store }: Pick<Deps, 'store'>, order: Pick<Order, 'id'>): Promise<SentMail[]> => {
  const mails = await store.orderMails(order.id)
  return Promise.all(mails.map(async (mail) => ({ mail, delivery: await store.delivery(mail.id) })))
}

/** Those that brreg has, or may have, or will get: all that did not fail for good. */
export const arriving = (mails: readonly SentMail[]): SentMail[] =>
  mails.filter(({ delivery }) => delivery?.state !== 'failed')

/** The newest mail of the thread that a new one follows, and the subject that all of it has. */
export const threadOf = (mails: readonly SentMail[]): { follows: string; subject: string } | null => {
  const thread = arriving(mails)
  const [first] = thread
  const last = thread.at(-1)
  return first && last ? { follows: last.mail.id, subject: first.mail.subject } : null
}

/** What a mail of an order writes: its row, and what sends it. */
export type MailToBrreg = { id: string; deliveries: NewDelivery[]; write(tx: Writes): Promise<void> }

/**
 * A mail to brreg, for the one transaction that it is written in. Answers go to `replyTo` and so does a copy. Throws
 * `mail-off` when there is nowhere to send to, `order-state` for an order that was anonymised.
 *
 * @param mail `to`: `ORDER_MAIL_TO`; null: mail is not set up
 */
export const mailToBrreg = (
  { newId }: Pick<Deps, 'newId'>,
  order: Pick<Order, 'id' | 'organisationNumber' | 'ordererEmail'>,
  mail: { purpose: OrderMailPurpose; words: OrderMailWords; to: string | null; follows: string | null },
): MailToBrreg => {
  const { ordererEmail: replyTo } = order
  const { purpose, words, to, follows } = mail
  if (to === null) throw new AppError('mail-off', 'no mail can be sent')
  if (replyTo === null) throw new AppError('order-state', 'the order was anonymised')
  const id = newId()
  return {
    id,
    deliveries: [
      {
        id,
        kind: 'order-mail',
        lane: 'transactional',
        channel: 'mail',
        address: to,
        language: 'nb',
        data: { mailId: id },
        organisationNumber: order.organisationNumber,
      },
    ],
    write: (tx) => tx.addOrderMail({ id, orderId: order.id, purpose, ...words, to, replyTo, follows }),
  }
}
