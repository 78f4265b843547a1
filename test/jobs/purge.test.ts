import { afterEach, expect, it, vi } from 'vitest'
import type { Store } from '../../src/domain/deps.ts'
import { purge, watchPurge } from '../../src/jobs/purge.ts'
import { createLog } from '../../src/log.ts'
import { openStore } from '../../src/store/open.ts'
import { databaseUrl, eachEngine } from '../helpers/databases.ts'

const day = 24 * 60 * 60_000
const hour = 60 * 60_000

const use = (store: Store, once: string) => store.write({ once }, async () => null)

afterEach(() => {
  vi.useRealTimers()
})

eachEngine((engine) => {
  it('forgets once-keys older than 30 days, and keeps the others', async () => {
    let clock = 1_000
    const now = () => clock
    const store = await openStore(await databaseUrl(engine), { now })
    await use(store, 'first')
    clock += day
    await use(store, 'second')
    clock += 29 * day + 1
    await purge({ store, now })
    expect((await use(store, 'second')).fresh).toBe(false)
    expect((await use(store, 'first')).fresh).toBe(true)
    await store.close()
  })
})

eachEngine((engine) => {
  it('forgets what a login proved, but not while its clearance may wait for a second person', async () => {
    let clock = 1_000
    const now = () => clock
    const store = await openStore(await databaseUrl(engine), { now })
    await store.write({}, async (tx) => {
      await tx.addLogin({
        id: 'login-1',
        changeId: 'c1',
        user: { teamId: 'T1', userId: 'U1' },
        state: 'proved',
        browserHash: 'x',
        nonce: 'x',
        sealedVerifier: 'x',
        numberHash: 'h',
        keyVersion: 'k',
        acr: null,
        authTime: null,
        sidHash: null,
        code: null,
        expiresAt: clock + 600_000,
      })
      return null
    })
    clock += 15 * day
    await purge({ store, now })
    expect(await store.login('login-1')).toMatchObject({ numberHash: 'h' })
    clock += 16 * day
    await purge({ store, now })
    expect(await store.login('login-1')).toBeNull()
    await store.close()
  })
})

it('purges at once and every six hours until it is stopped, also after a round that failed', async () => {
  vi.useFakeTimers()
  let logged = ''
  const log = createLog('warn', {
    write(line: string) {
      logged += line
    },
  })
  let asked = 0
  const write = async () => {
    asked += 1
    throw new Error('locked')
  }
  const rounds: Promise<void>[] = []
  const job = watchPurge({ store: { write } as unknown as Store, now: () => 0 }, log, (round) => rounds.push(round))
  expect(asked).toBe(1)
  vi.advanceTimersByTime(6 * hour - 1)
  expect(asked).toBe(1)
  vi.advanceTimersByTime(1)
  expect(asked).toBe(2)
  job.stop()
  vi.advanceTimersByTime(day)
  expect(asked).toBe(2)
  await Promise.all(rounds)
  expect(logged.match(/could not be purged/g)).toHaveLength(2)
})
