import { randomBytes } from 'node:crypto'
import type { Vault } from '../login/types.ts'

/** Crockford's base 32: no letter that looks like a digit, and no U. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 8

const written = (letters: string): string => `${letters.slice(0, 4)}-${letters.slice(4)}`

/** A new code, `K7QX-42MN`: 40 random bits. */
export const newCode = (): string => {
  // 32 divides 256: no letter is likelier than another
  const letters = [...randomBytes(LENGTH)].map((byte) => alphabet[byte % alphabet.length])
  return written(letters.join(''))
}

/**
 * A code as somebody typed it, as it is written; null for what can't be one. Letter case, spaces and hyphens don't
 * matter; O is 0, I and L are 1.
 */
export const readCode = (typed: string): string | null => {
  const letters = typed
    .normalize('NFKC')
    .replace(/[\s`*_\u200b-\u200d\u2060\ufeff\u2010-\u2015\u2212-]/gu, '')
    .toUpperCase()
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  const fits = letters.length === LENGTH && [...letters].every((letter) => alphabet.includes(letter))
  return fits ? written(letters) : null
}

/** The keyed hash under which a code is kept. */
export const codeHash = (vault: Pick<Vault, 'sign'>, code: string): string => vault.sign('order code', code)
