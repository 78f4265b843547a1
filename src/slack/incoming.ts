import { z } from 'zod'
import type { SlackUser } from '../domain/belonging/types.ts'
import type { Surface } from '../domain/change.ts'
import { chosen, whichClick } from './click.ts'
import type { Door, FromView, RouteKind } from './route.ts'
import { storable } from './storable.ts'

/** A request of Slack's, parsed once: what it asks for, who asks, where answers can go. */
export type Incoming = {
  kind: RouteKind
  id: string
  user: SlackUser
  /** what the row's `input` schema gets */
  input: unknown
  door: Door
  once: string
  triggerId: string | null
  surface: Surface
  view: FromView | null
}

/** A response_url lives 30 minutes (slack.md 2.3); a minute is kept back for the way. */
const responseLife = 29 * 60_000

const user = z.object({ id: z.string(), team_id: z.string().optional() })
const team = z.object({ id: z.string() }).nullish()
const value = z.looseObject({ type: z.string() })

const commandBody = z.object({
  command: z.string().startsWith('/'),
  text: z.string().default(''),
  user_id: z.string(),
  team_id: z.string(),
  trigger_id: z.string(),
  response_url: z.string(),
})

const viewBody = z.object({
  id: z.string(),
  hash: z.string().default(''),
  type: z.string(),
  callback_id: z.string().default(''),
  private_metadata: z.string().default(''),
  previous_view_id: z.string().nullish(),
  root_view_id: z.string().nullish(),
  state: z.object({ values: z.record(z.string(), z.record(z.string(), value)) }).optional(),
})

const actionBody = z.object({
  type: z.literal('block_actions'),
  user,
  team,
  trigger_id: z.string().optional(),
  response_url: z.string().optional(),
  view: viewBody.optional(),
  container: z.looseObject({
    type: z.string(),
    channel_id: z.string().optional(),
    message_ts: z.string().optional(),
    is_ephemeral: z.boolean().optional(),
  }),
  actions: z
    .array(
      z.looseObject({
        action_id: z.string(),
        block_id: z.string(),
        type: z.string(),
        action_ts: z.string().default(''),
      }),
    )
    .min(1),
})

const submitBody = z.object({
  type: z.literal('view_submission'),
  user,
  team,
  trigger_id: z.string().optional(),
  view: viewBody,
})
const closedBody = z.object({ type: z.literal('view_closed'), user, team, view: viewBody })
const optionsBody = z.object({
  type: z.literal('block_suggestion'),
  user,
  team,
  action_id: z.string(),
  value: z.string().default(''),
  view: viewBody.optional(),
})
const eventBody = z.object({
  type: z.literal('event_callback'),
  team_id: z.string(),
  event_id: z.string(),
  event: z.looseObject({
    type: z.string(),
    user: z.union([z.string(), z.looseObject({ id: z.string() })]).optional(),
  }),
})

const fromView = (view: z.output<typeof viewBody>): FromView => ({
  id: view.id,
  hash: view.hash,
  callbackId: view.callback_id,
  metadata: view.private_metadata,
  values: view.state?.values ?? {},
  depth: !view.previous_view_id ? 1 : view.previous_view_id === view.root_view_id ? 2 : 3,
})

type Asker = { user: { id: string; team_id?: string | undefined }; team?: { id: string } | null | undefined }
const slackUser = (body: Asker): SlackUser => ({
  teamId: body.team?.id ?? body.user.team_id ?? '',
  userId: body.user.id,
})

const command = (raw: unknown, now: number): Incoming => {
  const body = commandBody.parse(raw)
  return {
    kind: 'command',
    id: body.command.slice(1),
    user: { teamId: body.team_id, userId: body.user_id },
    input: body.text,
    door: 'command',
    once: `command:${body.trigger_id}`,
    triggerId: body.trigger_id,
    surface: { kind: 'response', url: body.response_url, expiresAt: now + responseLife, replace: false },
    view: null,
  }
}

const action = (raw: unknown, now: number): Incoming => {
  const body = actionBody.parse(raw)
  const [first] = body.actions
  if (first === undefined) throw new Error('block_actions without an action')
  const view = body.view === undefined ? null : fromView(body.view)
  const { channel_id: channel, message_ts: ts, is_ephemeral: ephemeral } = body.container
  const surface: Surface =
    view !== null && body.view?.type === 'modal'
      ? { kind: 'view', viewId: view.id, hash: null }
      : ephemeral && body.response_url !== undefined
        ? { kind: 'response', url: body.response_url, expiresAt: now + responseLife, replace: true }
        : channel !== undefined && ts !== undefined
          ? { kind: 'message', channel, ts }
          : { kind: 'direct' }
  return {
    kind: 'action',
    id: first.action_id,
    user: slackUser(body),
    input: chosen(first),
    door: view === null ? 'message' : body.view?.type === 'home' ? 'home' : 'modal',
    once: `action:${whichClick(view, body.view?.type === 'modal', ts, first)}`,
    triggerId: body.trigger_id ?? null,
    surface,
    view,
  }
}

const submit = (raw: unknown): Incoming => {
  const body = submitBody.parse(raw)
  const view = fromView(body.view)
  return {
    kind: 'submit',
    id: view.callbackId,
    user: slackUser(body),
    input: view.values,
    door: 'modal',
    // a repeat of the same submission carries the same view and hash, whatever else differs
    once: `submit:${view.id}:${view.hash}`,
    triggerId: body.trigger_id ?? null,
    surface: { kind: 'view', viewId: view.id, hash: null },
    view,
  }
}

const closed = (raw: unknown): Incoming => {
  const body = closedBody.parse(raw)
  const view = fromView(body.view)
  return {
    kind: 'closed',
    id: view.callbackId,
    user: slackUser(body),
    input: null,
    door: 'modal',
    once: `closed:${view.id}`,
    triggerId: null,
    surface: { kind: 'direct' },
    view,
  }
}

const options = (raw: unknown): Incoming => {
  const body = optionsBody.parse(raw)
  return {
    kind: 'options',
    id: body.action_id,
    user: slackUser(body),
    input: body.value,
    door: 'modal',
    once: 'options',
    triggerId: null,
    surface: { kind: 'direct' },
    view: body.view === undefined ? null : fromView(body.view),
  }
}

const event = (raw: unknown): Incoming => {
  const body = eventBody.parse(raw)
  const who = body.event.user
  return {
    kind: 'event',
    id: body.event.type,
    user: { teamId: body.team_id, userId: typeof who === 'string' ? who : (who?.id ?? '') },
    input: body.event,
    door: 'event',
    once: `event:${body.event_id}`,
    triggerId: null,
    surface: { kind: 'direct' },
    view: null,
  }
}

/**
 * Parses the body of a request, as Bolt hands it over for HTTP and Socket Mode alike (slack.md 2.1, 2.5, 3.2).
 *
 * @param now epoch ms
 * @returns null for a kind of request that the bot has no use for
 * @throws {z.ZodError} when Slack sent something of a known kind in another shape
 */
export const readIncoming = (sent: Record<string, unknown>, now: number): Incoming | null => {
  const body = storable(sent)
  if (typeof body.command === 'string') return command(body, now)
  switch (body.type) {
    case 'block_actions':
      return action(body, now)
    case 'view_submission':
      return submit(body)
    case 'view_closed':
      return closed(body)
    case 'block_suggestion':
      return options(body)
    case 'event_callback':
      return event(body)
    default:
      return null
  }
}
