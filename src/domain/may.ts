import type { ErrorCode } from '../errors.ts'
import type { Belonging } from './belonging/types.ts'
import { type Environment, environments } from './client/types.ts'

/** Everything that somebody can ask for, as data: routes and kinds of change name one of these. */
export const actions = [
  'help',
  'whoami',
  'language.choose',
  'service-desk.ask',
  'service-desk.answer',
  'address.confirm',
  'membership.request',
  'organisation.switch',
  'client.read',
  'client.change',
  'client.owners',
  'clearance.ask',
  'clearance.prove',
  'clearance.confirm',
  'clearance.give',
  'clearance.remove',
  'membership.decide',
  'membership.manage',
  'admin.name',
  'organisation.manage',
  'operator.name',
  'credential.manage',
  'audit.read',
  'contact.read',
  'contact.change',
  'contact.remove-last',
  'invoice.change',
  'reach.read',
  'delivery.send-again',
  'order.read',
  'order.change',
  'order.record',
  'order.choose-organisation',
  'order.consent',
  'order.export',
] as const
export type Action = (typeof actions)[number]

/** The columns of design section 2. Somebody may stand in several: an admin is a member too, and may be cleared. */
export const roles = ['stranger', 'unconfirmed', 'pending', 'member', 'cleared', 'admin', 'operator'] as const
export type Role = (typeof roles)[number]

export type Verdict = { ok: true } | { ok: false; code: ErrorCode }

/** `own`: for the organisation that one acts for. `any`: whichever organisation, or none. Else why not. */
export type Cell = 'own' | 'any' | ErrorCode
export type Cells = Record<Environment, Cell>

const everywhere = (cell: Cell): Cells => ({ test: cell, prod: cell })

type Row = Record<Role, Cells>

/** A row from what differs: those outside hear why they are, members and those above them `not-allowed`. */
const row = (cells: Partial<Row>): Row => ({
  stranger: everywhere('not-a-member'),
  unconfirmed: everywhere('unconfirmed'),
  pending: everywhere('pending'),
  member: everywhere('not-allowed'),
  cleared: cells.member ?? everywhere('not-allowed'),
  admin: cells.member ?? everywhere('not-allowed'),
  operator: everywhere('not-allowed'),
  ...cells,
})

const any = everywhere('any')
const own = everywhere('own')
const everybody: Row = row({
  stranger: any,
  unconfirmed: any,
  pending: any,
  member: any,
  operator: any,
})
/** Production needs a clearance; that it also needs a fresh login is the change's policy. */
const byClearance = row({ member: { test: 'own', prod: 'not-cleared' }, cleared: own })
const byAdmins = row({ admin: own, operator: any })
const byOperators = row({ operator: any })
const byMembers = row({ member: own, operator: any })

/** Who may do what where (design section 2). */
export const mayTable: Record<Action, Row> = {
  help: everybody,
  whoami: everybody,
  'language.choose': everybody,
  'service-desk.ask': everybody,
  'service-desk.answer': byOperators,
  'address.confirm': row({ unconfirmed: any, member: everywhere('already-done'), pending: everywhere('already-done') }),
  // that the domain is a shared one, and the organisation one of its owners, is the kind's to check
  'membership.request': row({ stranger: any, pending: any, member: everywhere('already-done') }),
  'organisation.switch': row({ member: any }),
  'client.read': row({ member: own }),
  'client.change': byClearance,
  // ours alone, and an admin undoes what was given and taken, cleared or not (design section 2)
  'client.owners': { ...byClearance, admin: own },
  'clearance.ask': row({ member: own, operator: any }),
  'clearance.prove': row({ member: own }),
  'clearance.confirm': byAdmins,
  'clearance.give': byOperators,
  'clearance.remove': byAdmins,
  'membership.decide': byAdmins,
  'membership.manage': byAdmins,
  'admin.name': byOperators,
  'organisation.manage': byOperators,
  'operator.name': byOperators,
  'credential.manage': row({ admin: own }),
  'audit.read': byAdmins,
  'contact.read': row({ member: own }),
  'contact.change': row({ member: own }),
  // a production client that nobody hears of may lock citizens out unseen
  'contact.remove-last': row({ admin: own }),
  'invoice.change': row({ member: own }),
  'reach.read': byOperators,
  'delivery.send-again': byOperators,
  'order.read': byMembers,
  'order.change': byMembers,
  // brreg's answers come to whoever ordered, and the service desk is told of them too
  'order.record': byMembers,
  'order.choose-organisation': byOperators,
  // a customer's yes is the customer's alone
  'order.consent': row({ member: own }),
  'order.export': byMembers,
}

/** The columns that a person stands in, the widest last. */
export const rolesOf = (belonging: Belonging): Role[] => {
  const standing: Role[] = [belonging.as]
  if (belonging.as === 'member' && belonging.cleared) standing.push('cleared')
  if (belonging.as === 'member' && belonging.admin) standing.push('admin')
  if (belonging.operator) standing.push('operator')
  return standing
}

const reaches = (cell: Cell, belonging: Belonging, organisationNumber: string | undefined): boolean => {
  if (cell === 'any') return true
  if (cell !== 'own' || belonging.as !== 'member') return false
  return organisationNumber === undefined || belonging.organisation.number === organisationNumber
}

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
  const asked = on.environment === undefined ? environments : [on.environment]
  let ofAnother = false
  let why: ErrorCode | null = null
  for (const role of rolesOf(belonging)) {
    for (const environment of asked) {
      const cell = mayTable[action][role][environment]
      if (reaches(cell, belonging, on.organisationNumber)) return { ok: true }
      if (cell === 'own' || cell === 'any') ofAnother = true
      else why ??= cell
    }
  }
  // somebody who may with their own organisation learns nothing of another's
  return { ok: false, code: ofAnother ? 'not-found' : (why ?? 'not-allowed') }
}
