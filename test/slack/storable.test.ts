import { expect, it } from 'vitest'
import { storable } from '../../src/slack/storable.ts'

it.each([
  ['NUL', 'a\0b', 'ab'],
  ['half a pair', 'a\ud83db', 'a\ufffdb'],
  ['the other half', '\ude00', '\ufffd'],
  ['a whole pair', '😀 æøå', '😀 æøå'],
  ['nothing', '', ''],
])('leaves out what cannot be stored: %s', (_what, typed, kept) => {
  expect(storable(typed)).toBe(kept)
  const body = { view: { state: [{ value: typed }, 7, null, true] } }
  expect(storable(body)).toEqual({ view: { state: [{ value: kept }, 7, null, true] } })
  expect(storable(body) === body).toBe(typed === kept)
})
