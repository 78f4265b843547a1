import { type DrawnStep, stepsOf } from '../../src/domain/order/steps.ts'
import type { Order } from '../../src/domain/order/types.ts'
import type { Text } from '../../src/text/index.ts'
import { mrkdwn, stacked, type Words } from '../kit/mrkdwn.ts'

/** One step: done, under way (and whose turn it is), still to come, or where it stopped. */
const stepLine =
  (t: Text, order: Pick<Order, 'since'>) =>
  ({ step, state, turn }: DrawnStep, index: number): Words => {
    const words = t.order
    const name = `${index + 1}. ${words.words.steps[step]}`
    if (state === 'done') return mrkdwn`:white_check_mark: ${name}`
    if (state === 'stopped') return mrkdwn`:no_entry: *${name}* (${words.card.stopped})`
    if (state === 'next') return mrkdwn`:white_circle: ${name}`
    const whose = words.words.turns[turn ?? 'orderer']
    return mrkdwn`:point_right: *${name}* · ${words.card.turn}: ${whose}, ${words.card.since({ at: order.since })}`
  }

/** How far an order came: all its steps, one a line. */
export const stepLines = (t: Text, order: Pick<Order, 'kind' | 'state' | 'turn' | 'since'>): Words =>
  stacked(stepsOf(order).map(stepLine(t, order)))
