import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { type FileHandle, open, readFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { StartError } from './settings.ts'

export type RunningBot = {
  /** Resolves when the process has ended, however it did. */
  gone: Promise<void>
  /** Asks it to finish what is in hand; after five seconds it is ended. */
  stop(): Promise<void>
}

export type Program = {
  file: string
  args?: readonly string[]
  env: Record<string, string>
  /** what it reads from standard input */
  input?: string | Uint8Array
  log: string
  root: string
  /** ends the program when it is aborted */
  signal?: AbortSignal
}

const READY_MS = 30_000
const STOP_MS = 5000

const run = (program: Program, log: FileHandle): ChildProcess => {
  const child = spawn(process.execPath, [program.file, ...(program.args ?? [])], {
    cwd: program.root,
    env: program.env,
    stdio: [program.input === undefined ? 'ignore' : 'pipe', log.fd, log.fd],
    // A process group of its own: Ctrl-C in the terminal must reach it once, from `stop`, and not twice.
    detached: true,
    ...(program.signal ? { signal: program.signal } : {}),
  })
  // it may end before it has read all
  child.stdin?.on('error', () => {})
  child.stdin?.end(program.input)
  const end = () => void child.kill('SIGTERM')
  process.on('exit', end)
  child.on('exit', () => process.off('exit', end))
  return child
}

/** The exit code when it has ended; null when a signal ended it or it could not begin. */
const endOf = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => {
    child.once('exit', resolve)
    // Being aborted is an error too, but `exit` follows.
    child.on('error', () => {
      if (child.pid === undefined) resolve(null)
    })
  })

/** @throws StartError when the file is not there */
export const demandBuilt = (file: string): void => {
  if (!existsSync(file)) throw new StartError(`${file} is missing: the bot is not built. Run: npm run build`)
}

const lastWords = async (log: string) =>
  (await readFile(log, 'utf8').catch(() => '')).trimEnd().split('\n').slice(-12).join('\n')

/**
 * Runs one of the bot's programs to its end.
 * @throws StartError with its last words when it fails
 */
export const runToEnd = async (program: Program): Promise<void> => {
  const log = await open(program.log, 'a')
  try {
    if ((await endOf(run(program, log))) === 0) return
    throw new StartError(
      `${[program.file, ...(program.args ?? [])].join(' ')} failed:\n${await lastWords(program.log)}`,
    )
  } finally {
    await log.close()
  }
}

/**
 * Starts the bot and waits until `readyUrl` answers 200.
 * @throws StartError with its last words when it ends before, or is not ready within half a minute
 */
export const startBot = async (program: Program, readyUrl: string): Promise<RunningBot> => {
  const log = await open(program.log, 'a')
  const child = run(program, log)
  const gone = endOf(child).then(() => log.close())
  const ended = () => child.exitCode !== null || child.signalCode !== null

  const stop = async () => {
    if (ended()) return
    child.kill('SIGTERM')
    const slow = new AbortController()
    const killed = pause(STOP_MS, undefined, { signal: slow.signal }).then(
      () => void child.kill('SIGKILL'),
      () => {},
    )
    await gone
    slow.abort()
    await killed
  }

  const until = Date.now() + READY_MS
  while (!(await answers(readyUrl))) {
    if (ended()) throw new StartError(`The bot ended while it started:\n${await lastWords(program.log)}`)
    if (Date.now() > until) {
      await stop()
      throw new StartError(`The bot was not ready within ${READY_MS / 1000} seconds:\n${await lastWords(program.log)}`)
    }
    await pause(50)
  }
  return { gone, stop }
}

const answers = async (url: string): Promise<boolean> => {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2000) })
    await response.arrayBuffer()
    return response.ok
  } catch {
    return false
  }
}
