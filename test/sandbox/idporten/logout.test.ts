import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Idporten } from '../../../sandbox/idporten/idporten.ts'
import { type Cookies, createCookies, logInAs, visit } from './login.ts'
import { createClient, type RelyingParty, relyingParty, startIdporten } from './relying-party.ts'

const BACK = 'https://tjeneste.example/ut'

let idporten: Idporten
let rp: RelyingParty
let cookies: Cookies

beforeAll(async () => {
  ;({ idporten, rp } = await startIdporten())
})
beforeEach(() => {
  cookies = createCookies()
})
afterAll(() => idporten.close())

const logIn = async (party = rp) => {
  const login = await party.begin()
  const tokens = await login.finish(await logInAs(login.url(), { cookies }))
  return { idToken: tokens.id_token ?? '', sid: String(tokens.claims()?.sid) }
}

const logOut = async (params: Record<string, string>, method: 'GET' | 'POST' = 'GET') => {
  const form = new URLSearchParams(params)
  const address = `${rp.config.serverMetadata().end_session_endpoint}${method === 'GET' ? `?${form}` : ''}`
  const { response, next } = await visit(address, cookies, { method, ...(method === 'POST' ? { body: form } : {}) })
  const page = (await response.text()).replaceAll('&amp;', '&')
  return {
    status: response.status,
    policy: response.headers.get('content-security-policy'),
    frames: [...page.matchAll(/<iframe[^>]* src="([^"]*)"/g)].map(([, address = '']) => new URL(address)),
    back: next?.href ?? page.match(/http-equiv="refresh" content="\d+; url=([^"]*)"/)?.[1],
    page,
  }
}

const stillLoggedIn = async () => {
  const login = await rp.begin({ prompt: 'none' })
  return (await logInAs(login.url(), { cookies })).searchParams.has('code')
}

describe('logout', () => {
  it.each(['GET', 'POST'] as const)(
    'by %s tells every service of the login in a frame, then goes back',
    async (method) => {
      const other = await createClient({ frontchannel_logout_uri: 'https://annen.example/front' })
      const silent = await createClient({ frontchannel_logout_uri: undefined })
      idporten.addClient(other.client)
      idporten.addClient(silent.client)
      const mine = await logIn()
      const theirs = await logIn(await relyingParty(idporten, other))
      await logIn(await relyingParty(idporten, silent))

      const ended = await logOut({ id_token_hint: mine.idToken, post_logout_redirect_uri: BACK, state: 'a&b' }, method)
      expect(ended.status).toBe(200)
      expect(ended.frames.map(({ origin, pathname }) => origin + pathname)).toEqual([
        'https://tjeneste.example/front',
        'https://annen.example/front',
      ])
      expect(ended.frames.map(({ searchParams }) => Object.fromEntries(searchParams))).toEqual([
        { tjeneste: '1', iss: idporten.issuer, sid: mine.sid },
        { iss: idporten.issuer, sid: theirs.sid },
      ])
      expect(ended.policy).toContain('frame-src https://tjeneste.example https://annen.example')
      expect(ended.back).toBe(`${BACK}?state=a%26b`)
      expect(idporten.events().at(-1)).toMatchObject({
        kind: 'logout',
        startedBy: rp.client.client_id,
        notified: ended.frames.map(String),
      })
      expect(idporten.sessions().flatMap(({ frontChannel }) => frontChannel)).not.toContain(String(ended.frames[0]))
      expect(await stillLoggedIn()).toBe(false)
    },
  )

  it('goes straight back when there is nobody to tell', async () => {
    const made = await createClient({ frontchannel_logout_uri: undefined })
    idporten.addClient(made.client)
    const { idToken } = await logIn(await relyingParty(idporten, made))
    const ended = await logOut({ id_token_hint: idToken, post_logout_redirect_uri: BACK })
    expect([ended.status, ended.back]).toEqual([303, BACK])
  })

  it('takes client_id in the place of the token', async () => {
    await logIn()
    const { client_id } = rp.client
    expect((await logOut({ client_id, post_logout_redirect_uri: BACK })).back).toBe(BACK)
  })

  it.each([
    ['neither token nor client_id came', {}],
    ['the address is not registered', { post_logout_redirect_uri: 'https://angriper.example/' }],
  ])('ends the login but goes nowhere when %s', async (_, changes: Record<string, string>) => {
    await logIn()
    const who: Record<string, string> = changes.post_logout_redirect_uri ? { client_id: rp.client.client_id } : {}
    const ended = await logOut({ post_logout_redirect_uri: BACK, ...who, ...changes })
    expect([ended.status, ended.back]).toEqual([200, undefined])
    expect(ended.page).not.toContain('href=')
    expect(ended.frames).toHaveLength(1)
    expect(await stillLoggedIn()).toBe(false)
  })

  it('without a login is a page that says so', async () => {
    const ended = await logOut({ client_id: rp.client.client_id, post_logout_redirect_uri: BACK, ui_locales: 'en' })
    expect([ended.status, ended.back]).toEqual([400, undefined])
    expect(ended.page).toContain('You are not logged in')
  })

  it.each([
    ['a token of somebody else’s making', () => ({ id_token_hint: 'eyJhbGciOiJub25lIn0.e30.' })],
    ['an unknown client', () => ({ client_id: 'ukjent' })],
    [
      'a client_id that is not the token’s',
      ({ idToken }: { idToken: string }) => ({ id_token_hint: idToken, client_id: 'ukjent' }),
    ],
    ['a state that is not printable ASCII', () => ({ client_id: rp.client.client_id, state: 'å' })],
  ])('is refused for %s, and the login lives on', async (_, params) => {
    const login = await logIn()
    const ended = await logOut({ ...params(login), post_logout_redirect_uri: BACK })
    expect([ended.status, ended.back, ended.frames]).toEqual([400, undefined, []])
    expect(await stillLoggedIn()).toBe(true)
  })

  it('does not take a token of ID-porten’s with another signature', async () => {
    const { idToken } = await logIn()
    const forged = `${idToken.split('.').slice(0, 2).join('.')}.${'A'.repeat(342)}`
    expect((await logOut({ id_token_hint: forged })).status).toBe(400)
  })
})
