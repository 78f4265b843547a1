import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { machineClock } from '../src/delivery/clock.ts'
import { createDeliveryWorker } from '../src/delivery/worker.ts'
import { createLog } from '../src/log.ts'
import { openStore } from '../src/store/open.ts'
import { wordsFor, writeRows } from './fanout-rows.ts'

/**
 * Writes rows down and sends them all, over connections that take each in a moment, so many times; says its peak memory
 * in KiB.
 */
const [count = 0, times = 0] = process.argv.slice(2).map(Number)
const folder = await mkdtemp(join(tmpdir(), 'portvakt-bench-'))
const store = await openStore(`file:${join(folder, 'portvakt.db')}`)
let left = 0
let done = () => {}
const worker = createDeliveryWorker({
  store,
  clock: machineClock(Date.now),
  log: createLog('warn'),
  newId: randomUUID,
  isWorkingTime: () => true,
  compose: async ({ address }) => ({ mail: wordsFor(address) }),
  channels: {
    mail: {
      connections: 5,
      send: () => new Promise((resolve) => void setImmediate(() => resolve({ sent: true }))),
    },
  },
  onEnd() {
    left -= 1
    if (left === 0) done()
  },
})
worker.start()
for (let time = 0; time < times; time += 1) {
  left = count
  const all = new Promise<void>((resolve) => {
    done = resolve
  })
  await writeRows(store, count)
  worker.wake()
  await all
}
await worker.stop(10_000)
await store.close()
await rm(folder, { recursive: true, force: true })
process.stdout.write(String(process.resourceUsage().maxRSS))
