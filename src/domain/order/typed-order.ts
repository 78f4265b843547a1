import { AppError } from '../../errors.ts'
import type { Organisation, SlackPerson } from '../belonging/types.ts'
import type { TypedOrder } from './fields.ts'
import type { OrderContent, OrderKind } from './types.ts'

/** A content as it is typed into the form: to edit a draft. Accepting that data are read into TT02 is asked anew. */
export const typedOrder = (_content: OrderContent): TypedOrder => {
  throw new AppError('internal', 'not written yet')
}

/**
 * What a new order's form begins with: the own organisation, the last order of the kind where there is one (but not its
 * customer), else the person who asks as test contact.
 */
export const prefilledOrder = (
  _kind: OrderKind,
  _from: { organisation: Organisation | null; person: Pick<SlackPerson, 'name' | 'email'>; last: OrderContent | null },
): TypedOrder => {
  throw new AppError('internal', 'not written yet')
}
