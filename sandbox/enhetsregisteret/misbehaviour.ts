import type { Fault } from '../faults.ts'
import type { SystemMode } from '../protocol.ts'

/** How the register fails when the browser makes it: by its status, so that the body is the register's own. */
export const misbehaviour: Partial<Record<SystemMode, Fault>> = {
  failing: { kind: 'status', status: 500 },
  rejecting: { kind: 'status', status: 400 },
  gone: { kind: 'status', status: 410 },
  'rate-limited': { kind: 'status', status: 429, headers: { 'retry-after': '20' } },
}
