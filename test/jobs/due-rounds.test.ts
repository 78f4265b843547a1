import { expect, it, vi } from 'vitest'
import { startDueRounds } from '../../src/jobs/due-rounds.ts'
import { createLog } from '../../src/log.ts'
import { type Engine, eachEngine, freshStore } from '../helpers/databases.ts'

const minute = 60_000
const hour = 60 * minute

/** Work that is due every six hours, of a bot that is started again and again; `seen`: when, and where it went on. */
const bot = async (engine: Engine) => {
  let clock = Date.now()
  let ids = 0
  const store = await freshStore(engine, { now: () => clock })
  const seen: [at: number, after: string | null][] = []
  const goOn = async (after: string | null) => {
    seen.push([clock, after])
    return `CON-${seen.length}`
  }
  /** One start with its first look; gives what was logged. */
  const start = async (round = goOn) => {
    const taken: Promise<void>[] = []
    const lines: string[] = []
    const needs = { store, now: () => clock, newId: () => `h${++ids}` }
    const rounds = { name: 'look', everyMs: 6 * hour, failed: 'it failed', round }
    const log = createLog('warn', { write: (line: string) => void lines.push(line) })
    startDueRounds(needs, rounds, log, (one) => taken.push(one)).stop()
    await Promise.all(taken)
    return lines.join('')
  }
  const fail = () =>
    start(async () => {
      throw new Error('no answer')
    })
  const pass = (ms: number) => {
    clock += ms
  }
  return { seen, start, fail, pass }
}

eachEngine((engine) => {
  it('does a round at once, and no other one however often it is started', async () => {
    const { start, seen } = await bot(engine)
    await Promise.all([start(), start(), start()])
    await start()
    expect(seen.map(([, after]) => after)).toEqual([null])
  })

  it('says that a round failed, which is then not due at once', async () => {
    const { start, fail, seen } = await bot(engine)
    expect(await fail()).toContain('it failed')
    expect(await start()).toBe('')
    expect(seen).toEqual([])
  })
})

// on PostgreSQL the server's own clock decides, which no test moves
it('is due by the time that is stored, whatever the uptime, and goes on where it was', async () => {
  const { start, fail, pass, seen } = await bot('sqlite')
  for (let restart = 0; restart < 6; restart += 1) {
    await start()
    pass(5 * hour)
  }
  const [first] = seen.map(([at]) => at)
  expect(seen.map(([at, after]) => [(at - (first ?? 0)) / hour, after])).toEqual([
    [0, null],
    [10, 'CON-1'],
    [20, 'CON-2'],
  ])
  await fail()
  pass(9 * minute)
  await start()
  expect(seen).toHaveLength(3)
  pass(minute)
  await start()
  expect(seen.at(-1)?.[1]).toBe('CON-3')
})

it('looks every minute until it is stopped', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  try {
    const store = await freshStore('sqlite')
    const taken: Promise<void>[] = []
    const needs = { store, now: Date.now, newId: () => 'h' }
    const rounds = { name: 'look', everyMs: 6 * hour, failed: 'it failed', round: async () => null }
    const job = startDueRounds(needs, rounds, createLog('silent'), (one) => taken.push(one))
    vi.advanceTimersByTime(2 * minute)
    expect(taken).toHaveLength(3)
    job.stop()
    vi.advanceTimersByTime(hour)
    expect(taken).toHaveLength(3)
    await Promise.all(taken)
  } finally {
    vi.useRealTimers()
  }
})
