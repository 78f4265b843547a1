import { isAppError } from '../../errors.ts'
import type { Deps } from '../deps.ts'
import { workingDaysBefore } from '../working-days.ts'
import { moveOrder } from './move-order.ts'
import { orderReminder } from './notices.ts'
import type { Order } from './types.ts'

const program = { program: 'orders' } as const

/** Working days in one state after which whoever answers for an order is asked how it goes (brreg.md 7, trap 19). */
export const remindedAfter = [5, 10] as const

/** Which reminder an order is due for; null: none. The first may be passed over, where nobody could send it in time. */
export const dueReminder = ({ since, reminders }: Pick<Order, 'since' | 'reminders'>, now: number): 1 | 2 | null => {
  const [first, second] = remindedAfter
  if (reminders < 2 && since < workingDaysBefore(now, second)) return 2
  return reminders < 1 && since < workingDaysBefore(now, first) ? 1 : null
}

/**
 * Asks whoever answers for an order how it goes, if it has stood still for so long; once for each of the two. False: it
 * was not due, or somebody moved it meanwhile.
 */
export const remindOrderer = async (deps: Pick<Deps, 'store' | 'now'>, order: Order): Promise<boolean> => {
  const now = deps.now()
  const reminder = dueReminder(order, now)
  if (reminder === null) return false
  const once = `order-remind:${order.id}:${order.since}:${reminder}`
  try {
    const { fresh } = await moveOrder(deps, program, { order, once }, () => ({
      action: 'order.remind',
      patch: { reminders: reminder },
      values: { reminder },
      deliveries: [orderReminder(order, reminder, now)],
    }))
    return fresh
  } catch (error) {
    if (isAppError(error, 'changed-meanwhile')) return false
    throw error
  }
}
