import { expect, test } from 'vitest'
import { savedIsLater } from '../../../src/domain/client/later-version.ts'

const version = (last_updated: number | null, active = true) => ({ last_updated, active })

test.each([
  ['what was fetched is newer', version(1), version(2), false],
  ['what was saved is newer', version(2), version(1), true],
  ['what was saved has a date, the other none', version(1), version(null), true],
  ['both of one moment', version(1), version(1), false],
  ['a deactivation saved in the same moment', version(1, false), version(1), true],
  ['a deactivation fetched', version(1), version(1, false), false],
])('%s', (_, saved, fetched, later) => {
  expect(savedIsLater(saved, fetched)).toBe(later)
})
