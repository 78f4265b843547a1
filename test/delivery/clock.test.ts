import { expect, it } from 'vitest'
import { machineClock, pause } from '../../src/delivery/clock.ts'
import { createSignal } from '../../src/delivery/signal.ts'

it('the machine’s clock runs what was put off, unless it was called off', async () => {
  const clock = machineClock(() => 7)
  const ran: string[] = []
  const before = clock.monotonic()
  clock.after(1, () => ran.push('called off'))()
  clock.after(1, () => ran.push('put off'))
  await pause(clock, 2)
  expect(ran).toEqual(['put off'])
  expect(clock.now()).toBe(7)
  expect(clock.monotonic()).toBeGreaterThan(before)
})

it('a signal wakes all who wait, is at once for who comes later, and waits anew when it was cleared', async () => {
  const signal = createSignal(machineClock(Date.now))
  const waiting = [signal.wait(), signal.wait(60_000)]
  signal.set()
  await Promise.all(waiting)
  await signal.wait()
  signal.clear()
  await signal.wait(1)
  expect(signal.isSet()).toBe(false)
})
