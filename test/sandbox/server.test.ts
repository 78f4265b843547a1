import { request } from 'node:http'
import { describe, expect, test } from 'vitest'
import type { World } from '../../sandbox/protocol.ts'
import { people, world } from '../../sandbox/world.ts'
import { follow, served } from './served.ts'
import { actions, button, modal, textField } from './slack/stage.ts'

describe('the browser', () => {
  test('learns of the world', async () => {
    const { server } = await served()
    const told = (await (await fetch(`${server.url}/api/world`)).json()) as World
    expect(told).toMatchObject({
      team: world.team,
      bot: { user_id: world.bot.user_id, name: 'Portvakt' },
      commands: [{ command: '/client', description: 'Clients', usage_hint: 'new' }],
      systems: [{ id: 'slack', mode: 'well' }],
    })
    expect(told.people.map((one) => one.id)).toEqual(world.people.map((one) => one.id))
    expect(told.organisations).toHaveLength(world.organisations.length)
  })

  test('follows one desk as it changes, the bot included', async () => {
    const { server, act } = await served()
    const stream = await follow(server.url, people.kari.id)
    expect(stream.response.headers.get('content-type')).toContain('text/event-stream')
    const first = await stream.until(() => true)
    expect(first).toMatchObject({ me: { id: people.kari.id }, bot: 'starting', modals: [], home: null })
    expect(first.channels.map((one) => one.name)).toEqual([
      'generelt',
      'driftsmeldinger',
      'kystverdi-portvakt',
      'Portvakt',
    ])
    server.setBot('ready')
    await stream.until((desk) => desk.bot === 'ready')
    await act({ type: 'send', channel: 'C0DRIFT', text: 'hei' }, people.oliver.id)
    const told = await stream.until((desk) => (desk.messages.C0DRIFT ?? []).length > 0)
    expect(told.channels.find((one) => one.id === 'C0DRIFT')?.unread).toBe(1)
    await act({ type: 'read', channel: 'C0DRIFT' })
    await stream.until(
      (desk) => desk.bot === 'ready' && desk.messages.C0DRIFT?.length === 1 && desk.channels[1]?.unread === 0,
    )
  })

  test('hears of many changes at once as one, and of none by a heartbeat', async () => {
    const { server, client } = await served()
    const stream = await follow(server.url, people.kari.id)
    await stream.untilText(': still here')
    const before = stream.desks.length
    expect(before).toBe(1)
    server.setBot('ready')
    server.setBot('gone')
    server.setBot('ready')
    await stream.until((desk) => desk.bot === 'ready')
    expect(stream.desks).toHaveLength(2)
    expect((await client.auth.test()).ok).toBe(true)
  })

  test('acts: command, modal, submission, click, suggestion, Home and toast', async () => {
    const { act, bot, client, kari } = await served()
    expect(await act({ type: 'send', channel: kari.botChannel, text: '/client new' })).toEqual({ ok: true })
    const select = textField('scope', { type: 'external_select', min_query_length: 0 }, { optional: true })
    const blocks = [textField('name'), select, actions(button('test-view.check'))]
    const view = modal('M', { blocks }) as never
    const opened = await client.views.open({ trigger_id: bot.heard[0]?.body.trigger_id, view })
    const view_id = opened.view?.id ?? ''
    const container = { type: 'view', view_id } as const
    const values = { name: { 'test-view.name': { type: 'plain_text_input', value: 'Navn' } } }

    const action = { action_id: 'test-view.check', block_id: 'buttons', type: 'button', value: 'v' }
    expect(await act({ type: 'click', container, action, values })).toEqual({ ok: true })
    expect(bot.heard.at(-1)?.body).toMatchObject({ type: 'block_actions', view: { state: { values } } })

    bot.answer(() => ({ body: { options: [{ text: { type: 'plain_text', text: 'A' }, value: 'a' }] } }))
    const asked = { type: 'suggest', container, block_id: 'scope', action_id: 'test-view.scope', value: 'a' } as const
    expect(await act(asked)).toEqual({ ok: true, options: [{ text: 'A', value: 'a' }] })

    bot.answer(() => ({ status: 500 }))
    expect(await act({ type: 'submit', view_id, values })).toEqual({ ok: true })
    const [toast] = kari.desk().toasts
    expect(toast?.detail).toContain('HTTP 500')
    await act({ type: 'dismiss', toast: toast?.id ?? '' })
    expect(kari.desk().toasts).toEqual([])

    bot.answer(() => ({}))
    await act({ type: 'close', view_id })
    expect(kari.desk().modals).toEqual([])
    await act({ type: 'home' })
    expect(bot.heard.at(-1)?.body.event.type).toBe('app_home_opened')
    expect(await act({ type: 'submit', view_id, values })).toEqual({ ok: false, error: 'that modal is closed' })
  })

  test('makes a system fail and work again', async () => {
    const { act, client, server } = await served()
    await act({ type: 'mode', system: 'slack', mode: 'failing' })
    await expect(client.auth.test()).rejects.toThrow()
    const told = (await (await fetch(`${server.url}/api/world`)).json()) as World
    expect(told.systems).toMatchObject([{ id: 'slack', mode: 'failing', requests: 1 }])
    await act({ type: 'mode', system: 'slack', mode: 'well' })
    expect((await client.auth.test()).ok).toBe(true)
    expect(await act({ type: 'mode', system: 'brreg', mode: 'well' })).toMatchObject({ ok: false })
  })
})

describe('what it refuses', () => {
  test.each([
    ['no JSON', '{', 400],
    ['no act', '{"as":"U0KARI","act":{"type":"fly"}}', 400],
    ['too much', JSON.stringify({ as: 'U0KARI', act: { type: 'send', text: 'x'.repeat(1024 * 1024) } }), 413],
  ])('%s', async (_name, body, status) => {
    const { server } = await served()
    expect((await fetch(`${server.url}/api/act`, { method: 'POST', body })).status).toBe(status)
  })

  test('a person nobody is', async () => {
    const { server, act } = await served()
    expect((await fetch(`${server.url}/api/stream?as=U0NOBODY`)).status).toBe(404)
    expect(await act({ type: 'home' }, 'U0NOBODY')).toMatchObject({ ok: false })
  })

  const get = (url: string, headers: Record<string, string>) =>
    new Promise<number | undefined>((resolve, reject) => {
      request(url, { headers }, (response) => resolve(response.resume().statusCode))
        .on('error', reject)
        .end()
    })

  test.each([
    ['another host name', { host: 'attacker.example' }, 403],
    ['another port', { host: '127.0.0.1:1' }, 403],
    ['a foreign page', { origin: 'https://attacker.example' }, 403],
    ['no origin', {}, 200],
  ])('a request with %s: HTTP %s', async (_name, headers, status) => {
    const { server } = await served()
    expect(await get(`${server.url}/api/world`, headers)).toBe(status)
  })

  test('its own page by the name of localhost is let in', async () => {
    const { server } = await served()
    const host = server.url.replace('http://127.0.0.1', 'localhost')
    expect(await get(`${server.url}/api/world`, { host, origin: `http://${host}` })).toBe(200)
  })
})

describe('pages', () => {
  test.each([
    ['/', 200, 'text/html; charset=utf-8'],
    ['/messages/C0DRIFT', 200, 'text/html; charset=utf-8'],
    ['/app.js', 200, 'text/javascript; charset=utf-8'],
    ['/missing.js', 404, 'text/plain; charset=utf-8'],
    ['/..%2fsecret.js', 404, 'text/plain; charset=utf-8'],
    ['/api/other', 404, 'text/plain; charset=UTF-8'],
  ])('%s is HTTP %i', async (path, status, type) => {
    const { server } = await served()
    const response = await fetch(server.url + path)
    expect([response.status, response.headers.get('content-type')]).toEqual([status, type])
  })
})
