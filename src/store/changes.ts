import { and, desc, eq, gt, inArray, isNotNull, lt, lte, or } from 'drizzle-orm'
import { z } from 'zod'
import { type Change, changeStates, policies, type Surface } from '../domain/change.ts'
import type { Reads, Writes } from '../domain/deps.ts'
import { AppError, errorCodes } from '../errors.ts'
import type { Ground, Tx } from './engine.ts'
import { canonical, parsed } from './json.ts'
import type { Tables } from './schema.ts'
import { refuseSecrets } from './secrets.ts'

type Row = Tables['changes']['$inferSelect']
type Patch = Parameters<Writes['moveChange']>[2]

const stateSchema = z.enum(changeStates)
const policySchema = z.enum(policies)
const failureSchema = z.object({
  code: z.enum(errorCodes),
  correlationId: z.string().nullable(),
  mpCode: z.string().exactOptional(),
  fields: z.array(z.object({ field: z.string(), reason: z.string() })).exactOptional(),
  retryAfter: z.number().exactOptional(),
})
const surfaceSchema: z.ZodType<Surface> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('view'), viewId: z.string(), hash: z.string().nullable() }),
  z.object({ kind: z.literal('message'), channel: z.string(), ts: z.string() }),
  z.object({ kind: z.literal('response'), url: z.string(), expiresAt: z.number(), replace: z.boolean() }),
  z.object({ kind: z.literal('direct') }),
])

const changeOf = (row: Row): Change => {
  const { requesterTeam, requesterUser, deciderTeam, deciderUser, decidedAt, ...columns } = row
  const { payload, result, failure, surface, state, policy, ...rest } = columns
  const decided = deciderTeam !== null && deciderUser !== null && decidedAt !== null
  return {
    ...rest,
    requester: { teamId: requesterTeam, userId: requesterUser },
    decision: decided ? { by: { teamId: deciderTeam, userId: deciderUser }, at: decidedAt } : null,
    policy: policySchema.parse(policy),
    state: stateSchema.parse(state),
    // of any shape: the change's kind has the schema
    payload: parsed(z.unknown(), payload, 'changes.payload'),
    result: parsed(z.unknown(), result, 'changes.result'),
    failure: failure === null ? null : parsed(failureSchema, failure, 'changes.failure'),
    surface: parsed(surfaceSchema, surface, 'changes.surface'),
  }
}

/** Questions about changes. A proposal whose time is over is open no longer, also before it is marked as expired. */
export const changeReads = ({
  db,
  tables: { changes },
  now,
}: Ground): Pick<Reads, 'change' | 'openChanges' | 'interruptedChanges' | 'proposedChanges' | 'lapsedChanges'> => {
  const proposed = eq(changes.state, 'proposed')
  const inTime = () => gt(changes.expiresAt, now())
  return {
    change: async (id) => {
      const [row] = await db.select().from(changes).where(eq(changes.id, id))
      return row ? changeOf(row) : null
    },
    openChanges: async ({ teamId, userId }) => {
      const underWay = inArray(changes.state, ['approved', 'applying', 'unknown'])
      const halfMade = and(eq(changes.state, 'failed'), isNotNull(changes.step))
      const rows = await db
        .select()
        .from(changes)
        .where(
          and(
            eq(changes.requesterTeam, teamId),
            eq(changes.requesterUser, userId),
            or(and(proposed, inTime()), underWay, halfMade),
          ),
        )
        .orderBy(desc(changes.createdAt), desc(changes.id))
      return rows.map(changeOf)
    },
    interruptedChanges: async (before) => {
      const rows = await db
        .select()
        .from(changes)
        .where(and(inArray(changes.state, ['approved', 'applying']), lt(changes.updatedAt, before)))
        .orderBy(changes.updatedAt, changes.id)
      return rows.map(changeOf)
    },
    proposedChanges: async (about) => {
      const those =
        'subject' in about
          ? eq(changes.subject, about.subject)
          : eq(changes.organisationNumber, about.organisationNumber)
      const rows = await db
        .select()
        .from(changes)
        .where(and(those, proposed, inTime()))
        .orderBy(changes.createdAt, changes.id)
      return rows.map(changeOf)
    },
    lapsedChanges: async (now) => {
      const rows = await db
        .select()
        .from(changes)
        .where(and(proposed, lte(changes.expiresAt, now)))
        .orderBy(changes.expiresAt, changes.id)
      return rows.map(changeOf)
    },
  }
}

const decisionColumns = (decision: Change['decision']) => ({
  deciderTeam: decision?.by.teamId ?? null,
  deciderUser: decision?.by.userId ?? null,
  decidedAt: decision?.at ?? null,
})

const columnsOf = ({ state, step, result, failure, surface, decision, loginId }: Patch) => ({
  ...(state !== undefined && { state }),
  ...(step !== undefined && { step }),
  ...(result !== undefined && { result: canonical(result) }),
  ...(failure !== undefined && { failure: failure === null ? null : canonical(failure) }),
  ...(surface !== undefined && { surface: canonical(surface) }),
  ...(decision !== undefined && decisionColumns(decision)),
  ...(loginId !== undefined && { loginId }),
})

/** Effects on changes. Both throw `internal` when a payload or a result holds a secret. */
export const changeWrites = ({ db, tables: { changes }, now }: Tx): Pick<Writes, 'addChange' | 'moveChange'> => ({
  addChange: async ({ requester, payload, surface, ...change }) => {
    refuseSecrets(payload, 'changes.payload')
    const at = now()
    const [row] = await db
      .insert(changes)
      .values({
        ...change,
        requesterTeam: requester.teamId,
        requesterUser: requester.userId,
        payload: canonical(payload),
        ...decisionColumns(null),
        loginId: null,
        step: null,
        result: canonical(null),
        failure: null,
        surface: canonical(surface),
        version: 1,
        createdAt: at,
        updatedAt: at,
      })
      .onConflictDoNothing()
      .returning()
    if (!row) throw new AppError('internal', 'a change with this id is there already')
    return changeOf(row)
  },
  moveChange: async (id, version, patch) => {
    refuseSecrets(patch.result, 'changes.result')
    const [row] = await db
      .update(changes)
      .set({ ...columnsOf(patch), version: version + 1, updatedAt: now() })
      .where(and(eq(changes.id, id), eq(changes.version, version)))
      .returning()
    return row ? changeOf(row) : null
  },
})
