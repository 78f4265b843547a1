import { expect, it } from 'vitest'
import { nextTry } from '../../src/delivery/back-off.ts'
import { endOf } from '../../src/delivery/end-of.ts'
import { batchSize, perOrganisation } from '../../src/delivery/limits.ts'
import type { SendOutcome } from '../../src/domain/delivery/message.ts'
import { HOUR, MINUTE, SECOND } from '../helpers/clock.ts'

it.each([
  [1, 10 * SECOND],
  [2, MINUTE],
  [3, 5 * MINUTE],
  [4, 15 * MINUTE],
  [5, 30 * MINUTE],
  [6, HOUR],
  [7, HOUR],
  [60, HOUR],
])('after attempt %i the next one comes in %i ms', (attempts, pause) => {
  expect(nextTry({ attempts, createdAt: 1_000, expiresAt: null }, 1_000)).toBe(1_000 + pause)
})

it.each([
  ['four days', 96 * HOUR, null],
  ['one whose next would come when nobody wants it any more', 0, 1_000 + 5 * MINUTE],
])('after %s there is none', (_, later, expiresAt) => {
  expect(nextTry({ attempts: 3, createdAt: 1_000, expiresAt }, 1_000 + later)).toBeNull()
})

it.each([
  ['nobody wants it any more', 0, 1_001 + 5 * MINUTE],
  ['four days are over', 96 * HOUR - 6 * MINUTE, null],
])('there is one as long as it comes before %s', (_, later, expiresAt) => {
  expect(nextTry({ attempts: 3, createdAt: 1_000, expiresAt }, 1_000 + later)).toBe(1_000 + later + 5 * MINUTE)
})

const lost = (how: 'permanent' | 'transient' | 'unknown', code: number | null = null): SendOutcome => ({
  sent: false,
  lost: how,
  code,
  reason: 'connection',
})

it.each([
  [{ sent: true } as const, 1, { state: 'sent' }],
  [lost('permanent', 550), 1, { state: 'failed', failure: 'connection', failureCode: 550 }],
  [lost('unknown'), 1, { state: 'unknown', failure: 'connection', failureCode: null }],
  [lost('transient', 451), 1, { state: 'queued', dueAt: 11_000, failure: 'connection', failureCode: 451 }],
])('%j at attempt %i ends as %j', (outcome, attempts, end) => {
  expect(endOf(outcome, { attempts, createdAt: 0, expiresAt: null }, 1_000)).toEqual(end)
})

it.each([
  [1, false, 10, 3],
  [2, false, 10, 3],
  [5, false, 20, 5],
  [40, false, 50, 13],
  [5, true, 200, 50],
])('%i connections (fast: %s) take %i rows at once, %i of one organisation', (connections, isFast, size, ofOne) => {
  expect(batchSize(connections, isFast)).toBe(size)
  expect(perOrganisation(size)).toBe(ofOne)
})
