import { isAppError } from '../../errors.ts'
import type { ChangeDeps } from '../change-kind.ts'
import { listOwn } from './find-registration.ts'
import { bearsMarker } from './marker.ts'
import type { AdminAccess, Registration } from './types.ts'

/** ms before each look: a create that was cut off may still be at work at Digdir. */
const waits = [0, 2_000, 5_000] as const

/** `absent`: Digdir was seen, last of all, and has no such client. `unseen`: nobody knows. */
export type Twin = { seen: 'found'; registration: Registration } | { seen: 'absent' } | { seen: 'unseen' }

const blind = [
  'digdir-unavailable',
  'digdir-answer-unreadable',
  'digdir-outcome-unknown',
  'maskinporten-unavailable',
] as const

/**
 * Looks for the client that a create of this change may have made: our marker and the same type, inactive ones too
 * (digdir.md 7, trap 13). Three looks. Where there are several, an active one, and the oldest. Throws what says that
 * nobody may look at all, such as `digdir-forbidden`.
 */
export const findTwin = async (
  deps: ChangeDeps,
  access: AdminAccess,
  changeId: string,
  integrationType: string,
): Promise<Twin> => {
  let last: Twin = { seen: 'unseen' }
  for (const ms of waits) {
    if (ms > 0) await deps.wait(ms)
    try {
      const [twin] = (await listOwn(deps, access))
        .filter((each) => each.integration_type === integrationType && bearsMarker(each, changeId))
        .sort((a, b) => Number(b.active) - Number(a.active) || (a.created ?? 0) - (b.created ?? 0))
      if (twin) return { seen: 'found', registration: twin }
      last = { seen: 'absent' }
    } catch (error) {
      if (!isAppError(error, ...blind)) throw error
      last = { seen: 'unseen' }
    }
  }
  return last
}
