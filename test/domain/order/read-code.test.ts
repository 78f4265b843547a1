import { expect, test } from 'vitest'
import { createVault } from '../../../src/adapters/vault.ts'
import { codeHash, newCode, readCode } from '../../../src/domain/order/read-code.ts'

test.each(['K7QX-42MN', 'k7qx42mn', ' k7qx 42mn ', 'K7QX–42MN', '`K7QX-42MN`', 'K 7 Q X 4 2 M N'])(
  '%j is the code',
  (typed) => {
    expect(readCode(typed)).toBe('K7QX-42MN')
  },
)

test('what looks like a digit is one', () => {
  expect(readCode('OIL0-1oil')).toBe('0110-1011')
})

test.each(['', 'K7QX-42M', 'K7QX-42MNP', 'K7QX-42MU', 'K7QX/42MN', 'КOД1-2345'])('%j is none', (typed) => {
  expect(readCode(typed)).toBeNull()
})

test('a new code is one, and no two are the same', () => {
  const codes = Array.from({ length: 500 }, newCode)
  for (const code of codes) expect(readCode(code)).toBe(code)
  expect(new Set(codes).size).toBe(500)
})

test('a code is kept under a hash that only the key makes', () => {
  const [one, other] = [1, 2].map((byte) => createVault(Buffer.alloc(32, byte).toString('base64')))
  if (!one || !other) throw new Error('no vault')
  expect(codeHash(one, 'K7QX-42MN')).toBe(codeHash(one, 'K7QX-42MN'))
  expect(codeHash(one, 'K7QX-42MN')).not.toBe(codeHash(other, 'K7QX-42MN'))
  expect(codeHash(one, 'K7QX-42MN')).not.toBe(codeHash(one, 'K7QX-42MP'))
})
