import type { ModalView } from '@slack/types'
import { z } from 'zod'
import type { Shown } from '../../views/kit/shown.ts'
import type { SlackUser } from '../domain/belonging/types.ts'
import { may } from '../domain/may.ts'
import { AppError, isAppError, loudness } from '../errors.ts'
import type { Logger } from '../log.ts'
import { type Text, textFor } from '../text/index.ts'
import type { Viewer } from '../viewer.ts'
import type { SlackApi } from './client.ts'
import { readCommandText } from './command-text.ts'
import type { InHand } from './in-hand.ts'
import { type Incoming, readIncoming } from './incoming.ts'
import { type Ask, type Effect, empty, type Reply, type Route, type RouteKind, type Services } from './route.ts'
import type { Surfaces } from './surface.ts'
import { wire } from './wire.ts'

/** What the router needs beside the rows. */
export type RouterDeps = {
  services: Services
  slack: SlackApi
  surfaces: Surfaces
  inHand: InHand
  log: Logger
  viewer(user: SlackUser, effect: Effect): Promise<Viewer | null>
  defaultLanguage: 'nb' | 'en'
  /** An error as content: for a person, in their language. `belonging` cards are errors too. */
  explain(error: unknown, t: Text, requestId: string, viewer: Viewer | null): Shown
}

type AckFunction = (answer?: unknown) => Promise<void>

/** Answers one request of Slack's; acknowledges exactly once, whatever happens. */
export type Dispatch = (body: Record<string, unknown>, ack: AckFunction, requestId: string) => Promise<void>

const key = (kind: RouteKind, id: string) => `${kind} ${id}`

/** Rows by kind and id. @throws {Error} when two rows claim the same */
export const routingTable = (routes: readonly Route[]): ReadonlyMap<string, Route> => {
  const table = new Map<string, Route>()
  for (const row of routes) {
    if (table.has(key(row.kind, row.id))) throw new Error(`two routes for ${row.kind} ${row.id}`)
    table.set(key(row.kind, row.id), row)
  }
  return table
}

type Found = { row: Route | undefined; input: unknown }

/** `/x-client` where the workspace's manifest was made with `--prefix x`. */
const nounOf = (table: ReadonlyMap<string, Route>, name: string): string =>
  table.has(key('command', name)) ? name : name.slice(name.indexOf('-') + 1)

/** Which row answers a command: `/portvakt client list` is `/client list`. */
const findCommand = (table: ReadonlyMap<string, Route>, name: string, text: string): Found => {
  const noun = nounOf(table, name)
  const { sub, input } = readCommandText(text)
  if (noun === 'portvakt' && sub !== 'portvakt' && table.has(key('command', sub)))
    return findCommand(table, sub, input.rest)
  return { row: table.get(key('command', sub === '' ? noun : `${noun} ${sub}`)), input }
}

const find = (table: ReadonlyMap<string, Route>, incoming: Incoming): Found =>
  incoming.kind === 'command'
    ? findCommand(table, incoming.id, String(incoming.input))
    : { row: table.get(key(incoming.kind, incoming.id)), input: incoming.input }

/** The error that a request without a row is answered with; events without a row are nobody's business. */
const missing = (kind: RouteKind): AppError | null => {
  if (kind === 'event' || kind === 'closed') return null
  return new AppError(
    kind === 'command' ? 'unknown-command' : kind === 'submit' ? 'stale-view' : 'stale-button',
    `no route for a ${kind}`,
  )
}

/**
 * One dispatcher for all of Slack's requests (design 1.2): finds the row, resolves who asks, asks `may`, parses the
 * input, runs, acknowledges, finishes what is left, and turns every error into an answer.
 */
export const createRouter = (routes: readonly Route[], deps: RouterDeps): Dispatch => {
  const table = routingTable(routes)

  const askFor = (
    incoming: Incoming,
    input: unknown,
    viewer: Viewer,
    t: Text,
    requestId: string,
    log: () => Logger,
  ): Ask<unknown> => ({
    input,
    viewer,
    t,
    door: incoming.door,
    once: incoming.once,
    requestId,
    get log() {
      return log()
    },
    view: incoming.view,
    surface: incoming.surface,
    open: (view) => open(incoming, view),
    show: (content, where = incoming.surface) => deps.surfaces.show(viewer.user, content, where),
    async fail(error, where) {
      note(log(), error)
      await deps.surfaces.show(viewer.user, deps.explain(error, t, requestId, viewer), where)
    },
  })

  const open = async (incoming: Incoming, view: ModalView) => {
    if (incoming.triggerId === null) throw new AppError('internal', 'this request has no trigger')
    if (incoming.door !== 'modal' || incoming.view === null) return await deps.slack.openView(incoming.triggerId, view)
    // three views is all that Slack stacks
    if (incoming.view.depth >= 3) return await deps.slack.updateView(incoming.view.id, view)
    return await deps.slack.pushView(incoming.triggerId, view)
  }

  /** An error before the acknowledgement: the modal stays beneath, so nothing typed is lost. */
  const refusal = (incoming: Incoming, shown: Shown): Reply => {
    if (incoming.kind === 'command') return { now: { kind: 'message', message: shown.message } }
    if (incoming.kind === 'submit')
      return {
        now:
          (incoming.view?.depth ?? 1) >= 3 ? { kind: 'update', view: shown.view } : { kind: 'push', view: shown.view },
      }
    if (incoming.kind === 'options') return { now: { kind: 'options', options: [] } }
    if (incoming.kind === 'action') return { now: empty, later: () => tell(incoming, shown) }
    return { now: empty }
  }

  /** An answer to a click goes on top of what was clicked, never in its place. */
  const tell = async (incoming: Incoming, shown: Shown): Promise<void> => {
    if (incoming.triggerId !== null && incoming.view !== null) {
      await open(incoming, shown.view)
      return
    }
    const where =
      incoming.surface.kind === 'response' ? { ...incoming.surface, replace: false } : { kind: 'direct' as const }
    await deps.surfaces.show(incoming.user, shown, where)
  }

  const note = (log: Logger, error: unknown): void => {
    const level = loudness(error)
    log[level]({ err: error }, 'request ended in an error')
  }

  const run = async (incoming: Incoming, requestId: string, log: () => Logger): Promise<Reply> => {
    let viewer: Viewer | null = null
    let t = textFor(deps.defaultLanguage)
    try {
      const { row, input } = find(table, incoming)
      if (row === undefined && missing(incoming.kind) === null) return { now: empty }
      viewer = await deps.viewer(incoming.user, row?.effect ?? 'read')
      if (viewer === null) return { now: empty }
      t = textFor(viewer.language)
      if (row === undefined) throw missing(incoming.kind)
      const allowed = may(viewer.belonging, row.may)
      if (!allowed.ok) throw new AppError(allowed.code, `may not ${row.may}`)
      const parsed = row.input.safeParse(input)
      if (!parsed.success)
        throw new AppError(
          incoming.kind === 'command' ? 'bad-input' : incoming.kind === 'submit' ? 'stale-view' : 'stale-button',
          `the input of ${row.kind} ${row.id} does not fit`,
        )
      const reply = await row.run(askFor(incoming, parsed.data, viewer, t, requestId, log), deps.services)
      const { later } = reply
      if (later === undefined) return reply
      const who = viewer
      return {
        now: reply.now,
        later: () => later().catch((error) => failedLater(incoming, error, t, requestId, log, who)),
      }
    } catch (error) {
      note(log(), error)
      // Slack did not say who it is: the language that was chosen before is known all the same
      const known = viewer ?? (await deps.viewer(incoming.user, 'known').catch(() => null))
      if (known !== null) t = textFor(known.language)
      return refusal(incoming, deps.explain(error, t, requestId, viewer))
    }
  }

  /** What went wrong after the acknowledgement is told where the answer would have gone. */
  const failedLater = async (
    incoming: Incoming,
    error: unknown,
    t: Text,
    requestId: string,
    log: () => Logger,
    viewer: Viewer,
  ): Promise<void> => {
    note(log(), error)
    // a trigger that was used before: the same request came twice, and the first one is being answered
    if (isAppError(error, 'view-gone') && /exchanged_trigger_id/.test(error.message)) return
    const shown = deps.explain(error, t, requestId, viewer)
    const where = incoming.surface
    if (incoming.door === 'home' && incoming.triggerId !== null) {
      // Home shows no answers; where the trigger is used up, a direct message does
      const opened = await open(incoming, shown.view).catch((failure) => note(log(), failure))
      if (opened !== undefined) return
    }
    await deps.surfaces.show(
      incoming.user,
      shown,
      where.kind === 'message' ? { kind: 'direct' } : where.kind === 'response' ? { ...where, replace: false } : where,
    )
  }

  return async (body, ack, requestId) => {
    const started = performance.now()
    let incoming: Incoming | null
    try {
      incoming = readIncoming(body, deps.services.now())
    } catch (error) {
      deps.log.warn(
        {
          requestId,
          type: body.type,
          issues: error instanceof z.ZodError ? error.issues.map((issue) => issue.path.join('.')) : [],
        },
        'a request of unknown shape',
      )
      await ack()
      return
    }
    if (incoming === null) {
      await ack()
      return
    }
    // most requests log nothing, and a child logger costs more than finding the row
    let child: Logger | undefined
    const route = `${incoming.kind} ${incoming.id.slice(0, 80)}`
    const log = () => {
      child ??= deps.log.child({ requestId, route })
      return child
    }
    const reply = await run(incoming, requestId, log)
    // a connection that broke meanwhile must not keep the work that was begun from being finished
    await ack(wire(reply.now, deps.services.memo)).catch((error) =>
      log().warn({ err: error }, 'an acknowledgement could not be sent'),
    )
    if (deps.log.isLevelEnabled('debug'))
      log().debug({ ms: Math.round(performance.now() - started), acknowledged: reply.now.kind }, 'acknowledged')
    if (reply.later !== undefined) deps.inHand.take(reply.later())
  }
}
