import { afterEach, expect, it, vi } from 'vitest'
import type { Store } from '../../src/domain/deps.ts'
import { AppError } from '../../src/errors.ts'
import { postAuditHead, watchAuditHeads } from '../../src/jobs/post-audit-head.ts'
import { createLog } from '../../src/log.ts'
import type { Message } from '../../views/kit/shown.ts'
import { auditWorld, DAY, start } from '../helpers/audit-world.ts'
import { type Engine, eachEngine } from '../helpers/databases.ts'
import { effect } from '../store/samples.ts'

const minute = 60_000

/** The job beside an audit, with a channel that can be down. */
const channel = async (engine: Engine) => {
  const world = await auditWorld(engine)
  const posted: Message[] = []
  const slack = { down: false }
  let logged = ''
  const log = createLog('warn', {
    write(line: string) {
      logged += line
    },
  })
  const post = async (message: Message) => {
    if (slack.down) throw new AppError('slack-unavailable', 'down')
    posted.push(message)
  }
  const round = (over: { post?: null; holder?: string } = {}) =>
    postAuditHead(
      { store: world.store, now: world.now, language: 'nb', post: over.post === null ? null : post },
      log,
      over.holder ?? 'one',
    )
  return {
    ...world,
    posted,
    slack,
    round,
    logged: () => logged,
    texts: () => posted.map((message) => message.text),
    heads: async () => (await world.store.auditHeads()).map(({ day, seq, postedAt }) => [day, seq, postedAt]),
    async lines(count: number) {
      await world.add(count)
      await world.seal()
    },
  }
}

eachEngine((engine) => {
  it('posts the head of a day when it is over, once, with the whole checksum', async () => {
    const { lines, round, setNow, posted, texts, heads, store } = await channel(engine)
    await lines(3)
    expect(await round()).toBe(false)
    setNow(start + DAY + minute)
    expect([await round(), await round(), await round()]).toEqual([true, false, false])
    expect(texts()).toEqual([
      'Ved døgnets slutt 20. november 2020 (UTC) hadde loggen fått 3 nye linjer siden forrige melding.',
    ])
    const [head] = await store.auditHeads()
    const said = JSON.stringify(posted)
    expect(said).toContain(`"${head?.hash}"`)
    expect(said).toContain(`\`${head?.hash.slice(0, 16)}\``)
    expect(said).not.toContain(':warning:')
    expect(await heads()).toEqual([['2020-11-20', 3, start + DAY + minute]])
  })

  it('tries again when Slack was down, and counts from what was posted', async () => {
    const { lines, round, setNow, slack, texts, heads } = await channel(engine)
    await lines(2)
    setNow(start + DAY)
    await round()
    await lines(1)
    slack.down = true
    setNow(start + 2 * DAY)
    await expect(round()).rejects.toMatchObject({ code: 'slack-unavailable' })
    await expect(round()).rejects.toMatchObject({ code: 'slack-unavailable' })
    await lines(4)
    setNow(start + 3 * DAY)
    await expect(round()).rejects.toMatchObject({ code: 'slack-unavailable' })
    slack.down = false
    expect([await round(), await round()]).toEqual([true, false])
    expect(texts().map((text) => text.replace(/.* slutt (.*) \(UTC\).*fått (.*) siden.*/, '$1: $2'))).toEqual([
      '20. november 2020: 2 nye linjer',
      '22. november 2020: 5 nye linjer',
    ])
    expect(await heads()).toEqual([
      ['2020-11-20', 2, start + DAY],
      ['2020-11-21', 3, null],
      ['2020-11-22', 7, start + 3 * DAY],
    ])
  })

  it('posts nothing for days without lines, and the head before still holds', async () => {
    const { lines, round, setNow, posted, faults } = await channel(engine)
    expect(await round()).toBe(false)
    await lines(1)
    for (const days of [1, 2, 3, 4]) {
      setNow(start + days * DAY)
      await round()
    }
    expect(posted).toHaveLength(1)
    expect(await faults()).toEqual([])
  })

  it('waits for the sealer to finish the day', async () => {
    const { add, seal, round, setNow, texts } = await channel(engine)
    await add(1)
    setNow(start + DAY)
    expect(await round()).toBe(false)
    await seal()
    expect(await round()).toBe(true)
    expect(texts()).toEqual([expect.stringContaining('fått 1 ny linje siden')])
  })

  it('says in the channel that the tail was cut, though nothing came since', async () => {
    const { lines, round, setNow, sql, posted, logged } = await channel(engine)
    await lines(3)
    setNow(start + DAY)
    await round()
    await sql('delete from audit_values')
    await sql('delete from audit where seq > 1')
    setNow(start + 2 * DAY)
    expect(await round()).toBe(true)
    expect(JSON.stringify(posted[1])).toMatch(/:warning:.*20\. november 2020: linjer er fjernet eller byttet ut/)
    expect(logged()).toContain('no longer holds')
  })

  it('keeps heads without a channel too', async () => {
    const { lines, round, setNow, posted, heads } = await channel(engine)
    await lines(1)
    setNow(start + DAY)
    expect(await round({ post: null })).toBe(false)
    expect(await heads()).toEqual([['2020-11-20', 1, null]])
    expect(await round()).toBe(true)
    expect(posted).toHaveLength(1)
  })

  it('leaves it to whoever has the lease', async () => {
    const { lines, round, setNow, store, posted } = await channel(engine)
    await lines(1)
    setNow(start + DAY)
    await effect(store, (tx) => tx.takeLease('post-audit-head', 'other', 60_000))
    expect(await round()).toBe(false)
    expect(await round({ holder: 'other' })).toBe(true)
    expect(posted).toHaveLength(1)
  })
})

afterEach(() => {
  vi.useRealTimers()
})

it('looks at once and every ten minutes until it is stopped, also after a round that failed', async () => {
  vi.useFakeTimers()
  let logged = ''
  const log = createLog('warn', {
    write(line: string) {
      logged += line
    },
  })
  let asked = 0
  const auditHeads = async () => {
    asked += 1
    throw new Error('locked')
  }
  const rounds: Promise<void>[] = []
  const store = { auditHeads } as unknown as Store
  const services = { store, now: () => start, newId: () => 'one', language: 'en' as const, post: null }
  const job = watchAuditHeads(services, log, (round) => rounds.push(round))
  expect(asked).toBe(1)
  vi.advanceTimersByTime(10 * minute)
  expect(asked).toBe(2)
  job.stop()
  vi.advanceTimersByTime(DAY)
  expect(asked).toBe(2)
  await Promise.all(rounds)
  expect(logged.match(/was not posted/g)).toHaveLength(2)
})
