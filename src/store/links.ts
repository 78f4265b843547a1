import { and, eq, gt, gte, isNull, sql } from 'drizzle-orm'
import type { LoginReads, LoginWrites } from '../domain/login/types.ts'
import type { Ground, Tx } from './engine.ts'
import { isOf } from './memberships.ts'

/** Questions about one-time links, and about wrong ones. */
export const linkReads = ({
  db,
  tables: { links, attempts },
}: Ground): Pick<LoginReads, 'link' | 'linksSince' | 'attempts'> => ({
  link: async (id) => {
    const [row] = await db.select().from(links).where(eq(links.id, id))
    if (!row) return null
    const { teamId, userId, ...link } = row
    return { ...link, user: { teamId, userId } }
  },
  linksSince: async (user, since) => {
    const [row] = await db
      .select({ count: sql<number>`cast(count(*) as integer)` })
      .from(links)
      .where(and(isOf(links, user), gte(links.createdAt, since)))
    return row?.count ?? 0
  },
  attempts: async (key, since) => {
    const [row] = await db
      .select({ count: attempts.count })
      .from(attempts)
      .where(and(eq(attempts.key, key), gte(attempts.windowAt, since)))
    return row?.count ?? 0
  },
})

/** Effects on the same. Each is one statement, so that of two at once neither is lost. */
export const linkWrites = ({
  db,
  tables: { links, attempts },
  now,
}: Tx): Pick<LoginWrites, 'addLink' | 'useLink' | 'countAttempt'> => ({
  addLink: async ({ user: { teamId, userId }, ...link }) => {
    await db.insert(links).values({ ...link, teamId, userId, createdAt: now(), usedAt: null })
  },
  useLink: async (id, now) => {
    const used = await db
      .update(links)
      .set({ usedAt: now })
      .where(and(eq(links.id, id), isNull(links.usedAt), gt(links.expiresAt, now)))
      .returning({ id: links.id })
    return used.length > 0
  },
  countAttempt: async (key, since, now) => {
    const goesOn = gte(attempts.windowAt, since)
    const [row] = await db
      .insert(attempts)
      .values({ key, windowAt: now, count: 1 })
      .onConflictDoUpdate({
        target: attempts.key,
        set: {
          count: sql`case when ${goesOn} then ${attempts.count} + 1 else 1 end`,
          windowAt: sql`case when ${goesOn} then ${attempts.windowAt} else excluded.window_at end`,
        },
      })
      .returning({ count: attempts.count })
    return row?.count ?? 1
  },
})
