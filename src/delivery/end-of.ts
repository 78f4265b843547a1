import type { Delivery } from '../domain/delivery/delivery.ts'
import { noTelling } from '../domain/delivery/delivery.ts'
import type { DeliveryEnd, Found, SendOutcome } from '../domain/delivery/message.ts'
import { nextTry } from './back-off.ts'

type Tried = Pick<Delivery, 'attempts' | 'createdAt' | 'expiresAt'>

/**
 * What an attempt's outcome makes of its row (design section 6).
 *
 * @param row `attempts`: how many were made, this one included
 * @param now epoch ms
 */
export const endOf = (outcome: SendOutcome, row: Tried, now: number): DeliveryEnd => {
  if (outcome.sent) return { state: 'sent', ...(outcome.posted && { posted: outcome.posted }) }
  const wrong = { failure: outcome.reason, failureCode: outcome.code }
  if (outcome.lost === 'held') return { state: 'queued', dueAt: now + outcome.waitMs, ...wrong }
  if (outcome.lost === 'unknown') return { state: 'unknown', ...wrong }
  const dueAt = outcome.lost === 'transient' ? nextTry(row, now) : null
  return dueAt === null ? { state: 'failed', ...wrong } : { state: 'queued', dueAt, ...wrong }
}

/** How long a look-up is asked for again that can't be made now, ms. */
const patience = 24 * 60 * 60_000

/**
 * What a look-up makes of a row whose answer was lost: `sent`, once more at once when it surely did not arrive, or
 * `unknown` for good. Null: another look-up may tell.
 */
export const endOfLookUp = (
  found: Found,
  row: Tried & Pick<Delivery, 'failure' | 'failureCode' | 'updatedAt'>,
  now: number,
): DeliveryEnd | null => {
  if (found.is === 'there') return { state: 'sent', posted: found.posted }
  if (found.is === 'not-now' && now - row.updatedAt < patience) return null
  if (found.is !== 'absent') return { state: 'unknown', failure: noTelling, failureCode: null }
  const wrong = { code: row.failureCode, reason: row.failure ?? 'interrupted' }
  const end = endOf({ sent: false, lost: 'transient', ...wrong }, row, now)
  return end.state === 'queued' ? { ...end, dueAt: now } : end
}
