import { and, eq, sql } from 'drizzle-orm'
import { domainOf } from '../domain/belonging/belonging-of.ts'
import type { SlackPerson, SlackUser } from '../domain/belonging/types.ts'
import type { Reads, Writes } from '../domain/deps.ts'
import type { Ground, Tx } from './engine.ts'
import { fold } from './fold.ts'
import { prepared } from './prepared.ts'

/** Questions about people. `seenAt` is 0 for somebody whom Slack must be asked about again. */
export const personReads = ({ db, tables: { people } }: Ground): Pick<Reads, 'person'> => {
  const byUser = prepared(
    db
      .select()
      .from(people)
      .where(and(eq(people.teamId, sql.placeholder('teamId')), eq(people.userId, sql.placeholder('userId')))),
    'person',
  )
  return {
    person: async ({ teamId, userId }) => {
      const [row] = await byUser.execute({ teamId, userId })
      if (!row) return null
      const { chosenLanguage, chosenOrganisation: _o, expiredAt: _e, folded: _f, ...person } = row
      return { person, chosenLanguage }
    },
  }
}

/** A person of whom only a choice is known: Slack must be asked. */
const unknown = {
  name: null,
  folded: null,
  email: null,
  emailConfirmed: false,
  kind: 'stranger',
  locale: null,
  seenAt: 0,
  expiredAt: 0,
} as const

/**
 * Name and address, folded. It ends with the domain of the address as rules have it (lower case, punycode), whatever
 * the address was written like: by that `organisation-people.ts` finds who is at a domain.
 */
const foldedOf = ({ name, email }: Pick<SlackPerson, 'name' | 'email'>): string | null => {
  const folded = fold([name, email].filter(Boolean).join(' '))
  const domain = domainOf(email)
  if (domain !== null && !folded.endsWith(`@${domain}`)) return `${folded} @${domain}`
  return folded === '' ? null : folded
}

/** Effects on people. */
export const personWrites = ({
  db,
  tables: { people },
  now,
}: Tx): Pick<Writes, 'savePerson' | 'expirePerson' | 'chooseLanguage' | 'chooseOrganisation'> => {
  const target = [people.teamId, people.userId]
  const is = (user: SlackUser) => and(eq(people.teamId, user.teamId), eq(people.userId, user.userId))
  return {
    // what Slack said earlier never replaces what it said later, and stays expired if `user_change` came meanwhile
    savePerson: async ({ teamId, userId, name, email, emailConfirmed, kind, locale, seenAt }) => {
      const said = { name, folded: foldedOf({ name, email }), email, emailConfirmed, kind, locale }
      await db
        .insert(people)
        .values({ teamId, userId, ...said, seenAt, expiredAt: 0 })
        .onConflictDoUpdate({
          target,
          set: {
            ...said,
            seenAt: sql`case when excluded.seen_at < ${people.expiredAt} then 0 else excluded.seen_at end`,
          },
          setWhere: sql`${people.seenAt} <= excluded.seen_at`,
        })
    },
    expirePerson: async (user) => {
      await db.update(people).set({ seenAt: 0, expiredAt: now() }).where(is(user))
    },
    chooseLanguage: async ({ teamId, userId }, language) => {
      await db
        .insert(people)
        .values({ teamId, userId, ...unknown, chosenLanguage: language })
        .onConflictDoUpdate({ target, set: { chosenLanguage: language } })
    },
    chooseOrganisation: async ({ teamId, userId }, organisationNumber) => {
      await db
        .insert(people)
        .values({ teamId, userId, ...unknown, chosenOrganisation: organisationNumber })
        .onConflictDoUpdate({ target, set: { chosenOrganisation: organisationNumber } })
    },
  }
}
