import { and, eq } from 'drizzle-orm'
import type { Reads, Writes } from '../domain/deps.ts'
import type { Ground, Tx } from './engine.ts'

/** Where somebody's card about a thing stands. */
export const cardReads = ({ db, tables: { cards } }: Ground): Pick<Reads, 'card'> => ({
  card: async (subject, user) => {
    const [row] = await db
      .select()
      .from(cards)
      .where(and(eq(cards.subject, subject), eq(cards.teamId, user.teamId), eq(cards.userId, user.userId)))
    return row ? { subject, user: { teamId: row.teamId, userId: row.userId }, channel: row.channel, ts: row.ts } : null
  },
})

/** One card for each thing and person; a later one replaces it. */
export const cardWrites = ({ db, tables: { cards } }: Tx): Pick<Writes, 'saveCard'> => ({
  saveCard: async ({ subject, user, channel, ts }) => {
    await db
      .insert(cards)
      .values({ subject, teamId: user.teamId, userId: user.userId, channel, ts })
      .onConflictDoUpdate({ target: [cards.subject, cards.teamId, cards.userId], set: { channel, ts } })
  },
})
