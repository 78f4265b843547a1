import { and, eq, sql } from 'drizzle-orm'
import type { SlackUser } from '../domain/belonging/types.ts'
import type { Reads, Writes } from '../domain/deps.ts'
import type { Ground, Tx } from './engine.ts'
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
      const { chosenLanguage, expiredAt: _, ...person } = row
      return { person, chosenLanguage }
    },
  }
}

/** Effects on people. */
export const personWrites = ({
  db,
  tables: { people },
  now,
}: Tx): Pick<Writes, 'savePerson' | 'expirePerson' | 'chooseLanguage'> => {
  const target = [people.teamId, people.userId]
  const is = (user: SlackUser) => and(eq(people.teamId, user.teamId), eq(people.userId, user.userId))
  return {
    // what Slack said earlier never replaces what it said later, and stays expired if `user_change` came meanwhile
    savePerson: async ({ teamId, userId, email, emailConfirmed, kind, locale, seenAt }) => {
      const said = { email, emailConfirmed, kind, locale }
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
      const unknown = {
        email: null,
        emailConfirmed: false,
        kind: 'stranger',
        locale: null,
        seenAt: 0,
        expiredAt: 0,
      } as const
      await db
        .insert(people)
        .values({ teamId, userId, ...unknown, chosenLanguage: language })
        .onConflictDoUpdate({ target, set: { chosenLanguage: language } })
    },
  }
}
