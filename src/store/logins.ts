import { and, eq, inArray, lt } from 'drizzle-orm'
import type { Login, LoginReads, LoginWrites } from '../domain/login/types.ts'
import { clearanceReads, clearanceWrites } from './clearances.ts'
import type { Ground, Tx } from './engine.ts'
import { linkReads, linkWrites } from './links.ts'
import type { Tables } from './schema.ts'

const loginOf = ({ teamId, userId, ...row }: Tables['logins']['$inferSelect']): Login => ({
  ...row,
  user: { teamId, userId },
})

/** Questions about logins, about what they proved, and about links. */
export const loginReads = (ground: Ground): LoginReads => {
  const {
    db,
    tables: { logins },
  } = ground
  return {
    login: async (id) => {
      const [row] = await db.select().from(logins).where(eq(logins.id, id))
      return row ? loginOf(row) : null
    },
    // a used one is over for its change, but the session it came from is not
    loginsBySid: async (sidHash) => {
      const rows = await db
        .select()
        .from(logins)
        .where(and(eq(logins.sidHash, sidHash), inArray(logins.state, ['begun', 'proved', 'used'])))
        .orderBy(logins.createdAt, logins.id)
      return rows.map(loginOf)
    },
    ...clearanceReads(ground),
    ...linkReads(ground),
  }
}

/** Effects on the same. */
export const loginWrites = (tx: Tx): LoginWrites => {
  const {
    db,
    tables: { logins, clearances, links, attempts },
    now,
  } = tx
  return {
    addLogin: async ({ user: { teamId, userId }, ...login }) => {
      await db.insert(logins).values({ ...login, teamId, userId, version: 1, createdAt: now() })
    },
    moveLogin: async (id, version, patch) => {
      const moved = await db
        .update(logins)
        .set({ ...patch, version: version + 1 })
        .where(and(eq(logins.id, id), eq(logins.version, version)))
        .returning({ id: logins.id })
      return moved.length > 0
    },
    forgetProofs: async (before) => {
      const gone = [
        await db.delete(logins).where(lt(logins.expiresAt, before)).returning({ id: logins.id }),
        await db.delete(links).where(lt(links.expiresAt, before)).returning({ id: links.id }),
        await db.delete(attempts).where(lt(attempts.windowAt, before)).returning({ id: attempts.key }),
        // the hash of a number is kept for twelve months after a login and no longer (design section 2)
        await db.delete(clearances).where(lt(clearances.expiresAt, before)).returning({ id: clearances.userId }),
      ]
      return gone.flat().length
    },
    ...clearanceWrites(tx),
    ...linkWrites(tx),
  }
}
