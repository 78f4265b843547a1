import { setTimeout as pause } from 'node:timers/promises'
import { beforeAll, expect, it, onTestFinished } from 'vitest'
import type { Slack } from '../../sandbox/slack/slack.ts'
import type { Delivery } from '../../src/domain/delivery/delivery.ts'
import type { Store } from '../../src/domain/deps.ts'
import { openStore } from '../../src/store/open.ts'
import { databaseUrl, eachEngine } from '../helpers/databases.ts'
import { rowsOf } from '../helpers/rows.ts'
import { effect } from '../store/samples.ts'
import { buildWorker, shiftOf } from './kill-shift.ts'
import { isRefused, mailAddress, mailServer, slackToken, slackUser, slackWorkspace } from './kill-town.ts'
import { aRow } from './post-office.ts'

const mails = 2_000
const posts = 200
/** when the mail server sees something, and when Slack has just taken a message whose answer is not out yet */
const kills = { mail: 14, slack: 6 }
const all = kills.mail + kills.slack
/** what a worker has begun at most, and what the server drops by itself */
const mostUnknown = all * 15 + mails / 100

/** Numbers from 0 to 1 that another run can have again (mulberry32). */
const randomFrom = (seed: number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

let program = ''
beforeAll(async () => {
  program = await buildWorker()
})

const rowsOfAll = async (store: Store, ids: string[]): Promise<Delivery[]> =>
  (await Promise.all(ids.map((id) => store.delivery(id)))).filter((row) => row !== null)

const waiting = `select count(*) as n from deliveries
  where state in ('queued', 'claimed', 'sending') or (channel = 'slack' and state = 'unknown')`

/** Too many calls twice, and a message that is taken while its answer is lost. */
const slackStumbles = ({ faults }: Slack): void => {
  const path = /chat\.postMessage/
  const headers = { 'retry-after': '1', 'content-type': 'application/json' }
  const body = '{"ok":false,"error":"ratelimited"}'
  faults.add({ path, times: 2, fault: { kind: 'status', status: 429, headers, body } })
  faults.add({ path, times: 1, fault: { kind: 'cut', when: 'after' } })
}

eachEngine((engine) => {
  it(`a worker that is killed ${all} times reaches everybody, and nobody twice unless it says so`, async () => {
    const seed = Number(process.env.KILL_SEED ?? Date.now() % 1_000_000)
    console.info(`KILL_SEED=${seed} on ${engine}`)
    const random = randomFrom(seed)
    let struck = 0
    const strike = (): boolean => {
      if (!shift.kill()) return false
      struck += 1
      if (struck % 5 === 0) slackStumbles(slack)
      void shift.begin(struck < all)
      return true
    }
    /** Strikes at so many random ones of the moments that it is called at; the last ones may not come. */
    const striking = (times: number, moments: number) => {
      const points = Array.from({ length: times }, () => Math.ceil(random() * moments)).sort((a, b) => a - b)
      let seen = 0
      return () => {
        seen += 1
        if (seen >= (points[0] ?? Number.POSITIVE_INFINITY) && strike()) points.shift()
      }
    }
    const post = await mailServer(striking(kills.mail, mails * 2.5))
    const slack = await slackWorkspace(posts, striking(kills.slack, posts * 0.8))
    const url = await databaseUrl(engine)
    const store = await openStore(url)
    onTestFinished(() => store.close())
    const mailIds = Array.from({ length: mails }, (_, nth) => `m${nth}`)
    const slackIds = Array.from({ length: posts }, (_, nth) => `s${nth}`)
    await effect(store, (tx) =>
      tx.addDeliveries([
        ...mailIds.map((id, nth) => ({ ...aRow({ address: mailAddress(nth) }), id })),
        ...slackIds.map((id, nth) => ({ ...aRow({ channel: 'slack', address: slackUser(nth) }), id })),
      ]),
    )
    const shift = shiftOf(program, [url, post.url, slack.apiUrl, slackToken])
    await shift.begin(true)
    const nothingIsLeft = async () => {
      for (;;) {
        const [row] = await rowsOf(url, waiting)
        if (Number(row?.n) === 0) return
        // what was put off is due: nobody waits for minutes here
        await rowsOf(url, `update deliveries set due_at = 1 where state = 'queued' and due_at > ${Date.now() + 2_000}`)
        await pause(100)
      }
    }

    await nothingIsLeft()
    expect(struck).toBe(all)
    const sentTo = (nth: number) => post.got.get(mailAddress(nth)) ?? 0
    const rows = await rowsOfAll(store, mailIds)
    const unknown = rows.filter(({ state }) => state === 'unknown').map(({ id }) => id)
    console.info(`${unknown.length} of ${mails} mails unknown after ${all} kills`)
    expect(unknown.length).toBeLessThanOrEqual(mostUnknown)
    for (const [nth, { state }] of rows.entries()) {
      if (state === 'unknown') expect(sentTo(nth)).toBeLessThanOrEqual(1)
      else expect([state, sentTo(nth)]).toEqual(isRefused(nth) ? ['failed', 0] : ['sent', 1])
    }
    for (const [nth, row] of (await rowsOfAll(store, slackIds)).entries()) {
      const got = slack.workspace.messages(`D${slackUser(nth).slice(1)}`)
      expect([row.state, got.length]).toEqual(['sent', 1])
      expect(row.posted?.ts).toBe(got[0]?.ts)
    }

    // what nobody knows, an operator sends again
    await effect(store, async (tx) => {
      for (const id of unknown) await tx.sendAgain(id)
    })
    await nothingIsLeft()
    const missed = rows.flatMap((_, nth) => (isRefused(nth) || sentTo(nth) > 0 ? [] : [nth]))
    expect(missed).toEqual([])
  }, 120_000)
})
