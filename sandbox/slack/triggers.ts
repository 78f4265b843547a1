import type { Clock } from '../clock.ts'
import { ApiError } from './api-error.ts'
import type { Ids } from './ids.ts'

/** How long a trigger lives after the person's action, network time included (slack.md 2.4). */
const TRIGGER_MS = 3000
const FORGOTTEN_MS = 60 * 60_000

export type Triggers = {
  /** A trigger of the person's action just now; `viewId` is the modal it was done in. */
  give(userId: string, viewId?: string): string
  /**
   * Uses the trigger up.
   * @throws ApiError `invalid_trigger_id`, `exchanged_trigger_id` or `expired_trigger_id`
   */
  take(id: unknown): { user: string; viewId?: string }
}

export const createTriggers = (clock: Clock, ids: Ids): Triggers => {
  const given = new Map<string, { user: string; viewId?: string; until: number; taken: boolean }>()
  let count = 0
  return {
    give(user, viewId) {
      count += 1
      // Old ones come first: what is long over is forgotten and then invalid, as at Slack.
      for (const [old, { until }] of given) {
        if (until + FORGOTTEN_MS > clock.now()) break
        given.delete(old)
      }
      const id = `${clock.now()}.${count}.${ids.hex(16)}`
      given.set(id, { user, until: clock.now() + TRIGGER_MS, taken: false, ...(viewId ? { viewId } : {}) })
      return id
    },
    take(id) {
      const trigger = typeof id === 'string' ? given.get(id) : undefined
      if (!trigger) throw new ApiError('invalid_trigger_id')
      if (trigger.taken) throw new ApiError('exchanged_trigger_id')
      if (clock.now() > trigger.until) throw new ApiError('expired_trigger_id')
      trigger.taken = true
      return trigger
    },
  }
}
