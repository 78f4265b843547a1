import { setTimeout as wait } from 'node:timers/promises'
import { SocketModeReceiver } from '@slack/bolt'
import type { Logger as SlackLogger } from '@slack/logger'
import type { Logger } from '../log.ts'

/** Socket Mode: Bolt's receiver, and a connection that is kept up. */
export type SlackSocket = {
  receiver: SocketModeReceiver
  /** Connects in the background, so that the bot starts while Slack is down; comes back whenever Slack asks it to go. */
  start(): void
  /** Takes nothing new. Resolves when the connection is closed. */
  stop(): Promise<void>
}

/** Pauses between attempts, ms: the first, and the longest. */
const pauses = { first: 1_000, longest: 30_000 }

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
}): SlackSocket => {
  const { log } = options
  const receiver = new SocketModeReceiver({
    appToken: options.appToken,
    logger: options.sdkLogger,
    autoReconnectEnabled: false,
    // the loop below repeats, and says so
    installerOptions: { clientOptions: { slackApiUrl: options.apiUrl, timeout: 10_000, retryConfig: { retries: 0 } } },
  })
  const stopping = new AbortController()
  let connected = false

  /** Resolves when a connection that was open has closed, or at once when none could be made. */
  const connection = async (): Promise<boolean> => {
    try {
      await receiver.start()
    } catch (error) {
      log.warn({ err: error, system: 'slack' }, 'Socket Mode could not connect, trying again')
      return false
    }
    connected = true
    const closed = new Promise<void>((resolve) => receiver.client.once('disconnected', () => resolve()))
    if (stopping.signal.aborted) await receiver.stop()
    await closed
    connected = false
    return true
  }

  const keep = async (): Promise<void> => {
    let pause = pauses.first
    while (!stopping.signal.aborted) {
      const wasOpen = await connection()
      if (wasOpen) {
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
    async stop() {
      stopping.abort()
      // the SDK waits for the end of a connection, so there must be one
      if (connected) await receiver.stop()
    },
  }
}
