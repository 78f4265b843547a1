import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hearProduction } from '../helpers/contacts.ts'
import { giveHats, pidOf } from '../helpers/hats.ts'
import { type House, startHouse } from '../helpers/house.ts'
import { dump, expectNoTrace } from '../helpers/untouched.ts'
import { clearDesks } from '../helpers/walk.ts'
import {
  beginLogin,
  carryOut,
  changesAtProd,
  comeBack,
  labels,
  pathOf,
  proposeClient,
  visitorOf,
} from '../helpers/walk-login.ts'
import { logInAs } from '../sandbox/idporten/login.ts'

let house: House
const cecilie = { pid: pidOf('cecilie'), level: 'idporten-loa-high' }

beforeAll(async () => {
  house = await startHouse({ outside: true, wait: async () => {} })
  await giveHats(house)
  await hearProduction(house)
})

afterAll(async () => {
  expectNoTrace(house)
  await house.stop()
})

/** A change that waits for its click: link, callback and page, all of one browser. */
const loggedIn = async () => {
  await clearDesks(house)
  const { path, change } = await proposeClient(house, house.as('cecilie'), 'Byggesak')
  const visitor = visitorOf(house)
  const callback = await logInAs(await beginLogin(visitor, path), cecilie)
  const page = await comeBack(visitor, callback)
  return { path, change, visitor, callback, page }
}

describe('looking', () => {
  it('changes nothing, however often and in whatever way it is done', async () => {
    const { path, visitor, callback, page } = await loggedIn()
    const looks = [path, page.path, pathOf(callback), '/login/out', '/login/front-channel-logout?iss=x&sid=y']
    const before = dump(house)
    for (const look of [...looks, ...looks]) {
      for (const method of ['GET', 'HEAD']) {
        const { status } = await visitor.send(look, { method, headers: { 'user-agent': 'Slackbot-LinkExpanding 1.0' } })
        expect([200, 303], `${method} ${look}`).toContain(status)
      }
    }
    // a scanner without the cookie, too
    for (const look of looks) await visitorOf(house).get(look)
    const after = dump(house)
    // what the scanner could not open was counted against its address, and nothing else was written
    expect({ ...after, attempts: [] }).toEqual({ ...before, attempts: [] })
    expect(page.proof(labels.carryOut)).toBeTruthy()
    expect(changesAtProd(house)).toEqual([])
  })

  it('at a link in a way that is no look leaves it as it is', async () => {
    const { path, visitor, page } = await loggedIn()
    const before = dump(house)
    for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND']) {
      for (const target of [path, page.path]) expect((await visitor.send(target, { method })).status).toBe(405)
    }
    const override = { 'x-http-method-override': 'POST' }
    expect((await visitor.get(`${page.path}?_method=POST`, override)).heading).toBe('Ny klient i produksjon')
    expect(dump(house)).toEqual(before)
  })
})

describe('a click that was not made on the page', () => {
  const from: [string, Record<string, string>][] = [
    ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['a site whose name begins as ours does', { origin: 'http://127.0.0.1.evil.example' }],
    ['another port of this host', { origin: 'http://127.0.0.1:1', 'sec-fetch-site': 'same-site' }],
    ['a sandboxed frame', { origin: 'null' }],
    ['a site that forges Origin where the browser tells the truth', { 'sec-fetch-site': 'cross-site' }],
    ['the address bar', { 'sec-fetch-site': 'none' }],
  ]
  it.each(from)('carries out nothing, and begins no login: from %s', async (_, headers) => {
    const { path, visitor, page } = await loggedIn()
    const before = dump(house)
    const form = { proof: page.proof(labels.carryOut) }
    expect((await visitor.post(page.path, form, headers)).status).toBe(403)
    const begun = await visitor.post(path, {}, headers)
    expect([begun.status, begun.location]).toEqual([403, null])
    expect(dump(house)).toEqual(before)
    expect(changesAtProd(house)).toEqual([])
  })

  it.each<[string, string, string]>([
    ['no proof', 'application/x-www-form-urlencoded', ''],
    ['an empty proof', 'application/x-www-form-urlencoded', 'proof='],
    ['several proofs', 'application/x-www-form-urlencoded', 'proof=a&proof=b&proof[]=c'],
    ['JSON', 'application/json', '{"proof":"x"}'],
    ['text', 'text/plain', 'proof=x'],
    ['a form that breaks off', 'multipart/form-data; boundary=x', '--x\r\n'],
  ])('carries out nothing: with %s', async (_, type, body) => {
    const { visitor, page } = await loggedIn()
    const { origin } = new URL(house.env.PUBLIC_URL ?? '')
    const answer = await visitor.send(page.path, { method: 'POST', body, headers: { origin, 'content-type': type } })
    expect(answer.status).toBe(404)
    expect(changesAtProd(house)).toEqual([])
  })
})

describe('no page leads elsewhere', () => {
  it.each([
    '//evil.example/login',
    '/login//evil.example',
    '/login/%2f%2fevil.example',
    '/login/https:%2f%2fevil.example',
    '/login/done//evil.example',
    '/login/done/..%2f..%2fevil.example',
    '/login/out?post_logout_redirect_uri=https://evil.example&state=https://evil.example',
    '/login/callback?redirect_uri=https://evil.example&next=//evil.example&code=x&state=x.y',
    '/link//evil.example',
    '/\\evil.example',
  ])('%s', async (path) => {
    const answer = await visitorOf(house).get(path)
    expect(answer.location).toBeNull()
    expect(answer.text).not.toMatch(/(href|action|src|content)="[^"]*evil\.example/)
  })

  it('whatever host or return address a request names', async () => {
    const { path, visitor, callback } = await loggedIn()
    const own = new URL(house.env.PUBLIC_URL ?? '').origin
    const named = { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https', forwarded: 'host=evil.example' }
    const back = await visitor.get(`${pathOf(callback)}&next=https://evil.example&return_to=//evil.example`, named)
    expect(new URL(back.location ?? '').origin).toBe(own)
    const begun = new URL((await visitor.post(`${path}?next=https://evil.example`, {}, named)).location ?? '')
    expect(begun.origin).toBe(new URL(house.env.IDPORTEN_ISSUER ?? '').origin)
    expect(begun.href).not.toContain('evil.example')
  })
})

/** As `fetch`, with headers that `fetch` would refuse to send. */
const raw = (path: string, headers: Record<string, string>) =>
  new Promise<{ status: number; headers: string }>((resolve, reject) => {
    const { hostname, port } = new URL(house.url)
    const sent = request({ hostname, port, path, headers, insecureHTTPParser: true }, (response) => {
      response.resume()
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: JSON.stringify(response.rawHeaders) }),
      )
    })
    sent.on('error', reject).end()
  })

describe('what comes with a request', () => {
  const line = '{"level":50,"msg":"forged-line"}'
  const broken = [
    `/login/callback?state=x%0d%0aset-cookie:%20forged=1&code=%0a${encodeURIComponent(line)}`,
    `/login/abc%0d%0aset-cookie:%20forged=1`,
    `/login/done/abc%0d%0alocation:%20https://evil.example`,
    `/link/%0a${encodeURIComponent(line)}`,
    `/login/callback?error=%0a${encodeURIComponent(line)}&error_description=${encodeURIComponent('<script>x</script>')}&state=x.y`,
    '/login/front-channel-logout?iss=%0d%0aset-cookie:%20forged=1&sid=%0a',
  ]
  it.each(broken)('makes no header and no line of the log of its own: %s', async (path) => {
    const headers = {
      'user-agent': `x\t${line}`,
      'x-request-id': `forged-id ${line}`,
      'x-correlation-id': `forged-id ${line}`,
      'accept-language': `nb;q=${line}`,
      'x-forwarded-for': `198.51.100.77, ${line}`,
      cookie: `portvakt-x=${line}; __proto__=x`,
      referer: 'https://evil.example/',
    }
    const answer = await raw(path, headers)
    expect([200, 404]).toContain(answer.status)
    expect(answer.headers).not.toMatch(/forged|evil\.example/)
    expect(house.logged()).not.toMatch(/forged-line|forged-id|<script>/)
    for (const one of house.logged().trim().split('\n')) expect(() => JSON.parse(one)).not.toThrow()
  })

  it('in a good callback stands nowhere afterwards', async () => {
    await clearDesks(house)
    const { path } = await proposeClient(house, house.as('cecilie'), 'Byggesak')
    const visitor = visitorOf(house, { headers: { 'user-agent': 'spor-av-leser/1.0', 'x-request-id': 'spor-av-id' } })
    const callback = await logInAs(await beginLogin(visitor, path), cecilie)
    const code = callback.searchParams.get('code') ?? ''
    await comeBack(visitor, `${callback}&extra=spor-av-mer`)
    const [secret] = [...visitor.cookies.values()].map(({ value }) => value)
    const everything = JSON.stringify(dump(house)) + house.logged()
    for (const trace of [code, secret ?? '-', path.slice('/login/'.length), 'spor-av-'])
      expect(everything.includes(trace), trace).toBe(false)
  })
})

it('the page that all this was done to still works', async () => {
  const { visitor, page } = await loggedIn()
  expect((await carryOut(visitor, page)).heading).toBe('Klienten er laget i produksjon')
  expect(changesAtProd(house)).toHaveLength(1)
})
