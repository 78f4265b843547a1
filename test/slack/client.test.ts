import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ModalView } from '@slack/types'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type AppError, isAppError } from '../../src/errors.ts'
import { createLog } from '../../src/log.ts'
import { createSlackApi, type SlackApi } from '../../src/slack/client.ts'

type Answer = (response: ServerResponse) => void

const token = 'xoxb-the-token-of-this-test'
const asked = { teamId: 'T1', userId: 'U1' }
const view = { type: 'modal', title: { type: 'plain_text', text: 'x' }, blocks: [] } as ModalView

let server: Server
let received: { method: string; args: URLSearchParams; authorization: string | undefined }[]
let answers: Answer[]
let logged: string[]
let api: SlackApi

const json =
  (body: object, status = 200, headers: Record<string, string> = {}): Answer =>
  (response) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
const html =
  (status: number): Answer =>
  (response) =>
    response.writeHead(status, { 'content-type': 'text/html' }).end('<html><body>secret-of-a-proxy</body></html>')
const silence: Answer = () => {}
const hangUp: Answer = (response) => response.destroy()

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

beforeEach(async () => {
  received = []
  answers = []
  logged = []
  server = createServer(async (request, response) => {
    const args = new URLSearchParams(await bodyOf(request))
    received.push({
      method: (request.url ?? '').replace('/api/', ''),
      args,
      authorization: request.headers.authorization,
    })
    // the last answer goes on
    const answer = answers.length > 1 ? answers.shift() : answers[0]
    answer?.(response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  api = createSlackApi({
    token,
    apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`,
    log: createLog('trace', { write: (line: string) => void logged.push(line) }),
    now: () => 42,
    timeoutMs: 150,
  })
})

afterEach(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

const errorOf = async (work: Promise<unknown>): Promise<AppError> => {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (!isAppError(error)) throw new Error('no AppError was thrown', { cause: error })
  return error
}

describe('the Web API client', () => {
  it('asks who it is, and learns its scopes from the header', async () => {
    answers = [json({ ok: true, team_id: 'T1', user_id: 'UBOT' }, 200, { 'x-oauth-scopes': 'commands,chat:write' })]
    expect(await api.whoAmI()).toEqual({ teamId: 'T1', botUserId: 'UBOT', scopes: ['commands', 'chat:write'] })
    expect(received[0]).toMatchObject({ method: 'auth.test', authorization: `Bearer ${token}` })
  })

  it('asks for a person with their language', async () => {
    answers = [
      json({
        ok: true,
        user: {
          id: 'U1',
          team_id: 'T1',
          is_email_confirmed: true,
          locale: 'nb-NO',
          profile: { email: 'a@etat.no', display_name: 'kari' },
        },
      }),
    ]
    expect(await api.person(asked)).toEqual({
      ...asked,
      name: 'kari',
      email: 'a@etat.no',
      emailConfirmed: true,
      kind: 'member',
      locale: 'nb-NO',
      seenAt: 42,
    })
    expect(Object.fromEntries(received[0]?.args ?? [])).toEqual({ user: 'U1', include_locale: 'true' })
  })

  describe('asked for somebody who names another workspace as their own', () => {
    const fromElsewhere = { teamId: 'T2', userId: 'U1' }
    const told: Record<string, Answer> = {}
    const person = json({ ok: true, user: { id: 'U1', team_id: 'T2', profile: { email: 'a@etat.no' } } })
    const byMethod: Answer = (response) => told[received.at(-1)?.method ?? '']?.(response)

    beforeEach(() => {
      told['users.info'] = person
      told['auth.test'] = json({ ok: true, team_id: 'T1', user_id: 'UBOT' })
      answers = [byMethod]
    })

    it('judges by the workspace it is installed in, which it asks for once', async () => {
      const all = await Promise.all([api.person(fromElsewhere), api.person(fromElsewhere)])
      expect(all.map((one) => one.kind)).toEqual(['stranger', 'stranger'])
      told['auth.test'] = silence
      expect(await api.person(fromElsewhere)).toMatchObject({ ...fromElsewhere, kind: 'stranger' })
      expect(received.filter((one) => one.method === 'auth.test')).toHaveLength(1)
    })

    it('goes by the request while Slack does not say which one that is, and asks again', async () => {
      told['auth.test'] = json({ ok: false, error: 'fatal_error' })
      expect(await api.person(fromElsewhere)).toMatchObject({ kind: 'member' })
      told['auth.test'] = json({ ok: true, team_id: 'T1', user_id: 'UBOT' })
      expect(await api.person(fromElsewhere)).toMatchObject({ kind: 'stranger' })
    })
  })

  it.each([
    ['a channel it is in', { is_channel: true, is_member: true }, { member: true }],
    ['one it is not in', { is_member: false }, {}],
    ['one with outsiders', { is_member: true, is_ext_shared: true }, { member: true, outsiders: true }],
    ['one that outsiders are invited to', { is_pending_ext_shared: true }, { outsiders: true }],
    ['one of several workspaces of one company', { is_shared: true, is_org_shared: true }, {}],
    ['an archived one', { is_archived: true }, { archived: true }],
    ['direct messages', { is_im: true }, { channel: false }],
    ['direct messages of several', { is_mpim: true, is_member: true }, { channel: false, member: true }],
  ])('tells of %s', async (_what, channel, facts) => {
    answers = [json({ ok: true, channel })]
    const plain = { channel: true, archived: false, outsiders: false, member: false }
    expect(await api.conversationInfo('C1')).toEqual({ ...plain, ...facts })
    expect(Object.fromEntries(received[0]?.args ?? [])).toEqual({ channel: 'C1' })
  })

  it('knows no channel where Slack knows none, and says what else goes wrong', async () => {
    answers = [json({ ok: false, error: 'channel_not_found' })]
    expect(await api.conversationInfo('C1')).toBeNull()
    answers = [json({ ok: false, error: 'missing_scope' })]
    expect((await errorOf(api.conversationInfo('C1'))).code).toBe('slack-refused')
    answers = [json({ ok: true })]
    expect((await errorOf(api.conversationInfo('C1'))).code).toBe('slack-unavailable')
  })

  it.each<[string, (api: SlackApi) => Promise<unknown>, string, object]>([
    ['opens', (slack) => slack.openView('t', view), 'views.open', { trigger_id: 't' }],
    ['pushes', (slack) => slack.pushView('t', view), 'views.push', { trigger_id: 't' }],
    ['updates', (slack) => slack.updateView('V1', view, '1.a'), 'views.update', { view_id: 'V1', hash: '1.a' }],
  ])('%s a view and keeps where it stands', async (_what, call, method, args) => {
    answers = [json({ ok: true, view: { id: 'V1', hash: '2.b', title: {} } })]
    expect(await call(api)).toEqual({ id: 'V1', hash: '2.b' })
    expect(received[0]?.method).toBe(method)
    expect(Object.fromEntries(received[0]?.args ?? [])).toMatchObject({ ...args, view: JSON.stringify(view) })
  })

  it('updates a view whatever its hash where none is told', async () => {
    answers = [json({ ok: true, view: { id: 'V1', hash: '2.b' } })]
    await api.updateView('V1', view, null)
    expect(received[0]?.args.has('hash')).toBe(false)
  })

  it('posts to a person, in a thread if told, and never unfurls what was typed', async () => {
    answers = [json({ ok: true, channel: 'D1', ts: '5.5' })]
    const message = { text: 'hei', blocks: [] }
    expect(await api.post('U1', message, '4.4')).toEqual({ channel: 'D1', ts: '5.5' })
    expect(Object.fromEntries(received[0]?.args ?? [])).toMatchObject({
      channel: 'U1',
      text: 'hei',
      thread_ts: '4.4',
      unfurl_links: 'false',
      unfurl_media: 'false',
    })
  })

  it.each([
    ['not_found', 'view-gone'],
    ['hash_conflict', 'view-gone'],
    ['expired_trigger_id', 'view-gone'],
    ['exchanged_trigger_id', 'view-gone'],
    ['missing_scope', 'slack-refused'],
    ['invalid_auth', 'slack-refused'],
    ['invalid_arguments', 'slack-refused'],
    ['internal_error', 'slack-unavailable'],
    ['fatal_error', 'slack-unavailable'],
  ])('calls %s %s, and repeats nothing', async (error, code) => {
    answers = [json({ ok: false, error })]
    const thrown = await errorOf(api.openView('t', view))
    expect(thrown).toMatchObject({ code, details: { system: 'slack' } })
    expect(thrown.message).toMatch(new RegExp(`views\\.open.*: ${error}$`))
    expect(received).toHaveLength(1)
  })

  it('gives a 429 back at once, with how long to wait', async () => {
    answers = [json({ ok: false, error: 'ratelimited' }, 429, { 'retry-after': '30' })]
    expect(await errorOf(api.whoAmI())).toMatchObject({ code: 'slack-unavailable', details: { retryAfter: 30 } })
    expect(received).toHaveLength(1)
  })

  it.each<[string, Answer]>([
    ['HTML with status 200', html(200)],
    ['HTML with status 502', html(502)],
    ['JSON with status 503', json({ ok: false }, 503)],
    ['a line that is cut', hangUp],
    ['silence', silence],
    ['an answer in another shape', json({ ok: true, team: 7 })],
  ])('takes %s for an outage, and repeats at most once', async (_what, answer) => {
    answers = [answer]
    const thrown = await errorOf(api.whoAmI())
    expect(thrown.code).toBe('slack-unavailable')
    expect(thrown.message).not.toContain('secret')
    expect(received.length).toBeLessThanOrEqual(2)
  })

  it('gets over one failed call', async () => {
    answers = [hangUp, json({ ok: true, team_id: 'T1', user_id: 'UBOT' })]
    expect(await api.whoAmI()).toMatchObject({ teamId: 'T1', scopes: [] })
  })

  it('takes a person in an unknown shape for an outage', async () => {
    answers = [json({ ok: true, user: { name: 'nobody' } })]
    expect((await errorOf(api.person(asked))).code).toBe('slack-unavailable')
  })

  it('tells by the rule and the pointer what Slack found wrong with a view', async () => {
    const messages = ['[ERROR] must be less than 25 characters [json-pointer:/view/title/text]']
    answers = [json({ ok: false, error: 'invalid_arguments', response_metadata: { messages } })]
    expect((await errorOf(api.openView('t', view))).message).toContain('/view/title/text')
  })

  it('logs neither its token nor what it sent or got', async () => {
    answers = [json({ ok: false, error: 'invalid_blocks', blocks: 'secret-of-an-answer' })]
    await errorOf(api.post('U1', { text: 'secret-of-a-person', blocks: [] }))
    answers = [html(502)]
    await errorOf(api.whoAmI())
    answers = [html(200)]
    await errorOf(api.whoAmI())
    expect(received).toHaveLength(4)
    expect(logged.join('')).not.toMatch(/secret-of|xoxb/)
  })
})
