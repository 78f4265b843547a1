import { fold, wordsOf } from './fold.ts'

/** One letter too many, too few, other, or two neighbours swapped. */
const isNear = (one: string, other: string): boolean => {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (long.length - short.length > 1) return false
  let at = 0
  while (at < short.length && short[at] === long[at]) at += 1
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1)
  const swapped = short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2)
  return swapped || short.slice(at + 1) === long.slice(at + 1)
}

/** Shorter words are guessed at nowhere: one letter is too much of them. */
const GUESSED_FROM = 4

const wordScore = (wanted: string, words: readonly string[]): number => {
  if (words.includes(wanted)) return 8
  if (words.some((word) => word.startsWith(wanted))) return 4
  if (wanted.length < GUESSED_FROM) return 0
  if (words.some((word) => word.includes(wanted))) return 2
  return words.some((word) => isNear(wanted, word)) ? 1 : 0
}

/**
 * How well a name fits what is looked for: 0 where one of the words fits nowhere; a whole name and one written with the
 * same letters before others, then by words that are whole, begun, inside or misspelt, shorter names first.
 */
export const scorerOf = (wanted: string): ((name: string) => number) => {
  const folded = fold(wanted)
  const wantedWords = wordsOf(folded)
  const asWritten = wanted.trim().toLowerCase()
  return (name) => {
    const foldedName = fold(name)
    const words = wordsOf(foldedName)
    const scores = wantedWords.map((word) => wordScore(word, words))
    if (scores.length === 0 || scores.includes(0)) return 0
    const lower = name.toLowerCase()
    const whole = foldedName === folded ? 16 : 0
    const written = lower.includes(asWritten) ? 2 : 0
    return scores.reduce((sum, one) => sum + one, 0) + whole + written + 1 / (1 + words.length)
  }
}
