import type { Delivery } from '../delivery/delivery.ts'
import type { DeliveryEnd } from '../delivery/message.ts'
import type { MailFailure } from '../delivery/types.ts'
import type { Deps } from '../deps.ts'
import { recordBounce } from './bounce.ts'
import type { BounceReason, Contact } from './types.ts'

/** What the server's number says of the address (RFC 5321 4.2.3); 550 is said of all kinds of refusals. */
const reasons: Record<number, BounceReason> = { 551: 'unknown-user', 552: 'full', 553: 'unknown-user', 554: 'blocked' }

/** Whether a server refused the address of a mail for good when it was handed over. */
export const isRefusal = ({ channel }: Pick<Delivery, 'channel'>, end: DeliveryEnd): boolean =>
  channel === 'mail' && end.state === 'failed' && end.failure === ('refused-recipient' satisfies MailFailure)

/** Marks the contacts with an address that a server refused, as `recordBounce`. */
export const recordRefusal = (
  deps: Pick<Deps, 'store' | 'now' | 'desk'>,
  { id, address, failureCode }: Pick<Delivery, 'id' | 'address' | 'failureCode'>,
): Promise<Contact[]> =>
  recordBounce(deps, {
    email: address,
    reason: failureCode === null ? 'other' : (reasons[failureCode] ?? 'refused'),
    code: failureCode,
    deliveryId: id,
  })
