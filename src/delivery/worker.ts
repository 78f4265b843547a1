import type { Delivery } from '../domain/delivery/delivery.ts'
import type { Channel } from '../domain/delivery/message.ts'
import { effect } from './batch.ts'
import { createLedger } from './ledger.ts'
import { type DeliveryTimes, deliveryTimes } from './limits.ts'
import { lookUpLost } from './look-up.ts'
import { createRunner, type RunnerNeeds } from './runner.ts'
import { createSignal } from './signal.ts'

export type WorkerNeeds = Omit<RunnerNeeds, 'stop' | 'worker' | 'ledger' | 'times'> & {
  /** null: that way is not set up, and its rows wait */
  channels: Partial<Record<Delivery['channel'], Channel | null>>
  times?: Partial<DeliveryTimes>
}

export type DeliveryWorker = {
  start(): void
  /** A row was written just now: it leaves at once. */
  wake(): void
  /**
   * Begins nothing more, gives back what was claimed and waits for what is under way.
   *
   * @returns false when `deadlineMs` came first; what was still under way is marked when it ends, or `unknown` later
   */
  stop(deadlineMs: number): Promise<boolean>
}

/** Sends what stands in `deliveries`, beside any number of other instances (design section 6). */
export const createDeliveryWorker = (options: WorkerNeeds): DeliveryWorker => {
  const { store, clock, log, channels } = options
  const worker = options.newId()
  const stop = createSignal(clock)
  const times = { ...deliveryTimes, ...options.times }
  const needs: RunnerNeeds = { ...options, worker, stop, times, ledger: createLedger(store, clock) }
  const named = Object.entries(channels) as [Delivery['channel'], Channel | null][]
  const open = named.flatMap(([name, channel]) => (channel === null ? [] : [{ name, channel }]))
  const runners = open.map(({ name, channel }) => createRunner(needs, name, channel))
  let running: Promise<unknown> = Promise.resolve()

  const wake = () => {
    for (const runner of runners) runner.wake()
  }
  const recover = async (): Promise<void> => {
    try {
      const { freed, unknown } = await effect(store, async (tx) => {
        await tx.beat(worker)
        return tx.recoverDeliveries()
      })
      if (freed + unknown > 0) log.warn({ freed, unknown }, 'deliveries of a worker that is gone')
      if (freed > 0) wake()
    } catch (error) {
      log.warn({ err: error }, 'the claims of deliveries could not be looked after')
    }
  }
  const rounds = async (round: () => Promise<void>): Promise<void> => {
    while (!stop.isSet()) {
      await round()
      await stop.wait(times.roundMs)
    }
  }
  // beside the rounds: the other side may take its time, and this instance lives meanwhile
  const lookUps = open
    .filter(({ channel }) => channel.find !== undefined)
    .map(({ name, channel }) =>
      rounds.bind(null, async () => {
        if ((await lookUpLost(needs, name, channel)) > 0) wake()
      }),
    )

  return {
    start() {
      for (const [name, channel] of named)
        if (channel === null) log.warn({ channel: name }, 'not set up: what is to be sent this way waits')
      running = Promise.all([rounds(recover), ...lookUps.map((run) => run()), ...runners.map((runner) => runner.run())])
    },
    wake,
    async stop(deadlineMs) {
      stop.set()
      const ended = createSignal(clock)
      running.then(ended.set)
      await ended.wait(deadlineMs)
      return ended.isSet()
    },
  }
}
