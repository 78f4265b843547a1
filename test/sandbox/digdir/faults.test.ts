import { Agent, request } from 'undici'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import {
  createCaller,
  createKey,
  idportenBody,
  OWN,
  type Pair,
  requestToken,
  send,
  signGrant,
  startPair,
} from './pair.ts'

const READ = 'idporten:dcr.read'
const WRITE = 'idporten:dcr.write'
const key = createKey()

let pair: Pair
let token: string
let adminId: string
const agent = new Agent({ keepAliveTimeout: 1 })

beforeAll(async () => {
  pair = await startPair()
  const caller = createCaller(pair, { orgno: OWN, scopes: [READ, WRITE], key })
  adminId = caller.client_id
  token = await caller.token([READ, WRITE])
})
afterEach(() => pair.digdir.faults.clear())
afterAll(async () => {
  await agent.close()
  await pair.close()
})

const clients = () => pair.registry.clients(OWN).length
const create = (signal?: AbortSignal) =>
  request(`${pair.digdir.apiUrl}/clients`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(idportenBody),
    dispatcher: agent,
    ...(signal ? { signal } : {}),
  })

describe('faults', () => {
  it('cut after the effect: the client exists, the caller cannot know', async () => {
    const before = clients()
    pair.digdir.faults.add({ method: 'POST', path: /\/clients$/, times: 1, fault: { kind: 'cut', when: 'after' } })
    await expect(create()).rejects.toThrow(/other side closed|ECONNRESET/)
    expect(clients()).toBe(before + 1)
    expect(pair.digdir.requests().at(-1)).toMatchObject({ method: 'POST', status: 201, fault: 'cut' })
    expect((await create()).statusCode).toBe(201)
  })

  it('cut before the effect: nothing happened', async () => {
    const before = clients()
    pair.digdir.faults.add({ times: 1, fault: { kind: 'cut', when: 'before' } })
    await expect(create()).rejects.toThrow(/other side closed|ECONNRESET/)
    expect(clients()).toBe(before)
    expect(pair.digdir.requests().at(-1)).toMatchObject({ status: 0, fault: 'cut' })
  })

  it('silence lasts until the caller gives up', async () => {
    const before = clients()
    pair.digdir.faults.add({ times: 1, fault: { kind: 'silence' } })
    await expect(create(AbortSignal.timeout(60))).rejects.toThrow(/timeout/)
    expect(clients()).toBe(before)
    expect((await send(pair.digdir, 'GET', '/clients', token)).status).toBe(200)
  })

  it('delay holds the answer back', async () => {
    pair.digdir.faults.add({ times: 1, fault: { kind: 'delay', ms: 40 } })
    const started = performance.now()
    expect((await create()).statusCode).toBe(201)
    expect(performance.now() - started).toBeGreaterThanOrEqual(38)
  })

  it('delay performs the request even if the caller has gone', async () => {
    const before = clients()
    pair.digdir.faults.add({ times: 1, fault: { kind: 'delay', ms: 60 } })
    await expect(create(AbortSignal.timeout(20))).rejects.toThrow(/timeout/)
    expect(clients()).toBe(before)
    await expect.poll(clients, { interval: 10 }).toBe(before + 1)
  })

  it('html comes in place of JSON', async () => {
    pair.digdir.faults.add({ times: 2, fault: { kind: 'html' } })
    const answer = await create()
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
    expect(await answer.body.text()).toMatch(/^<!doctype html>/)
    pair.digdir.faults.clear()
    pair.digdir.faults.add({ fault: { kind: 'html', status: 502 } })
    expect((await create()).statusCode).toBe(502)
  })

  it('status answers with headers and body, as often as it is told to', async () => {
    const fault = { kind: 'status', status: 429, headers: { 'retry-after': '3' }, body: 'rolig' } as const
    pair.digdir.faults.add({ method: 'GET', path: /inactive/, times: 1, fault })
    expect((await create()).statusCode).toBe(201)
    const get = () =>
      request(`${pair.digdir.apiUrl}/clients?inactive=true`, {
        headers: { authorization: `Bearer ${token}` },
        dispatcher: agent,
      })
    const first = await get()
    expect([first.statusCode, first.headers['retry-after'], await first.body.text()]).toEqual([429, '3', 'rolig'])
    expect((await get()).statusCode).toBe(200)
  })

  it('strike Maskinporten too, after it has issued the token', async () => {
    const { maskinporten } = pair
    const issued = maskinporten.tokens()
    maskinporten.faults.add({ method: 'POST', path: /^\/token/, times: 1, fault: { kind: 'cut', when: 'after' } })
    const assertion = await signGrant(pair, key, { iss: adminId, scope: READ })
    await expect(requestToken(maskinporten, assertion)).rejects.toThrow()
    expect(maskinporten.tokens()).toBe(issued + 1)
    expect((await requestToken(maskinporten, assertion)).status).toBe(400)
  })

  it('do not keep the server from closing', async () => {
    const other = await startPair()
    other.digdir.faults.add({ fault: { kind: 'silence' } })
    const hanging = fetch(`${other.digdir.apiUrl}/scopes/all`).catch((error: Error) => error)
    await expect.poll(() => other.digdir.count(), { interval: 5 }).toBe(1)
    await other.close()
    expect(await hanging).toBeInstanceOf(Error)
  })
})
