import { startSandbox } from './start/sandbox.ts'
import { readSettings, StartError } from './start/settings.ts'

const interrupted = new AbortController()

const start = async () => {
  const stopped = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.on(signal, () => {
        interrupted.abort()
        resolve()
      })
    }
  })
  const settings = readSettings(process.argv.slice(2), process.env, import.meta.dirname)
  const say = (line: string) => console.log(line)
  const sandbox = await startSandbox(settings, process.env, say, interrupted.signal)
  say(`Sandbox ready: ${sandbox.url}`)
  say('Open it in a browser, be one of the people, and type /client new.')
  say('Ctrl-C stops everything; npm run sandbox -- --reset begins anew.')
  await stopped
  await sandbox.stop()
}

start().then(
  () => process.exit(0),
  (error: unknown) => {
    if (!interrupted.signal.aborted) console.error(error instanceof StartError ? error.message : error)
    process.exit(1)
  },
)
