import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { signedHeaders } from '../../sandbox/slack/delivery/sign.ts'
import { MINUTE, movableClock, SECOND } from '../helpers/clock.ts'
import { giveHats } from '../helpers/hats.ts'
import { type House, people, startHouse } from '../helpers/house.ts'
import { dump, lookAround } from '../helpers/untouched.ts'
import { clearDesks, loginValues, named, onlyNamed, stored, untilCard, untilModal, words } from '../helpers/walk.ts'
import { changesAtProd, proposeClient } from '../helpers/walk-login.ts'

let house: House
const clock = movableClock()
const secret = () => house.env.SLACK_SIGNING_SECRET ?? ''

beforeAll(async () => {
  house = await startHouse({ outside: true, now: clock.now, wait: async () => {} })
  await giveHats(house)
  // so that nobody has to be asked about
  await house.as('cecilie').command('/portvakt whoami')
})

afterEach(() => clearDesks(house))

afterAll(async () => {
  await house.stop()
})

const form = 'application/x-www-form-urlencoded'

/** A click of Cecilie's that takes back what waits for her login. */
const click = (change: string): string => {
  const action = {
    type: 'button',
    action_id: 'client-step-up.cancel',
    block_id: 'x',
    value: JSON.stringify({ change }),
  }
  const { id, name } = people.cecilie
  const team = { id: 'T0SANDKASSE', domain: 'sandkassen' }
  const payload = {
    type: 'block_actions',
    user: { id, username: name, name, team_id: team.id },
    team,
    api_app_id: 'A0PORTVAKT',
    token: 'x',
    container: { type: 'message', message_ts: '1.1', channel_id: 'D0CECILIE', is_ephemeral: true },
    channel: { id: 'D0CECILIE', name: 'directmessage' },
    trigger_id: randomUUID(),
    response_url: `${house.slack.url}/response/T0SANDKASSE/${randomUUID()}`,
    actions: [{ ...action, action_ts: `${clock.now() / 1000}` }],
  }
  return new URLSearchParams({ payload: JSON.stringify(payload) }).toString()
}

const send = async (body: string, headers: Record<string, string>, path = '/slack/events'): Promise<number> => {
  const response = await fetch(`${house.url}${path}`, {
    method: 'POST',
    body,
    headers: { 'content-type': form, ...headers },
  })
  return response.status
}

type Forgery = (body: string) => Record<string, string>
const now = () => clock.now()
const forgeries: [string, Forgery][] = [
  ['no signature at all', () => ({})],
  ['a signature by a secret that leaked nowhere', (body) => signedHeaders('another-secret', body, now())],
  ['an empty secret', (body) => signedHeaders('', body, now())],
  ['the bot token as secret', (body) => signedHeaders(house.env.SLACK_BOT_TOKEN ?? '', body, now())],
  ['the signature of another body', () => signedHeaders(secret(), 'payload=%7B%7D', now())],
  ['a timestamp six minutes old', (body) => signedHeaders(secret(), body, now() - 6 * MINUTE)],
  ['a timestamp six minutes ahead', (body) => signedHeaders(secret(), body, now() + 6 * MINUTE)],
  [
    'a fresh timestamp beside an old signature',
    (body) => ({
      ...signedHeaders(secret(), body, now() - 6 * MINUTE),
      'x-slack-request-timestamp': String(Math.floor(now() / 1000)),
    }),
  ],
  ['a signature of no version', (body) => cut(signedHeaders(secret(), body, now()), (one) => one.replace('v0=', ''))],
  ['half a signature', (body) => cut(signedHeaders(secret(), body, now()), (one) => one.slice(0, 20))],
  ['a signature in capitals', (body) => cut(signedHeaders(secret(), body, now()), (one) => one.toUpperCase())],
]
const cut = (headers: Record<string, string>, how: (signature: string) => string) => ({
  ...headers,
  'x-slack-signature': how(headers['x-slack-signature'] ?? ''),
})

describe('a request that Slack did not send, or not now', () => {
  it.each(forgeries)('is refused and leaves no trace of itself: %s', async (_, forge) => {
    const { change } = await proposeClient(house, house.as('cecilie'), 'Byggesak')
    const before = [dump(house), lookAround(house)]
    const body = click(change.id)
    expect(await send(body, forge(body))).toBe(401)
    const command = `command=%2Fclient&text=list&user_id=${people.kari.id}&team_id=T0SANDKASSE`
    expect(await send(command, forge(command))).toBe(401)
    expect([dump(house), lookAround(house)]).toEqual(before)
  })

  it('is taken nowhere else either', async () => {
    const { change } = await proposeClient(house, house.as('cecilie'), 'Byggesak')
    const body = click(change.id)
    for (const path of [
      '/slack/events/',
      '/slack/commands',
      '/slack/install',
      '/slack/oauth_redirect',
      '/',
      '/slack/events%2f',
    ])
      expect([403, 404, 405]).toContain(await send(body, signedHeaders(secret(), body, now()), path))
    expect(await house.world.store.change(change.id)).toMatchObject({ state: 'proposed' })
  })

  it('with a good signature is heard, so that the others were refused for theirs', async () => {
    const { change } = await proposeClient(house, house.as('cecilie'), 'Byggesak')
    const body = click(change.id)
    expect(await send(body, signedHeaders(secret(), body, now()))).toBe(200)
    expect(await house.world.store.change(change.id)).toMatchObject({ state: 'declined' })
  })
})

describe('a request of Slack’s that somebody recorded', () => {
  it('is worth nothing after five minutes', async () => {
    const kari = house.as('kari')
    await kari.command('/client new idporten test')
    await untilModal(house, kari, 'client-new-details')
    await kari.submit(loginValues('Tatt opp'))
    await untilModal(house, kari, 'client-created')
    await untilCard(house, kari, onlyNamed(house, 'Tatt opp').client_id)
    clock.pass(5 * MINUTE + SECOND)
    const before = dump(house)
    expect((await kari.replayLast()).status).toBe(401)
    expect(dump(house)).toEqual(before)
    expect(named(house, 'Tatt opp')).toHaveLength(1)
  })

  it('does nothing twice before that: command, click, submission', async () => {
    const cecilie = house.as('cecilie')
    const { change } = await proposeClient(house, cecilie, 'To ganger')
    await Promise.all([1, 2, 3, 4].map(() => cecilie.replayLast()))
    const waiting = (stored(house).changes ?? []).filter((row) => words(row).includes('To ganger'))
    expect(waiting.map(({ id }) => id)).toEqual([change.id])
    await cecilie.click({ action_id: 'client-step-up.cancel' })
    await house.until(() => cecilie.modal()?.callback_id !== 'client-step-up')
    await Promise.all([1, 2, 3].map(() => cecilie.replayLast()))
    const lines = (stored(house).audit ?? []).filter((line) => line.change_id === change.id)
    expect(lines.map(({ outcome }) => outcome)).toEqual(['begun', 'withdrawn'])
    expect(changesAtProd(house)).toEqual([])
  })
})
