import type { AuditAction } from '../audit/actions.ts'
import type { AuditEntry } from '../audit/types.ts'
import { type Actor, auditActor } from './actor.ts'
import type { Contact, ContactContent } from './types.ts'

/** The word under which a contact is an audit line's subject. */
export const contactSubject = (id: string): string => `contact:${id}`

/** What an audit keeps of a contact's content: personal, so for `values` alone, which a purge empties. */
export const contentValues = (content: ContactContent): ContactContent => ({
  name: content.name,
  email: content.email,
  phone: content.phone,
  kind: content.kind,
  language: content.language,
  scope: content.scope,
  clients: content.clients,
})

/** One audit line about a contact: its id in the line, whatever is personal in `values`. */
export const contactLine = (
  action: AuditAction,
  actor: Actor,
  contact: Pick<Contact, 'id' | 'organisationNumber'>,
  values?: AuditEntry['values'],
  outcome: AuditEntry['outcome'] = 'done',
): AuditEntry => ({
  action,
  outcome,
  actor: auditActor(actor),
  organisationNumber: contact.organisationNumber,
  environment: null,
  subject: contactSubject(contact.id),
  changeId: null,
  correlationId: null,
  ...(values && { values }),
})
