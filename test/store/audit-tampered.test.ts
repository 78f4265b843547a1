import { expect, it } from 'vitest'
import type { ChainFault } from '../../src/domain/audit/store.ts'
import { type AuditRow, rowHash } from '../../src/store/audit-chain-hash.ts'
import { type AuditWorld, auditWorld, DAY, start } from '../helpers/audit-world.ts'
import { type Engine, eachEngine } from '../helpers/databases.ts'
import { anEntry } from './samples.ts'

const day = '2020-11-20'
const end = start + DAY

/** What somebody who knows how the chain is made writes over lines from `from` on, so that each fits itself again. */
const makeAnew = async ({ sql }: AuditWorld, from: number, to: number): Promise<void> => {
  const rows = await sql(`select * from audit where seq >= ${from - 1} and seq <= ${to} order by seq`)
  let prevHash = String(rows[0]?.hash)
  for (const row of rows.slice(1)) {
    const hash = rowHash({
      id: row.id,
      at: Number(row.at),
      actorTeam: row.actor_team,
      actorUser: row.actor_user,
      actorProgram: row.actor_program,
      organisationNumber: row.organisation_number,
      action: row.action,
      outcome: row.outcome,
      environment: row.environment,
      subject: row.subject,
      changeId: row.change_id,
      correlationId: row.correlation_id,
      code: row.code,
      valuesDigest: row.values_digest,
      seq: row.seq,
      prevHash,
    } as AuditRow)
    await sql(`update audit set prev_hash = '${prevHash}', hash = '${hash}' where seq = ${row.seq}`)
    prevHash = hash
  }
}

const remove = async ({ sql }: AuditWorld, where: string): Promise<void> => {
  await sql(`delete from audit_values where audit_id in (select id from audit where ${where})`)
  await sql(`delete from audit where ${where}`)
}

const copied = `at, actor_team, actor_user, organisation_number, action, outcome, values_digest, prev_hash, hash`

/** Every column of a line but its place and its own hash, and what is put there. */
const columns = {
  id: 'x',
  at: '1',
  actor_team: 'T02',
  actor_user: 'U02',
  actor_program: 'admin',
  organisation_number: '820956532',
  action: 'client.show',
  outcome: 'failed',
  environment: 'prod',
  subject: 'client:2',
  change_id: 'c1',
  correlation_id: 'c1',
  code: 'internal',
  prev_hash: '0',
}

const tampered: [string, (world: AuditWorld) => Promise<unknown>, ChainFault[]][] = [
  [
    'a digest changed, and the values with it',
    ({ sql }) => sql("update audit set values_digest = 'x' where seq = 3"),
    [
      { kind: 'changed', seq: 3 },
      { kind: 'values-changed', seq: 3 },
    ],
  ],
  [
    'a value changed',
    ({ sql }) =>
      sql(`update audit_values set value = '{"after":{"n":9}}' where audit_id = (select id from audit where seq = 3)`),
    [{ kind: 'values-changed', seq: 3 }],
  ],
  [
    'a salt changed',
    ({ sql }) => sql(`update audit_values set salt = 'x' where audit_id = (select id from audit where seq = 3)`),
    [{ kind: 'values-changed', seq: 3 }],
  ],
  [
    'values put where there were none',
    ({ sql }) => sql(`insert into audit_values select id, 'x', '{}' from audit where seq = 6`),
    [{ kind: 'values-changed', seq: 6 }],
  ],
  ['a line removed', (world) => remove(world, 'seq = 3'), [{ kind: 'gap', seq: 3, missing: 1 }]],
  [
    'lines removed',
    (world) => remove(world, 'seq in (1, 2, 4)'),
    [
      { kind: 'gap', seq: 1, missing: 2 },
      { kind: 'gap', seq: 4, missing: 1 },
    ],
  ],
  ['the first line removed', (world) => remove(world, 'seq = 1'), [{ kind: 'gap', seq: 1, missing: 1 }]],
  [
    'two lines swapped',
    async ({ sql }) => {
      await sql('update audit set seq = 5 - seq where seq in (2, 3)')
    },
    [
      { kind: 'changed', seq: 2 },
      { kind: 'changed', seq: 3 },
    ],
  ],
  [
    'a line put in beside another',
    ({ sql }) => sql(`insert into audit (id, seq, ${copied}) select 'x', seq, ${copied} from audit where seq = 3`),
    [{ kind: 'changed', seq: 3 }],
  ],
  [
    'a line taken back out of the chain',
    ({ sql }) => sql('update audit set seq = null, prev_hash = null, hash = null where seq = 3'),
    [{ kind: 'gap', seq: 3, missing: 1 }],
  ],
  [
    'a line changed with a hash that fits',
    async (world) => {
      await world.sql("update audit set action = 'client.show' where seq = 3")
      await makeAnew(world, 3, 3)
    },
    [{ kind: 'unlinked', seq: 4 }],
  ],
  [
    'a line changed, and all after it made anew',
    async (world) => {
      await world.sql("update audit set action = 'client.show' where seq = 3")
      await makeAnew(world, 3, 6)
    },
    [{ kind: 'head-differs', seq: 5, day }],
  ],
  ['the tail cut', (world) => remove(world, 'seq >= 4'), [{ kind: 'head-missing', seq: 5, day }]],
  [
    'the tail cut, and grown again',
    async (world) => {
      await remove(world, 'seq >= 4')
      await world.add(5)
      await world.seal()
    },
    [{ kind: 'head-differs', seq: 5, day }],
  ],
  ['a head changed', ({ sql }) => sql("update audit_heads set hash = 'x'"), [{ kind: 'head-differs', seq: 5, day }]],
]

/** Six lines in the chain, the last of them without values; the day closed after the fifth. */
const sealed = async (engine: Engine) => {
  const world = await auditWorld(engine)
  await world.add(5)
  await world.seal()
  expect(await world.keepHead(day, end)).toMatchObject({ seq: 5 })
  world.setNow(end)
  await world.store.write({ audit: [anEntry()] }, async () => null)
  await world.seal()
  expect(await world.faults()).toEqual([])
  return world
}

eachEngine((engine) => {
  it('verify finds whatever column of a line was changed', async () => {
    const { sql, faults } = await sealed(engine)
    const [row] = await sql('select * from audit where seq = 6')
    const set = (column: string, value: unknown) =>
      sql(`update audit set ${column} = ${value === null ? 'null' : `'${value}'`} where seq = 6`)
    for (const [column, value] of Object.entries(columns)) {
      await set(column, value)
      expect(await faults(), column).toEqual([{ kind: 'changed', seq: 6 }])
      await set(column, row?.[column])
      expect(await faults(), `${column} as it was`).toEqual([])
    }
    const others = ['seq', 'hash', 'values_digest']
    expect([...Object.keys(columns), ...others].sort()).toEqual(Object.keys(row ?? {}).sort())
  })

  it.each(tampered)('verify finds %s', async (_what, tamper, expected) => {
    const world = await sealed(engine)
    await tamper(world)
    expect(await world.faults()).toEqual(expected)
  })
})

it('verify says only so many faults, and how many more there are', async () => {
  const { store, seal, sql } = await auditWorld('sqlite')
  await store.write({ audit: Array.from({ length: 10_050 }, () => anEntry()) }, async () => null)
  await seal(20_000)
  expect(await store.verifyChain()).toMatchObject({ lines: 10_050, faults: [] })
  await sql("update audit set code = 'internal'")
  const { faults, moreFaults } = await store.verifyChain()
  expect([faults.length, moreFaults]).toEqual([10_000, 50])
})
