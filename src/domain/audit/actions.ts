/**
 * Every word that the code writes as an audit line's `action`, noun by noun. Lines live longer than code: a word that is
 * written no more stays here, so that old lines keep their words.
 */
export const auditActions = [
  'client.create',
  'client.deactivate',
  'client.owners',
  'key.add',
  'key.remove',
  'secret.new',
  'credential.add',
  'credential.replace',
  'credential.remove',
  'membership.request',
  'membership.change',
  'admin.name',
  'clearance.ask',
  'clearance.give',
  'clearance.remove',
  'operator.name',
  'operator.remove',
  'organisation.save',
  'organisations.import',
  'service-desk.ask',
  'address.link',
  'address.confirm',
  'login',
  'audit.export',
] as const
export type AuditAction = (typeof auditActions)[number]
