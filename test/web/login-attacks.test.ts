import { describe, expect, it } from 'vitest'
import { AppError } from '../../src/errors.ts'
import { start } from '../adapters/told-idporten.ts'
import { MINUTE } from '../helpers/clock.ts'
import type { ForgeryName } from '../helpers/forgeries.ts'
import { beginLogin, ISSUER, LOGIN_ORIGIN, logIn, PUBLIC_URL, pagesWorld } from './pages-world.ts'

const carryOut = 'Utfør'

/** The pages in front of a real relying party and an issuer that forges. */
const hostileWorld = async (forgery?: ForgeryName) => {
  const party = await start()
  const world = await pagesWorld({ idporten: party.idporten, now: party.clock.now })
  party.issuer.behave(forgery === undefined ? {} : { forgery })
  const { path, change } = await world.proposeSecret()
  const browser = world.browser()
  const { searchParams, href } = await beginLogin(browser, path)
  expect([...searchParams.keys()].sort()).toEqual(['client_id', 'request_uri'])
  const callback = await party.issuer.login(href)
  return { ...party, world, path, change, browser, callback: `${callback.pathname}${callback.search}` }
}

describe('a callback', () => {
  it('of an honest issuer leads to the page after the login', async () => {
    const { browser, callback, world } = await hostileWorld()
    const back = await browser.get(callback)
    expect(back.status).toBe(303)
    const done = new URL(back.location ?? '')
    expect([done.origin, done.search, done.hash]).toEqual([PUBLIC_URL, '', ''])
    const asked = await browser.get(done.pathname)
    expect((await browser.post(done.pathname, { proof: asked.proof(carryOut) })).text).toContain('secret-of-1')
    expect(world.digdir.count('create')).toBe(1)
  })

  const forged: [ForgeryName, number, string][] = [
    ['wrong nonce', 403, 'stemmer ikke'],
    ['wrong issuer', 403, 'stemmer ikke'],
    ['wrong audience', 403, 'stemmer ikke'],
    ['unknown key', 403, 'stemmer ikke'],
    ['alg none', 403, 'stemmer ikke'],
    ['HS256 with the public key', 403, 'stemmer ikke'],
    ['changed after signing', 403, 'stemmer ikke'],
    ['expired', 403, 'stemmer ikke'],
    ['level too low', 403, 'lavere sikkerhetsnivå'],
    ['old auth_time', 403, 'for gammel'],
    ['missing pid', 403, 'fødselsnummer'],
    ['wrong iss in the callback', 403, 'stemmer ikke'],
    ['wrong state in the callback', 404, 'virker ikke'],
    ['missing state in the callback', 404, 'virker ikke'],
    ['cancelled by the person', 403, 'avbrutt'],
    ['out of order', 503, 'svarer ikke nå'],
  ]
  it.each(forged)('with this opens nothing: %s', async (forgery, status, words) => {
    const { world, browser, callback, change, path } = await hostileWorld(forgery)
    const back = await browser.get(callback)
    expect([back.status, back.location]).toEqual([status, null])
    expect(back.text).toContain(words)
    expect(back.text).not.toContain('17816550068')
    expect(world.logged.join()).not.toContain('17816550068')
    // the link is offered again where it is known whose login it was
    if (status !== 404) expect(back.text).toContain(`href="${PUBLIC_URL}${path}"`)
    const loginId = [...browser.cookies.keys()][0]?.replace('__Host-portvakt-', '')
    const done = await browser.get(`/login/done/${loginId}`)
    expect(done.text).not.toContain('name="proof"')
    expect(world.digdir.calls).toEqual([])
    expect(await world.store.change(change.id)).toMatchObject({ state: 'proposed', loginId: null })
  })

  it('that comes twice is only where it was', async () => {
    const { browser, callback, issuer } = await hostileWorld()
    const first = await browser.get(callback)
    const exchanges = issuer.forms('token').length
    const second = await browser.get(callback)
    expect(second.location).toBe(first.location)
    expect(issuer.forms('token')).toHaveLength(exchanges)
  })

  it('in another browser, or for another login, proves nothing', async () => {
    const world = await pagesWorld()
    const [one, other] = [await world.proposeSecret(), await world.proposeKey()]
    const [mine, theirs] = [world.browser(), world.browser()]
    const state = (await beginLogin(mine, one.path)).searchParams.get('state') ?? ''
    const others = (await beginLogin(theirs, other.path)).searchParams.get('state') ?? ''
    expect((await theirs.get(`/login/callback?code=abc&state=${state}`)).status).toBe(404)
    // the signature of one state under the id of another login
    const mixed = `${others.split('.')[0]}.${state.split('.')[1]}`
    expect((await theirs.get(`/login/callback?code=abc&state=${mixed}`)).status).toBe(404)
    expect((await theirs.get(`/login/done/${state.split('.')[0]}`)).status).toBe(404)
    expect(await world.store.login(state.split('.')[0] ?? '')).toMatchObject({ state: 'begun' })
  })

  it('of a person who is not the one that is cleared changes nothing', async () => {
    const world = await pagesWorld()
    world.login.answer({ pid: '17816550149' })
    const { path } = await world.proposeSecret()
    const browser = world.browser()
    const refused = await logIn(browser, path)
    expect([refused.status, refused.text.includes('ikke den som er klarert')]).toEqual([403, true])
    expect(refused.text).toContain(`href="${PUBLIC_URL}${path}"`)
    world.login.answer({})
    expect((await logIn(browser, path)).proof(carryOut)).toBeTruthy()
  })

  it('can be tried again after the person gave up', async () => {
    const world = await pagesWorld()
    world.login.answer(new AppError('login-cancelled', 'gave up'))
    const { path } = await world.proposeSecret()
    const browser = world.browser()
    const cancelled = await logIn(browser, path)
    expect(cancelled.text).toContain('Innloggingen ble avbrutt')
    expect(cancelled.text).toMatch(new RegExp(`<a href="${PUBLIC_URL}${path}">Logg inn på nytt</a>`))
  })
})

describe('the click that carries out', () => {
  const asked = async () => {
    const world = await pagesWorld()
    const { path } = await world.proposeSecret()
    const browser = world.browser()
    const page = await logIn(browser, path)
    return { world, path, browser, page, proof: page.proof(carryOut) }
  }

  it('does nothing from another site, or from nobody knows where', async () => {
    const { world, browser, page, proof } = await asked()
    const form = new URLSearchParams({ proof })
    const tries: Record<string, string>[] = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: PUBLIC_URL, 'sec-fetch-site': 'cross-site' },
      {},
    ]
    for (const headers of tries) {
      const answer = await browser.send(page.path, { method: 'POST', headers, body: form })
      expect([answer.status, answer.text.includes('Skjemaet ble ikke sendt fra denne siden')]).toEqual([403, true])
    }
    expect(world.digdir.calls).toEqual([])
    expect((await browser.post(page.path, { proof })).text).toContain('secret-of-1')
  })

  it('does nothing without the proof of this page, or with another’s', async () => {
    const { world, browser, page } = await asked()
    const other = await logIn(browser, (await world.proposeKey()).path)
    const logOut = page.proof('Logg ut av ID-porten')
    for (const proof of ['', 'x'.repeat(43), other.proof(carryOut), logOut, 'x'.repeat(5_000)]) {
      expect((await browser.post(page.path, { proof })).status).toBe(404)
    }
    expect((await browser.post(page.path)).status).toBe(404)
    expect(world.digdir.calls).toEqual([])
  })

  it('does nothing in a browser that did not log in', async () => {
    const { world, page, proof } = await asked()
    const other = world.browser()
    expect((await other.get(page.path)).status).toBe(404)
    expect((await other.post(page.path, { proof })).status).toBe(404)
    expect(world.digdir.calls).toEqual([])
  })

  it('does nothing once the person has lost the right', async () => {
    const world = await pagesWorld({
      belonging: async () => ({ operator: false, as: 'stranger', reason: 'removed', domain: 'a.example' }),
    })
    const browser = world.browser()
    const page = await logIn(browser, (await world.proposeSecret()).path)
    const answer = await browser.post(page.path, { proof: page.proof(carryOut) })
    expect(answer.heading).toBe('Det ble ikke utført')
    expect(world.digdir.calls).toEqual([])
  })

  it('does nothing after a logout, here or at ID-porten', async () => {
    const { world, browser, page, proof } = await asked()
    const out = await browser.post(`${page.path}/out`, { proof: page.proof('Logg ut av ID-porten') })
    expect([out.status, out.location]).toEqual([303, `${LOGIN_ORIGIN}/logout?state=${page.path.split('/').at(-1)}`])
    const ended = await browser.post(page.path, { proof })
    expect(ended.heading).toBe('Innloggingen er avsluttet')
    expect((await browser.get('/login/out')).heading).toBe('Du er logget ut')
    // the person's language, in the browser that logged in; its own in every other, and for every other state
    const english = { 'accept-language': 'en' }
    const back = `/login/out?state=${page.path.split('/').at(-1)}`
    expect((await browser.get(back, english)).heading).toBe('Du er logget ut')
    for (const answer of [
      await world.browser().get(back, english),
      await browser.get('/login/out?state=id-00000000', english),
      await browser.get('/login/out', english),
    ])
      expect([answer.status, answer.heading]).toEqual([200, 'You are logged out'])

    const other = await logIn(browser, (await world.proposeKey()).path)
    const frame = world.browser()
    const sids = ['unknown', 'session-1', 'session-1']
    const answers = await Promise.all(
      sids.map((sid) => frame.get(`/login/front-channel-logout?iss=${encodeURIComponent(ISSUER)}&sid=${sid}`)),
    )
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
    for (const { headers } of answers) {
      expect(headers.get('content-security-policy')).toContain(`frame-ancestors ${LOGIN_ORIGIN}`)
      expect(headers.get('x-frame-options')).toBeNull()
    }
    expect((await browser.get(other.path)).heading).toBe('Innloggingen er avsluttet')
    expect(world.digdir.calls).toEqual([])
  })

  it('needs no session of another issuer’s to end', async () => {
    const { world, browser, page } = await asked()
    const frame = world.browser()
    for (const query of ['', '?sid=session-1', '?iss=https://evil.example&sid=session-1', `?iss=${ISSUER}`]) {
      expect((await frame.get(`/login/front-channel-logout${query}`)).status).toBe(200)
    }
    expect((await browser.get(page.path)).proof(carryOut)).toBeTruthy()
  })

  it('comes too late when the login is past its time', async () => {
    const world = await pagesWorld()
    const { path, change } = await world.proposeSecret()
    const browser = world.browser()
    const page = await logIn(browser, path)
    const proof = page.proof(carryOut)
    world.clock.pass(10 * MINUTE)
    expect((await browser.post(page.path, { proof })).heading).toBe('Tiden er ute')
    expect(await world.store.change(change.id)).toMatchObject({ state: 'proposed' })
  })
})
