import { setTimeout as pause } from 'node:timers/promises'
import { createApp } from './app.ts'
import { ConfigError, readConfig } from './config.ts'
import { AppError } from './errors.ts'
import { createLog } from './log.ts'
import { openWorld } from './world.ts'

/** How long the bot is left to say that it is ready before it loads what no request has asked for yet, ms. */
const probesFirst = 250

const start = async (): Promise<void> => {
  const config = readConfig()
  const log = createLog(config.logLevel)
  const world = await openWorld(config)
  const app = createApp(config, world, log)
  const { port } = await app.start()
  log.info({ port, mode: config.slack.appToken === null ? 'http' : 'socket' }, 'Portvakt is up')

  let stops = 0
  const stop = async (signal: string): Promise<void> => {
    stops += 1
    if (stops > 1) process.exit(1)
    log.info({ signal }, 'stopping: finishing what is in hand')
    const finished = await app.stop()
    if (!finished) {
      log.warn('some work was not finished; it is told to those who wait when the bot starts again')
      // the store stays open: what still runs must be cut off as a whole, not fail against a closed one
      process.exit(1)
    }
    await world.close()
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal))

  await pause(probesFirst)
  // what cannot be loaded ends the bot, as whatever fails at a start does
  if (stops === 0) await app.load()
}

start().catch((error) => {
  // both say what to mend, and hold nothing that must not be shown
  console.error(error instanceof ConfigError || error instanceof AppError ? error.message : error)
  process.exit(1)
})
