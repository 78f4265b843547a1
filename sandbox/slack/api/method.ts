import type { Clock } from '../../clock.ts'
import type { SlackWorld } from '../../world.ts'
import type { Channels } from '../channels.ts'
import type { JsonObject } from '../json.ts'
import type { Manifest } from '../manifest.ts'
import type { Messages } from '../messages.ts'
import type { People } from '../people.ts'
import type { Tier } from '../rates.ts'
import type { Toasts } from '../toasts.ts'
import type { Triggers } from '../triggers.ts'
import type { Views } from '../views.ts'

/** What the methods act on. */
export type ApiDeps = {
  world: SlackWorld
  clock: Clock
  manifest: Manifest
  people: People
  channels: Channels
  messages: Messages
  views: Views
  triggers: Triggers
  toasts: Toasts
  /** the granted bot scopes */
  granted: ReadonlySet<string>
  /** base of the workspace's own pages, without a slash at the end */
  base: () => string
  /** a single-use address for one socket connection */
  socketUrl: () => string
}

/** Arguments of a call: objects parsed, everything else as it came (form values are strings). */
export type Args = JsonObject

/**
 * One Web API method (slack.md 4.2). `scopes`: one of them is needed. `run` answers the fields beside `ok`.
 * Thrown `ApiError`s are Slack's refusals.
 */
export type Method = {
  name: string
  tier: Tier
  token: 'bot' | 'app'
  scopes: (args: Args) => readonly string[]
  run: (args: Args) => JsonObject
}

/** For methods that need no scope. */
export const noScope = (): readonly string[] => []

/** Whether a form or JSON argument says yes. */
export const isTrue = (value: unknown): boolean => value === true || value === 'true' || value === '1' || value === 1
