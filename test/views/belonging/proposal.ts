import { requestMembership } from '../../../src/domain/belonging/request-membership.ts'
import type { Change } from '../../../src/domain/change.ts'

const at = Date.parse('2026-11-22T13:32:00Z')
const asker = { teamId: 'T1', userId: 'U1ASKER' }
const kystverdi = { number: '310000019', name: 'KYSTVERDI KOMMUNE' }

/** Something that waits for somebody's yes, of a kind. */
export const proposal = (kind: string, over: Partial<Change> = {}): Change => ({
  id: 'c1',
  kind,
  organisationNumber: kystverdi.number,
  environment: null,
  subject: null,
  requester: asker,
  payload: { organisationNumber: kystverdi.number, ...(kind !== requestMembership.name && { user: asker }) },
  payloadHash: 'x',
  baseVersion: null,
  policy: 'organisation-admin',
  state: 'proposed',
  decision: null,
  loginId: null,
  step: null,
  result: null,
  failure: null,
  surface: { kind: 'direct' },
  language: 'nb',
  version: 1,
  createdAt: at,
  updatedAt: at,
  expiresAt: at + 14 * 86_400_000,
  ...over,
})
