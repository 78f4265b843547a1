import { expect, it } from 'vitest'
import { orderedIds } from '../../src/store/ordered-ids.ts'

const made = (id: () => string, count: number) => Array.from({ length: count }, id)

it('makes UUIDs of version 7 whose first 48 bits are the time', () => {
  const [one = ''] = made(
    orderedIds(() => 0x0_1996_abc_def),
    1,
  )
  expect(one).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(Number.parseInt(one.replaceAll('-', '').slice(0, 12), 16)).toBe(0x0_1996_abc_def)
})

it('makes each greater than the one before: within a millisecond, beyond its counter, and when the clock is set back', () => {
  let now = 1_000
  const id = orderedIds(() => now)
  const ids = made(id, 10_000)
  now = 500
  ids.push(...made(id, 10))
  now = 2_000
  ids.push(...made(id, 10))
  expect(ids).toEqual(ids.toSorted())
  expect(new Set(ids).size).toBe(ids.length)
})

it('makes others than another instance at the same time', () => {
  const [one, other] = [orderedIds(() => 1_000), orderedIds(() => 1_000)]
  expect(new Set([...made(one, 1_000), ...made(other, 1_000)]).size).toBe(2_000)
})
