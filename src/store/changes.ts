import { and, desc, eq, inArray, isNotNull, lt, or } from 'drizzle-orm'
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
const failureSchema = z.object({ code: z.enum(errorCodes), correlationId: z.string().nullable() })
const surfaceSchema: z.ZodType<Surface> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('view'), viewId: z.string(), hash: z.string().nullable() }),
  z.object({ kind: z.literal('message'), channel: z.string(), ts: z.string() }),
  z.object({ kind: z.literal('response'), url: z.string(), expiresAt: z.number(), replace: z.boolean() }),
  z.object({ kind: z.literal('direct') }),
])

const changeOf = (row: Row): Change => {
  const { requesterTeam, requesterUser, payload, result, failure, surface, state, policy, ...rest } = row
  return {
    ...rest,
    requester: { teamId: requesterTeam, userId: requesterUser },
    policy: policySchema.parse(policy),
    state: stateSchema.parse(state),
    // of any shape: the change's kind has the schema
    payload: parsed(z.unknown(), payload, 'changes.payload'),
    result: parsed(z.unknown(), result, 'changes.result'),
    failure: failure === null ? null : parsed(failureSchema, failure, 'changes.failure'),
    surface: parsed(surfaceSchema, surface, 'changes.surface'),
  }
}

/** Questions about changes. */
export const changeReads = ({
  db,
  tables: { changes },
}: Ground): Pick<Reads, 'change' | 'openChanges' | 'interruptedChanges'> => ({
  change: async (id) => {
    const [row] = await db.select().from(changes).where(eq(changes.id, id))
    return row ? changeOf(row) : null
  },
  openChanges: async ({ teamId, userId }) => {
    const halfMade = and(eq(changes.state, 'failed'), isNotNull(changes.step))
    const rows = await db
      .select()
      .from(changes)
      .where(
        and(
          eq(changes.requesterTeam, teamId),
          eq(changes.requesterUser, userId),
          or(inArray(changes.state, ['approved', 'applying', 'unknown']), halfMade),
        ),
      )
      .orderBy(desc(changes.createdAt), desc(changes.id))
    return rows.map(changeOf)
  },
  interruptedChanges: async (before) => {
    const notBegun = and(eq(changes.state, 'approved'), eq(changes.policy, 'self'))
    const rows = await db
      .select()
      .from(changes)
      .where(and(or(eq(changes.state, 'applying'), notBegun), lt(changes.updatedAt, before)))
      .orderBy(changes.updatedAt, changes.id)
    return rows.map(changeOf)
  },
})

const columnsOf = ({ state, step, result, failure, surface }: Patch) => ({
  ...(state !== undefined && { state }),
  ...(step !== undefined && { step }),
  ...(result !== undefined && { result: canonical(result) }),
  ...(failure !== undefined && { failure: failure === null ? null : canonical(failure) }),
  ...(surface !== undefined && { surface: canonical(surface) }),
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
