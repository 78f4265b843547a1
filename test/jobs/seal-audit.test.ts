import { afterEach, expect, it, vi } from 'vitest'
import type { Store } from '../../src/domain/deps.ts'
import { sealAudit, watchAudit } from '../../src/jobs/seal-audit.ts'
import { createLog } from '../../src/log.ts'
import { auditWorld } from '../helpers/audit-world.ts'
import { eachEngine } from '../helpers/databases.ts'
import { anEntry, effect } from '../store/samples.ts'

afterEach(() => {
  vi.useRealTimers()
})

eachEngine((engine) => {
  it('seals all that waits, and writes nothing when nothing does', async () => {
    const { store, faults } = await auditWorld(engine)
    await store.write({ audit: Array.from({ length: 450 }, () => anEntry()) }, async () => null)
    expect(await sealAudit({ store }, 'one')).toBe(450)
    expect(await store.auditWaits()).toBe(false)
    expect(await faults()).toEqual([])
    const reading = { ...store, write: async () => expect.fail('it wrote') } as Store
    expect(await sealAudit({ store: reading }, 'one')).toBe(0)
  })

  it('leaves the sealing to whoever has the lease', async () => {
    const { store, add } = await auditWorld(engine)
    await add(1)
    expect(await effect(store, (tx) => tx.takeLease('seal-audit', 'other', 60_000))).toBe(true)
    expect(await sealAudit({ store }, 'one')).toBe(0)
    expect(await store.auditWaits()).toBe(true)
    expect(await sealAudit({ store }, 'other')).toBe(1)
  })
})

it('seals at once and every ten seconds until it is stopped, also after a round that failed', async () => {
  vi.useFakeTimers()
  let logged = ''
  const log = createLog('warn', {
    write(line: string) {
      logged += line
    },
  })
  let asked = 0
  const auditWaits = async () => {
    asked += 1
    throw new Error('locked')
  }
  const rounds: Promise<void>[] = []
  const services = { store: { auditWaits } as unknown as Store, newId: () => 'one' }
  const job = watchAudit(services, log, (round) => rounds.push(round))
  expect(asked).toBe(1)
  vi.advanceTimersByTime(9_999)
  expect(asked).toBe(1)
  vi.advanceTimersByTime(1)
  expect(asked).toBe(2)
  job.stop()
  vi.advanceTimersByTime(60_000)
  expect(asked).toBe(2)
  await Promise.all(rounds)
  expect(logged.match(/the audit could not be sealed/g)).toHaveLength(2)
})
