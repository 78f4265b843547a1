import { expect, it } from 'vitest'
import { steppedClock } from '../../sandbox/clock.ts'
import { createRemembered } from '../../src/adapters/remember.ts'

it('fetches once for twenty who ask at the same time, and again when the value has ended', async () => {
  const clock = steppedClock()
  const memory = createRemembered<number>({ now: clock.now })
  let fetches = 0
  const get = () => memory.get('a', async () => ({ value: ++fetches, until: clock.now() + 1000 }))
  expect(await Promise.all(Array.from({ length: 20 }, get))).toEqual(Array(20).fill(1))
  clock.forward(999)
  expect(await get()).toBe(1)
  clock.forward(1)
  expect(await get()).toBe(2)
})

it('fails for all who waited, keeps no failure, and tries again', async () => {
  const memory = createRemembered<string>({ now: () => 0 })
  const fail = () => memory.get('a', () => Promise.reject(new Error('down')))
  const outcomes = await Promise.allSettled([fail(), fail()])
  expect(outcomes.map((one) => one.status)).toEqual(['rejected', 'rejected'])
  expect(await memory.get('a', async () => ({ value: 'up', until: 1 }))).toBe('up')
})

it('lets an old value stand in while fetching fails, rests between attempts, and gives up at its end', async () => {
  const clock = steppedClock()
  const memory = createRemembered<string>({ now: clock.now, staleMs: 5000, restMs: 100 })
  await memory.get('a', async () => ({ value: 'old', until: clock.now() + 1000 }))
  let attempts = 0
  const get = () =>
    memory.get('a', () => {
      attempts += 1
      return Promise.reject(new Error('down'))
    })
  clock.forward(1000)
  expect([await get(), await get(), attempts]).toEqual(['old', 'old', 1])
  clock.forward(100)
  expect([await get(), attempts]).toEqual(['old', 2])
  clock.forward(4900)
  await expect(get()).rejects.toThrow('down')
})

it('drops only the value that is meant', async () => {
  const memory = createRemembered<string>({ now: () => 0 })
  const get = (value: string) => memory.get('a', async () => ({ value, until: 10 }))
  await get('first')
  memory.drop('a', (value) => value === 'another')
  expect(await get('second')).toBe('first')
  memory.drop('a', (value) => value === 'first')
  expect(await get('second')).toBe('second')
})
