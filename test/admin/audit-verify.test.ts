import { expect, it } from 'vitest'
import { verdictOf } from '../../src/admin/audit-verify.ts'
import { runAdmin } from '../../src/admin/run.ts'
import { type AuditWorld, auditWorld, DAY, start } from '../helpers/audit-world.ts'
import { eachEngine } from '../helpers/databases.ts'
import { effect } from '../store/samples.ts'

const verify = async ({ url }: AuditWorld, ...args: string[]) => {
  const said: string[] = []
  const env = {
    DATABASE_URL: url,
    SLACK_BOT_TOKEN: 'xoxb-1',
    SLACK_SIGNING_SECRET: 'a'.repeat(32),
    SECRET_KEY: Buffer.alloc(32, 7).toString('base64'),
  }
  const code = await runAdmin(['audit', 'verify', ...args], env, (line) => void said.push(line))
  return { code, said }
}

eachEngine((engine) => {
  it('audit verify says what it counted and the heads to compare, with code 0 when the chain is whole', async () => {
    const world = await auditWorld(engine)
    expect(await verify(world)).toEqual({
      code: 0,
      said: [
        '0 lines: 0 in the chain, 0 not sealed yet.',
        '0 of those in the chain had their values purged; they still count as whole.',
        'The chain is whole.',
        'No day has been closed yet, so there is nothing to compare with the operations channel.',
      ],
    })
    await world.add(4)
    await world.seal(3)
    await effect(world.store, (tx) => tx.purgeAuditValues(start + 2_000, 10))
    await world.keepHead('2020-11-19', start)
    await world.keepHead('2020-11-20', start + 3_000)
    const [head] = await world.store.auditHeads()
    expect(await verify(world)).toEqual({
      code: 0,
      said: [
        '4 lines: 3 in the chain, 1 not sealed yet (the oldest from 2020-11-20T00:00:03.000Z).',
        '2 of those in the chain had their values purged; they still count as whole.',
        'The chain is whole.',
        'Compare with what stands in the operations channel (days in UTC):',
        `  2020-11-20  line 3  ${head?.hash}  not posted`,
      ],
    })
  })

  it('audit verify says every fault with its line, with code 1', async () => {
    const world = await auditWorld(engine)
    await world.add(6)
    await world.seal()
    await world.keepHead('2020-11-20', start + DAY)
    await effect(world.store, (tx) => tx.headPosted('2020-11-20'))
    await world.sql("update audit set outcome = 'failed' where seq = 2")
    await world.sql('delete from audit_values')
    await world.sql('delete from audit where seq = 4 or seq = 6')
    const { code, said } = await verify(world)
    expect(code).toBe(1)
    expect(said.slice(2)).toEqual([
      '✗ line 2: it was changed after it was sealed',
      '✗ line 4: it is gone',
      '✗ line 6: gone, though it was the last of 2020-11-20; the end of the audit was cut',
      'The chain is broken: keep a copy of the database and find out who has had access to it.',
      'Compare with what stands in the operations channel (days in UTC):',
      expect.stringMatching(/^ {2}2020-11-20 {2}line 6 {2}[0-9a-f]{64} {2}posted 2020-11-20T00:00:06\.000Z$/),
    ])
  })
})

it('audit verify has words for every fault', () => {
  const report = { lines: 9, unsealed: 0, unsealedSince: null, purged: 0, moreFaults: 3 }
  const said = verdictOf(
    {
      ...report,
      faults: [
        { kind: 'gap', seq: 2, missing: 3 },
        { kind: 'unlinked', seq: 6 },
        { kind: 'values-changed', seq: 7 },
        { kind: 'head-differs', seq: 8, day: '2020-11-20' },
      ],
    },
    [],
  )
  expect(said.filter((line) => line.startsWith('✗'))).toEqual([
    '✗ lines 2 to 4: they are gone (3 lines)',
    '✗ line 6: it does not follow on the line before it; one of the two was replaced or put in',
    '✗ line 7: its values were changed',
    '✗ line 8: not the one that was the last of 2020-11-20; the audit was made anew before it',
    '✗ and 3 more',
  ])
})

it('audit verify takes nothing more', async () => {
  const { code, said } = await verify(await auditWorld('sqlite'), 'now')
  expect(code).toBe(2)
  expect(said.join('\n')).toContain('npm run admin -- audit verify')
})
