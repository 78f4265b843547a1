import { z } from 'zod'
import { type Environment, environments } from '../../src/domain/client/types.ts'
import { type Order, type OrderKind, type OrderTurn, orderKinds } from '../../src/domain/order/types.ts'
import { cut } from '../../src/text/format.ts'
import { buttonValueOf, metadataOf } from '../kit/metadata.ts'

/** What buttons and modals of orders carry. None of it proves anything: whose order it is is asked at every click. */

const orderId = z.string().min(1).max(40)
const version = z.number().int()

/** Which order. */
export type OrderRef = { order: string }
export const orderValue = buttonValueOf<OrderRef>(z.strictObject({ order: orderId }))
export const orderRef = ({ id }: Pick<Order, 'id'>): string => orderValue.write({ order: id })

/** Which order, as somebody saw it. */
export type OrderSeen = OrderRef & { version: number }
const seen = z.strictObject({ order: orderId, version })
export const orderSeenValue = buttonValueOf<OrderSeen>(seen)
export const orderSeen = ({ id, version: shown }: Pick<Order, 'id' | 'version'>): string =>
  orderSeenValue.write({ order: id, version: shown })

/** The same as a modal's. */
export const orderSeenMetadata = metadataOf<OrderSeen>(seen)

/** Which order, and of which of its environments one speaks. */
export type OrderIn = OrderSeen & { environment: Environment }
const inEnvironment = z.strictObject({ order: orderId, version, environment: z.enum(environments) })
export const orderInValue = buttonValueOf<OrderIn>(inEnvironment)
export const orderIn = (order: Pick<Order, 'id' | 'version'>, environment: Environment): string =>
  orderInValue.write({ order: order.id, version: order.version, environment })
/** As a modal's, with the client that the try was made with; null: whichever. */
export type OrderTry = OrderIn & { client: string | null }
export const orderTryMetadata = metadataOf<OrderTry>(
  inEnvironment.extend({ client: z.string().min(1).max(100).nullable() }),
)

/** What a new order begins with; `kind` null: with the questions. */
export type NewOrderRef = { kind: OrderKind | null }
export const newOrderValue = buttonValueOf<NewOrderRef>(z.strictObject({ kind: z.enum(orderKinds).nullable() }))
export const newOrder = (kind: OrderKind | null = null): string => newOrderValue.write({ kind })

/** For which organisation a form was drawn: '' for an operator who belongs to none. */
export const organisation = z.string().max(20)
export const drawnForMetadata = metadataOf<{ organisation: string }>(z.strictObject({ organisation }))

export const whoseOrders = ['mine', 'organisation', 'all'] as const
export type WhoseOrders = (typeof whoseOrders)[number]
export const orderFilters = ['open', 'ended', 'all'] as const
export type OrderFilter = (typeof orderFilters)[number]
export const turnFilters = ['any', 'orderer', 'brreg', 'customer'] as const satisfies readonly ('any' | OrderTurn)[]
export type TurnFilter = (typeof turnFilters)[number]

/** Which page of which orders, searched for what. */
export type OrdersRef = { whose: WhoseOrders; state: OrderFilter; turn: TurnFilter; text: string | null; page: number }
const orders = z.strictObject({
  whose: z.enum(whoseOrders),
  state: z.enum(orderFilters),
  turn: z.enum(turnFilters),
  text: z.string().nullable(),
  page: z.number().int().min(0),
})
export const ordersValue = buttonValueOf<OrdersRef>(orders)

/** The longest search that is carried on; more words find nothing anyway. */
const longestSearch = 200

/** A list's reference as a button's value; a long search is cut, so that it always fits. */
export const ordersRef = ({ whose, state, turn, text, page }: OrdersRef): string =>
  ordersValue.write({ whose, state, turn, text: text === null ? null : cut(text, longestSearch), page })

/** What a list begins with: what is under way in the own organisation. */
export const firstOrders: OrdersRef = { whose: 'organisation', state: 'open', turn: 'any', text: null, page: 0 }
