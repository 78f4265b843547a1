import type { Reads, RegistrationQuery } from '../domain/deps.ts'
import type { Ground } from './engine.ts'
import { typedWords } from './fold.ts'
import { registrationPages } from './registration-pages.ts'
import { type Place, registrationOf } from './registration-row.ts'
import { registrationWords, type WordCounts } from './registration-words.ts'

type Answer = Awaited<ReturnType<Reads['registrations']>>
// so many rows are fetched and sorted; what more have is met by walking the list in its order
const few = 1000
const keptCounts = 500

/**
 * The search of `Reads.registrations`. Without words: an index and the kept counts. With a word that few registrations
 * have: those. With words that many have: a walk along the list, and a count that is made once for
 * each version of the list. None of them grows with the list.
 */
export const searchRegistrations = (ground: Ground): Reads['registrations'] => {
  const pages = registrationPages(ground)
  const wordsOf = registrationWords(ground)
  const counted = new Map<string, WordCounts & { version: number }>()

  const countOf = async (place: Place, words: string[]): Promise<WordCounts> => {
    const key = JSON.stringify([place.organisationNumber, place.environment, ...words])
    // read first: what is counted after it is at least as new
    const { version } = await pages.counts(place)
    const known = counted.get(key)
    if (known?.version === version) return known
    const counts = { ...(await wordsOf.count(place, words)), version }
    const oldest = counted.size >= keptCounts ? counted.keys().next().value : undefined
    if (oldest !== undefined) counted.delete(oldest)
    counted.set(key, counts)
    return counts
  }
  const rarest = async (place: Place, words: string[]): Promise<string | null> => {
    for (const word of words.toSorted((a, b) => b.length - a.length)) {
      const count = await wordsOf.some(place, word, few + 1)
      if (count <= few) return word
    }
    return null
  }
  const answerAmong = async (query: RegistrationQuery, rare: string[], others: string[]): Promise<Answer> => {
    const { inactive, page, size } = query
    const matching = await wordsOf.among(query, rare, others)
    const wanted = inactive ? matching : matching.filter((row) => row.active)
    const rows = wanted.slice(page * size, (page + 1) * size).map((row) => registrationOf(row.body))
    return { rows, total: wanted.length, inactive: matching.filter((row) => !row.active).length }
  }
  const shown = ({ inactive }: RegistrationQuery, counts: WordCounts) => ({
    total: counts.active + (inactive ? counts.inactive : 0),
    inactive: counts.inactive,
  })

  return async (query) => {
    const words = typedWords(query.text ?? '')
    if (words.length === 0) {
      const bodies = await pages.bodies(query)
      return { rows: bodies.map(registrationOf), ...shown(query, await pages.counts(query)) }
    }
    const rare = await rarest(query, words)
    if (rare !== null) {
      const others = words.filter((word) => word !== rare)
      return answerAmong(query, [rare], others)
    }
    const counts = await countOf(query, words)
    if (counts.active + counts.inactive <= few) {
      return answerAmong(query, words, [])
    }
    const bodies = await wordsOf.bodies(query, words)
    return { rows: bodies.map(registrationOf), ...shown(query, counts) }
  }
}
