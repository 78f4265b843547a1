import type { Clock } from '../../clock.ts'
import type { SlackWorld } from '../../world.ts'
import type { Ids } from '../ids.ts'
import type { JsonObject } from '../json.ts'
import type { Manifest } from '../manifest.ts'
import type { Courier } from './courier.ts'
import type { Acknowledged } from './parcel.ts'
import type { Schedule } from './schedule.ts'

/** When an event that was not acknowledged is sent again, after the attempt before it (slack.md 3.2). */
const RETRY_AFTER_MS = [0, 60_000, 5 * 60_000]

/** Tells the bot what happens in the workspace, as far as its manifest subscribes to it. */
export type Events = {
  /** Resolves when the first attempt is over; `name` is the subscription, such as `message.im`. */
  send(name: string, event: JsonObject & { type: string }): Promise<void>
}

type Deps = {
  world: SlackWorld
  manifest: Manifest
  clock: Clock
  ids: Ids
  courier: Courier
  schedule: Schedule
}

const reasonOf = (answer: Acknowledged) => {
  if (answer.failure === 'operation_timeout') return 'http_timeout'
  return answer.failure ? 'connection_failed' : 'http_error'
}

export const createEvents = ({ world, manifest, clock, ids, courier, schedule }: Deps): Events => ({
  async send(name, event) {
    if (!manifest.settings.event_subscriptions.bot_events.includes(name)) return
    const payload = {
      token: 'sandbox',
      team_id: world.team.id,
      context_team_id: world.team.id,
      context_enterprise_id: null,
      api_app_id: world.bot.app_id,
      event: { ...event, event_ts: ids.ts() },
      type: 'event_callback',
      event_id: ids.next('Ev'),
      event_time: Math.floor(clock.now() / 1000),
      authorizations: [
        {
          enterprise_id: null,
          team_id: world.team.id,
          user_id: world.bot.user_id,
          is_bot: true,
          is_enterprise_install: false,
        },
      ],
      is_ext_shared_channel: false,
    }
    const attempt = async (num: number, reason?: string): Promise<void> => {
      const retry = reason === undefined ? {} : { retry: { num, reason } }
      const answer = await courier.deliver({ kind: 'event', payload, ...retry })
      const reached = answer.status >= 200 && answer.status < 300
      const wait = RETRY_AFTER_MS[num]
      if (reached || answer.noRetry || wait === undefined) return
      schedule.at(clock.now() + wait, () => attempt(num + 1, reasonOf(answer)))
    }
    await attempt(0)
  },
})
