import type { DeliveryEnd } from '../domain/delivery/message.ts'
import type { Held } from '../domain/delivery/store.ts'
import type { Store } from '../domain/deps.ts'
import { effect } from './batch.ts'
import type { Clock } from './clock.ts'

/** Where marks of rows are written down. Both throw what the store throws. */
export type Ledger = {
  /** `claimed` to `sending`; false when the claim is lost. */
  begin(row: Held): Promise<boolean>
  /**
   * False when the claim is lost.
   *
   * @param moreSoon other marks come in a moment, and this one may wait for a few of them
   */
  end(row: Held, end: DeliveryEnd, moreSoon: boolean): Promise<boolean>
  /** Nothing more comes soon: what waits is written down. */
  flush(): void
}

type Entry = { row: Held; end: DeliveryEnd | null; resolve(marked: boolean): void; reject(error: unknown): void }

/** Ends that are worth a transaction of their own, and how long fewer wait for others, ms. */
const enough = 20
const patience = 50

/**
 * Marks share transactions: what is asked for while one runs goes into the next, all of it together. A commit waits
 * for the disk, and would else cost more than the mail it is about.
 */
export const createLedger = (store: Pick<Store, 'write'>, clock: Pick<Clock, 'after'>): Ledger => {
  let asked: Entry[] = []
  let writing = false
  /** somebody waits for what is asked for */
  let hurry = false
  let waitNoLonger: (() => void) | null = null

  const write = async (entries: Entry[]): Promise<void> => {
    const ends = entries.flatMap(({ row, end }) => (end === null ? [] : [{ id: row.id, token: row.token, end }]))
    const begins = entries.flatMap(({ row, end }) => (end === null ? [{ id: row.id, token: row.token }] : []))
    try {
      const marked = await effect(store, async (tx) => ({
        ended: ends.length === 0 ? [] : await tx.endSending(ends),
        begun: begins.length === 0 ? [] : await tx.beginSending(begins),
      }))
      const [ended, begun] = [new Set(marked.ended), new Set(marked.begun)]
      for (const { row, end, resolve } of entries) resolve((end === null ? begun : ended).has(row.id))
    } catch (error) {
      for (const { reject } of entries) reject(error)
    }
  }

  const writeAll = async (): Promise<void> => {
    while (hurry) {
      const entries = asked
      asked = []
      hurry = false
      await write(entries)
    }
    writing = false
  }

  const flush = (): void => {
    waitNoLonger?.()
    waitNoLonger = null
    hurry = asked.length > 0
    if (writing || !hurry) return
    writing = true
    // what other connections ask for in this turn of the event loop comes along
    setImmediate(() => void writeAll())
  }

  const ask = (row: Held, end: DeliveryEnd | null, moreSoon: boolean): Promise<boolean> =>
    new Promise((resolve, reject) => {
      asked.push({ row, end, resolve, reject })
      if (!moreSoon || asked.length >= enough) flush()
      else waitNoLonger ??= clock.after(patience, flush)
    })

  return { begin: (row) => ask(row, null, false), end: ask, flush }
}
