import type { Delivery } from '../domain/delivery/delivery.ts'
import type { DeliveryEnd, SendOutcome } from '../domain/delivery/message.ts'
import { nextTry } from './back-off.ts'

/**
 * What an attempt's outcome makes of its row (design section 6).
 *
 * @param row `attempts`: how many were made, this one included
 * @param now epoch ms
 */
export const endOf = (
  outcome: SendOutcome,
  row: Pick<Delivery, 'attempts' | 'expiresAt'>,
  now: number,
): DeliveryEnd => {
  if (outcome.sent) return { state: 'sent' }
  const wrong = { failure: outcome.reason, failureCode: outcome.code }
  if (outcome.lost === 'unknown') return { state: 'unknown', ...wrong }
  const dueAt = outcome.lost === 'transient' ? nextTry(row.attempts, now, row.expiresAt) : null
  return dueAt === null ? { state: 'failed', ...wrong } : { state: 'queued', dueAt, ...wrong }
}
