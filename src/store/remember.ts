import type { Reads } from '../domain/deps.ts'

/**
 * A number that moves when anybody, in whatever process, has changed the database; null where the engine can't tell
 * as cheaply as it answers.
 */
export type ChangeMark = (() => number) | null

/** Reads that are asked again and again with the same words: who asks, and the list they look at. */
type Hot = 'person' | 'standing' | 'organisationsByDomain' | 'listing' | 'registrations'

/** What makes two questions the same; written out, since making it is half of what a kept answer costs. */
const keyOf: { [Name in Hot]: (...args: Parameters<Reads[Name]>) => string } = {
  person: ({ teamId, userId }) => `person ${teamId} ${userId}`,
  standing: ({ teamId, userId }) => `standing ${teamId} ${userId}`,
  organisationsByDomain: (domain) => `domain ${domain}`,
  listing: (organisationNumber, environment) => `listing ${organisationNumber} ${environment}`,
  registrations: ({ organisationNumber, environment, text, inactive, page, size }) =>
    `registrations ${organisationNumber} ${environment} ${page} ${size} ${inactive === true} ${JSON.stringify(text)}`,
}

/** More answers than these are begun anew, and a page larger than this is nobody's to look at twice. */
const mostAnswers = 2_000
const largestPage = 50

const worthKeeping = (args: readonly unknown[]): boolean => {
  const [first] = args
  return typeof first !== 'object' || first === null || !('size' in first) || Number(first.size) <= largestPage
}

/**
 * The same reads, whose hot answers are kept until the database changes. An answer that comes twice is the very same
 * object, so that what was made of it can be kept too; nobody may change one.
 */
export const rememberReads = (reads: Reads, mark: ChangeMark): Reads => {
  if (mark === null) return reads
  const kept = new Map<string, Promise<unknown>>()
  let keptAt = mark()
  const remembering = (name: Hot) => {
    const read = reads[name] as (...args: unknown[]) => Promise<unknown>
    const makeKey = keyOf[name] as (...args: unknown[]) => string
    const ask = async (key: string, at: number, args: unknown[]): Promise<unknown> => {
      const answer = await read(...args)
      // somebody wrote while it was read: the next one asks again
      if (answer !== null && mark() === at) kept.set(key, Promise.resolve(answer))
      return answer
    }
    return (...args: unknown[]): Promise<unknown> => {
      if (!worthKeeping(args)) return read(...args)
      let now: number
      try {
        now = mark()
      } catch {
        // the read itself says what is wrong with the database
        return read(...args)
      }
      if (now !== keptAt || kept.size >= mostAnswers) kept.clear()
      keptAt = now
      const key = makeKey(...args)
      return kept.get(key) ?? ask(key, now, args)
    }
  }
  return {
    ...reads,
    ...Object.fromEntries((Object.keys(keyOf) as Hot[]).map((name) => [name, remembering(name)])),
  } as Reads
}
