import { App } from '@slack/bolt'
import type { Config } from './config.ts'
import { wakeOnWrite } from './delivery/wake-on-write.ts'
import { createDelivery } from './delivery.ts'
import { kinds } from './domain/kinds.ts'
import { AppError } from './errors.ts'
import { startJobs } from './jobs.ts'
import type { Logger } from './log.ts'
import { routes } from './routes.ts'
import { createServices } from './services.ts'
import { createSlackApi, sdkLogger } from './slack/client.ts'
import { explain } from './slack/explain.ts'
import { createInHand } from './slack/in-hand.ts'
import { createHttpReceiver, type HttpReceiver } from './slack/receiver.ts'
import { createRouter } from './slack/router.ts'
import { createSlackSocket } from './slack/socket.ts'
import { healthPages } from './web/health.ts'
import { createWebPages } from './web/pages.ts'
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
  let jobs: { stop(): void }[] = []
  const slackLog = sdkLogger(log)
  const slack = createSlackApi({ token: config.slack.botToken, apiUrl: config.slack.apiUrl, log, now: world.now })
  const inHand = createInHand((error) => log.error({ err: error }, 'work after an answer failed'))
  const delivery = createDelivery(config, world, log)
  // whatever writes down something to be sent lets it leave at once
  const services = createServices(config, { ...world, store: wakeOnWrite(world.store, delivery.wake) }, log, slack)
  const dispatch = createRouter(routes, {
    services,
    slack,
    surfaces: services.surfaces,
    inHand,
    log,
    defaultLanguage: config.defaultLanguage,
    viewer: services.viewer,
    explain: (error, t, requestId, viewer) =>
      explain({
        error,
        t,
        requestId,
        viewer,
        serviceDeskMail: config.serviceDeskMail,
        mailOn: services.mailOn && services.publicUrl !== null,
      }),
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
  const { publicUrl } = config.http
  const web = publicUrl === null ? null : createWebPages({ ...services, publicUrl, kinds, inHand, log })
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
    ...(web && { fallback: web.listener }),
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
      jobs = startJobs(config, services, log, inHand.take)
      delivery.start()
      socket?.start()
      return { port: http.address()?.port ?? config.http.port }
    },
    async stop() {
      stopping = true
      for (const job of jobs) job.stop()
      const began = performance.now()
      const left = () => Math.max(0, times.stopMs - (performance.now() - began))
      socket?.refuse()
      const closed = http.stop(times.stopMs)
      // the socket is what running requests are acknowledged over
      await inHand.answered(left())
      await Promise.all([closed, socket?.stop(left()), inHand.finished(left()), delivery.stop(left())])
      // a connection that was closed last may have brought a request
      return await inHand.finished(left())
    },
  }
}
