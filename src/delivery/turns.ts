import type { Channel } from '../domain/delivery/message.ts'
import type { Claimed } from '../domain/delivery/store.ts'
import type { Store } from '../domain/deps.ts'
import { effect } from './batch.ts'
import type { Clock } from './clock.ts'

/** Which row of several leaves next, and when. */
export type Turns = {
  /** Takes the next row out of `rows`, or tells for how many ms there is none. Throws what the store throws. */
  next(rows: Claimed[]): Promise<{ row: Claimed } | { waitMs: number }>
  /** The rows go back, or the rate was held: slots that were taken are not used. */
  forget(): void
}

/**
 * Keeps a channel's rate together with every other instance: a slot for the address first, so that many messages to
 * one address hold up nobody else, then one for the channel.
 */
export const createTurns = (store: Pick<Store, 'write'>, clock: Pick<Clock, 'now'>, rate: Channel['rate']): Turns => {
  const ofAddress = new Map<string, number>()
  let turnAt: number | null = null
  const take = (key: string, everyMs: number) => effect(store, (tx) => tx.takeSlot(key, everyMs))

  const addressTurn = async (row: Claimed): Promise<number> => {
    if (rate?.addressEveryMs === undefined) return 0
    const at = ofAddress.get(row.id) ?? (await take(`${rate.key} ${row.address}`, rate.addressEveryMs))
    ofAddress.set(row.id, at)
    return at
  }

  return {
    async next(rows) {
      let soonest = Number.POSITIVE_INFINITY
      for (const [index, row] of rows.entries()) {
        const at = await addressTurn(row)
        soonest = Math.min(soonest, at)
        if (at > clock.now()) continue
        if (rate !== undefined) turnAt ??= await take(rate.key, rate.everyMs)
        if (turnAt !== null && turnAt > clock.now()) return { waitMs: turnAt - clock.now() }
        turnAt = null
        ofAddress.delete(row.id)
        rows.splice(index, 1)
        return { row }
      }
      return { waitMs: Math.max(0, soonest - clock.now()) }
    },
    forget() {
      turnAt = null
      ofAddress.clear()
    },
  }
}
