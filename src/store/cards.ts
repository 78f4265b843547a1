import { and, eq, gt, gte, lt } from 'drizzle-orm'
import type { Card, Reads, Writes } from '../domain/deps.ts'
import type { Ground, Tx } from './engine.ts'
import type { Tables } from './schema.ts'

const cardOf = ({ teamId, userId, ...card }: Tables['cards']['$inferSelect']): Card => ({
  ...card,
  user: { teamId, userId },
})

/** Where the cards about a thing stand. */
export const cardReads = ({ db, tables: { cards } }: Ground): Pick<Reads, 'card' | 'cards' | 'cardsUnder'> => ({
  card: async (subject, user) => {
    const [row] = await db
      .select()
      .from(cards)
      .where(and(eq(cards.subject, subject), eq(cards.teamId, user.teamId), eq(cards.userId, user.userId)))
    return row ? cardOf(row) : null
  },
  cards: async (subject) => {
    const rows = await db.select().from(cards).where(eq(cards.subject, subject)).orderBy(cards.teamId, cards.userId)
    return rows.map(cardOf)
  },
  cardsUnder: async (prefix, after, size) => {
    const { subject } = cards
    // no subject holds a character above it
    const within = and(gte(subject, prefix), lt(subject, `${prefix}\uffff`))
    const rows = await db
      .select()
      .from(cards)
      .where(after === null ? within : and(within, gt(subject, after)))
      .orderBy(subject, cards.teamId, cards.userId)
      .limit(size)
    return rows.map(cardOf)
  },
})

/** One card for each thing and person; a later one replaces it. */
export const cardWrites = ({ db, tables: { cards } }: Tx): Pick<Writes, 'saveCard' | 'forgetCard'> => ({
  saveCard: async ({ subject, user, channel, ts }) => {
    await db
      .insert(cards)
      .values({ subject, teamId: user.teamId, userId: user.userId, channel, ts })
      .onConflictDoUpdate({ target: [cards.subject, cards.teamId, cards.userId], set: { channel, ts } })
  },
  forgetCard: async (subject, user) => {
    await db
      .delete(cards)
      .where(and(eq(cards.subject, subject), eq(cards.teamId, user.teamId), eq(cards.userId, user.userId)))
  },
})
