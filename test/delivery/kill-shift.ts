import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { cp } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { onTestFinished } from 'vitest'

const root = new URL('../../', import.meta.url)
const built = fileURLToPath(new URL('dist/kill-worker/', root))

/** The worker's program in one file: it is started so often that compiling it each time would be most of the test. */
export const buildWorker = async (): Promise<string> => {
  await build({
    configFile: false,
    root: fileURLToPath(root),
    logLevel: 'error',
    publicDir: false,
    build: {
      ssr: 'test/delivery/kill-worker.ts',
      outDir: built,
      emptyOutDir: true,
      target: 'node20',
      rollupOptions: { output: { entryFileNames: 'worker.js', chunkFileNames: '[name].js' } },
    },
    ssr: { noExternal: true, external: ['better-sqlite3', 'pg', 'pino', 'undici', 'bufferutil', 'utf-8-validate'] },
  })
  // they lie beside what reads them
  await cp(new URL('src/store/migrations', root), `${built}migrations`, { recursive: true })
  return `${built}worker.js`
}

/** Workers one after another, of which the next one is loaded already when one is killed. */
export const shiftOf = (program: string, args: string[]) => {
  const all: ChildProcess[] = []
  const load = () => {
    const child = fork(program, args, { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
    all.push(child)
    return { child, ready: once(child, 'message') }
  }
  let next = load()
  let working: ChildProcess | null = null
  onTestFinished(() => {
    for (const child of all) child.kill('SIGKILL')
  })
  return {
    /** @param moreToCome whether another one will be needed */
    async begin(moreToCome: boolean) {
      const { child, ready } = next
      await ready
      child.send('go')
      working = child
      if (moreToCome) next = load()
    },
    /** At once: what it was doing stays as it was. False when none is at work. */
    kill() {
      const killed = working
      working = null
      return killed?.kill('SIGKILL') ?? false
    },
  }
}
