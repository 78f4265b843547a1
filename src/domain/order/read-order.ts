import { AppError } from '../../errors.ts'
import type { LookUp, RegisterUnit } from '../belonging/register-unit.ts'
import type { OrderFault, OrderWarning, TypedOrder } from './fields.ts'
import type { OrderContent, OrderKind } from './types.ts'

/** Characters of the remark. */
export const REMARK_LENGTH = 1000

export type OrderRead =
  | { ok: true; content: OrderContent; warnings: OrderWarning[]; found: RegisterUnit[] }
  | { ok: false; faults: OrderFault[]; found: RegisterUnit[] }

/** The organisation numbers typed that could be real companies', to be looked up before the order is read. */
export const numbersIn = (_kind: OrderKind, _typed: TypedOrder): string[] => {
  throw new AppError('internal', 'not written yet')
}

export const readOrder = (
  _kind: OrderKind,
  _typed: TypedOrder,
  _facts: {
    /** the organisation that one acts for; null: an operator who belongs to none */
    own: string | null
    /** operators: another organisation than the own one */
    mayChoose: boolean
    units: ReadonlyMap<string, LookUp>
    /** rules of the own organisation's mail domains, `etat.no` and `*.etat.no` */
    ownDomains: readonly string[]
  },
): OrderRead => {
  throw new AppError('internal', 'not written yet')
}
