import type { AuditAction } from '../audit/actions.ts'
import type { AuditEntry } from '../audit/types.ts'
import { type Actor, auditActor } from '../contact/actor.ts'
import { companyNumbers } from './companies.ts'
import type { Order, OrderContent } from './types.ts'

/** The word under which an order is an audit line's subject. */
export const orderSubject = (id: string): string => `order:${id}`

/** One audit line about an order: its id in the line, whatever is personal in `values`. */
export const orderLine = (
  action: AuditAction,
  actor: Actor,
  order: Pick<Order, 'id' | 'organisationNumber'>,
  values?: AuditEntry['values'],
): AuditEntry => ({
  action,
  outcome: 'done',
  actor: auditActor(actor),
  organisationNumber: order.organisationNumber,
  environment: null,
  subject: orderSubject(order.id),
  changeId: null,
  correlationId: null,
  ...(values && { values }),
})

/**
 * What an audit keeps of a content. Nothing of people: an order's content is forgotten long before audit values are, and
 * that of a cancelled one at once.
 */
export const contentValues = (content: OrderContent): { kind: string; companies: string[] } => ({
  kind: content.kind,
  companies: companyNumbers(content),
})
