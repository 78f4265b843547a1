import { describe, expect, test } from 'vitest'
import { people, world } from '../../../sandbox/world.ts'
import { manifestWith, stage } from './stage.ts'

describe('a slash command', () => {
  test('reaches the bot signed, with the fields of Slack', async () => {
    const { bot, kari, clock } = await stage()
    const outcome = await kari.command('/client new  “Min klient” & co', 'C0DRIFT')
    expect(outcome).toMatchObject({ status: 200, body: '' })
    const [{ headers, body }] = bot.heard as [(typeof bot.heard)[0]]
    expect(headers['content-type']).toBe('application/x-www-form-urlencoded')
    expect(headers['x-slack-request-timestamp']).toBe(String(Math.floor(clock.now() / 1000)))
    expect(body).toMatchObject({
      command: '/client',
      text: 'new  “Min klient” & co',
      user_id: people.kari.id,
      team_id: world.team.id,
      channel_id: 'C0DRIFT',
      channel_name: 'driftsmeldinger',
      api_app_id: world.bot.app_id,
      is_enterprise_install: 'false',
    })
    expect(body.response_url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/response\//)
    expect(body.trigger_id).toMatch(/^\d+\.\d+\.[0-9a-f]+$/)
    expect(kari.messages('C0DRIFT')).toEqual([])
  })

  test.each([
    ['its direct messages', (botChannel: string) => botChannel, 'directmessage'],
    ['a private channel', () => 'C0PORTVAKT', 'privategroup'],
  ])('in %s has its own channel name', async (_name, channel, expected) => {
    const { bot, slack } = await stage()
    const vakt = slack.workspace.as(people.vakt.id)
    await vakt.command('/client', channel(vakt.botChannel))
    expect(bot.heard[0]?.body.channel_name).toBe(expected)
  })

  test('with should_escape mentions and links are marked up', async () => {
    const { bot, kari } = await stage({ manifest: manifestWith({ escape: true }) })
    await kari.command('/client @oliver #generelt #portvakt-drift a@b.example https://x.example <b>')
    expect(bot.heard[0]?.body.text).toBe(
      `<@${people.oliver.id}|oliver> <#C0GENERELT|generelt> <#C0PORTVAKT|> <mailto:a@b.example|a@b.example> <https://x.example> &lt;b&gt;`,
    )
  })

  test.each([
    ['text', 'Hei', 'Hei'],
    ['a message', { text: 'Hei', blocks: [{ type: 'divider' }] }, 'Hei'],
  ])('answered with %s is seen by the person alone, after the line typed', async (_name, body, text) => {
    const { bot, kari, workspace } = await stage()
    bot.answer(() => ({ body }))
    await kari.command('/client list', 'C0DRIFT')
    expect(kari.messages('C0DRIFT')).toMatchObject([
      { user: people.kari.id, command: '/client list', ephemeral: true },
      { user: world.bot.user_id, text, ephemeral: true },
    ])
    expect(workspace.as(people.oliver.id).messages('C0DRIFT')).toEqual([])
  })

  test('answered in_channel is seen by all, the command too', async () => {
    const { bot, kari, workspace } = await stage()
    bot.answer(() => ({ body: { response_type: 'in_channel', text: 'Til alle' } }))
    await kari.command('/client list', 'C0DRIFT')
    expect(workspace.as(people.oliver.id).messages('C0DRIFT')).toMatchObject([
      { command: '/client list', ephemeral: false },
      { text: 'Til alle', ephemeral: false },
    ])
  })

  test('that no app has never leaves Slack', async () => {
    const { bot, kari } = await stage()
    const outcome = await kari.command('/frobnicate')
    expect(outcome).toMatchObject({ status: 0, toast: { title: '/frobnicate is not a valid command' } })
    expect(bot.heard).toEqual([])
  })

  test('does not work in a thread', async () => {
    const { bot, kari } = await stage()
    await kari.send('C0DRIFT', 'root')
    const outcome = await kari.send('C0DRIFT', '/client', kari.messages('C0DRIFT')[0]?.ts)
    expect(outcome.toast?.title).toContain('not supported in threads')
    expect(bot.heard).toEqual([])
  })
})

describe('what the person sees when the bot fails', () => {
  test('late: operation_timeout, and the late answer is ignored', async () => {
    const { bot, kari } = await stage({ ackTimeoutMs: 30 })
    let answered = () => {}
    const late = new Promise<void>((resolve) => {
      answered = resolve
    })
    bot.answer(async () => {
      await late
      return { body: 'too late' }
    })
    const outcome = await kari.command('/client list')
    expect(outcome).toMatchObject({ status: 0, toast: { title: '/client failed with the error "operation_timeout"' } })
    answered()
    bot.answer(() => ({}))
    await kari.command('/client list')
    expect(kari.messages()).toEqual([])
    expect(kari.desk().toasts).toHaveLength(1)
    kari.dismiss(kari.desk().toasts[0]?.id ?? '')
    expect(kari.desk().toasts).toEqual([])
  })

  test('gone: dispatch_failed', async () => {
    const { bot, kari } = await stage()
    await bot.close()
    expect((await kari.command('/client')).toast?.title).toContain('"dispatch_failed"')
  })

  test.each([404, 500, 302])('HTTP %i: http_service_error', async (status) => {
    const { bot, kari } = await stage()
    bot.answer(() => ({ status }))
    expect(await kari.command('/client')).toMatchObject({
      status,
      toast: { title: '/client failed with the error "http_service_error"', detail: `HTTP ${status}` },
    })
  })

  test('an answer Slack would not show is told with its pointer', async () => {
    const { bot, kari } = await stage()
    bot.answer(() => ({ body: { text: 'x', blocks: [{ type: 'sections' }] } }))
    const outcome = await kari.command('/client')
    expect(outcome.toast).toMatchObject({ title: '/client failed with the error "invalid_blocks"' })
    expect(outcome.toast?.detail).toContain('/blocks/0/type')
    expect(kari.messages()).toEqual([])
  })

  test('a wrong secret is refused by the bot', async () => {
    const { kari } = await stage({ signingSecret: 'another' })
    expect(await kari.command('/client')).toMatchObject({ status: 401 })
  })
})

test('the same signed bytes can be sent again', async () => {
  const { bot, kari } = await stage()
  await kari.command('/client new')
  const outcome = await kari.replayLast()
  expect(outcome.status).toBe(200)
  expect(bot.heard).toHaveLength(2)
  expect(bot.heard[1]?.raw).toBe(bot.heard[0]?.raw)
  expect(bot.heard[1]?.headers['x-slack-signature']).toBe(bot.heard[0]?.headers['x-slack-signature'])
})

describe('a response_url', () => {
  const asked = async (channel = 'C0DRIFT') => {
    const all = await stage()
    await all.kari.command('/client list', channel)
    const url = all.bot.heard[0]?.body.response_url as string
    const respond = async (body: unknown) => {
      const response = await fetch(url, { method: 'POST', body: JSON.stringify(body) })
      return { status: response.status, text: await response.text() }
    }
    return { ...all, respond }
  }

  test('posts to the person, or to all with in_channel, five times', async () => {
    const { kari, respond, workspace } = await asked()
    expect(await respond({ text: 'one' })).toEqual({ status: 200, text: 'ok' })
    await respond({ text: 'two', response_type: 'in_channel' })
    expect(workspace.as(people.oliver.id).messages('C0DRIFT')).toMatchObject([{ text: 'two' }])
    for (const text of ['three', 'four', 'five']) expect((await respond({ text })).status).toBe(200)
    expect(await respond({ text: 'six' })).toEqual({ status: 404, text: 'used_url' })
    expect(kari.messages('C0DRIFT').map((one) => one.text)).toEqual([
      '/client list',
      'one',
      'two',
      'three',
      'four',
      'five',
    ])
  })

  test('lives for thirty minutes', async () => {
    const { respond, clock } = await asked()
    clock.forward(30 * 60_000)
    expect((await respond({ text: 'in time' })).status).toBe(200)
    clock.forward(1)
    expect(await respond({ text: 'late' })).toEqual({ status: 404, text: 'expired_url' })
  })

  test('works where the bot is no member', async () => {
    const { kari, respond } = await asked('C0GENERELT')
    await respond({ text: 'hei' })
    expect(kari.messages('C0GENERELT').at(-1)).toMatchObject({ text: 'hei', ephemeral: true })
  })

  test('has no original to replace or delete: what a command was answered stays', async () => {
    const { kari, respond } = await asked()
    await respond({ text: 'working' })
    await respond({ text: 'done', replace_original: true })
    await respond({ delete_original: true })
    expect(kari.messages('C0DRIFT').map((one) => one.text)).toEqual(['/client list', 'working', 'done'])
  })

  test('refuses what Slack would refuse, and tells the person', async () => {
    const { kari, respond } = await asked()
    expect(await respond({ blocks: [{ type: 'sections' }] })).toEqual({ status: 400, text: 'invalid_blocks' })
    expect(kari.desk().toasts[0]?.detail).toContain('/blocks/0/type')
    expect(await respond('text')).toEqual({ status: 400, text: 'invalid_payload' })
  })
})
