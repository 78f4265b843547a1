import { type ChildProcess, spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

export type Child = {
  url: string
  pid: number
  readyMs: number
  residentBytes(): Promise<number>
  stop(): Promise<void>
}

/** A port that is free now. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })

const ready = async (url: string, child: ChildProcess, startedAt: number): Promise<number> => {
  while (performance.now() - startedAt < 20_000) {
    if (child.exitCode !== null) throw new Error(`the process ended with ${child.exitCode} before it was ready`)
    const ok = await fetch(`${url}/readyz`).then(
      async (answer) => {
        await answer.arrayBuffer()
        return answer.ok
      },
      () => false,
    )
    if (ok) return performance.now() - startedAt
    await pause(5)
  }
  throw new Error('not ready within 20 s')
}

/** Resident memory out of /proc, bytes. */
const residentOf = async (pid: number): Promise<number> => {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024
}

/** Starts a Node program and waits until its `/readyz` says 200. */
export const startChild = async (file: string, env: Record<string, string>): Promise<Child> => {
  const port = await freePort()
  const startedAt = performance.now()
  const child = spawn(process.execPath, [file], {
    env: { PATH: process.env.PATH ?? '', NODE_ENV: 'production', ...env, PORT: String(port), HOST: '127.0.0.1' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const url = `http://127.0.0.1:${port}`
  const readyMs = await ready(url, child, startedAt)
  const pid = child.pid ?? 0
  return {
    url,
    pid,
    readyMs,
    residentBytes: () => residentOf(pid),
    async stop() {
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await gone
    },
  }
}
