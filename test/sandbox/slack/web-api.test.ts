import { describe, expect, test } from 'vitest'
import { slackLimits } from '../../../sandbox/slack/rates.ts'
import { people, world } from '../../../sandbox/world.ts'
import { manifestWith, refusal, scopes, stage } from './stage.ts'

describe('tokens and scopes', () => {
  test.each([
    ['no token', '', 'not_authed'],
    ['an unknown token', 'xoxb-other', 'invalid_auth'],
    ['the app token', 'xapp-sandbox', 'not_allowed_token_type'],
  ])('%s is refused', async (_name, token, error) => {
    const { clientWith } = await stage()
    expect(await refusal(clientWith(token).users.info({ user: people.kari.id }))).toMatchObject({ ok: false, error })
  })

  test('a call without its scope names what is needed and what there is', async () => {
    const { client } = await stage({ manifest: manifestWith({ scopes: ['commands'] }) })
    expect(await refusal(client.chat.postMessage({ channel: people.kari.id, text: 'hei' }))).toMatchObject({
      error: 'missing_scope',
      needed: 'chat:write',
      provided: 'commands',
    })
  })

  test('auth.test tells who the bot is, and every answer its scopes', async () => {
    const { client } = await stage()
    const answer = await client.auth.test()
    expect(answer).toMatchObject({
      ok: true,
      user_id: world.bot.user_id,
      bot_id: world.bot.bot_id,
      team_id: world.team.id,
    })
    expect(answer.response_metadata?.scopes).toEqual(scopes)
  })

  test('an unknown method is refused as such', async () => {
    const { client } = await stage()
    expect(await refusal(client.apiCall('views.invented'))).toMatchObject({ error: 'unknown_method' })
  })

  test('calls are on record with parsed arguments and without the token', async () => {
    const { client, workspace } = await stage()
    await client.chat.postMessage({
      channel: people.kari.id,
      text: 'hei',
      metadata: { event_type: 'e', event_payload: {} },
    })
    expect(workspace.calls.at(-1)).toMatchObject({
      method: 'chat.postMessage',
      args: { text: 'hei', metadata: { event_type: 'e' } },
      answer: { ok: true },
    })
    expect(JSON.stringify(workspace.calls)).not.toContain('xoxb')
  })

  test('a JSON body is read like a form', async () => {
    const { slack } = await stage()
    const response = await fetch(`${slack.apiUrl}users.info`, {
      method: 'POST',
      headers: { authorization: 'Bearer xoxb-sandbox', 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify({ user: people.kari.id, include_locale: true, team_id: world.team.id }),
    })
    expect(await response.json()).toMatchObject({ ok: true, user: { locale: 'nb-NO' } })
  })
})

describe('people', () => {
  test.each([
    ['a member', people.kari.id, { is_email_confirmed: true, is_restricted: false, deleted: false }],
    ['a guest', people.gjest.id, { is_restricted: true }],
    ['a stranger', people.fremmed.id, { is_stranger: true, team_id: 'T0NABO' }],
    ['a deactivated person', people.sluttet.id, { deleted: true }],
    ['somebody with an unconfirmed address', people.ubekreftet.id, { is_email_confirmed: false }],
  ])('%s is told as such', async (_name, user, expected) => {
    const { client } = await stage()
    expect((await client.users.info({ user })).user).toMatchObject(expected)
  })

  test('the address comes only with its scope, and never for a stranger', async () => {
    const { client } = await stage()
    expect((await client.users.info({ user: people.kari.id })).user?.profile?.email).toBe(people.kari.email)
    expect((await client.users.info({ user: people.fremmed.id })).user?.profile).not.toHaveProperty('email')
    const poor = await stage({ manifest: manifestWith({ scopes: ['users:read'] }) })
    expect((await poor.client.users.info({ user: people.kari.id })).user?.profile).not.toHaveProperty('email')
  })

  test('people are found by address unless they are gone', async () => {
    const { client } = await stage()
    const found = await client.users.lookupByEmail({ email: people.oliver.email ?? '' })
    expect(found.user?.id).toBe(people.oliver.id)
    const gone = client.users.lookupByEmail({ email: people.sluttet.email ?? '' })
    expect(await refusal(gone)).toMatchObject({ error: 'users_not_found' })
  })

  test('the list of people comes in pages', async () => {
    const { client } = await stage()
    const seen: string[] = []
    for await (const page of client.paginate('users.list', { limit: 5 })) {
      const members = (page as { members?: { id: string }[] }).members ?? []
      expect(members.length).toBeLessThanOrEqual(5)
      seen.push(...members.map((one) => one.id))
    }
    expect(new Set(seen)).toEqual(new Set([world.bot.user_id, ...world.people.map((one) => one.id)]))
  })
})

describe('messages', () => {
  test('a user id as channel opens the direct messages, and the answer names them', async () => {
    const { client, kari } = await stage()
    const answer = await client.chat.postMessage({ channel: people.kari.id, text: 'hei' })
    expect(answer.channel).toBe(kari.botChannel)
    expect((await client.conversations.open({ users: people.kari.id })).channel?.id).toBe(kari.botChannel)
    expect(kari.messages()).toMatchObject([{ user: world.bot.user_id, text: 'hei', ephemeral: false }])
    expect(kari.desk().channels.find((one) => one.id === kari.botChannel)).toMatchObject({ kind: 'app', unread: 1 })
    kari.read(kari.botChannel)
    expect(kari.desk().channels.find((one) => one.id === kari.botChannel)?.unread).toBe(0)
  })

  test.each([
    ['a channel it is not in', 'C0GENERELT', 'not_in_channel'],
    ['a channel nobody has', 'C0NOWHERE', 'channel_not_found'],
    ['a deactivated person', people.sluttet.id, 'channel_not_found'],
  ])('the bot cannot post to %s', async (_name, channel, error) => {
    const { client } = await stage()
    expect(await refusal(client.chat.postMessage({ channel, text: 'hei' }))).toMatchObject({ error })
  })

  test.each([
    ['a deactivated person', people.sluttet.id, 'user_disabled'],
    ['a stranger', people.fremmed.id, 'user_not_visible'],
    ['nobody', 'U0NOBODY', 'user_not_found'],
  ])('direct messages with %s cannot be opened', async (_name, users, error) => {
    const { client } = await stage()
    expect(await refusal(client.conversations.open({ users }))).toMatchObject({ error })
  })

  test('with chat:write.public it may post in a public channel it is not in', async () => {
    const { client, kari } = await stage({ manifest: manifestWith({ scopes: [...scopes, 'chat:write.public'] }) })
    await client.chat.postMessage({ channel: 'C0GENERELT', text: 'hei' })
    expect(kari.messages('C0GENERELT')).toHaveLength(1)
  })

  test('threads, edits and deletions are seen by the person', async () => {
    const { client, kari } = await stage()
    const { ts = '' } = await client.chat.postMessage({ channel: 'C0DRIFT', text: 'root' })
    const reply = await client.chat.postMessage({ channel: 'C0DRIFT', text: 'reply', thread_ts: ts })
    await client.chat.update({ channel: 'C0DRIFT', ts, text: 'edited' })
    expect(kari.messages('C0DRIFT')).toMatchObject([
      { ts, text: 'edited', edited: true, reply_count: 1 },
      { text: 'reply', thread_ts: ts },
    ])
    await client.chat.delete({ channel: 'C0DRIFT', ts: reply.ts ?? '' })
    expect(kari.messages('C0DRIFT')).toHaveLength(1)
  })

  test("somebody else's message is not the bot's to change", async () => {
    const { client, kari } = await stage()
    await kari.send('C0DRIFT', 'mine')
    const { ts } = kari.messages('C0DRIFT')[0]!
    expect(await refusal(client.chat.update({ channel: 'C0DRIFT', ts, text: 'x' }))).toMatchObject({
      error: 'cant_update_message',
    })
    expect(await refusal(client.chat.delete({ channel: 'C0DRIFT', ts }))).toMatchObject({
      error: 'cant_delete_message',
    })
    expect(await refusal(client.chat.update({ channel: 'C0DRIFT', ts: '1.000000', text: 'x' }))).toMatchObject({
      error: 'message_not_found',
    })
  })

  test('an ephemeral message is seen by one person, who must be in the channel', async () => {
    const { client, kari, workspace } = await stage()
    await client.chat.postEphemeral({ channel: 'C0DRIFT', user: people.kari.id, text: 'only you' })
    expect(kari.messages('C0DRIFT')).toMatchObject([{ text: 'only you', ephemeral: true }])
    expect(workspace.as(people.oliver.id).messages('C0DRIFT')).toEqual([])
    const outside = client.chat.postEphemeral({ channel: 'C0DRIFT', user: people.fremmed.id, text: 'x' })
    expect(await refusal(outside)).toMatchObject({ error: 'user_not_in_channel' })
  })

  test('wrong blocks are refused with pointers', async () => {
    const { client } = await stage()
    const blocks = [{ type: 'sections' }] as never
    const answer = await refusal(client.chat.postMessage({ channel: people.kari.id, text: 'x', blocks }))
    expect(answer).toMatchObject({ error: 'invalid_blocks' })
    expect(JSON.stringify(answer)).toContain('[json-pointer:/blocks/0/type]')
    const nothing = client.apiCall('chat.postMessage', { channel: people.kari.id })
    expect(await refusal(nothing)).toMatchObject({ error: 'no_text' })
  })

  test('blocks get the ids they lack, stay over an update of the text, and go with an empty list', async () => {
    const { client, kari } = await stage()
    const blocks = [{ type: 'divider' as const }]
    const { channel = '', ts = '' } = await client.chat.postMessage({ channel: people.kari.id, text: 'x', blocks })
    expect(kari.messages()[0]?.blocks).toMatchObject([{ type: 'divider', block_id: expect.stringMatching(/./) }])
    await client.chat.update({ channel, ts, text: 'y' })
    expect(kari.messages()[0]).toMatchObject({ text: 'y', blocks: [{ type: 'divider' }] })
    await client.chat.update({ channel, ts, text: 'z', blocks: [] })
    expect(kari.messages()[0]).not.toHaveProperty('blocks')
  })

  test('metadata is found again in the history', async () => {
    const { client, kari } = await stage()
    const metadata = { event_type: 'delivery', event_payload: { row: 7 } }
    await client.chat.postMessage({ channel: people.kari.id, text: 'one', metadata })
    const history = await client.conversations.history({ channel: kari.botChannel, include_all_metadata: true })
    expect(history.messages).toMatchObject([{ text: 'one', metadata }])
    const plain = await client.conversations.history({ channel: kari.botChannel })
    expect(plain.messages?.[0]).not.toHaveProperty('metadata')
  })

  test('a permalink names channel and message', async () => {
    const { client } = await stage()
    const { channel = '', ts = '' } = await client.chat.postMessage({ channel: 'C0DRIFT', text: 'x' })
    const { permalink } = await client.chat.getPermalink({ channel, message_ts: ts })
    expect(permalink).toMatch(new RegExp(`/archives/C0DRIFT/p${ts.replace('.', '')}$`))
  })
})

describe('channels', () => {
  test('a private channel without the bot does not exist for it', async () => {
    const hidden = { ...world, channels: [{ ...world.channels[2]!, id: 'C0HIDDEN', members: [people.kari.id] }] }
    const { client } = await stage({
      world: hidden,
      manifest: manifestWith({ scopes: [...scopes, 'channels:read', 'groups:read'] }),
    })
    expect(await refusal(client.conversations.info({ channel: 'C0HIDDEN' }))).toMatchObject({
      error: 'channel_not_found',
    })
    expect((await client.conversations.list({ types: 'private_channel' })).channels).toEqual([])
  })

  test.each([
    ['C0DRIFT', 'channels:read', 'groups:read'],
    ['C0PORTVAKT', 'groups:read', 'channels:read'],
  ])('a channel is not told without the scope of its kind: %s', async (channel, needed, other) => {
    const { client } = await stage({ manifest: manifestWith({ scopes: [...scopes, other] }) })
    expect(await refusal(client.conversations.info({ channel }))).toMatchObject({ error: 'missing_scope', needed })
  })

  test('a channel is told with its members', async () => {
    const { client } = await stage({ manifest: manifestWith({ scopes: [...scopes, 'channels:read'] }) })
    const { channel } = await client.conversations.info({ channel: 'C0DRIFT', include_num_members: true })
    expect(channel).toMatchObject({ id: 'C0DRIFT', name: 'driftsmeldinger', is_member: true, is_private: false })
    const shared = await client.conversations.info({ channel: 'C0GENERELT' })
    expect([channel?.is_ext_shared, shared.channel?.is_ext_shared]).toEqual([false, true])
    const { members } = await client.conversations.members({ channel: 'C0DRIFT' })
    expect(members).toHaveLength(channel?.num_members ?? 0)
  })
})

describe('rate limits', () => {
  test('messages in one channel come in a short burst, then one a second', async () => {
    const { client, clock } = await stage({ limits: 'as-slack' })
    const post = () => refusal(client.chat.postMessage({ channel: people.kari.id, text: 'x' }))
    for (let n = 0; n < slackLimits.channel.burst; n += 1) expect(await post()).toMatchObject({ error: undefined })
    expect((await post()).error).toMatch(/rate-limit/)
    clock.forward(1000)
    expect(await post()).toMatchObject({ error: undefined })
  })

  test('the answer is 429 with Retry-After', async () => {
    const limits = { ...slackLimits, channel: { perSecond: 1, burst: 1 } }
    const { client, slack } = await stage({ limits })
    await client.chat.postMessage({ channel: 'C0DRIFT', text: 'x' })
    const response = await fetch(`${slack.apiUrl}chat.postMessage`, {
      method: 'POST',
      headers: { authorization: 'Bearer xoxb-sandbox' },
      body: new URLSearchParams({ channel: 'C0DRIFT', text: 'x' }),
    })
    expect(response.status).toBe(429)
    expect(response.headers.get('retry-after')).toBe('1')
    expect(await response.json()).toEqual({ ok: false, error: 'ratelimited' })
  })
})

describe('faults', () => {
  test.each([
    ['a status', { kind: 'status', status: 503 } as const, 0],
    ['HTML', { kind: 'html', status: 502 } as const, 0],
    ['a cut before', { kind: 'cut', when: 'before' } as const, 0],
    ['a cut after the effect', { kind: 'cut', when: 'after' } as const, 1],
  ])('%s reaches the bot and leaves %s messages', async (_name, fault, posted) => {
    const { client, slack, kari } = await stage()
    slack.faults.add({ path: /chat\.postMessage/, times: 1, fault })
    expect((await refusal(client.chat.postMessage({ channel: people.kari.id, text: 'x' }))).error).toBeDefined()
    expect(kari.messages()).toHaveLength(posted)
  })
})
