const second = 1_000
const minute = 60 * second

/** How a worker times itself, ms; a test's are shorter. */
export type DeliveryTimes = {
  /** a claim's lease: half of it is longer than any attempt, so that one that began in time ends before it is over */
  leaseMs: number
  /** how often an instance says that it lives, and looks for claims whose worker does not */
  roundMs: number
  /** how often it looks for rows that became due, or that another instance wrote */
  pollMs: number
  /** how long after a lost answer one looks whether it arrived: what was on its way until then is there, or gone */
  settleMs: number
}

export const deliveryTimes: DeliveryTimes = {
  leaseMs: 5 * minute,
  roundMs: 30 * second,
  pollMs: 3 * second,
  settleMs: minute,
}

/**
 * Rows that one claim takes: enough to keep the connections busy, few enough that a newer incident waits for little.
 * Where attempts take milliseconds that is many, of which a claim costs hardly more.
 */
export const batchSize = (connections: number, isFast: boolean): number =>
  isFast ? 200 : Math.min(50, Math.max(10, connections * 4))

/** Of those, how many may be one organisation's, so that a flood for one leaves room for the others. */
export const perOrganisation = (size: number): number => Math.ceil(size / 4)

/**
 * Rows that are begun before there is a connection for them, which the channel takes up by itself. Only where one leaves
 * after another in milliseconds: begun one by one they would wait for the disk longer than for the other side.
 * Everywhere else only what leaves now is `sending`.
 */
export const begunAhead = (connections: number, isFast: boolean): number => (isFast ? connections * 2 : 0)

/** How many rows are in hand at once: those that are begun, and some whose words are made meanwhile. */
export const inHandAtOnce = (connections: number, isFast: boolean, isLimited: boolean): number =>
  isLimited ? connections : connections * (isFast ? 10 : 2)
