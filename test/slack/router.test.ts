import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { AppError } from '../../src/errors.ts'
import { empty, route } from '../../src/slack/route.ts'
import { routingTable } from '../../src/slack/router.ts'
import { setUp, stranger, user } from '../helpers/router.ts'

const command = (name: string, text = '') => ({
  command: name,
  text,
  user_id: 'U1',
  team_id: 'T1',
  trigger_id: '1.2.a',
  response_url: 'https://hooks.slack.com/x',
})
const modal = (depth = 1) => ({
  id: 'V1',
  hash: '1.a',
  type: 'modal',
  callback_id: 'client-new',
  previous_view_id: depth === 1 ? null : depth === 2 ? 'V0' : 'V2',
  root_view_id: 'V0',
})
const submit = (depth = 1, callback_id = 'client-new') => ({
  type: 'view_submission',
  user: { id: 'U1' },
  team: { id: 'T1' },
  trigger_id: '1.2.a',
  view: { ...modal(depth), callback_id },
})
const click = (action_id: string, value = 'abc', view?: object) => ({
  type: 'block_actions',
  user: { id: 'U1' },
  team: { id: 'T1' },
  trigger_id: '1.2.a',
  container: view ? { type: 'view' } : { type: 'message', channel_id: 'D1', message_ts: '5.5' },
  ...(view ? { view } : {}),
  actions: [{ action_id, block_id: 'b', type: 'button', value, action_ts: '7.1' }],
})

describe('a command', () => {
  it.each([
    ['/client', '', 'command client', []],
    ['/client', 'list prod bygg', 'command client list', ['prod', 'bygg']],
    ['/client', '  LISTE  ', 'command client list', []],
    ['/portvakt', 'client list prod', 'command client list', ['prod']],
    ['/portvakt', 'klient liste', 'command client list', []],
    ['/portvakt', 'test-access', 'command test-access', []],
    ['/portvakt', 'hjelp', 'command portvakt help', []],
    ['/digdir-client', 'list', 'command client list', []],
    ['/digdir-test-access', '', 'command test-access', []],
    ['/digdir-portvakt', 'klient liste', 'command client list', []],
  ])('%s %s finds its row', async (name, text, row, words) => {
    const { send, asked } = setUp()
    await send(command(name, text))
    expect(asked).toEqual([{ row, input: expect.objectContaining({ words }) }])
  })

  it.each([
    ['/client', 'frobnicate'],
    ['/portvakt', 'portvakt'],
    ['/client', '__proto__'],
    ['/ukjent', ''],
  ])('%s %s is answered, privately, though it has no row', async (name, text) => {
    const { send, asked } = setUp()
    expect(await send(command(name, text))).toMatchObject({ response_type: 'ephemeral', text: expect.any(String) })
    expect(asked).toEqual([])
  })

  it('of a stranger gets the card that says why', async () => {
    const { send, asked } = setUp({ as: stranger })
    expect(JSON.stringify(await send(command('/client', 'list')))).toMatch(/gjest/i)
    expect(asked).toEqual([])
  })

  it('that breaks is answered with a reference and no detail', async () => {
    const { send } = setUp({ run: () => Promise.reject(new Error('secret-of-the-house')) })
    const answer = JSON.stringify(await send(command('/client', 'list')))
    expect(answer).toContain('req-1')
    expect(answer).not.toContain('secret-of-the-house')
  })
})

describe('a click', () => {
  it.each([
    ['on a button of an earlier release', 'client-old.show', 'abc'],
    ['with a value that no longer fits', 'client-list.show', 'x'],
  ])('%s is acknowledged at once and answered in the direct messages', async (_what, id, value) => {
    const { send, asked, shown } = setUp()
    expect(await send(click(id, value))).toBeUndefined()
    expect(asked).toEqual([])
    expect(shown).toEqual([['show', user, expect.anything(), { kind: 'direct' }]])
  })

  it.each([
    [1, 'push'],
    [2, 'push'],
    [3, 'update'],
  ])('on a stale button of a modal, %i deep: its answer comes by %s', async (depth, how) => {
    const { send, shown } = setUp()
    await send(click('client-old.show', 'abc', modal(depth)))
    expect(shown.map(([name]) => name)).toEqual([how])
  })
})

describe('a submission', () => {
  it.each([
    [1, 'push'],
    [3, 'update'],
  ])('that fails keeps what was typed beneath the answer, %i deep: %s', async (depth, response_action) => {
    const { send } = setUp({ run: () => Promise.reject(new AppError('digdir-unavailable', 'down')) })
    expect(await send(submit(depth))).toMatchObject({ response_action, view: { type: 'modal' } })
  })

  it('of a view that is no more is answered', async () => {
    const { send } = setUp()
    expect(await send(submit(1, 'client-old'))).toMatchObject({ response_action: 'push' })
  })
})

describe('whatever comes', () => {
  it.each<[string, Record<string, unknown>]>([
    ['a body of an unknown shape', { type: 'block_actions', actions: 7 }],
    ['a body of an unknown kind', { type: 'shortcut' }],
    ['a closed modal without a row', { type: 'view_closed', user: { id: 'U1' }, view: modal() }],
    ['an event without a row', { type: 'event_callback', team_id: 'T1', event_id: 'E1', event: { type: 'team_join' } }],
  ])('is acknowledged once, with nothing: %s', async (_what, body) => {
    const { send, acknowledged, shown } = setUp()
    await send(body)
    expect(acknowledged).toEqual([undefined])
    expect(shown).toEqual([])
  })

  it('leaves people alone whom the bot has never met', async () => {
    const { send, asked, acknowledged } = setUp({ as: null })
    await send({ type: 'event_callback', team_id: 'T1', event_id: 'E1', event: { type: 'user_change', user: 'U9' } })
    expect([asked, acknowledged]).toEqual([[], [undefined]])
  })

  it('gives no suggestions to a stranger', async () => {
    const { send } = setUp({ as: stranger })
    expect(
      await send({
        type: 'block_suggestion',
        user: { id: 'U1' },
        team: { id: 'T1' },
        action_id: 'client-new.scopes',
        value: '',
      }),
    ).toEqual({ options: [] })
  })

  it('tells what went wrong afterwards where the answer would have gone', async () => {
    const { send, shown } = setUp({
      run: async () => ({ now: empty, later: () => Promise.reject(new AppError('digdir-unavailable', 'down')) }),
    })
    await send(submit())
    expect(shown).toEqual([['show', user, expect.anything(), { kind: 'view', viewId: 'V1', hash: null }]])
  })

  it('says nothing of a trigger that the first of two equal requests has used', async () => {
    const gone = new AppError('view-gone', "Slack's views.open: exchanged_trigger_id")
    const { send, shown } = setUp({ run: async () => ({ now: empty, later: () => Promise.reject(gone) }) })
    await send(command('/client'))
    expect(shown).toEqual([])
  })

  it('finishes what was begun though the acknowledgement could not be sent', async () => {
    let finished = false
    const { send } = setUp({
      run: async () => ({
        now: empty,
        later: async () => {
          finished = true
        },
      }),
      ack: () => Promise.reject(new Error('the socket is closed')),
    })
    await send(submit())
    expect(finished).toBe(true)
  })
})

describe('the routing table', () => {
  it('refuses two rows of one kind and id', () => {
    const row = route({
      kind: 'action',
      id: 'a',
      may: 'help',
      effect: 'read',
      input: z.unknown(),
      run: async () => ({ now: empty }),
    })
    expect(() => routingTable([row, { ...row, kind: 'submit' }])).not.toThrow()
    expect(() => routingTable([row, row])).toThrow('two routes for action a')
  })
})
