import { and, desc, eq, gt, sql } from 'drizzle-orm'
import type { BelongingReads } from '../domain/belonging/store.ts'
import type { Ground } from './engine.ts'
import { inForce, membershipColumns, membershipOf } from './memberships.ts'
import { prepared } from './prepared.ts'

const teamId = sql.placeholder('teamId')
const userId = sql.placeholder('userId')
const now = sql`${sql.placeholder('now')}`

/**
 * `Reads.standing`, asked before every acknowledgement: four queries by key, built once, at the same time. The
 * memberships come as they were given, the oldest first, so that a new one moves nobody to another organisation.
 */
export const standingReads = (ground: Ground): Pick<BelongingReads, 'standing'> => {
  const { db, tables } = ground
  const { memberships, organisations, clearances, changes, people, operators, confirmedAddresses } = tables
  const members = prepared(
    db
      .select(membershipColumns(tables))
      .from(memberships)
      .innerJoin(organisations, eq(organisations.number, memberships.organisationNumber))
      .where(and(eq(memberships.teamId, teamId), eq(memberships.userId, userId), inForce(tables, now)))
      .orderBy(memberships.createdAt, memberships.organisationNumber),
    'standing_memberships',
  )
  const cleared = prepared(
    db
      .select({
        organisationNumber: clearances.organisationNumber,
        keyVersion: clearances.keyVersion,
        expiresAt: clearances.expiresAt,
      })
      .from(clearances)
      .where(and(eq(clearances.teamId, teamId), eq(clearances.userId, userId), gt(clearances.expiresAt, now)))
      .orderBy(clearances.organisationNumber),
    'standing_clearances',
  )
  const requested = prepared(
    db
      .select({
        changeId: changes.id,
        expiresAt: changes.expiresAt,
        number: organisations.number,
        name: organisations.name,
        language: organisations.language,
      })
      .from(changes)
      .innerJoin(organisations, eq(organisations.number, changes.organisationNumber))
      .where(
        and(
          eq(changes.requesterTeam, teamId),
          eq(changes.requesterUser, userId),
          eq(changes.state, 'proposed'),
          eq(changes.kind, 'membership.request'),
          gt(changes.expiresAt, now),
        ),
      )
      .orderBy(desc(changes.createdAt), desc(changes.id))
      .limit(1),
    'standing_request',
  )
  const own = (table: typeof people | typeof operators | typeof confirmedAddresses) =>
    and(eq(table.teamId, teamId), eq(table.userId, userId))
  // one row also for somebody of whom nothing is stored
  const marks = prepared(
    db
      .select({
        chosen: sql<string | null>`(select ${people.chosenOrganisation} from ${people} where ${own(people)})`,
        address: sql<
          string | null
        >`(select ${confirmedAddresses.email} from ${confirmedAddresses} where ${own(confirmedAddresses)})`,
        operator: sql<boolean | number>`exists (select 1 from ${operators} where ${own(operators)})`,
      })
      .from(sql`(select 1) as one`),
    'standing_marks',
  )
  return {
    standing: async ({ teamId, userId }) => {
      const values = { teamId, userId, now: ground.now() }
      const [memberRows, clearanceRows, [request], [mark]] = await Promise.all([
        members.execute(values),
        cleared.execute(values),
        requested.execute(values),
        marks.execute(values),
      ])
      return {
        memberships: memberRows.map(membershipOf),
        confirmedAddress: mark?.address ?? null,
        chosenOrganisation: mark?.chosen ?? null,
        operator: Boolean(mark?.operator),
        clearances: clearanceRows,
        request: request
          ? {
              changeId: request.changeId,
              expiresAt: request.expiresAt,
              organisation: { number: request.number, name: request.name, language: request.language },
            }
          : null,
      }
    },
  }
}
