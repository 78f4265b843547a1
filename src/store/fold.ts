// below what PostgreSQL can index, and longer than anybody types
const longest = 64

/** As it is sorted and searched: NFKC and lower case (design section 5), without NUL, which PostgreSQL can't keep. */
export const fold = (text: string): string =>
  text.replaceAll('\0', '').normalize('NFKC').toLowerCase().normalize('NFKC')

const cut = (text: string): string => (text.length <= longest ? text : [...text].slice(0, longest).join(''))

const chunks = (folded: string): string[] => folded.split(/\s+/u)

/**
 * What a registration is found by: each word of its name, and its client id. A word with punctuation in it can be
 * entered at each of its parts: `skatt-api` gives `skatt-api` and `api`.
 */
export const searchTerms = (name: string, clientId: string): string[] => {
  const terms = new Set([cut(fold(clientId))])
  for (const chunk of chunks(fold(name))) {
    for (const part of chunk.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) terms.add(cut(chunk.slice(part.index)))
  }
  return [...terms]
}

const inCommon = (a: string, b: string): number => {
  let length = 0
  while (length < a.length && a[length] === b[length]) length++
  return length
}

/**
 * One client's terms, sorted, each with the length of what it shares with the one before. Those of its terms that begin
 * with a word stand next to each other, and only the first of them shares less than the word's length: so rows with
 * `shared` below that length are as many as there are clients, and nothing has to be made distinct.
 */
export const rankedTerms = (terms: string[]): { term: string; shared: number }[] =>
  [...terms].sort().map((term, i, sorted) => ({ term, shared: inCommon(term, sorted[i - 1] ?? '') }))

/** The words that somebody typed, folded, without the punctuation around them. */
export const typedWords = (text: string): string[] => {
  const words = chunks(fold(text)).map((chunk) => chunk.replace(/^[^\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu, ''))
  return [...new Set(words.filter(Boolean).map(cut))]
}

/** Every text that begins with `word`, `from` included and `to` not: nothing sorts above U+10FFFF. */
export const prefixRange = (word: string): { from: string; to: string } => ({ from: word, to: `${word}\u{10FFFF}` })
