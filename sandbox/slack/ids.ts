import { randomBytes } from 'node:crypto'
import type { Clock } from '../clock.ts'

/** Ids in Slack's shapes; none is ever given twice by the same maker. */
export type Ids = {
  /** such as `V0000001A2B3C` */
  next(prefix: string): string
  /** a message's `ts`: seconds, dot, six digits; later ones are greater */
  ts(): string
  hash(): string
  hex(bytes: number): string
}

export const createIds = (clock: Clock): Ids => {
  let count = 0
  let lastMicros = 0
  const hex = (bytes: number) => randomBytes(bytes).toString('hex')
  return {
    next(prefix) {
      count += 1
      return `${prefix}${String(count).padStart(6, '0')}${hex(2).toUpperCase()}`
    },
    ts() {
      lastMicros = Math.max(lastMicros + 1, clock.now() * 1000)
      return `${Math.floor(lastMicros / 1_000_000)}.${String(lastMicros % 1_000_000).padStart(6, '0')}`
    },
    hash: () => `${Math.floor(clock.now() / 1000)}.${hex(4)}`,
    hex,
  }
}
