import { App } from '@slack/bolt'
import type { Config } from './config.ts'
import type { SlackUser } from './domain/belonging/types.ts'
import { createLists } from './domain/client/keep-lists.ts'
import { environments } from './domain/client/types.ts'
import { createMemo } from './domain/memo.ts'
import { AppError } from './errors.ts'
import { watchInterrupted } from './jobs/tell-interrupted.ts'
import type { Logger } from './log.ts'
import { routes } from './routes.ts'
import { createSlackApi, sdkLogger } from './slack/client.ts'
import { explain } from './slack/explain.ts'
import { createInHand } from './slack/in-hand.ts'
import { createHttpReceiver, type HttpReceiver } from './slack/receiver.ts'
import type { Effect, Services } from './slack/route.ts'
import { createRouter } from './slack/router.ts'
import { createSlackSocket } from './slack/socket.ts'
import { createSurfaces } from './slack/surface.ts'
import { resolveViewer } from './viewer.ts'
import { healthPages } from './web/health.ts'
import type { World } from './world.ts'

export type PortvaktApp = {
  /** Listens, and connects in Socket Mode; does not wait for Slack. */
  start(): Promise<{ port: number }>
  /** Takes nothing new, finishes what is in hand. @returns false when the deadline came first */
  stop(): Promise<boolean>
}

/** How long a whole stop may take, ms: Digdir may take 30 s, an orchestrator's patience is about as long. */
const stopDeadline = 25_000

/**
 * Builds the bot from its parts: receiver, one dispatcher, pages. Everything it needs comes in as arguments.
 *
 * @param times `stopMs`: the deadline of a whole stop
 */
export const createApp = (
  config: Config,
  world: World,
  log: Logger,
  times: { stopMs: number } = { stopMs: stopDeadline },
): PortvaktApp => {
  let stopping = false
  let watch: ReturnType<typeof watchInterrupted> | undefined
  const slackLog = sdkLogger(log)
  const slack = createSlackApi({ token: config.slack.botToken, apiUrl: config.slack.apiUrl, log, now: world.now })
  const surfaces = createSurfaces({ slack, now: world.now })
  const inHand = createInHand((error) => log.error({ err: error }, 'work after an answer failed'))
  const memo = createMemo()
  const viewer = (user: SlackUser, effect: Effect) =>
    resolveViewer(
      {
        store: world.store,
        now: world.now,
        memo,
        personFromSlack: slack.person,
        defaultLanguage: config.defaultLanguage,
      },
      user,
      effect,
    )
  const services: Services = {
    ...world,
    slack,
    surfaces,
    lists: createLists(world),
    memo,
    belonging: async (user) =>
      (await viewer(user, 'change'))?.belonging ?? { as: 'stranger', reason: 'deactivated', domain: null },
    serviceDeskMail: config.serviceDeskMail,
    issuers: { maskinporten: config.digdir.issuers },
    environmentsOn: environments.filter((environment) => config.digdir.adminClients[environment] !== null),
    places: {
      contact: 'https://sjolvbetjening.samarbeid.digdir.no/',
      order: config.orderMailTo,
      incident: 'https://status.digdir.no/',
    },
  }
  const dispatch = createRouter(routes, {
    services,
    slack,
    surfaces,
    inHand,
    log,
    defaultLanguage: config.defaultLanguage,
    viewer,
    explain: (error, t, requestId, viewer) =>
      explain({ error, t, requestId, viewer, serviceDeskMail: config.serviceDeskMail }),
  })

  const socket =
    config.slack.appToken === null
      ? null
      : createSlackSocket({
          appToken: config.slack.appToken,
          apiUrl: config.slack.apiUrl,
          log,
          sdkLogger: slackLog,
          now: world.now,
        })
  const socketCheck = async (): Promise<void> => {
    if (socket?.hears() === false) throw new AppError('slack-unavailable', 'Socket Mode has no connection')
  }
  const http: HttpReceiver = createHttpReceiver({
    signingSecret: config.slack.appToken === null ? config.slack.signingSecret : null,
    port: config.http.port,
    host: config.http.host,
    pages: healthPages({
      stopping: () => stopping,
      checks: [
        { name: 'store', required: true, look: () => world.store.ping() },
        { name: 'slack', required: true, look: async () => void (await slack.whoAmI()) },
        ...(socket === null ? [] : [{ name: 'socket', required: true, look: socketCheck }]),
        ...world.upstreams.map((one) => ({ ...one, required: false })),
      ],
    }),
    log,
    now: world.now,
  })

  const bolt = new App({
    receiver: socket?.receiver ?? http,
    // ours: `token` would call auth.test at once and keep a rejected promise for good (design section 8)
    authorize: async () => ({ botToken: config.slack.botToken }),
    convoStore: false,
    ignoreSelf: false,
    logger: slackLog,
    clientOptions: { slackApiUrl: config.slack.apiUrl, allowAbsoluteUrls: false },
  })
  bolt.use(async ({ body, context, ...rest }) => {
    // events have no ack here: Bolt has answered them already
    const ack =
      'ack' in rest && typeof rest.ack === 'function'
        ? (rest.ack as (answer?: unknown) => Promise<void>)
        : async () => {}
    const requestId = typeof context.requestId === 'string' ? context.requestId : world.newId()
    await inHand.request(dispatch(body as unknown as Record<string, unknown>, ack, requestId))
  })
  bolt.error(async (error) => {
    log.error({ err: error }, 'Bolt could not handle a request')
    throw error
  })

  return {
    async start() {
      await http.start()
      watch = watchInterrupted(services, log, inHand.take)
      socket?.start()
      return { port: http.address()?.port ?? config.http.port }
    },
    async stop() {
      stopping = true
      watch?.stop()
      const began = performance.now()
      const left = () => Math.max(0, times.stopMs - (performance.now() - began))
      socket?.refuse()
      const closed = http.stop(times.stopMs)
      // the socket is what running requests are acknowledged over
      await inHand.answered(left())
      await Promise.all([closed, socket?.stop(left()), inHand.finished(left())])
      // a connection that was closed last may have brought a request
      return await inHand.finished(left())
    },
  }
}
