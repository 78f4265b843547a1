import { setTimeout as wait } from 'node:timers/promises'
import { SocketModeReceiver } from '@slack/bolt'
import type { Logger as SlackLogger } from '@slack/logger'
import type { Logger } from '../log.ts'

/** Socket Mode: Bolt's receiver, and a connection that is kept up. */
export type SlackSocket = {
  receiver: SocketModeReceiver
  /** Connects in the background, so that the bot starts while Slack is down; comes back whenever Slack asks it to go. */
  start(): void
  /** False when it has been deaf for so long that somebody ought to know. */
  hears(): boolean
  /** Hears nothing new, and does not come back; what is being run can still be acknowledged. */
  refuse(): void
  /** Resolves when the connection is closed, or after `deadlineMs`. */
  stop(deadlineMs: number): Promise<void>
}

/** Pauses between attempts, ms: the first, and the longest. */
const pauses = { first: 1_000, longest: 30_000 }

/** A connection that lived longer than this, ms, was a good one: the next may be made at once. */
const steadyAfter = 30_000

/** How long it may be without a connection and still count as hearing, ms. */
const deafAfter = 60_000

/**
 * The SDK's own reconnecting is off: it waits 5 s each time Slack refreshes a connection, and where Slack refuses the
 * new one (a revoked token) its rejection is nobody's, which ends the process.
 */
export const createSlackSocket = (options: {
  /** `xapp-…`, for apps.connections.open */
  appToken: string
  apiUrl: string
  log: Logger
  sdkLogger: SlackLogger
  /** epoch ms */
  now(): number
}): SlackSocket => {
  const { log, now } = options
  const receiver = new SocketModeReceiver({
    appToken: options.appToken,
    logger: options.sdkLogger,
    autoReconnectEnabled: false,
    // the loop below repeats, and says so
    installerOptions: { clientOptions: { slackApiUrl: options.apiUrl, timeout: 10_000, retryConfig: { retries: 0 } } },
  })
  const stopping = new AbortController()
  let connected = false
  /** when `connected` last changed */
  let since = now()

  /** Resolves when a connection has closed, or at once when none could be made. @returns whether it was a good one */
  const connection = async (): Promise<boolean> => {
    try {
      await receiver.start()
    } catch (error) {
      log.warn({ err: error, system: 'slack' }, 'Socket Mode could not connect, trying again')
      return false
    }
    connected = true
    since = now()
    const closed = new Promise<void>((resolve) => receiver.client.once('disconnected', () => resolve()))
    if (stopping.signal.aborted) await receiver.stop()
    await closed
    const lived = now() - since
    connected = false
    since = now()
    return lived > steadyAfter
  }

  const keep = async (): Promise<void> => {
    let pause = pauses.first
    while (!stopping.signal.aborted) {
      const wasSteady = await connection()
      if (wasSteady) {
        pause = pauses.first
        continue
      }
      await wait(pause, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined)
      pause = Math.min(pause * 2, pauses.longest)
    }
  }

  return {
    receiver,
    start() {
      void keep()
    },
    hears: () => connected || now() - since < deafAfter,
    refuse() {
      stopping.abort()
      // unheard means unacknowledged: Slack sends its events again
      receiver.client.removeAllListeners('slack_event')
    },
    async stop(deadlineMs) {
      stopping.abort()
      // the SDK waits for the end of a connection, so there must be one; Bolt's own stop does not wait at all
      if (!connected) return
      const late = new AbortController()
      const deadline = wait(deadlineMs, undefined, { signal: late.signal }).catch(() => undefined)
      await Promise.race([receiver.client.disconnect(), deadline])
      late.abort()
    },
  }
}
