import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson, payloadHash } from '../../src/domain/payload-hash.ts'

const reversed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, member]) => [name, reversed(member)]),
  )
}

describe('payloadHash', () => {
  test('does not depend on the order of members, nor on a trip through JSON', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (payload) => {
        expect(payloadHash(reversed(payload))).toBe(payloadHash(payload))
        expect(payloadHash(JSON.parse(canonicalJson(payload)))).toBe(payloadHash(payload))
      }),
    )
  })

  test('an absent member and an undefined one are the same, another value is not', () => {
    expect(payloadHash({ a: 1, b: undefined })).toBe(payloadHash({ a: 1 }))
    expect(payloadHash({ a: [1, 2] })).not.toBe(payloadHash({ a: [2, 1] }))
    expect(payloadHash({})).toMatch(/^[0-9a-f]{64}$/)
  })
})
