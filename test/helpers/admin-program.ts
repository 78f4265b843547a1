import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { organisations } from '../../sandbox/world.ts'
import { runAdmin } from '../../src/admin/run.ts'
import { openStore } from '../../src/store/open.ts'
import { type Reply, startPeer } from '../adapters/peer.ts'

export const homeTeam = 'T0HJEMME'

const authTest: Reply = {
  json: { ok: true, team_id: homeTeam, user_id: 'U0BOT' },
  headers: { 'x-oauth-scopes': 'commands' },
}

export type Ran = { code: number; lines: string[]; said: string }

/** Runs one command line as `npm run admin --` does; `input` comes on standard input, which is else not read. */
export const runProgram = async (
  argv: string[],
  env: Record<string, string>,
  input?: string | Uint8Array,
): Promise<Ran> => {
  const lines: string[] = []
  const secret = typeof input === 'string' ? input : undefined
  const code = await runAdmin(
    argv,
    env,
    (line) => void lines.push(line),
    async () => {
      if (secret === undefined) throw new Error('standard input was read')
      return secret
    },
    async () => {
      if (input === undefined) throw new Error('standard input was read')
      return Buffer.from(input)
    },
  )
  return { code, lines, said: lines.join('\n') }
}

/**
 * The admin program on a database of its own with the sandbox's organisations, a Slack that tells the workspace (or
 * what `slack` says), and the store that it writes to.
 */
export const adminProgram = async (over: Record<string, string> = {}, slack: Reply = authTest) => {
  const folder = await mkdtemp(join(tmpdir(), 'portvakt-admin-'))
  const peer = await startPeer(() => slack)
  const env: Record<string, string> = {
    DATABASE_URL: `file:${join(folder, 'portvakt.db')}`,
    SLACK_BOT_TOKEN: 'xoxb-of-the-admin-program',
    SLACK_SIGNING_SECRET: 'a'.repeat(32),
    SLACK_API_URL: `${peer.url}/api/`,
    SECRET_KEY: Buffer.alloc(32, 7).toString('base64'),
    ...over,
  }
  const store = await openStore(env.DATABASE_URL ?? '')
  onTestFinished(async () => {
    await store.close()
    await peer.close()
    await rm(folder, { recursive: true, force: true })
  })
  const rows = Object.values(organisations).map((one) => ({
    number: one.organisation_number,
    name: one.name,
    domains: one.domains,
    language: 'nb' as const,
  }))
  await store.write({}, async (tx) => await tx.saveOrganisations(rows))
  return {
    env,
    store,
    slack: peer,
    folder,
    run: (line: string, input?: string | Uint8Array) => runProgram(line.split(' '), env, input),
    /** every byte of the database, journals too */
    async bytes() {
      const files = (await readdir(folder)).filter((name) => name.startsWith('portvakt.db'))
      return Buffer.concat(await Promise.all(files.map((name) => readFile(join(folder, name))))).toString('latin1')
    },
    /** what the audit holds of an action, newest first */
    async audit(action: string) {
      const lines = await store.auditLines({ organisationNumber: null, size: 100 })
      return lines.filter((line) => line.action === action)
    },
  }
}
