import type { SlackUser } from '../belonging/types.ts'
import type { Deps } from '../deps.ts'
import { assertOrder, type MovedOrder, moveOrder, type OrderAsked } from './move-order.ts'
import { toldOthers } from './notices.ts'
import { assertRecordable, faultsOfNote, readFictionalUnit, type TypedUnit } from './recorded.ts'
import { freeLines } from './typed-text.ts'
import type { Order, RegisterScope } from './types.ts'

/** Whether what brreg delivered may be put right: of a direct order that is another confirmation. */
export const isCorrectable = ({ kind, state }: Pick<Order, 'kind' | 'state'>): boolean =>
  kind !== 'direct' && ['ready-to-delegate', 'delegated', 'in-use'].includes(state)

/**
 * Puts right, or adds later, the scope and the fictional enterprise of an order that was delivered; both are then as
 * given, empty ones too. Throws `holds-national-number`, `bad-input` with the faults of `deliver`, `order-state` where
 * `isCorrectable` says no, `changed-meanwhile`.
 */
export const correctDelivery = (
  deps: Pick<Deps, 'store'>,
  actor: SlackUser,
  {
    scope,
    note,
    unitNumber,
    unitName,
    ...asked
  }: OrderAsked & TypedUnit & { scope: RegisterScope | null; note: string },
): Promise<MovedOrder> =>
  moveOrder(deps, actor, asked, () => {
    const { order } = asked
    assertOrder(isCorrectable(order), order, 'correct')
    const { unit, faults } = readFictionalUnit({ unitNumber, unitName })
    assertRecordable([...(order.kind === 'fictional' ? faults : []), ...faultsOfNote(note)])
    const fictionalUnit = order.kind === 'fictional' ? unit : null
    return {
      action: 'order.record',
      event: 'correct',
      note: freeLines(note),
      patch: { facts: { ...order.facts, scope, fictionalUnit } },
      values: { scope, fictionalUnit },
      deliveries: toldOthers(order, 'recorded', actor),
    }
  })
