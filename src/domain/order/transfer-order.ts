import { AppError } from '../../errors.ts'
import { type Belonging, isSamePerson, type SlackUser } from '../belonging/types.ts'
import type { Deps } from '../deps.ts'
import { isOver } from './machine.ts'
import { assertOrder, type MovedOrder, moveOrder, type OrderAsked } from './move-order.ts'
import { toldOthers } from './notices.ts'
import { contentOf } from './order-content.ts'
import { transferMailText } from './order-mail.ts'
import { mailsOf, mailToBrreg, threadOf } from './order-mails.ts'
import type { Order } from './types.ts'

/** Who an order goes to: as the caller has just resolved them. */
export type NewOrderer = {
  user: SlackUser
  name: string | null
  belonging: Belonging
  /** a confirmed address; null: there is none */
  email: string | null
}

const belongsTo = (belonging: Belonging, organisationNumber: string): boolean =>
  belonging.as === 'member' &&
  [belonging.organisation, ...belonging.others].some(({ number }) => number === organisationNumber)

/** Why an order can't go to somebody; null: it can. */
export const faultOfTransfer = (
  { orderer, organisationNumber }: Order,
  { user, belonging, email }: NewOrderer,
): 'same' | 'not-a-member' | 'no-address' | null => {
  if (isSamePerson(user, orderer)) return 'same'
  if (!belongsTo(belonging, organisationNumber)) return 'not-a-member'
  return email === null ? 'no-address' : null
}

/** The states in which brreg has it and may still write to somebody. */
const isWithBrreg = ({ state }: Order): boolean => ['sent', 'more-info', 'send-failed'].includes(state)

/** The two people whom it concerns, but not who does it. */
const concerned = (order: Order, actor: SlackUser, to: SlackUser) => [
  ...toldOthers(order, 'given-away', actor),
  ...toldOthers({ ...order, orderer: to }, 'transferred', actor),
]

/**
 * Another member of the organisation answers for the order, and gets brreg's answers from the next mail on; told to both.
 * Throws `bad-input` with field `user` and `faultOfTransfer`'s word, `mail-off` where brreg is to be told and can't be,
 * `order-state` when the order is over, `changed-meanwhile`.
 *
 * @param asked `mailTo`: `ORDER_MAIL_TO`; null: mail is not set up. `tellBrreg` says it in the order's thread, where
 *   brreg has the order
 */
export const transferOrder = (
  deps: Pick<Deps, 'store' | 'newId'>,
  actor: SlackUser,
  { to, tellBrreg, mailTo, ...asked }: OrderAsked & { to: NewOrderer; tellBrreg: boolean; mailTo: string | null },
): Promise<MovedOrder> =>
  moveOrder(deps, actor, asked, async () => {
    const { order } = asked
    assertOrder(!isOver(order.state), order, 'transfer')
    const reason = faultOfTransfer(order, to)
    const { email, user } = to
    if (reason !== null || email === null)
      throw new AppError('bad-input', 'nobody whom the order can go to', {
        fields: [{ field: 'user', reason: reason ?? 'no-address' }],
      })
    const thread = tellBrreg && isWithBrreg(order) ? threadOf(await mailsOf(deps, order)) : null
    const words = thread && transferMailText(thread.subject, contentOf(order), { name: to.name ?? email, email })
    const mail =
      thread &&
      words &&
      mailToBrreg(deps, { ...order, ordererEmail: email }, { purpose: 'transfer', words, to: mailTo, ...thread })
    return {
      action: 'order.transfer',
      event: 'transfer',
      patch: { orderer: user, ordererEmail: email },
      values: { orderer: user, ...(mail && { mail: mail.id }) },
      deliveries: [...concerned(order, actor, user), ...(mail?.deliveries ?? [])],
      ...(mail && { also: mail.write }),
    }
  })
