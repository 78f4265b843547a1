import { createHash } from 'node:crypto'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createHttpReceiver } from '../../src/slack/receiver.ts'
import { languageFor } from '../../src/web/accept-language.ts'
import { pageStyle } from '../../views/pages/style.ts'
import { LOGIN_ORIGIN, logIn, pagesWorld } from './pages-world.ts'

const style = createHash('sha256').update(pageStyle).digest('base64')

describe('every answer', () => {
  it('is kept by nobody, framed by nobody, and may run and fetch nothing', async () => {
    const world = await pagesWorld()
    const { path } = await world.proposeSecret()
    const browser = world.browser()
    const asked = await logIn(browser, path)
    const answers = [
      await browser.get(path),
      await browser.post(path),
      asked,
      await browser.post(asked.path, { proof: asked.proof('Utfør') }),
      await browser.get('/login/out'),
      await browser.get('/login/hei'),
      await browser.get('/nowhere'),
      await browser.post('/login/out'),
      await browser.post(path, {}, { origin: 'https://evil.example' }),
      await browser.post(path, { much: 'x'.repeat(20_000) }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([200, 303, 200, 200, 200, 404, 404, 405, 403, 413])
    for (const { headers, path: where, text } of answers) {
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy, where).toMatch(/^default-src 'none'; /)
      expect(policy, where).toContain(`style-src 'sha256-${style}'; base-uri 'none'; form-action 'self'`)
      expect(policy, where).toMatch(/; frame-ancestors 'none'$/)
      expect(policy.replaceAll(LOGIN_ORIGIN, ''), where).not.toMatch(/https?:|unsafe|\*/)
      expect(headers.get('cache-control'), where).toBe('no-store')
      expect(headers.get('referrer-policy'), where).toBe('same-origin')
      expect(headers.get('x-content-type-options'), where).toBe('nosniff')
      expect(headers.get('strict-transport-security'), where).toBe('max-age=31536000')
      expect(text, where).not.toContain('<script')
    }
  })

  it('promises no https where there is none, and keeps its cookie to the pages that need it', async () => {
    const world = await pagesWorld({ publicUrl: 'http://127.0.0.1:3000' })
    const { path } = await world.proposeSecret()
    const browser = world.browser()
    const begun = await browser.post(path)
    expect(begun.headers.get('strict-transport-security')).toBeNull()
    expect(begun.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^portvakt-[\w-]+=[\w-]{43}; Max-Age=1800; Path=\/login; HttpOnly; SameSite=Lax$/),
    ])
    expect((await logIn(browser, path)).proof('Utfør')).toBeTruthy()
  })

  it.each([
    ['POST', '/login/callback', 'GET, HEAD'],
    ['POST', '/login/front-channel-logout', 'GET, HEAD'],
    ['GET', '/login/done/id-00000001/out', 'POST'],
    ['DELETE', '/login/done/id-00000001', 'GET, HEAD, POST'],
    ['PUT', '/login/abc', 'GET, HEAD, POST'],
    ['PATCH', '/link/abc', 'GET, HEAD, POST'],
  ])('to a wrong method says which are right: %s %s', async (method, path, allowed) => {
    const world = await pagesWorld()
    const answer = await world.browser().send(path, { method, headers: { origin: world.deps.publicUrl } })
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, allowed])
  })

  it('has no address of the asker’s choosing', async () => {
    const world = await pagesWorld()
    const { path } = await world.proposeSecret()
    const browser = world.browser({ headers: { host: 'evil.example', 'x-forwarded-host': 'evil.example' } })
    const state = new URL((await browser.post(path)).location ?? '').searchParams.get('state')
    const targets = [
      await browser.get(`/login/callback?code=x&state=${state}&next=https://evil.example&redirect_uri=//evil.example`),
      await browser.get('/login/out?state=https://evil.example'),
      await browser.get('//evil.example/login'),
      await browser.get(`${path}%0d%0aset-cookie:%20a=b`),
    ]
    for (const { location, text, headers } of targets) {
      expect(`${location} ${text}`).not.toContain('evil.example')
      expect(headers.getSetCookie()).toEqual([])
    }
    expect(targets[0]?.location).toBe(`https://portvakt.example.no/login/done/${state?.split('.')[0]}`)
  })

  it('is told with a reference when it is our fault, and names nothing of the link in the log', async () => {
    const world = await pagesWorld()
    const { path } = await world.proposeSecret()
    world.login.idporten.begin = async () => {
      throw new TypeError('unforeseen')
    }
    const answer = await world.browser().post(path)
    const reference = /Vår referanse: (id-\d+)/.exec(answer.text)?.[1]
    expect(answer.status).toBe(500)
    expect(world.logged.find((line) => line.includes(reference ?? '-'))).toContain('error')
    expect(answer.text).not.toContain('unforeseen')
    expect(world.logged.join()).not.toContain(path.slice('/login/'.length))
  })
})

describe('a page that concerns nobody yet', () => {
  it.each([
    [undefined, 'en', 'en'],
    ['', 'nb', 'nb'],
    ['nn-NO,nn;q=0.9,en;q=0.8', 'en', 'nb'],
    ['en-GB,en;q=0.9,nb;q=0.8', 'nb', 'en'],
    ['fr, nb;q=0.3, en;q=0.7', 'nb', 'en'],
    ['de-DE', 'nb', 'nb'],
    ['nb;q=0, en;q=0.1', 'nb', 'en'],
    [';;q=,', 'en', 'en'],
  ] as const)('of a browser that reads %s, by default %s, is in %s', (header, standard, language) => {
    expect(languageFor(header, standard)).toBe(language)
  })

  it('is in that language', async () => {
    const world = await pagesWorld()
    const page = await world.browser().get('/nowhere', { 'accept-language': 'en' })
    expect(page.text).toContain('<html lang="en">')
    expect(page.text).toContain('There is no such page.')
  })
})

it('is served by the bot’s own server beside all else', async () => {
  const world = await pagesWorld({ publicUrl: 'http://portvakt.example' })
  const receiver = createHttpReceiver({
    signingSecret: null,
    port: 0,
    host: '127.0.0.1',
    pages: [
      {
        method: 'GET',
        path: '/healthz',
        async serve(_request, response) {
          response.end('ok')
        },
      },
    ],
    fallback: world.pages.listener,
    log: world.deps.log as never,
    now: world.clock.now,
  })
  await receiver.start()
  onTestFinished(() => receiver.stop(100))
  const base = `http://127.0.0.1:${receiver.address()?.port}`
  const { path } = await world.proposeSecret()
  expect(await (await fetch(`${base}/healthz`)).text()).toBe('ok')
  expect((await fetch(`${base}/nowhere`)).status).toBe(404)
  expect(await (await fetch(`${base}${path}`)).text()).toContain('Ny klient i produksjon')
  const post = (body: string) =>
    fetch(`${base}${path}`, {
      method: 'POST',
      headers: { origin: 'http://portvakt.example', 'content-type': 'application/x-www-form-urlencoded' },
      body,
      redirect: 'manual',
    })
  const begun = await post('')
  expect([begun.status, begun.headers.get('location')?.startsWith(LOGIN_ORIGIN)]).toEqual([303, true])
  expect((await post('x'.repeat(17_000))).status).toBe(413)
})
