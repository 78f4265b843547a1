import * as oidc from 'openid-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { steppedClock } from '../../../sandbox/clock.ts'
import type { Idporten } from '../../../sandbox/idporten/idporten.ts'
import { isSyntheticPid, syntheticPid } from '../../../sandbox/idporten/pid.ts'
import { type Choice, createCookies, logInAs } from './login.ts'
import { createClient, KARI, type RelyingParty, relyingParty, startIdporten, TORE } from './relying-party.ts'

const MINUTE = 60_000

const clock = steppedClock()
let idporten: Idporten
let rp: RelyingParty

beforeAll(async () => {
  ;({ idporten, rp } = await startIdporten(clock))
})
afterAll(() => idporten.close())

/** One login from beginning to end, by the address alone. */
const logIn = async (choice: Choice = {}, params: Record<string, string> = {}, party = rp) => {
  const login = await party.begin(params)
  const tokens = await login.finish(await logInAs(login.url(), choice))
  return { tokens, claims: tokens.claims()! }
}

describe('a login', () => {
  it('goes by PAR and gives what ID-porten gives', async () => {
    const login = await rp.begin()
    const address = await oidc.buildAuthorizationUrlWithPAR(rp.config, login.params)
    expect([...address.searchParams.keys()].sort()).toEqual(['client_id', 'request_uri'])
    const callback = await logInAs(address, { pid: KARI.pid })
    expect(callback.searchParams.get('state')).toBe(login.state)
    expect(callback.searchParams.get('iss')).toBe(idporten.issuer)
    const tokens = await login.finish(callback)
    const now = Math.floor(clock.now() / 1000)
    expect(tokens).toMatchObject({ token_type: 'bearer', expires_in: 600, scope: 'openid profile' })
    expect(tokens.claims()).toEqual({
      iss: idporten.issuer,
      aud: rp.client.client_id,
      sub: expect.stringMatching(/^[\w-]{43}$/),
      pid: KARI.pid,
      acr: 'idporten-loa-high',
      amr: ['TestID'],
      locale: 'nb',
      sid: expect.stringMatching(/./),
      nonce: login.params.nonce,
      auth_time: now,
      iat: now,
      exp: now + 120,
    })
    expect(idporten.logins.last()).toEqual({
      kind: 'login',
      at: clock.now(),
      clientId: rp.client.client_id,
      pid: KARI.pid,
      level: 'idporten-loa-high',
      sso: false,
    })
  })

  it('opens userinfo, which tells sub, pid and locale only', async () => {
    const { tokens, claims } = await logIn({ pid: KARI.pid })
    const info = await oidc.fetchUserInfo(rp.config, tokens.access_token, claims.sub)
    expect(info).toEqual({ sub: claims.sub, pid: KARI.pid, locale: 'nb' })
  })

  it('gives a number of nobody on the list, when one is typed', async () => {
    const pid = syntheticPid('2001-12-24', 700)
    expect((await logIn({ pid })).claims.pid).toBe(pid)
  })

  it('gives each client its own sub for the same person', async () => {
    const other = await createClient()
    idporten.addClient(other.client)
    const { claims } = await logIn({ pid: KARI.pid })
    const again = await logIn({ pid: KARI.pid })
    const elsewhere = await logIn({ pid: KARI.pid }, {}, await relyingParty(idporten, other))
    expect(again.claims.sub).toBe(claims.sub)
    expect(elsewhere.claims.sub).not.toBe(claims.sub)
  })

  it('has no sid for a client that did not register for it', async () => {
    const quiet = await createClient({ frontchannel_logout_session_required: false })
    idporten.addClient(quiet.client)
    const { claims } = await logIn({}, {}, await relyingParty(idporten, quiet))
    expect(claims).not.toHaveProperty('sid')
  })

  it.each([
    ['nn en', 'nn'],
    ['de en', 'en'],
    ['de', 'nb'],
  ])('with ui_locales %s speaks %s', async (ui_locales, locale) => {
    expect((await logIn({}, { ui_locales })).claims.locale).toBe(locale)
  })

  it('that is cancelled sends the person back with access_denied', async () => {
    const login = await rp.begin()
    const before = idporten.logins.count()
    const callback = await logInAs(login.url(), { action: 'cancel' })
    expect(Object.fromEntries(callback.searchParams)).toEqual({
      error: 'access_denied',
      error_description: 'The user cancelled',
      state: login.state,
      iss: idporten.issuer,
    })
    await expect(login.finish(callback)).rejects.toMatchObject({ error: 'access_denied' })
    expect(idporten.logins.count()).toBe(before)
    expect(idporten.events().at(-1)).toMatchObject({ kind: 'cancelled', clientId: rp.client.client_id })
  })
})

describe('the level', () => {
  it.each([
    ['what is asked for', 'idporten-loa-substantial', undefined, 'idporten-loa-substantial'],
    ['substantial when nothing is asked for', '', undefined, 'idporten-loa-substantial'],
    ['lower than asked for when a lower one is chosen', 'idporten-loa-high', 'idporten-loa-low', 'idporten-loa-low'],
    ['higher when a higher one is chosen', 'idporten-loa-low', 'idporten-loa-high', 'idporten-loa-high'],
  ])('is %s', async (_, acr_values, level, acr) => {
    const choice = { pid: KARI.pid, ...(level ? { level } : {}) }
    expect((await logIn(choice, { acr_values })).claims.acr).toBe(acr)
  })

  it('cannot be one the person has no means for', async () => {
    const login = await rp.begin()
    await expect(logInAs(login.url(), { pid: TORE.pid })).rejects.toThrow('Velg et sikkerhetsnivå')
  })
})

describe('single sign-on', () => {
  it('gives the old auth_time without asking, and prompt=login a new one', async () => {
    const cookies = createCookies()
    const first = await logIn({ pid: KARI.pid, cookies })
    clock.forward(5 * MINUTE)
    const second = await logIn({ pid: TORE.pid, cookies })
    expect(second.claims).toMatchObject({ pid: KARI.pid, auth_time: first.claims.auth_time, sid: first.claims.sid })
    expect(second.claims.iat).toBeGreaterThan(first.claims.iat)
    expect(idporten.logins.last()?.sso).toBe(true)
    const third = await logIn({ pid: KARI.pid, cookies }, { prompt: 'login' })
    expect(third.claims.auth_time).toBe(Number(first.claims.auth_time) + 300)
    expect(idporten.logins.last()?.sso).toBe(false)
  })

  it('ends after thirty minutes without use', async () => {
    const cookies = createCookies()
    const first = await logIn({ cookies })
    clock.forward(29 * MINUTE)
    const kept = await logIn({ cookies })
    clock.forward(29 * MINUTE)
    const stillKept = await logIn({ cookies })
    clock.forward(31 * MINUTE)
    const anew = await logIn({ cookies })
    expect([kept, stillKept, anew].map(({ claims }) => claims.auth_time === first.claims.auth_time)).toEqual([
      true,
      true,
      false,
    ])
  })

  it('ends after two hours, however much it is used', async () => {
    const cookies = createCookies()
    const first = await logIn({ cookies })
    for (let quarters = 0; quarters < 5; quarters += 1) {
      clock.forward(23 * MINUTE)
      expect((await logIn({ cookies })).claims.auth_time).toBe(first.claims.auth_time)
    }
    clock.forward(6 * MINUTE)
    expect((await logIn({ cookies })).claims.auth_time).not.toBe(first.claims.auth_time)
  })

  it('is not enough for a higher level', async () => {
    const cookies = createCookies()
    await logIn({ pid: KARI.pid, cookies }, { acr_values: 'idporten-loa-substantial' })
    const { claims } = await logIn({ pid: KARI.pid, cookies }, { acr_values: 'idporten-loa-high' })
    expect(claims.acr).toBe('idporten-loa-high')
    expect(idporten.logins.last()?.sso).toBe(false)
  })

  it('is not enough when max_age has passed', async () => {
    const cookies = createCookies()
    const first = await logIn({ cookies })
    clock.forward(2 * MINUTE)
    expect((await logIn({ cookies }, { max_age: '180' })).claims.auth_time).toBe(first.claims.auth_time)
    expect((await logIn({ cookies }, { max_age: '60' })).claims.auth_time).not.toBe(first.claims.auth_time)
  })

  it('lets another person take over with prompt=login', async () => {
    const cookies = createCookies()
    const first = await logIn({ pid: KARI.pid, cookies })
    const level = 'idporten-loa-substantial'
    const second = await logIn({ pid: TORE.pid, level, cookies }, { prompt: 'login' })
    expect(second.claims.pid).toBe(TORE.pid)
    expect(second.claims.sid).not.toBe(first.claims.sid)
    const lives = ({ sid }: oidc.IDToken) =>
      idporten.sessions().some(({ frontChannel }) => frontChannel.some((address) => address.includes(`sid=${sid}`)))
    expect([lives(first.claims), lives(second.claims)]).toEqual([false, true])
  })

  it('with prompt=none tells the service that nobody is logged in', async () => {
    const login = await rp.begin({ prompt: 'none' })
    expect((await logInAs(login.url())).searchParams.get('error')).toBe('login_required')
  })
})

describe('synthetic numbers', () => {
  it.each([
    [KARI.pid, true],
    [syntheticPid('2003-02-28', 500), true],
    [`${Number(KARI.pid[0]) + 4}${KARI.pid.slice(1)}`, false],
    [KARI.pid.replace(/.$/, (digit) => String((Number(digit) + 1) % 10)), false],
    ['12038410047', false],
    [KARI.pid.slice(1), false],
    ['', false],
  ])('%s is one: %s', (text, yes) => {
    expect(isSyntheticPid(text)).toBe(yes)
  })
})
