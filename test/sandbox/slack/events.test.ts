import { describe, expect, test } from 'vitest'
import { people, world } from '../../../sandbox/world.ts'
import { manifestWith, stage } from './stage.ts'

const gone = { kind: 'deactivated' } as const

describe('events', () => {
  test('a changed person is told in an envelope of Slack', async () => {
    const { bot, workspace, client } = await stage()
    await workspace.changeUser(people.kari.id, { ...gone, email: 'ny@kystverdi.example' })
    const { headers, body } = bot.heard[0]!
    expect(headers['content-type']).toBe('application/json')
    expect(headers).not.toHaveProperty('x-slack-retry-num')
    expect(body).toMatchObject({
      type: 'event_callback',
      team_id: world.team.id,
      api_app_id: world.bot.app_id,
      event: {
        type: 'user_change',
        user: { id: people.kari.id, deleted: true, profile: { email: 'ny@kystverdi.example' } },
      },
      authorizations: [{ user_id: world.bot.user_id, is_bot: true, team_id: world.team.id }],
    })
    expect(body.event_id).toMatch(/^Ev/)
    expect((await client.users.info({ user: people.kari.id })).user?.deleted).toBe(true)
  })

  test('somebody new joins', async () => {
    const { bot, workspace } = await stage()
    await workspace.addUser({ ...people.oliver, id: 'U0NEW', name: 'Nils Ny', email: 'nils@eksempel.example' })
    expect(bot.heard[0]?.body.event).toMatchObject({ type: 'team_join', user: { id: 'U0NEW' } })
    expect(workspace.as('U0NEW').desk().channels).toMatchObject([{ kind: 'app' }])
  })

  test('what the manifest does not subscribe to is not sent', async () => {
    const { bot, kari, workspace } = await stage({ manifest: manifestWith({ events: ['message.im'] }) })
    await workspace.changeUser(people.kari.id, gone)
    await kari.openHome()
    await kari.send('C0DRIFT', 'hei')
    await kari.send(kari.botChannel, 'hei')
    expect(bot.heard.map(({ body }) => body.event)).toMatchObject([
      { type: 'message', channel_type: 'im', channel: kari.botChannel, text: 'hei', user: people.kari.id },
    ])
  })

  test('a bot that takes no messages gets none', async () => {
    const { bot, kari } = await stage({ manifest: manifestWith({ events: ['message.im'], readOnly: true }) })
    expect((await kari.send(kari.botChannel, 'hei')).toast?.title).toContain('turned off')
    expect(kari.messages()).toEqual([])
    expect(bot.heard).toEqual([])
  })

  test('what fails is sent again at once, after a minute and after five, with the same event_id', async () => {
    const { bot, workspace, clock } = await stage()
    bot.answer(() => ({ status: 500 }))
    await workspace.changeUser(people.kari.id, gone)
    const nums = () => bot.heard.map(({ headers }) => headers['x-slack-retry-num'])
    await workspace.runDue()
    expect(nums()).toEqual([undefined, '1'])
    clock.forward(59_999)
    await workspace.runDue()
    expect(nums()).toEqual([undefined, '1'])
    clock.forward(1)
    await workspace.runDue()
    clock.forward(5 * 60_000)
    await workspace.runDue()
    expect(nums()).toEqual([undefined, '1', '2', '3'])
    clock.forward(60 * 60_000)
    await workspace.runDue()
    expect(bot.heard).toHaveLength(4)
    expect(new Set(bot.heard.map(({ body }) => body.event_id)).size).toBe(1)
    expect(bot.heard[3]?.headers['x-slack-retry-reason']).toBe('http_error')
  })

  test('a late answer is a time-out, and the repeat may succeed', async () => {
    const { bot, workspace } = await stage({ ackTimeoutMs: 30 })
    bot.answer(() => new Promise(() => {}))
    await workspace.changeUser(people.kari.id, gone)
    bot.answer(() => ({}))
    await workspace.runDue()
    expect(workspace.deliveries).toMatchObject([
      { kind: 'event', failure: 'operation_timeout' },
      { kind: 'event', status: 200, retry: { num: 1, reason: 'http_timeout' } },
    ])
  })

  test('X-Slack-No-Retry ends it', async () => {
    const { bot, workspace } = await stage()
    bot.answer(() => ({ status: 500, headers: { 'x-slack-no-retry': '1' } }))
    await workspace.changeUser(people.kari.id, gone)
    await workspace.runDue()
    expect(bot.heard).toHaveLength(1)
  })

  test.each([
    ['echoed as JSON', (challenge: string) => ({ challenge }), true],
    ['echoed as text', (challenge: string) => challenge, true],
    ['forgotten', () => '', false],
  ])('a challenge %s', async (_name, body, verified) => {
    const { bot, workspace } = await stage()
    bot.answer((heard) => ({ body: body(heard.body.challenge) }))
    expect(await workspace.verifyUrl()).toBe(verified)
  })
})
