import type { SystemMode } from '../protocol.ts'
import type { MailFault } from './mail-faults.ts'

const SLOW_MS = 6000
/** Between the yes to a mail and its way back. */
const RETURN_MS = 2000

/** What the server does to all mail in each mode; nothing when it works well. */
export const serverFault: Partial<Record<SystemMode, MailFault>> = {
  slow: { kind: 'slow', ms: SLOW_MS },
  failing: { kind: 'refuse', at: 'data', code: 451 },
  silent: { kind: 'silence', at: 'connect' },
  'rate-limited': { kind: 'refuse', at: 'connect', code: 421, text: 'Too many connections, try again later' },
  refusing: { kind: 'refuse', at: 'rcpt', code: 550 },
  returning: { kind: 'return', status: '5.1.1', code: 550, ms: RETURN_MS },
  cutting: { kind: 'drop' },
}

/** The same for one address, of which nothing is known before it is named. */
export const addressFault: Partial<Record<SystemMode, MailFault>> = {
  ...serverFault,
  silent: { kind: 'silence', at: 'data' },
  'rate-limited': { kind: 'refuse', at: 'rcpt', code: 452 },
}
