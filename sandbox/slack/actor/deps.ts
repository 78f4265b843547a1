import type { SlackWorld } from '../../world.ts'
import type { Changes } from '../changes.ts'
import type { Channels } from '../channels.ts'
import type { Carried, Courier } from '../delivery/courier.ts'
import type { Events } from '../delivery/events.ts'
import type { Ids } from '../ids.ts'
import type { JsonObject } from '../json.ts'
import type { Manifest } from '../manifest.ts'
import type { Messages } from '../messages.ts'
import type { Outcome } from '../outcome.ts'
import type { People } from '../people.ts'
import type { ResponseUrls } from '../response-urls.ts'
import type { Toasts } from '../toasts.ts'
import type { Triggers } from '../triggers.ts'
import type { Views } from '../views.ts'

/** What a person's acts work on. */
export type ActorDeps = {
  world: SlackWorld
  manifest: Manifest
  ids: Ids
  changes: Changes
  people: People
  channels: Channels
  messages: Messages
  views: Views
  triggers: Triggers
  toasts: Toasts
  responseUrls: ResponseUrls
  courier: Courier
  events: Events
}

/** What the person has going on: the last request, for `replayLast`, and what external selects were answered. */
export type Hand = {
  userId: string
  last: Carried | undefined
  /** by `<container> <block_id> <action_id>` */
  suggested: Map<string, JsonObject[]>
}

/** An outcome where nothing was sent to the bot. */
export const nothingSent = (more: Partial<Outcome> = {}): Outcome => ({ status: 0, body: '', ms: 0, ...more })
