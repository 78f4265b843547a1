import { AppError } from '../errors.ts'
import type { Environment } from './client/types.ts'
import type { KeptFailure } from './kept-failure.ts'

/**
 * Who must say yes (design 1.4): nobody else, the person again by a login at ID-porten, another operator, an admin of
 * the organisation (or an operator), the service desk.
 */
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
  /** null where the thing is of no environment, as a membership */
  environment: Environment | null
  /** whom or what it is about, such as `person:T1:U1` or `client:…`; the kind's own word */
  subject: string | null
  requester: { teamId: string; userId: string }
  /** canonical, checked by the kind's schema; never a secret */
  payload: P
  /** sha-256 of the canonical payload, hex */
  payloadHash: string
  /** of the thing it was made for, null for something new */
  baseVersion: string | null
  policy: Policy
  state: ChangeState
  /** who said yes or no to it; null while nobody has, and for policy `self` */
  decision: { by: { teamId: string; userId: string }; at: number } | null
  /** of policy `step-up`: the login that approved it */
  loginId: string | null
  /** how far `apply` came, the kind's own word; null before the first step */
  step: string | null
  /** what came of it so far, such as the client id; never a secret */
  result: unknown
  failure: KeptFailure | null
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
  | 'subject'
  | 'requester'
  | 'payload'
  | 'baseVersion'
  | 'policy'
  | 'surface'
  | 'language'
>

/** The word under which a person is a change's or an audit line's subject. */
export const personSubject = ({ teamId, userId }: { teamId: string; userId: string }): string =>
  `person:${teamId}:${userId}`

/** The environment of a change of a client, which always has one. Throws `internal` for others. */
export const environmentOf = ({ environment }: Pick<Change, 'environment'>): Environment => {
  if (environment === null) throw new AppError('internal', 'a change without an environment')
  return environment
}
