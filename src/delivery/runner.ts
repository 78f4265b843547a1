import type { Delivery } from '../domain/delivery/delivery.ts'
import type { Channel } from '../domain/delivery/message.ts'
import type { Claimed } from '../domain/delivery/store.ts'
import { type AttemptNeeds, about, attempt } from './attempt.ts'
import { type Batch, effect } from './batch.ts'
import { batchSize, leaseMs, pauseBefore, perOrganisation } from './limits.ts'
import { type MarkNeeds, mark } from './mark.ts'
import { beginProof } from './proof.ts'
import { createSignal } from './signal.ts'

export type RunnerNeeds = AttemptNeeds & MarkNeeds & { worker: string; newId(): string }

/** How often it looks for rows that became due, or that another instance wrote, ms. */
const pollMs = 3_000

/** What sends the rows of one channel. */
export type Runner = {
  /** Sends until `needs.stop` is set and all that was begun has ended. Never throws. */
  run(): Promise<void>
  /** A row was written just now. */
  wake(): void
}

/**
 * Claims a batch whenever a connection is free and nothing claimed is left, and begins a row only when it can go into
 * a free connection at once.
 */
export const createRunner = (needs: RunnerNeeds, name: Delivery['channel'], channel: Channel): Runner => {
  const { store, clock, log, stop } = needs
  const underWay = new Set<Promise<void>>()
  const freed = createSignal(clock)
  const due = createSignal(clock)
  let batch: Batch | null = null
  /** the slot that the next row goes out in */
  let turnAt: number | null = null
  /** the store did not answer: not at once again */
  let rest = false

  const giveBack = async ({ token, rows }: Batch): Promise<void> => {
    rows.length = 0
    try {
      await effect(store, (tx) => tx.releaseDeliveries(token))
    } catch (error) {
      log.warn({ channel: name, err: error }, 'claimed deliveries could not be given back, and wait for their lease')
    }
  }

  const claim = async (): Promise<Batch | null> => {
    const token = needs.newId()
    const size = batchSize(channel.connections)
    const limits = { size, perOrganisation: perOrganisation(size), leaseMs }
    const proof = beginProof(clock, leaseMs)
    try {
      const who = { worker: needs.worker, token, channel: name }
      const rows = await effect(store, (tx) => tx.claimDeliveries({ ...who, ...limits }))
      return rows.length === 0 ? null : { token, proof, rows }
    } catch (error) {
      log.warn({ channel: name, err: error }, 'deliveries could not be claimed')
      return null
    }
  }

  const carry = async (of: Batch, row: Claimed): Promise<void> => {
    try {
      const end = await attempt(needs, channel, of, row)
      if (end === 'not-begun') await giveBack(of)
      else if (end === 'lost') log.warn(about(row), 'a claim was lost before its delivery was begun')
      else await mark(needs, row, end)
    } catch (error) {
      log.warn({ ...about(row), err: error }, 'a delivery was not begun')
      rest = true
      await giveBack(of)
    }
  }

  const begin = (of: Batch, row: Claimed): void => {
    turnAt = null
    const carried: Promise<void> = carry(of, row).finally(() => {
      underWay.delete(carried)
      freed.set()
    })
    underWay.add(carried)
  }

  /** False: the store did not answer. */
  const takeTurn = async (everyMs: number): Promise<boolean> => {
    try {
      turnAt ??= await effect(store, (tx) => tx.takeSlot(name, everyMs))
      return true
    } catch (error) {
      log.warn({ channel: name, err: error }, 'a slot could not be taken')
      return false
    }
  }

  /** One step: begins a row, or claims, or waits for whatever makes that possible. */
  const step = async (): Promise<void> => {
    freed.clear()
    if (underWay.size >= channel.connections) return freed.wait()
    if (batch !== null && (batch.rows.length === 0 || !batch.proof.holds())) {
      if (batch.rows.length > 0) await giveBack(batch)
      batch = null
    }
    const wait = pauseBefore(turnAt, clock.now(), batch?.proof.left() ?? Number.POSITIVE_INFINITY)
    if (wait > 0) return stop.wait(wait)
    if (batch === null) {
      if (rest) await stop.wait(pollMs)
      rest = false
      due.clear()
      batch = stop.isSet() ? null : await claim()
      return batch === null ? due.wait(pollMs) : undefined
    }
    if (channel.everyMs !== undefined && turnAt === null) {
      if (!(await takeTurn(channel.everyMs))) await stop.wait(pollMs)
      return
    }
    const row = batch.rows.shift()
    if (row) begin(batch, row)
  }

  return {
    wake: due.set,
    async run() {
      const ended = stop.wait().then(() => {
        freed.set()
        due.set()
      })
      while (!stop.isSet()) await step()
      await ended
      if (batch !== null && batch.rows.length > 0) await giveBack(batch)
      await Promise.all(underWay)
    },
  }
}
