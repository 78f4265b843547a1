import { and, eq, gt, gte, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { BelongingReads, BelongingWrites, MembershipAsked, MembershipTerms } from '../domain/belonging/store.ts'
import type { Membership, Organisation, SlackUser } from '../domain/belonging/types.ts'
import { AppError } from '../errors.ts'
import type { Ground, Tx } from './engine.ts'
import type { Tables } from './schema.ts'

type Row = Omit<Membership, 'user' | 'organisation'> & SlackUser & Organisation

/** What a membership is read with, its organisation beside it. */
export const membershipColumns = ({ memberships, organisations }: Tables) => ({
  teamId: memberships.teamId,
  userId: memberships.userId,
  state: memberships.state,
  admin: memberships.admin,
  until: memberships.until,
  number: organisations.number,
  name: organisations.name,
  language: organisations.language,
})

export const membershipOf = ({ teamId, userId, number, name, language, ...rest }: Row): Membership => ({
  user: { teamId, userId },
  organisation: { number, name, language },
  ...rest,
})

/** Those that have not ended. */
export const inForce = ({ memberships }: Tables, now: number | SQL) =>
  or(isNull(memberships.until), gt(memberships.until, now))

/** A row of any table that is somebody's. */
export const isOf = (
  table: Tables['memberships' | 'operators' | 'people' | 'clearances' | 'links'],
  { teamId, userId }: SlackUser,
) => and(eq(table.teamId, teamId), eq(table.userId, userId))

/** See `BelongingReads.membershipsAsked`. */
const asked = async (
  { db, tables: { changes }, now }: Pick<Ground, 'db' | 'tables' | 'now'>,
  { teamId, userId }: SlackUser,
  since: number,
): Promise<MembershipAsked[]> => {
  const open = and(eq(changes.state, 'proposed'), gt(changes.expiresAt, now()))
  const { id: changeId, organisationNumber, createdAt, state, expiresAt, deciderTeam, deciderUser, decidedAt } = changes
  const rows = await db
    .select({ changeId, organisationNumber, createdAt, state, expiresAt, deciderTeam, deciderUser, decidedAt })
    .from(changes)
    .where(
      and(
        eq(changes.requesterTeam, teamId),
        eq(changes.requesterUser, userId),
        eq(changes.kind, 'membership.request'),
        or(gte(changes.createdAt, since), gte(changes.decidedAt, since), open),
      ),
    )
    .orderBy(changes.createdAt, changes.id)
  return rows.map(({ state, expiresAt, deciderTeam, deciderUser, decidedAt, ...row }) => {
    // who declines their own withdraws it
    const refused = state === 'declined' && (deciderTeam !== teamId || deciderUser !== userId)
    return { ...row, open: state === 'proposed' && expiresAt > now(), refusedAt: refused ? decidedAt : null }
  })
}

/** Questions about assignments by name. What has ended is none any more, as in `standing`. */
export const membershipReads = ({
  db,
  tables,
  now,
}: Ground): Pick<BelongingReads, 'membership' | 'membershipsAsked' | 'adminsOf' | 'operatorsNamed'> => {
  const { memberships, organisations, operators } = tables
  const ofOrganisation = (number: string) => and(eq(memberships.organisationNumber, number), inForce(tables, now()))
  return {
    membership: async (user, organisationNumber) => {
      const [row] = await db
        .select(membershipColumns(tables))
        .from(memberships)
        .innerJoin(organisations, eq(organisations.number, memberships.organisationNumber))
        .where(and(isOf(memberships, user), ofOrganisation(organisationNumber)))
      return row ? membershipOf(row) : null
    },
    membershipsAsked: async (user, since) => await asked({ db, tables, now }, user, since),
    adminsOf: async (organisationNumber) =>
      db
        .select({ teamId: memberships.teamId, userId: memberships.userId })
        .from(memberships)
        .where(and(ofOrganisation(organisationNumber), eq(memberships.state, 'assigned'), eq(memberships.admin, true)))
        .orderBy(memberships.createdAt, memberships.teamId, memberships.userId),
    operatorsNamed: async () => {
      const rows = await db.select().from(operators).orderBy(operators.createdAt, operators.teamId, operators.userId)
      return rows.map(({ teamId, userId, ...rest }) => ({ user: { teamId, userId }, ...rest }))
    },
  }
}

/** Effects on assignments, operators and confirmed addresses. An organisation that is not there is `internal`. */
export const membershipWrites = ({
  db,
  tables,
  now,
  lock,
}: Tx): Pick<
  BelongingWrites,
  | 'saveMembership'
  | 'forgetMembership'
  | 'lockMembershipsAsked'
  | 'saveOperator'
  | 'forgetOperator'
  | 'saveConfirmedAddress'
> => {
  const { memberships, operators, confirmedAddresses } = tables
  const rowOf = (user: SlackUser, organisationNumber: string) =>
    and(isOf(memberships, user), eq(memberships.organisationNumber, organisationNumber))
  /** Nobody else changes the organisation's rows from here on; throws when this one is not what it was when it was read. */
  const lockMembers = async (user: SlackUser, number: string, expected: MembershipTerms | null | undefined) => {
    await lock(`memberships ${number}`)
    if (expected === undefined) return
    const { state, admin, until } = memberships
    const [row] = await db
      .select({ state, admin, until })
      .from(memberships)
      .where(and(rowOf(user, number), inForce(tables, now())))
    const same = row?.state === expected?.state && row?.admin === expected?.admin && row?.until === expected?.until
    if (!same) throw new AppError('changed-meanwhile', 'the membership is another by now')
  }
  return {
    // who was assigned first stays so, see the order in `standing`
    saveMembership: async ({ user, organisationNumber, state, admin, until, givenBy }, expected) => {
      await lockMembers(user, organisationNumber, expected)
      const { teamId, userId } = user
      const given = { state, admin, until, givenBy, updatedAt: now() }
      await db
        .insert(memberships)
        .values({ teamId, userId, organisationNumber, ...given, createdAt: now() })
        .onConflictDoUpdate({
          target: [memberships.teamId, memberships.userId, memberships.organisationNumber],
          set: given,
        })
    },
    forgetMembership: async (user, organisationNumber, expected) => {
      await lockMembers(user, organisationNumber, expected)
      const gone = await db
        .delete(memberships)
        .where(rowOf(user, organisationNumber))
        .returning({ userId: memberships.userId })
      return gone.length > 0
    },
    lockMembershipsAsked: async (user, since) => {
      await lock(`memberships asked ${user.teamId} ${user.userId}`)
      return await asked({ db, tables, now }, user, since)
    },
    // named twice is named by the first
    saveOperator: async ({ teamId, userId }, givenBy) => {
      await db.insert(operators).values({ teamId, userId, givenBy, createdAt: now() }).onConflictDoNothing()
    },
    forgetOperator: async (user) => {
      const gone = await db.delete(operators).where(isOf(operators, user)).returning({ userId: operators.userId })
      return gone.length > 0
    },
    saveConfirmedAddress: async ({ teamId, userId }, email) => {
      await db
        .insert(confirmedAddresses)
        .values({ teamId, userId, email, confirmedAt: now() })
        .onConflictDoUpdate({
          target: [confirmedAddresses.teamId, confirmedAddresses.userId],
          set: { email: sql`excluded.email`, confirmedAt: sql`excluded.confirmed_at` },
        })
    },
  }
}
