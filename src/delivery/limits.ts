/** A claim's lease, ms. Half of it is longer than any attempt, so that one that began in time ends before it is over. */
export const leaseMs = 5 * 60_000

/** Rows that one claim takes: enough to keep the connections busy, few enough that a newer incident waits for little. */
export const batchSize = (connections: number): number => Math.min(50, Math.max(10, connections * 4))

/** Of those, how many may be one organisation's, so that a flood for one leaves room for the others. */
export const perOrganisation = (size: number): number => Math.ceil(size / 4)

/**
 * How long to wait before the next row is begun.
 *
 * @param turnAt epoch ms of the slot that was taken; null: none is needed
 * @param left ms for which what is claimed is proven; what is left of a longer wait comes after it was given back
 */
export const pauseBefore = (turnAt: number | null, now: number, left: number): number =>
  turnAt === null ? 0 : Math.max(0, Math.min(turnAt - now, left))
