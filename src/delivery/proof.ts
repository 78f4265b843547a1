import type { Clock } from './clock.ts'

/** How long a claim is surely ours still. */
export type Proof = {
  holds(): boolean
  /** ms */
  left(): number
}

/**
 * Begun before the claim is asked for, so that the database's lease ends later than this. It holds for half of the
 * lease, by a clock that nobody sets: the other half is for the attempt that began last.
 */
export const beginProof = (clock: Pick<Clock, 'monotonic'>, leaseMs: number): Proof => {
  const until = clock.monotonic() + leaseMs / 2
  const left = () => until - clock.monotonic()
  return { left, holds: () => left() > 0 }
}
