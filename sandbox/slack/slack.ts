import type { IncomingHttpHeaders } from 'node:http'
import type { Clock } from '../clock.ts'
import { createFaults, type Faults } from '../faults.ts'
import { type ServeBindings, serve } from '../serve.ts'
import type { SlackWorld } from '../world.ts'
import { type ApiCall, createWebApi, type HttpAnswer } from './api/web-api.ts'
import { createChanges } from './changes.ts'
import { createChannels } from './channels.ts'
import { createCourier } from './delivery/courier.ts'
import { createEvents } from './delivery/events.ts'
import { createPoster } from './delivery/http-post.ts'
import { createSchedule } from './delivery/schedule.ts'
import { createSockets } from './delivery/sockets.ts'
import { createIds } from './ids.ts'
import type { Manifest } from './manifest.ts'
import { createMessages } from './messages.ts'
import { createPeople } from './people.ts'
import { type Limits, slackLimits } from './rates.ts'
import { createResponseUrls } from './response-urls.ts'
import { createToasts } from './toasts.ts'
import { createTriggers } from './triggers.ts'
import { createViews } from './views.ts'
import { createWorkspace, type Workspace } from './workspace.ts'

export type SlackOptions = {
  world: SlackWorld
  manifest: Manifest
  clock: Clock
  /** base of the bot's address, such as `http://127.0.0.1:3000`; requests go to its `/slack/events` */
  botUrl?: string
  signingSecret: string
  botToken: string
  /** for Socket Mode */
  appToken?: string
  faults?: Faults
  /** 0 takes a free one */
  port?: number
  /** `none` when left out */
  limits?: 'as-slack' | 'none' | Limits
  /** how long the bot has for an acknowledgement; Slack's 3 s when left out */
  ackTimeoutMs?: number
}

export type Slack = {
  url: string
  /** base of the Web API, ends with `/api/` */
  apiUrl: string
  workspace: Workspace
  faults: Faults
  /** requests to the Web API and to response URLs since start */
  requests(): number
  setBotUrl(url: string): void
  close(): Promise<void>
}

const ACK_MS = 3000

/**
 * A Slack workspace with one installed app, on 127.0.0.1: Web API, Socket Mode, response URLs, and signed requests to
 * the bot. Faults strike what the bot asks of it, never what it sends to the bot.
 * @throws the listen error, such as `EADDRINUSE`
 */
export const createSlack = async (options: SlackOptions): Promise<Slack> => {
  const { world, manifest, clock, faults = createFaults() } = options
  const granted = new Set(manifest.oauth_config.scopes.bot)
  const limits = options.limits === 'as-slack' ? slackLimits : options.limits === 'none' ? undefined : options.limits
  let botUrl = options.botUrl
  let base = ''

  const changes = createChanges()
  const common = { world, manifest, clock, changes, changed: changes.tell, ids: createIds(clock), base: () => base }
  const people = createPeople(world, clock)
  const channels = createChannels(world)
  const messages = createMessages(common)
  const views = createViews(common)
  const toasts = createToasts(clock, common.ids, changes.tell)
  const triggers = createTriggers(clock, common.ids)
  const state = { ...common, people, channels, messages, views, toasts, triggers, granted }

  const sockets = createSockets(common)
  const poster = createPoster()
  const schedule = createSchedule(clock)
  const courier = createCourier({
    ...common,
    poster,
    sockets,
    secret: options.signingSecret,
    ackTimeoutMs: options.ackTimeoutMs ?? ACK_MS,
    endpoint: () => botUrl && `${botUrl.replace(/\/$/, '')}/slack/events`,
  })
  const events = createEvents({ ...common, courier, schedule })
  const responseUrls = createResponseUrls(state)
  const calls: ApiCall[] = []
  const webApi = createWebApi({
    ...state,
    calls,
    limits,
    botToken: options.botToken,
    appToken: options.appToken,
    socketUrl: () => base.replace(/^http/, 'ws') + sockets.ticket(),
  })

  const answer = (url: URL, method: string, headers: IncomingHttpHeaders, body: Buffer): HttpAnswer => {
    const [, room, ...rest] = url.pathname.split('/')
    if (room === 'api') return webApi(rest.join('/'), url.searchParams, headers, body)
    const plain = { 'content-type': 'text/plain; charset=utf-8' }
    if (room !== 'response' || method !== 'POST') return { status: 404, headers: plain, body: 'not found' }
    const { status, text } = responseUrls.use(rest[1] ?? '', readJson(body))
    return { status, headers: plain, body: text }
  }

  const fetch = async (request: Request, { incoming }: ServeBindings): Promise<Response> => {
    const body = Buffer.from(await request.arrayBuffer())
    const { body: text, ...rest } = answer(new URL(request.url), request.method, incoming.headers, body)
    return new Response(text, rest)
  }
  const served = await serve({ app: { fetch }, faults, clock, port: options.port ?? 0 })
  base = served.url
  served.server.on('upgrade', sockets.upgrade)

  return {
    url: base,
    apiUrl: `${base}/api/`,
    workspace: createWorkspace({ ...state, responseUrls, courier, events, calls, schedule, sockets }),
    faults,
    requests: served.count,
    setBotUrl(url) {
      botUrl = url
    },
    async close() {
      schedule.close()
      sockets.close()
      poster.close()
      await served.close()
    },
  }
}

const readJson = (body: Buffer): unknown => {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}
