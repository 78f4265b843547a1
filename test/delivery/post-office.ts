import { onTestFinished } from 'vitest'
import { createDeliveryWorker, type WorkerNeeds } from '../../src/delivery/worker.ts'
import type { Delivery, NewDelivery } from '../../src/domain/delivery/delivery.ts'
import type { DeliveryEnd, SendOutcome } from '../../src/domain/delivery/message.ts'
import type { Store, Writes } from '../../src/domain/deps.ts'
import { createLog } from '../../src/log.ts'
import { freshStore } from '../helpers/databases.ts'
import { effect } from '../store/samples.ts'
import { type ManualClock, manualClock } from './manual-clock.ts'

export const address = 'kari.nordmann@etat.no'

export const aRow = (over: Partial<NewDelivery> = {}): NewDelivery => ({
  kind: 'address-link',
  lane: 'transactional',
  channel: 'mail',
  address,
  language: 'nb',
  data: { linkId: 'l1' },
  organisationNumber: null,
  ...over,
})

export const write = (store: Store, ...ids: (string | (Partial<NewDelivery> & { id: string }))[]) =>
  effect(store, (tx) =>
    tx.addDeliveries(ids.map((one) => ({ ...aRow(), ...(typeof one === 'string' ? { id: one } : one) }))),
  )

export const mail = { subject: 'Hei', text: 'Hei', html: '<p>Hei</p>', automatic: true }

/** Turns of the event loop after which what a row in hand was waiting for has come. */
const rounds = 40

/** A worker on a store, with a mailer that does as the test says and remembers what it was given. */
export const postOffice = (
  store: Pick<Store, 'write'>,
  options: Partial<WorkerNeeds> & { clock?: ManualClock; connections?: number; everyMs?: number } = {},
) => {
  const { connections = 2, everyMs, clock = manualClock(), ...over } = options
  const lines: string[] = []
  const begun: { id: string; at: number }[] = []
  const ended: { id: string; end: DeliveryEnd }[] = []
  let ids = 0
  let quiet = 0
  let answer: (row: Delivery) => Promise<SendOutcome> | SendOutcome = () => ({ sent: true })
  const worker = createDeliveryWorker({
    store,
    clock,
    log: createLog('info', { write: (line: string) => void lines.push(line) }),
    newId: () => `id${++ids}-${Math.random()}`,
    isWorkingTime: () => true,
    compose: async () => ({ mail }),
    channels: {
      mail: {
        connections,
        ...(everyMs !== undefined && { rate: { key: 'mail', everyMs } }),
        send: async (row) => {
          begun.push({ id: row.id, at: clock.now() - clock.start })
          return answer(row)
        },
      },
    },
    onEnd: ({ id }, end) => void ended.push({ id, end }),
    ...over,
  })
  const stop = async () => {
    const stopped = worker.stop(1_000)
    clock.pass(20_000)
    await stopped
  }
  onTestFinished(stop)
  return {
    ...worker,
    clock,
    lines,
    begun,
    ended,
    answer(by: typeof answer) {
      answer = by
    },
    /** sleeps: one timer for the heartbeat, one for the next look, and nothing comes of what was in hand */
    asleep: () => {
      quiet = clock.pending().length === 2 ? quiet + 1 : 0
      if (quiet < rounds) return false
      quiet = 0
      return true
    },
  }
}

/** A promise and what settles it. */
export const open = <T>() => {
  let resolve: (value: T) => void = () => undefined
  const promise = new Promise<T>((done) => {
    resolve = done
  })
  return { promise, resolve }
}

/** The same, on a store of its own whose clock is the worker’s. */
export const anOffice = async (options: Parameters<typeof postOffice>[1] = {}) => {
  const clock = manualClock()
  const store = await freshStore('sqlite', { now: clock.now })
  return { store, ...postOffice(store, { ...options, clock }) }
}

/** The same store, whose transactions go through `change` first. */
export const meddled = (store: Store, change: (tx: Writes) => Partial<Writes>): Pick<Store, 'write'> => ({
  write: (effects, body) => store.write(effects, (tx) => body({ ...tx, ...change(tx) })),
})
