import type { Delivery } from '../domain/delivery/delivery.ts'
import type { Channel } from '../domain/delivery/message.ts'
import type { Claimed } from '../domain/delivery/store.ts'
import { type AttemptNeeds, about, attempt, prepare } from './attempt.ts'
import type { Batch } from './batch.ts'
import { type ClaimNeeds, createClaims } from './claims.ts'
import { batchSize, begunAhead, inHandAtOnce } from './limits.ts'
import { type MarkNeeds, mark } from './mark.ts'
import { createPace } from './pace.ts'
import { createPlaces } from './places.ts'
import { createSignal } from './signal.ts'
import { createTurns } from './turns.ts'

export type RunnerNeeds = AttemptNeeds & MarkNeeds & ClaimNeeds

/** What sends the rows of one channel. */
export type Runner = {
  /** Sends until `needs.stop` is set and all that was begun has ended. Never throws. */
  run(): Promise<void>
  /** A row was written just now. */
  wake(): void
}

/**
 * Claims a batch whenever there is room for a row and nothing claimed is left. The words of some rows are made while
 * others leave, and a row is begun only when it can go into a free connection at once.
 */
export const createRunner = (needs: RunnerNeeds, name: Delivery['channel'], channel: Channel): Runner => {
  const { store, clock, log, stop } = needs
  const { pollMs } = needs.times
  const { connections, rate } = channel
  const pace = createPace()
  const claims = createClaims(needs, name)
  const turns = createTurns(store, clock, rate)
  const places = createPlaces(connections, () => begunAhead(connections, pace.isFast()))
  const underWay = new Set<Promise<void>>()
  const freed = createSignal(clock)
  const due = createSignal(clock)
  let batch: Batch | null = null
  let inHand = 0
  /** the store did not answer: not at once again */
  let rest = false

  const giveBack = (of: Batch): Promise<void> => {
    turns.forget()
    return claims.giveBack(of)
  }

  const timed: Channel = {
    ...channel,
    async send(row, content) {
      const from = clock.monotonic()
      const outcome = await channel.send(row, content)
      pace.note(clock.monotonic() - from, places.taken())
      return outcome
    },
  }

  const leave = async (of: Batch, row: Claimed) => {
    const prepared = await prepare(needs, row)
    return 'end' in prepared ? prepared.end : attempt(needs, timed, { places, proof: of.proof }, row, prepared.content)
  }

  const carry = async (of: Batch, row: Claimed): Promise<void> => {
    const left = leave(of, row).finally(() => {
      inHand -= 1
      if (inHand === 0) needs.ledger.flush()
      freed.set()
    })
    try {
      const end = await left
      if (end === 'not-begun') await giveBack(of)
      else if (end === 'lost') log.warn(about(row), 'a claim was lost before its delivery was begun')
      else {
        // a slot that was taken before everybody was asked to wait
        if (end.state === 'queued') turns.forget()
        // its connection is free already, and where all are busy the next marks come at once
        await mark(needs, row, end, pace.isFast() && places.taken() >= connections)
      }
    } catch (error) {
      log.warn({ ...about(row), err: error }, 'a delivery was not begun')
      rest = true
      await giveBack(of)
    }
  }

  const begin = (of: Batch, row: Claimed): void => {
    inHand += 1
    const carried: Promise<void> = carry(of, row).finally(() => underWay.delete(carried))
    underWay.add(carried)
  }

  const claim = async (): Promise<void> => {
    if (rest) await stop.wait(pollMs)
    rest = false
    due.clear()
    batch = stop.isSet() ? null : await claims.take(batchSize(connections, pace.isFast()))
    if (batch === null) await due.wait(pollMs)
  }

  /** One step: begins a row, or claims, or waits for whatever makes that possible. */
  const step = async (): Promise<void> => {
    freed.clear()
    if (inHand >= inHandAtOnce(connections, pace.isFast(), rate !== undefined)) return freed.wait()
    if (batch !== null && !batch.proof.holds()) await giveBack(batch)
    if (batch === null || batch.rows.length === 0) return claim()
    try {
      const next = await turns.next(batch.rows)
      if ('row' in next) begin(batch, next.row)
      // no longer than it is surely ours: what is left of a longer wait comes after it was given back
      else await stop.wait(Math.min(next.waitMs, Math.max(0, batch.proof.left())))
    } catch (error) {
      log.warn({ channel: name, err: error }, 'a slot could not be taken')
      await stop.wait(pollMs)
    }
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
