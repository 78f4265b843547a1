import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { systemClock } from '../../sandbox/clock.ts'
import { readManifest } from '../../sandbox/slack/manifest.ts'
import { createSlack } from '../../sandbox/slack/slack.ts'
import { people, world } from '../../sandbox/world.ts'
import { createSlackChannel } from '../../src/delivery/slack.ts'
import type { Store } from '../../src/domain/deps.ts'
import { createLog } from '../../src/log.ts'
import { createSlackSender } from '../../src/slack/delivery-client.ts'
import { MINUTE, SECOND } from '../helpers/clock.ts'
import { freshStore } from '../helpers/databases.ts'
import { effect } from '../store/samples.ts'
import { manualClock, until } from './manual-clock.ts'
import { postOffice, write } from './post-office.ts'

const botToken = 'xoxb-of-this-test'
const everybody = world.people
const headers = { 'content-type': 'application/json' }
const kari = { channel: 'slack', address: people.kari.id, lane: 'incident' } as const
const posts = { path: /chat\.postMessage/ }
const html = (status: number) => ({ kind: 'html', status }) as const

/** A workspace with the bot's own scopes, and a worker that posts there; its clock is the machine's, some time ago. */
const anOffice = async (options: { timeoutMs?: number } = {}) => {
  const manifest = await readManifest(fileURLToPath(new URL('../../manifest.yml', import.meta.url)))
  const slack = await createSlack({ world, manifest, clock: systemClock, signingSecret: 'x', botToken })
  onTestFinished(slack.close)
  const clock = manualClock(Date.now() - 5 * MINUTE)
  const store = await freshStore('sqlite', { now: clock.now })
  const lines: string[] = []
  const log = createLog('info', { write: (line: string) => void lines.push(line) })
  const sender = createSlackSender({ token: botToken, apiUrl: slack.apiUrl, log, ...options })
  const office = postOffice(store, {
    clock,
    channels: { slack: createSlackChannel({ slack: sender }) },
    compose: async ({ id }) => ({ slack: { text: `Hei ${id}`, blocks: [{ type: 'divider' }] } }),
  })
  const seen = () => slack.workspace.messages(`D${people.kari.id.slice(1)}`)
  const state = async (id: string) => (await store.delivery(id))?.state
  const sentAsTimePasses = (id: string) =>
    until(async () => {
      clock.pass(5 * SECOND)
      return (await state(id)) === 'sent'
    })
  return { ...office, clock, store, slack, lines, seen, state, sentAsTimePasses }
}

const rateUntil = (store: Store) => effect(store, (tx) => tx.takeSlot('slack chat.postMessage', 0))

describe('a row to Slack', () => {
  it('is posted to the person under its id, and remembers where it stands', async () => {
    const { start, store, seen, ended, lines } = await anOffice()
    await write(store, { id: 'd1', ...kari })
    start()
    await until(() => ended.length === 1)
    const [message] = seen()
    expect(message?.metadata).toEqual({ event_type: 'portvakt_delivery', event_payload: { id: 'd1' } })
    expect(await store.delivery('d1')).toMatchObject({
      state: 'sent',
      posted: { channel: message?.channel, ts: message?.ts },
    })
    expect(lines.join('')).not.toContain('Hei')
  })

  it.each([
    ['somebody who left', everybody.find(({ kind }) => kind === 'deactivated')?.id ?? '', 'no-recipient'],
    ['nobody', 'U0NOBODY', 'no-recipient'],
    ['a channel that the bot is not in', 'C0GENERELT', 'no-recipient'],
  ])('to %s fails for good', async (_, address, failure) => {
    const { start, store, ended } = await anOffice()
    await write(store, { id: 'd1', ...kari, address })
    start()
    await until(() => ended.length === 1)
    expect(await store.delivery('d1')).toMatchObject({ state: 'failed', failure })
  })

  it('that Slack takes later holds up all, and is no failure of its own', async () => {
    const { start, store, slack, ended, clock, sentAsTimePasses, seen } = await anOffice()
    const fault = { kind: 'status', status: 429, headers: { ...headers, 'retry-after': '20' }, body: '{"ok":false}' }
    slack.faults.add({ ...posts, times: 1, fault: fault as { kind: 'status'; status: number } })
    await write(store, { id: 'd1', ...kari })
    start()
    await until(() => ended.length === 1)
    expect(await store.delivery('d1')).toMatchObject({
      state: 'queued',
      failure: 'rate-limited',
      dueAt: clock.now() + 20 * SECOND,
    })
    expect(await rateUntil(store)).toBeGreaterThanOrEqual(clock.start + 20 * SECOND)
    expect(seen()).toEqual([])
    clock.pass(20 * SECOND)
    await sentAsTimePasses('d1')
    expect(seen()).toHaveLength(1)
  })

  it('leaves other people no later than one, however many there are for one of them', async () => {
    const { start, store, ended, clock } = await anOffice()
    await write(store, ...['a', 'b', 'c'].map((id) => ({ id, ...kari })), {
      id: 'd',
      ...kari,
      address: everybody.find(({ kind, id }) => kind === 'member' && id !== people.kari.id)?.id ?? '',
    })
    start()
    await until(() => ended.length === 1)
    clock.pass(200)
    await until(() => ended.length === 2)
    expect(ended.map(({ id }) => id)).toEqual(['a', 'd'])
  })
})

describe('an answer that was lost', () => {
  it.each([
    ['cut off after Slack had taken it', { kind: 'cut', when: 'after' } as const, 1],
    ['cut off before Slack had taken it', { kind: 'cut', when: 'before' } as const, 0],
    ['a page of a proxy', html(502), 0],
  ])('%s is looked up, and nobody gets it twice', async (_, fault, there) => {
    const { start, store, slack, ended, state, sentAsTimePasses, seen } = await anOffice()
    slack.faults.add({ ...posts, times: 1, fault })
    await write(store, { id: 'd1', ...kari })
    start()
    await until(() => ended.length === 1)
    expect([await state('d1'), seen().length]).toEqual(['unknown', there])
    await sentAsTimePasses('d1')
    expect(seen()).toHaveLength(1)
    expect((await store.delivery('d1'))?.posted?.ts).toBe(seen()[0]?.ts)
  })

  it('stays unknown while Slack does not tell, and for good after a day', async () => {
    const { start, store, slack, ended, clock } = await anOffice()
    slack.faults.add({ ...posts, times: 1, fault: { kind: 'cut', when: 'after' } })
    slack.faults.add({ path: /conversations/, fault: html(503) })
    await write(store, { id: 'd1', ...kari })
    start()
    await until(() => ended.length === 1)
    clock.pass(2 * MINUTE)
    await until(() => slack.workspace.calls.length > 0 || slack.requests() > 1)
    expect(await store.delivery('d1')).toMatchObject({ state: 'unknown', failure: 'connection' })
    await until(async () => {
      clock.pass(60 * MINUTE)
      return (await store.delivery('d1'))?.failure === 'no-telling'
    })
    expect((await store.delivery('d1'))?.state).toBe('unknown')
  })
})
