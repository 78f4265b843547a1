import { describe, expect, it } from 'vitest'
import { languages } from '../../src/domain/belonging/types.ts'
import { faultReasons } from '../../src/domain/client/faults.ts'
import { errorCodes } from '../../src/errors.ts'
import { type Text, textFor } from '../../src/text/index.ts'

/** Paths to all leaves of a text, with what stands there. */
const leaves = (value: unknown, path = ''): [string, unknown][] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, inner]) => leaves(inner, `${path}/${name}`))
    : [[path, value]]

const words = (t: Text) => leaves({ ...t, format: undefined, language: undefined })

describe.each(languages)('the words in %s', (language) => {
  const t = textFor(language)

  it('are all there: none empty, none with a space too many', () => {
    for (const [path, word] of words(t)) {
      if (typeof word !== 'string') continue
      expect(word.trim(), path).not.toBe('')
      expect(word, path).toBe(word.trim())
      expect(word, path).not.toMatch(/ {2}/)
    }
  })

  it('fit where Slack puts them', () => {
    for (const [path, word] of words(t)) {
      if (typeof word !== 'string') continue
      const { length } = Array.from(word)
      const [, group, , field] = path.split('/')
      if (path.endsWith('/title')) expect(length, path).toBeLessThanOrEqual(24)
      if (path.endsWith('/submit')) expect(length, path).toBeLessThanOrEqual(24)
      if (group === 'forms' && field && path.endsWith('/placeholder')) expect(length, path).toBeLessThanOrEqual(150)
      if (path.endsWith('/hint')) expect(length, path).toBeLessThanOrEqual(150)
      if (path.includes('/options/')) expect(length, path).toBeLessThanOrEqual(75)
      if (group === 'forms' && path.endsWith('/label')) expect(length, path).toBeLessThanOrEqual(48)
    }
  })

  it.each(errorCodes)('explain %s: what happened, and what next', (code) => {
    const facts = [
      { serviceDesk: 'servicedesk@digdir.no' },
      {
        serviceDesk: 'servicedesk@digdir.no',
        environment: 'prod' as const,
        retryAfter: 1,
        mpCode: 'MP-250',
        fields: [{ field: 'a', reason: 'b' }],
        reference: 'r',
      },
      { serviceDesk: 'servicedesk@digdir.no', environment: 'test' as const, retryAfter: 30, fields: [] },
    ]
    for (const one of facts) {
      const { what, next } = t.errors[code](one)
      for (const sentence of [what, next]) {
        expect(sentence).toMatch(/^[A-ZÆØÅ].*[.!)]$|^[A-ZÆØÅ].*servicedesk@digdir\.no\.$/)
        expect(sentence).not.toMatch(/undefined|null|NaN| {2}/)
        expect(sentence.length).toBeLessThanOrEqual(200)
      }
    }
  })

  it.each(faultReasons)('say in 150 characters what is wrong: %s', (reason) => {
    const value = `https://${'lang'.repeat(500)}`
    for (const facts of [{}, { line: 100, value, limit: 31_536_000 }]) {
      const text = t.faults[reason](facts)
      expect(Array.from(text).length, text).toBeLessThanOrEqual(150)
      expect(text).not.toMatch(/undefined|null|NaN/)
    }
  })

  it('name the line of a fault in a list', () => {
    for (const reason of faultReasons.filter((each) => each.startsWith('uri-'))) {
      expect(t.faults[reason]({ line: 7 })).toMatch(/^(Linje|Line) 7: /)
    }
  })

  it('know every code of Maskinporten’s that is documented', () => {
    const documented = [
      '011',
      '012',
      '100',
      '110',
      '120',
      '121',
      '122',
      '123',
      '124',
      '130',
      '200',
      '201',
      '250',
      '251',
      '301',
      '302',
      '303',
    ]
    expect(Object.keys(t.mp).sort()).toEqual(documented.map((code) => `MP-${code}`))
    for (const [code, { what, who }] of Object.entries(t.mp)) {
      expect(t.errors['token-refused']({ serviceDesk: 'x', mpCode: code })).toEqual({
        what: `${what} (${code})`,
        next: who,
      })
    }
  })

  it('warn loudly about a private key, and say how to get the public one', () => {
    const text = t.faults['key-private']({})
    expect(text).toMatch(/^STO/)
    expect(text).toMatch(/PRIVAT/)
    expect(text).toContain('-pubout')
  })
})

describe('the languages', () => {
  it('have the same keys', () => {
    const [nb, en] = languages.map((language) =>
      words(textFor(language))
        .map(([path, word]) => `${path} ${typeof word}`)
        .sort(),
    )
    expect(en).toEqual(nb)
  })

  it('do not leave Norwegian in the English, or the other way round', () => {
    const same = new Map(words(textFor('nb')))
    const shared = words(textFor('en')).filter(
      // an address, or a scope's name, is one word in any language
      ([path, word]) => typeof word === 'string' && word.length > 20 && /\s/.test(word) && same.get(path) === word,
    )
    expect(shared.map(([path]) => path).filter((path) => !/placeholder|command|label$/.test(path))).toEqual([])
    for (const [path, word] of words(textFor('en')))
      if (typeof word === 'string') expect(word, path).not.toMatch(/\b(ikke|og|klienten|virksomhet)\b/)
  })
})
