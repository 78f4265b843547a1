import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** A mail server in a process of its own that takes everything and keeps nothing. */
export const startSink = async (): Promise<{ url: string; stop(): void }> => {
  const child = fork(fileURLToPath(new URL('sink.mjs', import.meta.url)), { execArgv: [] })
  const [port] = await once(child, 'message')
  return { url: `smtp://127.0.0.1:${port}?ignoreTLS=true`, stop: () => void child.kill() }
}
