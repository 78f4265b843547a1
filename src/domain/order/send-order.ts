import { AppError } from '../../errors.ts'
import type { SlackUser } from '../belonging/types.ts'
import type { Deps } from '../deps.ts'
import { readIntoTest } from './companies.ts'
import { type MovedOrder, moveOrder, type OrderAsked } from './move-order.ts'
import { contentValues } from './order-audit.ts'
import { contentOf } from './order-content.ts'
import { hasFictionalSentence, orderMailText } from './order-mail.ts'
import { mailToBrreg } from './order-mails.ts'
import type { Acknowledged, Order } from './types.ts'

/** Whoever sends has seen the warning, by name of each company (brreg.md 2). */
const acknowledged = (order: Order, by: SlackUser, at: number): Acknowledged | null => {
  const companies = readIntoTest(contentOf(order)).map(({ number, name }) => ({ number, name }))
  return companies.length === 0 ? null : { by, at, companies }
}

/** What must hold before brreg gets it (brreg.md 5.8, 7). */
const assertSendable = (order: Order, text: string): void => {
  if (order.kind === 'existing' && order.facts.proof === null)
    throw new AppError('order-needs-customer', 'nobody has confirmed the customer’s own access')
  if (order.kind === 'fictional' && !hasFictionalSentence(text))
    throw new AppError('internal', 'an order B without its sentence')
}

/**
 * Sends a draft to brreg: order, mail and delivery in one transaction, once for each version of the order, whoever of two
 * presses first. Who sends accepts that production data are read into TT02, which is kept with the names.
 *
 * Throws `order-needs-customer` for a C whose customer was not confirmed, `mail-off`, `order-state`, and
 * `changed-meanwhile` for a version that is none any more.
 *
 * @param asked `to`: `ORDER_MAIL_TO`; null: mail is not set up
 */
export const sendOrder = (
  deps: Pick<Deps, 'store' | 'now' | 'newId'>,
  actor: SlackUser,
  { order, version = order.version, to }: Omit<OrderAsked, 'once'> & { to: string | null },
): Promise<MovedOrder> =>
  moveOrder(deps, actor, { order, version, once: `order-send:${order.id}:${version}` }, () => {
    const words = orderMailText(contentOf(order))
    assertSendable(order, words.text)
    const mail = mailToBrreg(deps, order, { purpose: 'order', words, to, follows: null })
    return {
      action: 'order.send',
      via: { event: 'send', by: 'people' },
      patch: { facts: { ...order.facts, acknowledged: acknowledged(order, actor, deps.now()) } },
      values: { mail: mail.id, ...contentValues(contentOf(order)) },
      deliveries: mail.deliveries,
      also: mail.write,
    }
  })
