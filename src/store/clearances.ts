import { and, eq, gt, lt } from 'drizzle-orm'
import type { SlackUser } from '../domain/belonging/types.ts'
import type { ClearanceRow, ClearanceVersion, LoginReads, LoginWrites } from '../domain/login/types.ts'
import { AppError } from '../errors.ts'
import type { Ground, Tx } from './engine.ts'
import { inForce, isOf } from './memberships.ts'
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
  const lasting = () => gt(clearances.expiresAt, now())
  return {
    clearance: async (organisationNumber, user) => {
      const [row] = await db
        .select()
        .from(clearances)
        .where(and(isFor(tables, organisationNumber, user), lasting()))
      return row ? clearanceOf(row) : null
    },
    clearancesOf: async (organisationNumber, keyVersion) => {
      const ofKey = keyVersion === undefined ? undefined : eq(clearances.keyVersion, keyVersion)
      const rows = await db
        .select()
        .from(clearances)
        .where(and(eq(clearances.organisationNumber, organisationNumber), lasting(), ofKey))
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
  lock,
}: Tx): Pick<LoginWrites, 'saveClearance' | 'renewClearance' | 'forgetClearance'> => {
  const { clearances, memberships } = tables
  /**
   * Nobody else changes the organisation's memberships or gives a clearance of it from here on; throws when what this
   * one goes out from is not there any more.
   */
  const lockFor = async (organisationNumber: string, user: SlackUser, expected: ClearanceVersion | null) => {
    await lock(`memberships ${organisationNumber}`)
    const { numberHash, createdAt } = clearances
    const [row] = await db
      .select({ numberHash, createdAt })
      .from(clearances)
      .where(and(isFor(tables, organisationNumber, user), gt(clearances.expiresAt, now())))
    if (row?.numberHash !== expected?.numberHash || row?.createdAt !== expected?.createdAt)
      throw new AppError('changed-meanwhile', 'the clearance is another by now')
    const [member] = await db
      .select({ state: memberships.state })
      .from(memberships)
      .where(
        and(isOf(memberships, user), eq(memberships.organisationNumber, organisationNumber), inForce(tables, now())),
      )
    if (member?.state === 'removed')
      throw new AppError('changed-meanwhile', 'the person was taken out of the organisation')
  }
  return {
    saveClearance: async ({ organisationNumber, user, ...row }, expected) => {
      if (expected !== undefined) await lockFor(organisationNumber, user, expected)
      const { teamId, userId } = user
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
      const renewed = await db
        .update(clearances)
        .set({ expiresAt })
        .where(
          and(
            isFor(tables, organisationNumber, user),
            gt(clearances.expiresAt, now()),
            lt(clearances.expiresAt, expiresAt),
          ),
        )
        .returning({ userId: clearances.userId })
      return renewed.length > 0
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
