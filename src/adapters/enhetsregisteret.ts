import type { z } from 'zod'
import {
  type Enhetsregisteret,
  type LookUp,
  type RegisterTrouble,
  type RegisterUnit,
  registerTroubles,
} from '../domain/belonging/register-unit.ts'
import { readOrganisationNumber } from '../domain/organisation-number.ts'
import { AppError, isAppError } from '../errors.ts'
import { pageSchema, searchSchema, unitSchema } from './enhetsregisteret-schema.ts'
import { type Http, type HttpAnswer, type HttpOptions, isAnswer } from './http.ts'
import { readJson } from './json.ts'
import { createRemembered } from './remember.ts'

/** How long the register is waited for: somebody sits before a form (brreg.md 4.3). For `createHttp`. */
export const registerPatience: HttpOptions = {
  connectTimeoutMs: 5_000,
  headersTimeoutMs: 5_000,
  bodyTimeoutMs: 5_000,
  deadlineMs: 12_000,
  retries: 2,
  longestRetryAfterMs: 2_000,
  largestAnswerBytes: 1024 * 1024,
}

const MINUTE_MS = 60 * 1000
const DAY_MS = 24 * 60 * MINUTE_MS
const pageSize = 10
/** size times page may not pass 10 000 (brreg.md 4) */
const lastPage = 10_000 / pageSize - 1
const longestName = 180

/**
 * Enhetsregisteret's open API (brreg.md 4), without login. What was found is kept for a day, what was not for five
 * minutes, and so are name searches; trouble is never kept.
 *
 * @param options.http made with `registerPatience`
 * @param options.url up to and including `/enhetsregisteret/api`
 * @param options.now epoch ms
 */
export const createEnhetsregisteret = (options: { http: Http; url: string; now(): number }): Enhetsregisteret => {
  const { http, now } = options
  const base = options.url.replace(/\/+$/, '')
  const numbers = createRemembered<LookUp>({ now })
  const searches = createRemembered<{ units: RegisterUnit[]; total: number }>({ now })

  const ask = async (path: string): Promise<HttpAnswer> => {
    const outcome = await http.send({ method: 'GET', url: base + path })
    if (!isAnswer(outcome)) throw unavailable(outcome.failure)
    return outcome
  }

  /** Null: not there. */
  const askUnit = async (kind: RegisterUnit['kind'], number: string): Promise<LookUp | null> => {
    const answer = await ask(`/${kind === 'main' ? 'enheter' : 'underenheter'}/${number}`)
    // a number that the register finds malformed is no more usable than one it does not know; bodies are not read
    if (answer.status === 404 || answer.status === 400) return null
    if (answer.status === 410) return { found: 'removed', number }
    const unit = read(answer, unitSchema(kind))
    if (unit.number !== number) throw unavailable('unreadable', answer.status)
    return { found: 'unit', unit }
  }

  return {
    async byNumber(typed) {
      const number = readOrganisationNumber(typed)
      if (number === null) return { found: 'nothing', number: typed }
      try {
        return await numbers.get(number, async () => {
          const found = (await askUnit('main', number)) ?? (await askUnit('sub', number))
          return found
            ? { value: found, until: now() + DAY_MS }
            : { value: { found: 'nothing', number }, until: now() + 5 * MINUTE_MS }
        })
      } catch (error) {
        return { found: 'unknown', number, reason: troubleOf(error) }
      }
    },

    async search(typed, page = 0) {
      const name = readName(typed)
      if (name === '') return { units: [], total: 0 }
      const which = Math.min(page, lastPage)
      try {
        const { units, total } = await searches.get(JSON.stringify([name.toLowerCase(), which]), async () => {
          const query = new URLSearchParams({ navn: name, size: String(pageSize), page: String(which) })
          const value = read(await ask(`/enheter?${query}`), searchSchema)
          return { value, until: now() + 5 * MINUTE_MS }
        })
        return { units: [...units], total }
      } catch (error) {
        troubleOf(error)
        return 'unknown'
      }
    },

    async look() {
      read(await ask('/enheter?size=1'), pageSchema)
    },
  }
}

const unavailable = (trouble: RegisterTrouble, status?: number): AppError =>
  new AppError(
    'register-unavailable',
    `the register gave no usable answer: ${trouble}`,
    { system: 'enhetsregisteret', ...(status === undefined ? {} : { status }) },
    trouble,
  )

/** Throws on what is no trouble of the register's: it is a fault of ours. */
const troubleOf = (error: unknown): RegisterTrouble => {
  const trouble = isAppError(error, 'register-unavailable') && registerTroubles.find((one) => one === error.cause)
  if (!trouble) throw error
  return trouble
}

const read = <S extends z.ZodType>({ status, text }: HttpAnswer, schema: S): z.output<S> => {
  if (status === 429) throw unavailable('busy', status)
  if (status >= 500) throw unavailable('faulty', status)
  if (status !== 200) throw unavailable('refused', status)
  const parsed = schema.safeParse(readJson(text))
  if (!parsed.success) throw unavailable('unreadable', status)
  return parsed.data
}

/** A name as it is searched for: one line, single spaces, no longer than names are (brreg.md 5.2). */
const readName = (typed: string): string =>
  [
    ...typed
      .normalize('NFC')
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim(),
  ]
    .slice(0, longestName)
    .join('')
    .trim()
