import type { Order } from './types.ts'

/**
 * What every use case about one order takes. `order` as the caller has just read it; `version` as whoever presses the
 * button saw it (left out: as read).
 */
export type OrderAsked = { order: Order; version?: number; once: string }

/** The order as it is afterwards; `fresh` false: the same request had done it already, and nothing was done again. */
export type MovedOrder = { order: Order; fresh: boolean }
