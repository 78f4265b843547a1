import { AppError } from '../../errors.ts'
import type { Order, OrderContent } from './types.ts'

/** What an order holds. Throws `order-state` when it was anonymised. */
export const contentOf = ({ content }: Pick<Order, 'content'>): OrderContent => {
  if (content === null) throw new AppError('order-state', 'the order was anonymised')
  return content
}
