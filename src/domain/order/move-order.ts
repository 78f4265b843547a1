import { AppError } from '../../errors.ts'
import type { AuditAction } from '../audit/actions.ts'
import type { AuditEntry } from '../audit/types.ts'
import { type Actor, actorName } from '../contact/actor.ts'
import type { NewDelivery } from '../delivery/delivery.ts'
import type { Deps, Writes } from '../deps.ts'
import { findOrder } from './find-order.ts'
import type { HistoryEvent } from './history-events.ts'
import { nextState, type OrderEventBy, type OrderEventName, turnOf } from './machine.ts'
import { orderLine } from './order-audit.ts'
import type { OrderPatch } from './store.ts'
import type { Order } from './types.ts'

/**
 * What every use case about one order takes. `order` as the caller has just read it; `version` as whoever presses the
 * button saw it (left out: as read).
 */
export type OrderAsked = { order: Order; version?: number; once: string }

/** The order as it is afterwards; `fresh` false: the same request had done it already, and nothing was done again. */
export type MovedOrder = { order: Order; fresh: boolean }

/** What happens to an order. */
export type OrderMove = {
  action: AuditAction
  /** moves it by the machine; left out: its state stays */
  via?: { event: OrderEventName; by: OrderEventBy }
  /** the history's word; left out: the machine's */
  event?: HistoryEvent
  note?: string
  patch?: Omit<OrderPatch, 'state' | 'turn'>
  /** kept in the audit beside the states */
  values?: object
  moreAudit?: readonly AuditEntry[]
  deliveries?: readonly NewDelivery[]
  /** in the same transaction, after the order was moved */
  also?: (tx: Writes) => Promise<void>
}

/** What to throw for an order that somebody else has moved. */
export const movedMeanwhile = (): AppError => new AppError('changed-meanwhile', 'somebody else moved the order')

const wrongState = ({ kind, state }: Order, event: string): AppError =>
  new AppError('order-state', `${event} is none of ${kind} ${state}`)

/** The state and turn that an event leads to. Throws `order-state` where the machine has no such move. */
const placeAfter = (order: Order, via: OrderMove['via']): Pick<OrderPatch, 'state' | 'turn'> => {
  if (via === undefined) return {}
  const state = nextState(order.kind, order.state, via.event, via.by)
  if (state === null) throw wrongState(order, via.event)
  return state === order.state ? {} : { state, turn: turnOf(order.kind, state) }
}

/**
 * Moves an order, or changes what is known of it, with its history, audit and messages in one transaction. Throws
 * `order-state` for an illegal move and `changed-meanwhile` for one of an order that is another by now; a repeated
 * `once` gives the order as it is, whatever has become of it.
 *
 * @param make says what happens, and throws where it may not; not asked of a request that was done before
 */
export const moveOrder = async (
  { store }: Pick<Deps, 'store'>,
  actor: Actor,
  { order, version = order.version, once }: OrderAsked,
  make: () => OrderMove | Promise<OrderMove>,
): Promise<MovedOrder> => {
  const { id } = order
  if ((await store.keptOutcome(once)) !== undefined) return { order: await findOrder({ store }, { id }), fresh: false }
  if (version !== order.version) throw movedMeanwhile()
  const move = await make()
  const place = placeAfter(order, move.via)
  const event = move.event ?? move.via?.event
  const values = {
    before: { state: order.state },
    after: { state: place.state ?? order.state, ...move.values },
  }
  const { fresh } = await store.write<string>(
    {
      once,
      audit: [orderLine(move.action, actor, order, values), ...(move.moreAudit ?? [])],
      deliveries: [...(move.deliveries ?? [])],
    },
    async (tx) => {
      const line = event === undefined ? null : { event, actor: actorName(actor), note: move.note ?? '' }
      const moved = await tx.moveOrder(id, version, { ...move.patch, ...place }, line)
      if (moved === null) throw movedMeanwhile()
      await move.also?.(tx)
      return id
    },
  )
  return { order: await findOrder({ store }, { id }), fresh }
}

/** For what the machine does not know, such as production. Throws `order-state`. */
export const assertOrder = (fits: boolean, order: Order, what: string): void => {
  if (!fits) throw wrongState(order, what)
}

const MOST_TRIES = 5

/**
 * Does something that reads orders and moves them, again while somebody else was first: for orders of others, whose
 * people must not stand in the way. `body` throws `changed-meanwhile` for its caller's own order by `own`.
 */
export const untilSettled = async <T>(body: () => Promise<T>, isOwn: () => boolean = () => false): Promise<T> => {
  for (let tried = 1; ; tried += 1) {
    try {
      return await body()
    } catch (error) {
      const again = error instanceof AppError && error.code === 'changed-meanwhile' && !isOwn()
      if (!again || tried === MOST_TRIES) throw error
    }
  }
}
