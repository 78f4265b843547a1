import type { ErrorCode } from '../errors.ts'
import type { Environment } from './client/types.ts'

/** Who must say yes (design 1.4). Only `self` is carried out so far; the others are reserved names. */
export const policies = ['self', 'step-up', 'second-operator', 'organisation-admin', 'service-desk'] as const
export type Policy = (typeof policies)[number]

export const changeStates = [
  'proposed',
  'approved',
  'applying',
  'done',
  'failed',
  'unknown',
  'declined',
  'expired',
] as const
export type ChangeState = (typeof changeStates)[number]

/**
 * Where an answer goes, as stored (design 1.5): a modal, a message of the bot's, an answer URL, or the person's
 * direct messages when nothing else lives.
 */
export type Surface =
  | { kind: 'view'; viewId: string; hash: string | null }
  | { kind: 'message'; channel: string; ts: string }
  /** `replace`: the click came from a private message, which this URL alone can replace (a command's can't) */
  | { kind: 'response'; url: string; expiresAt: number; replace: boolean }
  | { kind: 'direct' }

/** A row of `changes`: something that somebody asked for, how far it came, and where its answer goes. */
export type Change<P = unknown> = {
  id: string
  kind: string
  organisationNumber: string
  environment: Environment
  requester: { teamId: string; userId: string }
  /** canonical, checked by the kind's schema; never a secret */
  payload: P
  /** sha-256 of the canonical payload, hex */
  payloadHash: string
  /** of the thing it was made for, null for something new */
  baseVersion: string | null
  policy: Policy
  state: ChangeState
  /** how far `apply` came, the kind's own word; null before the first step */
  step: string | null
  /** what came of it so far, such as the client id; never a secret */
  result: unknown
  failure: { code: ErrorCode; correlationId: string | null } | null
  surface: Surface
  language: 'nb' | 'en'
  version: number
  createdAt: number
  updatedAt: number
  expiresAt: number
}

/** The change as it is asked for, before it has an id and a life. */
export type NewChange<P = unknown> = Pick<
  Change<P>,
  | 'kind'
  | 'organisationNumber'
  | 'environment'
  | 'requester'
  | 'payload'
  | 'baseVersion'
  | 'policy'
  | 'surface'
  | 'language'
>
