import { and, eq, gt, lt } from 'drizzle-orm'
import type { SlackUser } from '../domain/belonging/types.ts'
import type { ClearanceRow, LoginReads, LoginWrites } from '../domain/login/types.ts'
import type { Ground, Tx } from './engine.ts'
import { isOf } from './memberships.ts'
import type { Tables } from './schema.ts'

const clearanceOf = ({ teamId, userId, ...row }: Tables['clearances']['$inferSelect']): ClearanceRow => ({
  ...row,
  user: { teamId, userId },
})

const isFor = ({ clearances }: Tables, organisationNumber: string, user: SlackUser) =>
  and(eq(clearances.organisationNumber, organisationNumber), isOf(clearances, user))

/** Questions about clearances. One that has expired is none any more, as in `standing`. */
export const clearanceReads = ({ db, tables, now }: Ground): Pick<LoginReads, 'clearance' | 'clearancesOf'> => {
  const { clearances } = tables
  const inForce = () => gt(clearances.expiresAt, now())
  return {
    clearance: async (organisationNumber, user) => {
      const [row] = await db
        .select()
        .from(clearances)
        .where(and(isFor(tables, organisationNumber, user), inForce()))
      return row ? clearanceOf(row) : null
    },
    clearancesOf: async (organisationNumber) => {
      const rows = await db
        .select()
        .from(clearances)
        .where(and(eq(clearances.organisationNumber, organisationNumber), inForce()))
        .orderBy(clearances.createdAt, clearances.teamId, clearances.userId)
      return rows.map(clearanceOf)
    },
  }
}

/** Effects on clearances. One given anew replaces the earlier one, with everything that it was proved by. */
export const clearanceWrites = ({
  db,
  tables,
  now,
}: Tx): Pick<LoginWrites, 'saveClearance' | 'renewClearance' | 'forgetClearance'> => {
  const { clearances } = tables
  return {
    saveClearance: async ({ organisationNumber, user: { teamId, userId }, ...row }) => {
      const given = { ...row, createdAt: now() }
      await db
        .insert(clearances)
        .values({ organisationNumber, teamId, userId, ...given })
        .onConflictDoUpdate({
          target: [clearances.organisationNumber, clearances.teamId, clearances.userId],
          set: given,
        })
    },
    // never shorter, and what has expired or was taken away meanwhile does not come back
    renewClearance: async (organisationNumber, user, expiresAt) => {
      await db
        .update(clearances)
        .set({ expiresAt })
        .where(
          and(
            isFor(tables, organisationNumber, user),
            gt(clearances.expiresAt, now()),
            lt(clearances.expiresAt, expiresAt),
          ),
        )
    },
    forgetClearance: async (organisationNumber, user) => {
      const gone = await db
        .delete(clearances)
        .where(isFor(tables, organisationNumber, user))
        .returning({ userId: clearances.userId })
      return gone.length > 0
    },
  }
}
