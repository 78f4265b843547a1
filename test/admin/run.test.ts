import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { commands, runAdmin } from '../../src/admin/run.ts'
import { root } from '../helpers/source.ts'

const admin = async (argv: string[], env: Record<string, string> = {}) => {
  const said: string[] = []
  const code = await runAdmin(argv, env, (line) => void said.push(line))
  return { code, said: said.join('\n') }
}

describe('npm run admin', () => {
  it.each([[[]], [['help']], [['--help']], [['-h']]])('%j lists every command', async (argv) => {
    const { code, said } = await admin(argv)
    expect(code).toBe(0)
    for (const { usage, about } of commands) {
      expect(said).toContain(`  ${usage}\n`)
      expect(said).toContain(about)
    }
  })

  it.each([
    [['frobnicate']],
    [['organisations']],
    [['organisations', 'rename']],
    [['organisationsimport', 'x']],
    [['doctors']],
  ])('%j is no command: the list, and code 2', async (argv) => {
    const { code, said } = await admin(argv)
    expect(code).toBe(2)
    expect(said).toContain('npm run admin -- COMMAND')
  })

  it('names every problem of the configuration, and no value', async () => {
    const { code, said } = await admin(['doctor'], { SLACK_BOT_TOKEN: 'xoxp-hush', PORT: 'hush' })
    expect(code).toBe(2)
    for (const name of ['SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET', 'SECRET_KEY', 'PORT'])
      expect(said).toContain(`${name}: `)
    expect(said).not.toContain('hush')
  })

  it('says in one line that the database can’t be opened', async () => {
    const { code, said } = await admin(['organisations', 'import', join(root, 'sandbox/data/municipalities.csv')], {
      SLACK_BOT_TOKEN: 'xoxb-1',
      SLACK_SIGNING_SECRET: 'a'.repeat(32),
      SECRET_KEY: Buffer.alloc(32, 7).toString('base64'),
      // a folder
      DATABASE_URL: `file:${join(root, 'test')}`,
    })
    expect(code).toBe(1)
    expect(said).toMatch(/^internal: \S.*$/)
  })
})
