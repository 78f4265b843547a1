import type { AuditEntry } from '../audit/types.ts'
import type { SlackUser } from '../belonging/types.ts'
import { clientSubject } from '../client/client-subject.ts'
import { auditActor } from './actor.ts'
import type { InvoiceContent, InvoiceOf } from './types.ts'

/** What an audit keeps of invoice information. */
export const invoiceValues = (content: InvoiceContent): InvoiceContent => ({
  invoiceOrganisationNumber: content.invoiceOrganisationNumber,
  invoiceName: content.invoiceName,
  address: content.address,
  reference: content.reference,
  email: content.email,
})

/** One audit line about invoice information, under the organisation or the client that it is of. */
export const invoiceLine = (
  action: 'invoice.save' | 'invoice.remove',
  who: SlackUser,
  { organisationNumber, client }: InvoiceOf,
  values: AuditEntry['values'],
): AuditEntry => ({
  action,
  outcome: 'done',
  actor: auditActor(who),
  organisationNumber,
  environment: client?.environment ?? null,
  subject: client === null ? `organisation:${organisationNumber}` : clientSubject(client.clientId),
  changeId: null,
  correlationId: null,
  ...(values && { values }),
})
