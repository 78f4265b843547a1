import { expect, it } from 'vitest'
import { nextTry } from '../../src/delivery/back-off.ts'
import { endOf } from '../../src/delivery/end-of.ts'
import { batchSize, pauseBefore, perOrganisation } from '../../src/delivery/limits.ts'
import type { SendOutcome } from '../../src/domain/delivery/message.ts'
import { MINUTE, SECOND } from '../helpers/clock.ts'

it.each([
  [1, 10 * SECOND],
  [2, MINUTE],
  [3, 5 * MINUTE],
  [4, 15 * MINUTE],
  [5, 30 * MINUTE],
  [6, 30 * MINUTE],
  [7, 30 * MINUTE],
])('after attempt %i the next one comes in %i ms', (attempts, pause) => {
  expect(nextTry(attempts, 1_000, null)).toBe(1_000 + pause)
})

it.each([
  ['the eighth attempt', 8, null],
  ['a later one, of a row that says so', 11, null],
  ['one whose next would come when nobody wants it any more', 3, 1_000 + 5 * MINUTE],
])('after %s there is none', (_, attempts, expiresAt) => {
  expect(nextTry(attempts, 1_000, expiresAt)).toBeNull()
})

it('there is one as long as it comes before the end', () => {
  expect(nextTry(3, 1_000, 1_001 + 5 * MINUTE)).toBe(1_000 + 5 * MINUTE)
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
  [lost('transient', 451), 8, { state: 'failed', failure: 'connection', failureCode: 451 }],
])('%j at attempt %i ends as %j', (outcome, attempts, end) => {
  expect(endOf(outcome, { attempts, expiresAt: null }, 1_000)).toEqual(end)
})

it.each([
  [1, 10, 3],
  [5, 20, 5],
  [40, 50, 13],
])('%i connections take %i rows at once, %i of one organisation', (connections, size, ofOne) => {
  expect(batchSize(connections)).toBe(size)
  expect(perOrganisation(size)).toBe(ofOne)
})

it.each([
  ['no slot is needed', null, 500, 0],
  ['the slot has passed', 900, 500, 0],
  ['the slot is now', 1_000, 500, 0],
  ['the slot comes', 1_200, 500, 200],
  ['the slot comes after the claim is over', 9_000, 500, 500],
  ['nothing is claimed', 9_000, Number.POSITIVE_INFINITY, 8_000],
])('when %s', (_, turnAt, left, pause) => {
  expect(pauseBefore(turnAt, 1_000, left)).toBe(pause)
})
