import { AppError } from '../../errors.ts'
import type { Language, SlackUser } from '../belonging/types.ts'
import type { Deps } from '../deps.ts'
import type { MovedOrder } from './move-order.ts'
import type { OrderContent } from './types.ts'

/** Keeps a new order as a draft; the actor answers for it. */
export const draftOrder = async (
  _deps: Pick<Deps, 'store'>,
  _actor: SlackUser,
  _asked: {
    organisationNumber: string
    content: OrderContent
    /** the actor's confirmed address */
    ordererEmail: string
    language: Language
    once: string
  },
): Promise<MovedOrder> => {
  throw new AppError('internal', 'not written yet')
}
