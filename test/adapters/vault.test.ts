import { describe, expect, it } from 'vitest'
import { createVault } from '../../src/adapters/vault.ts'

const key = (byte: number) => Buffer.alloc(32, byte).toString('base64')
const vault = createVault(key(1))
const another = createVault(key(2))

describe('a number', () => {
  it('has one hash under one key, and another under another', () => {
    const proof = vault.numberProof('01010112345')
    expect(proof).toEqual(createVault(key(1)).numberProof('01010112345'))
    expect(proof.hash).toMatch(/^[0-9a-f]{64}$/)
    expect(proof.hash).not.toBe(another.numberProof('01010112345').hash)
    expect(proof.keyVersion).not.toBe(another.keyVersion)
    expect(proof.hash).not.toBe(vault.numberProof('01010112346').hash)
  })
})

describe('what is sealed', () => {
  it('opens where it was sealed, and never looks the same twice', () => {
    const sealed = vault.seal('a key æøå', 'place')
    expect(vault.open(sealed, 'place')).toBe('a key æøå')
    expect(sealed).not.toBe(vault.seal('a key æøå', 'place'))
    expect(sealed).not.toContain('key')
  })
  it.each([
    ['in another place', () => vault.open(vault.seal('x', 'one'), 'two')],
    ['with another key', () => another.open(vault.seal('x', 'one'), 'one')],
    ['cut', () => vault.open(vault.seal('a long text', 'one').slice(0, -4), 'one')],
    ['empty', () => vault.open('', 'one')],
    [
      'changed',
      () => {
        const bytes = Buffer.from(vault.seal('x', 'one'), 'base64url')
        bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
        return vault.open(bytes.toString('base64url'), 'one')
      },
    ],
  ])('does not open %s', (_name, open) => {
    expect(open).toThrow(expect.objectContaining({ code: 'internal' }))
  })
})

describe('a signature', () => {
  it('is of these parts, in this order, cut at these places', () => {
    const signature = vault.sign('a', 'bc')
    expect(vault.signed(signature, 'a', 'bc')).toBe(true)
    for (const parts of [['ab', 'c'], ['bc', 'a'], ['a'], ['abc'], ['a', 'bc', '']]) {
      expect(vault.signed(signature, ...parts)).toBe(false)
    }
    expect(another.signed(signature, 'a', 'bc')).toBe(false)
    expect(vault.signed('', 'a', 'bc')).toBe(false)
  })
})

it('random values are of 256 bits and differ', () => {
  const values = new Set(Array.from({ length: 50 }, () => vault.random()))
  expect(values.size).toBe(50)
  for (const value of values) expect(Buffer.from(value, 'base64url')).toHaveLength(32)
})
