import { findOrder } from '../../src/domain/order/find-order.ts'
import type { Order } from '../../src/domain/order/types.ts'
import { AppError } from '../../src/errors.ts'
import type { Ask, Services } from '../../src/slack/route.ts'
import { organisationOf } from '../../src/viewer.ts'
import { readTypedId } from '../typed-id.ts'
import { seesAll } from './acting.ts'

/**
 * The order with an id, typed or from a button: one's own organisation's, for operators any. Another organisation's
 * answers as one that does not exist.
 *
 * @throws {AppError} `bad-input` for no id at all, `not-found`
 */
export const orderHere = async (ask: Ask<unknown>, services: Services, typed: string): Promise<Order> => {
  const id = readTypedId('ORD', typed)
  if (id === '') throw new AppError('bad-input', 'no order id')
  if (seesAll(ask)) return await findOrder(services, { id })
  return await findOrder(services, { id, organisationNumber: organisationOf(ask.viewer).number })
}
