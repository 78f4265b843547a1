import type { ErrorCode } from '../errors.ts'
import type { Belonging } from './belonging/types.ts'
import type { Environment } from './client/types.ts'

/** Everything that somebody can ask for, as data: routes name one of these. */
export const actions = [
  'help',
  'whoami',
  'language.choose',
  'service-desk.ask',
  'client.read',
  'client.change',
] as const
export type Action = (typeof actions)[number]

/** Design section 2. Later issues add pending, cleared member, organisation admin and operator as columns. */
export const roles = ['stranger', 'member'] as const
export type Role = (typeof roles)[number]

export type Verdict = { ok: true } | { ok: false; code: ErrorCode }

type Cell = 'yes' | ErrorCode
type Cells = Record<Environment, Cell>

const everywhere = (cell: Cell): Cells => ({ test: cell, prod: cell })

/**
 * Who may do what where (design section 2). Production changes need clearance and a fresh login, which no role has
 * yet: hence `environment-not-yet`.
 */
export const mayTable: Record<Action, Record<Role, Cells>> = {
  help: { stranger: everywhere('yes'), member: everywhere('yes') },
  whoami: { stranger: everywhere('yes'), member: everywhere('yes') },
  'language.choose': { stranger: everywhere('yes'), member: everywhere('yes') },
  'service-desk.ask': { stranger: everywhere('yes'), member: everywhere('yes') },
  'client.read': { stranger: everywhere('not-a-member'), member: everywhere('yes') },
  'client.change': {
    stranger: everywhere('not-a-member'),
    member: { test: 'yes', prod: 'environment-not-yet' },
  },
}

/** The column of the table that a person stands in. */
export const roleOf = (belonging: Belonging): Role => belonging.as

/**
 * Whether somebody may do something. Without `on.environment` it asks whether there is any environment where they
 * may (to open a dialog that then asks which). Another organisation's thing answers `not-found`, as one that does not
 * exist (design section 2).
 */
export const may = (
  belonging: Belonging,
  action: Action,
  on: { environment?: Environment; organisationNumber?: string } = {},
): Verdict => {
  const cells = mayTable[action][roleOf(belonging)]
  const cell = on.environment ? cells[on.environment] : cells.prod === 'yes' ? 'yes' : cells.test
  if (cell !== 'yes') return { ok: false, code: cell }
  if (on.organisationNumber === undefined) return { ok: true }
  const own = belonging.as === 'member' && belonging.organisation.number === on.organisationNumber
  return own ? { ok: true } : { ok: false, code: 'not-found' }
}
