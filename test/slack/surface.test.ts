import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ModalView } from '@slack/types'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Surface } from '../../src/domain/change.ts'
import { AppError, type ErrorCode } from '../../src/errors.ts'
import type { SlackApi } from '../../src/slack/client.ts'
import { createSurfaces } from '../../src/slack/surface.ts'

const now = Date.UTC(2026, 10, 22, 12)
const user = { teamId: 'T1', userId: 'U1' }
const content = {
  view: { type: 'modal', title: { type: 'plain_text', text: 'x' }, blocks: [] } as ModalView,
  message: { text: 'klienten er opprettet', blocks: [] },
}
const direct = { kind: 'message', channel: 'D1', ts: '9.9' }
const aView: Surface = { kind: 'view', viewId: 'V1', hash: '1.a' }
const aMessage: Surface = { kind: 'message', channel: 'D7', ts: '5.5' }

let server: Server
let answerUrl: string
let posted: unknown[]
let status: number

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
    posted.push(JSON.parse(Buffer.concat(chunks).toString('utf8')))
    response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end('ok')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  answerUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/response/1`
})

afterAll(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

beforeEach(() => {
  posted = []
  status = 200
})

/** A Slack whose calls are written down, and fail with `refusing` where it is told. */
const slackWith = (refusing: Partial<Record<keyof SlackApi, ErrorCode>> = {}) => {
  const calls: unknown[][] = []
  const call = <T>(name: keyof SlackApi, args: unknown[], answer: T): T => {
    calls.push([name, ...args])
    const code = refusing[name]
    if (code !== undefined) throw new AppError(code, name)
    return answer
  }
  const slack = {
    updateView: async (...args: unknown[]) => call('updateView', args, { id: 'V1', hash: '2.b' }),
    update: async (...args: unknown[]) => call('update', args, undefined),
    post: async (...args: unknown[]) => call('post', args, { channel: 'D1', ts: '9.9' }),
  } as unknown as SlackApi
  return { calls, surfaces: createSurfaces({ slack, now: () => now }) }
}

const response = (over: Partial<Extract<Surface, { kind: 'response' }>> = {}): Surface => ({
  kind: 'response',
  url: answerUrl,
  expiresAt: now + 1,
  replace: false,
  ...over,
})

describe('an answer', () => {
  it('updates the modal it belongs to, and tells where it stands now', async () => {
    const { calls, surfaces } = slackWith()
    expect(await surfaces.show(user, content, aView)).toEqual({ kind: 'view', viewId: 'V1', hash: '2.b' })
    expect(calls).toEqual([['updateView', 'V1', content.view, '1.a']])
  })

  it('updates the message it belongs to', async () => {
    const { calls, surfaces } = slackWith()
    expect(await surfaces.show(user, content, aMessage)).toEqual(aMessage)
    expect(calls).toEqual([['update', 'D7', '5.5', content.message]])
  })

  it('goes to the direct messages where it belongs nowhere', async () => {
    const { calls, surfaces } = slackWith()
    expect(await surfaces.show(user, content, { kind: 'direct' })).toEqual(direct)
    expect(calls).toEqual([['post', 'U1', content.message]])
  })

  it.each([true, false])('goes to its URL, for one person’s eyes; replaces what was clicked: %s', async (replace) => {
    const { calls, surfaces } = slackWith()
    const where = response({ replace })
    expect(await surfaces.show(user, content, where)).toEqual(where)
    expect(posted).toEqual([{ ...content.message, response_type: 'ephemeral', replace_original: replace }])
    expect(calls).toEqual([])
  })

  it.each<[string, Surface, Partial<Record<keyof SlackApi, ErrorCode>>]>([
    ['a modal that was closed', aView, { updateView: 'view-gone' }],
    ['a message that was deleted', aMessage, { update: 'view-gone' }],
    ['a modal of which Slack tells nothing', aView, { updateView: 'slack-unavailable' }],
    ['a message of which Slack tells nothing', aMessage, { update: 'slack-unavailable' }],
  ])('becomes a direct message instead of %s', async (_what, where, refusing) => {
    const { calls, surfaces } = slackWith(refusing)
    expect(await surfaces.show(user, content, where)).toEqual(direct)
    expect(calls.at(-1)).toEqual(['post', 'U1', content.message])
  })

  it.each([404, 410, 500, 302])('becomes a direct message when its URL says %i', async (said) => {
    status = said
    const { calls, surfaces } = slackWith()
    expect(await surfaces.show(user, content, response())).toEqual(direct)
    expect(posted).toHaveLength(1)
    expect(calls).toEqual([['post', 'U1', content.message]])
  })

  it('becomes a direct message when its URL cannot be reached', async () => {
    const { surfaces } = slackWith()
    expect(await surfaces.show(user, content, response({ url: 'http://127.0.0.1:1/' }))).toEqual(direct)
  })

  it('does not try a URL that has expired', async () => {
    const { surfaces } = slackWith()
    expect(await surfaces.show(user, content, response({ expiresAt: now }))).toEqual(direct)
    expect(posted).toEqual([])
  })

  it.each<[string, Surface, Partial<Record<keyof SlackApi, ErrorCode>>]>([
    ['a modal', aView, { updateView: 'slack-refused' }],
    ['a message', aMessage, { update: 'slack-refused' }],
  ])('is not sent twice when Slack refuses it in %s', async (_what, where, refusing) => {
    const { calls, surfaces } = slackWith(refusing)
    await expect(surfaces.show(user, content, where)).rejects.toMatchObject({ code: Object.values(refusing)[0] })
    expect(calls).toHaveLength(1)
  })

  it('is tried once in the direct messages', async () => {
    const { calls, surfaces } = slackWith({ post: 'view-gone' })
    await expect(surfaces.show(user, content, { kind: 'direct' })).rejects.toMatchObject({ code: 'view-gone' })
    expect(calls).toHaveLength(1)
  })
})
