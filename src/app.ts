import { App } from '@slack/bolt'
import type { Config } from './config.ts'
import { AppError } from './errors.ts'
import type { Logger } from './log.ts'
import { createSlackApi, sdkLogger } from './slack/client.ts'
import { createInHand } from './slack/in-hand.ts'
import { createHttpReceiver, type HttpReceiver } from './slack/receiver.ts'
import { createSlackSocket } from './slack/socket.ts'
import { healthPages } from './web/health.ts'
import type { Work } from './work.ts'
import type { World } from './world.ts'

export type PortvaktApp = {
  /** Listens, and connects in Socket Mode; does not wait for Slack. */
  start(): Promise<{ port: number }>
  /** Loads what answers and works, as the first request would, and begins its rounds. Throws what could not be loaded. */
  load(): Promise<void>
  /** Takes nothing new, finishes what is in hand. @returns false when the deadline came first */
  stop(): Promise<boolean>
}

/** How long a whole stop may take, ms: Digdir may take 30 s, an orchestrator's patience is about as long. */
const stopDeadline = 25_000

/**
 * Builds what the bot is there with: receiver, Bolt, health. Everything it needs comes in as arguments. What it does
 * (`work.ts`) grows with every feature and is loaded by the first request or by `load`, so that a start does not grow.
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
  let loading: Promise<Work> | undefined
  const slackLog = sdkLogger(log)
  const slack = createSlackApi({ token: config.slack.botToken, apiUrl: config.slack.apiUrl, log, now: world.now })
  const inHand = createInHand((error) => log.error({ err: error }, 'work after an answer failed'))
  const work = (): Promise<Work> => {
    loading ??= import('./work.ts').then(({ createWork }) => {
      const loaded = createWork(config, world, log, slack, inHand)
      if (!stopping) loaded.start()
      return loaded
    })
    return loading
  }

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
    ...(config.http.publicUrl !== null && {
      fallback: async (request, response) => await (await work()).page?.(request, response),
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
    const answer = async () => await (await work()).dispatch(body as unknown as Record<string, unknown>, ack, requestId)
    await inHand.request(answer())
  })
  bolt.error(async (error) => {
    log.error({ err: error }, 'Bolt could not handle a request')
    throw error
  })

  return {
    async start() {
      await http.start()
      socket?.start()
      return { port: http.address()?.port ?? config.http.port }
    },
    async load() {
      await work()
    },
    async stop() {
      stopping = true
      const began = performance.now()
      const left = () => Math.max(0, times.stopMs - (performance.now() - began))
      socket?.refuse()
      const closed = http.stop(times.stopMs)
      // what could not be loaded has begun nothing
      const begun = await loading?.catch(() => undefined)
      begun?.stopRounds()
      // the socket is what running requests are acknowledged over
      await inHand.answered(left())
      await Promise.all([closed, socket?.stop(left()), inHand.finished(left()), begun?.stopSending(left())])
      // a connection that was closed last may have brought a request
      return await inHand.finished(left())
    },
  }
}
