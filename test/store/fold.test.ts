import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fold, prefixRange, rankedTerms, searchTerms, typedWords } from '../../src/store/fold.ts'

it.each([
  ['ÅSE', 'åse'],
  ['A\u030Ase', 'åse'],
  ['ĐÁKKÁR', 'đákkár'],
  ['ŊUOKTA', 'ŋuokta'],
  ['Čáhci Šuoldi Ŧ Ž', 'čáhci šuoldi ŧ ž'],
  ['ﬁrma', 'firma'],
  ['Ｆull', 'full'],
  ['a\0b', 'ab'],
])('folds %j to %j', (text, folded) => {
  expect(fold(text)).toBe(folded)
})

it('cuts what no index could hold, and still finds it by its beginning', () => {
  const name = 'å𝕏'.repeat(500)
  const [, term] = searchTerms(name, 'id')
  expect(Buffer.byteLength(term ?? '')).toBeLessThan(1000)
  expect(term?.startsWith(typedWords(name)[0] ?? 'none')).toBe(true)
})

it('counts a client once, however many of its terms begin with the word', () => {
  fc.assert(
    fc.property(
      fc.array(fc.stringMatching(/^[abå]{1,6}$/), { minLength: 1 }),
      fc.stringMatching(/^[abå]{1,4}$/),
      (words, word) => {
        const ranked = rankedTerms(searchTerms(words.join(' '), 'zz'))
        const hits = ranked.filter(({ term, shared }) => term.startsWith(word) && shared < word.length)
        expect(hits.length).toBe(words.some((one) => one.startsWith(word)) ? 1 : 0)
      },
    ),
  )
})

it('gives a range that holds exactly what begins with the word, by bytes', () => {
  const bytes = (text: string) => Buffer.from(text)
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.string({ unit: 'grapheme' }), (word, other) => {
      const { from, to } = prefixRange(word)
      const within = (text: string) =>
        Buffer.compare(bytes(text), bytes(from)) >= 0 && Buffer.compare(bytes(text), bytes(to)) < 0
      expect(within(word + other)).toBe(true)
      expect(within(other)).toBe(other.startsWith(word))
    }),
  )
})
