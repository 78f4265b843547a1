import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { auditWorld, DAY, start } from '../helpers/audit-world.ts'
import { eachEngine } from '../helpers/databases.ts'
import { anEntry, effect, twenty } from './samples.ts'

const day = '2020-11-20'
const end = start + DAY

eachEngine((engine) => {
  it('seals lines in their order, each with the hash of the one before it', async () => {
    const { store, add, seal, sql } = await auditWorld(engine)
    expect(await seal()).toBe(0)
    await add(3)
    expect(await store.auditWaits()).toBe(true)
    expect(await store.verifyChain()).toMatchObject({ lines: 3, unsealed: 3, unsealedSince: start, faults: [] })
    expect([await seal(2), await seal(2), await seal(2)]).toEqual([2, 1, 0])
    expect(await store.auditWaits()).toBe(false)
    const [first, second, third] = await sql('select * from audit order by seq')
    expect([first?.id, second?.id, third?.id]).toEqual(['id000001', 'id000002', 'id000003'])
    expect(first?.prev_hash).toBe('0'.repeat(64))
    expect(second?.prev_hash).toBe(first?.hash)
    expect(third?.prev_hash).toBe(second?.hash)
    // as anybody could make it from what stands in the table
    const { hash, ...columns } = second ?? {}
    const text = JSON.stringify(
      Object.fromEntries(
        Object.entries({ ...columns, at: Number(columns.at) })
          .filter(([, value]) => value !== null)
          .sort(([one], [other]) => (one < other ? -1 : 1)),
      ),
    )
    expect(createHash('sha256').update(text).digest('hex')).toBe(hash)
    expect(await store.verifyChain()).toEqual({
      lines: 3,
      unsealed: 0,
      unsealedSince: null,
      purged: 0,
      faults: [],
      moreFaults: 0,
    })
  })

  it('gives a line whose transaction was committed late the next place', async () => {
    const { store, add, seal, setNow, faults } = await auditWorld(engine)
    await add(2)
    await seal()
    setNow(start - 5_000)
    await add(1, { subject: 'client:late' })
    await seal()
    const lines = await store.auditLines({ organisationNumber: null, size: 10 })
    expect(lines.map(({ seq, subject }) => [seq, subject])).toEqual([
      [2, 'client:1'],
      [1, 'client:1'],
      [3, 'client:late'],
    ])
    expect(await faults()).toEqual([])
  })

  it('gives no two lines one place with 20 sealers at once, while lines come', async () => {
    const { store, add, seal, sql, faults } = await auditWorld(engine)
    await add(30)
    await twenty(async () => {
      await store.write({ audit: [anEntry()] }, async () => null)
      await seal(2)
      await seal(2)
    })
    await seal()
    const rows = await sql('select seq from audit order by seq')
    expect(rows.map((row) => row.seq)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1))
    expect(await faults()).toEqual([])
  })

  it('keeps the chain’s end for a day that is over, once', async () => {
    const { store, add, seal, keepHead, setNow } = await auditWorld(engine)
    expect(await keepHead(day, end)).toBeNull()
    await add(2)
    // what waits for the sealer belongs to the day too
    expect(await keepHead(day, end)).toBeNull()
    await seal()
    setNow(end + 1_000)
    await add(1)
    await seal()
    const head = await keepHead(day, end)
    const [, second] = await store.auditLines({ organisationNumber: null, size: 2 })
    expect(head).toEqual({ day, seq: 2, hash: second?.hash, postedAt: null })
    expect(await keepHead(day, end)).toBeNull()
    expect(await keepHead('2020-11-19', end)).toBeNull()
    await effect(store, (tx) => tx.headPosted(day))
    expect(await store.auditHeads()).toEqual([{ ...head, postedAt: end + 2_000 }])
    expect(await keepHead('2020-11-21', end + DAY)).toMatchObject({ seq: 3 })
    // a day without lines
    expect(await keepHead('2020-11-22', end + 2 * DAY)).toBeNull()
    expect((await store.auditHeads()).map((one) => one.day)).toEqual([day, '2020-11-21'])
  })

  it('keeps one head with 20 at once', async () => {
    const { store, add, seal, keepHead } = await auditWorld(engine)
    await add(2)
    await seal()
    const kept = await twenty(() => keepHead(day, end))
    expect(kept.filter((one) => one !== null)).toHaveLength(1)
    expect(await store.auditHeads()).toHaveLength(1)
  })

  it('keeps a new head when the chain no longer holds the newest one', async () => {
    const { add, seal, keepHead, sql } = await auditWorld(engine)
    await add(3, { values: {} })
    await seal()
    await keepHead(day, end)
    await sql('delete from audit_values')
    await sql('delete from audit where seq = 3')
    expect(await keepHead('2020-11-21', end + DAY)).toMatchObject({ seq: 2 })
    expect(await keepHead('2020-11-22', end + 2 * DAY)).toBeNull()
  })

  it('purges values a few at a time, and the chain holds', async () => {
    const { store, add, seal, sql } = await auditWorld(engine)
    await add(5)
    await store.write({ audit: [anEntry()] }, async () => null)
    await seal(4)
    const purge = (before: number, size: number) => effect(store, (tx) => tx.purgeAuditValues(before, size))
    expect(await purge(start, 10)).toBe(0)
    expect([await purge(start + 4_000, 3), await purge(start + 4_000, 3), await purge(start + 4_000, 3)]).toEqual([
      3, 1, 0,
    ])
    await seal()
    expect(await store.verifyChain()).toMatchObject({ lines: 6, unsealed: 0, purged: 4, faults: [] })
    expect(await sql('select salt from audit_values')).toHaveLength(1)
    const lines = await store.auditLines({ organisationNumber: null, size: 10 })
    expect(lines.map((one) => [one.purged, one.values])).toEqual([
      [false, undefined],
      [false, { after: { n: 5 } }],
      ...Array.from({ length: 4 }, () => [true, undefined]),
    ])
    expect((await twenty(() => purge(end, 2))).reduce((sum, one) => sum + one)).toBe(1)
  })
})
