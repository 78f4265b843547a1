import type { z } from 'zod'
import type { ErrorCode, ErrorDetails } from '../errors.ts'
import type { SlackUser } from './belonging/types.ts'
import type { Change, ChangeState, Policy } from './change.ts'
import type { Environment, RegisteredKey, Registration } from './client/types.ts'
import type { NewDelivery } from './delivery/delivery.ts'
import type { Deps, Writes } from './deps.ts'
import type { Action } from './may.ts'

/** What carrying out a change asks of the world. */
export type ChangeDeps = Pick<
  Deps,
  'store' | 'digdir' | 'adminClients' | 'enhetsregisteret' | 'vault' | 'now' | 'newId' | 'wait' | 'turns'
>

/**
 * One thing done outside, for the audit: `action` in its words, `subject` such as `client:<id>`, `before` and `after`
 * without secrets.
 */
export type Effect = {
  action: string
  subject: string | null
  /** where it is another than the change's, which may be of none */
  environment?: Environment
  correlationId: string | null
  before?: unknown
  after?: unknown
}

/** What a step brought, saved in the same transaction as the step. */
export type Made = {
  effects?: Effect[]
  registration?: Registration
  keys?: RegisteredKey[]
  /** what else the step writes; throws an `AppError` to undo all of it */
  save?: (tx: Writes) => Promise<void>
  deliveries?: NewDelivery[]
}

/** What is left to save at the end. The secret goes to the one who asked and nowhere else. */
export type Applied<R> = Made & { result: R; secret?: string }

/** A change while it is carried out. `step` and `result` are those last saved, also by an earlier run. */
export type Run<P, R> = {
  readonly change: Change
  readonly payload: P
  readonly step: string | null
  readonly result: R | null
  /** what the one click brought that is stored with no change, such as an encrypted key; undefined: nothing */
  readonly given?: unknown
  /**
   * Saves how far it came, before going on. Throws `in-progress` when another runner took over: then do nothing more.
   * A step of null says that nothing was done after all.
   */
  reach(step: string | null, result: R | null, made?: Made): Promise<void>
}

/** How a change reads to somebody who must say yes, and to the audit; no secrets. */
export type Description = { subject: string | null; before?: unknown; after?: unknown }

/** Who must say yes: the same everywhere, or told by the environment. */
export type PolicyOf = Policy | Record<Environment, Policy>

/**
 * A kind of change (design 1.4). `name` is also its word in the audit. `apply` may be called again after a crash or a
 * failure with the step it reached, and must then look before it acts. It throws `AppError`s; one with
 * `digdir-outcome-unknown` leaves the change `unknown`, all others `failed`.
 */
export type ChangeKind<P, R> = {
  name: string
  /** asked of the requester when it is begun and again when it is applied */
  action: Action
  policy: PolicyOf
  /** ms from the asking until it can no longer be begun; one that has begun can be resumed later too */
  life: number
  payload: z.ZodType<P>
  result: z.ZodType<R>
  describe(payload: P): Description
  /**
   * Of policies where somebody else decides: what they must be allowed to (asked of the change's organisation), and
   * who may not decide though they could, beside the requester. `proved`: only once the person concerned has logged in.
   */
  decided?: { action: Action; notBy?(payload: P): SlackUser[]; proved?: true }
  /**
   * Whether the change still fits what there is, asked when it is begun and again at apply (design 1.4, drift).
   * Throws an `AppError`, such as `changed-meanwhile`, `not-owner` or `not-found`.
   */
  fits?(
    deps: ChangeDeps,
    change: Pick<Change, 'organisationNumber' | 'environment' | 'requester' | 'baseVersion'>,
    payload: P,
  ): Promise<void>
  /** Written with the change itself, when it is begun; throws an `AppError` to write neither. */
  begin?(deps: Pick<Deps, 'now'>, tx: Writes, change: Pick<Change, 'requester' | 'organisationNumber'>): Promise<void>
  /** Steps at which nobody knows what was done outside: whatever fails there leaves the change `unknown`. */
  doubtful?: readonly string[]
  apply(deps: ChangeDeps, run: Run<P, R>): Promise<Applied<R>>
}

/** Any kind, as it stands in a list of kinds. */
export type AnyKind = ChangeKind<unknown, unknown>

/** What became of a change. `registration` and `keys` as far as they are known; descriptions without our marker. */
export type Outcome = {
  state: ChangeState
  change: Change
  registration?: Registration
  keys?: RegisteredKey[]
  /** in clear, this once: never store or log it */
  secret?: string
  /** `error` is for the log */
  failure?: { code: ErrorCode; correlationId: string | null; details: ErrorDetails; error?: unknown }
}
