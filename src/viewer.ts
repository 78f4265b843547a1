import { belongingOf, domainOf } from './domain/belonging/belonging-of.ts'
import type { Belonging, Language, Organisation, SlackPerson, SlackUser } from './domain/belonging/types.ts'
import type { Environment } from './domain/client/types.ts'
import type { Deps } from './domain/deps.ts'
import type { Vault } from './domain/login/types.ts'
import { type Action, may } from './domain/may.ts'
import type { Memo } from './domain/memo.ts'
import { AppError } from './errors.ts'

/** Who asks, which organisation they belong to, and which language they read. */
export type Viewer = {
  user: SlackUser
  person: SlackPerson
  belonging: Belonging
  language: Language
}

/** How old an identity may be, in ms (design section 2): reading is more patient than changing. */
export const identityAge = { read: 15 * 60_000, change: 60_000 } as const

/** Saved choice, then Slack's locale, then the default (style.md, "Two languages"). */
export const languageOf = (chosen: Language | null, locale: string | null, standard: Language): Language => {
  if (chosen !== null) return chosen
  if (locale === null) return standard
  return /^(nb|nn|no|da|sv)\b/i.test(locale) ? 'nb' : 'en'
}

type Asks = Pick<Deps, 'store' | 'now'> & {
  vault: Pick<Vault, 'keyVersion'>
  /** user ids that `OPERATORS` names */
  operators: readonly string[]
  /** Slack's users.info; throws `slack-unavailable` */
  personFromSlack(user: SlackUser): Promise<SlackPerson>
  defaultLanguage: Language
  /** keeps what was worked out of the very same stored person */
  memo?: Memo
}

const fromSlack = async (asks: Asks, user: SlackUser): Promise<SlackPerson> => {
  const person = await asks.personFromSlack(user)
  await asks.store.write({}, async (tx) => {
    await tx.savePerson(person)
    return null
  })
  return person
}

/**
 * Resolves a Slack user. The stored identity serves while it is fresh enough for `effect`; else Slack is asked and
 * the answer is stored.
 *
 * @returns null only for `known`, when the bot has never met the person
 * @throws {AppError} `slack-unavailable` when Slack had to be asked and did not answer
 */
export const resolveViewer = async (
  asks: Asks,
  user: SlackUser,
  effect: 'read' | 'change' | 'known',
): Promise<Viewer | null> => {
  const stored = await asks.store.person(user)
  if (stored === null && effect === 'known') return null
  const fresh = stored !== null && (effect === 'known' || asks.now() - stored.person.seenAt <= identityAge[effect])
  const person = fresh ? stored.person : await fromSlack(asks, user)
  const itsDomain = () => domainOf(person.email)
  const domain = asks.memo ? asks.memo(person, 'domain', itsDomain) : itsDomain()
  const [organisations, standing] = await Promise.all([
    domain === null ? [] : asks.store.organisationsByDomain(domain),
    asks.store.standing(user),
  ])
  const operator = asks.operators.includes(user.userId)
  const { keyVersion } = asks.vault
  return {
    user,
    person,
    belonging: belongingOf(person, { organisations, standing, operator, keyVersion, now: asks.now() }, domain),
    language: languageOf(stored?.chosenLanguage ?? null, person.locale, asks.defaultLanguage),
  }
}

/**
 * The organisation that somebody acts for.
 *
 * @throws {AppError} `not-a-member`
 */
export const organisationOf = (viewer: Viewer): Organisation => {
  if (viewer.belonging.as !== 'member') throw new AppError('not-a-member', 'no organisation to act for')
  return viewer.belonging.organisation
}

/**
 * Asks the table once more, for the environment that is now known (design section 2: at every step).
 *
 * @throws {AppError} with the table's code
 */
export const assertMay = (viewer: Viewer, action: Action, environment: Environment): void => {
  const verdict = may(viewer.belonging, action, { environment })
  if (!verdict.ok) throw new AppError(verdict.code, `may not ${action} in ${environment}`, { environment })
}
