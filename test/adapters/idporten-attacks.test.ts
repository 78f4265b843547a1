import { describe, expect, it } from 'vitest'
import type { ErrorCode } from '../../src/errors.ts'
import { type ForgeryName, HOSTILE_PID } from '../helpers/forgeries.ts'
import { expectNothingOf, failureOf, type Reply } from './peer.ts'
import { secrets, start } from './told-idporten.ts'

/** Everything but the one thing that is no attack: a token need not name a session. */
const codes: Record<Exclude<ForgeryName, 'missing sid'>, ErrorCode> = {
  'wrong nonce': 'login-refused',
  'missing nonce': 'login-refused',
  'wrong issuer': 'login-refused',
  'issuer with a slash': 'login-refused',
  'wrong audience': 'login-refused',
  'further audience': 'login-refused',
  'missing audience': 'login-refused',
  'unknown key': 'login-refused',
  'wrong key under a known kid': 'login-refused',
  'key of its own in the header': 'login-refused',
  'changed after signing': 'login-refused',
  'broken signature': 'login-refused',
  'alg none': 'login-refused',
  'HS256 with the public key': 'login-refused',
  'another algorithm': 'login-refused',
  'no token at all': 'login-refused',
  'a token that is none': 'login-refused',
  expired: 'login-refused',
  'without an end': 'login-refused',
  'issued in the future': 'login-refused',
  'level too low': 'login-level',
  'unknown level': 'login-refused',
  'level named as a member of every object': 'login-refused',
  'level of another country': 'login-refused',
  'missing level': 'login-refused',
  'old auth_time': 'login-old',
  'auth_time in the future': 'login-old',
  'missing auth_time': 'login-old',
  'auth_time that is a text': 'login-refused',
  'missing pid': 'login-no-number',
  'invalid pid': 'login-refused',
  'pid that is a number': 'login-refused',
  'wrong iss in the callback': 'login-refused',
  'missing iss in the callback': 'login-refused',
  'two iss in the callback': 'login-refused',
  'wrong state in the callback': 'login-refused',
  'missing state in the callback': 'login-refused',
  'missing code in the callback': 'login-refused',
  'unknown code in the callback': 'login-refused',
  'token in the callback': 'login-refused',
  'cancelled by the person': 'login-cancelled',
  'login required': 'login-cancelled',
  'error without a name': 'login-refused',
  'request refused': 'login-refused',
  'out of order': 'idporten-unavailable',
}
const forgeries = Object.entries(codes) as [keyof typeof codes, ErrorCode][]

describe('a login that is not what it says', () => {
  it.each(forgeries)('%s: %s', async (forgery, code) => {
    const { login, issuer, begin, idporten } = await start({ forgery })
    expect(await failureOf(login())).toMatchObject({ code, details: { system: 'idporten' } })
    // the same login passes without the forgery: nothing else was wrong
    issuer.behave({})
    await expect(idporten.finish(await issuer.login((await begin()).url), secrets)).resolves.toMatchObject({
      pid: HOSTILE_PID,
    })
  })

  const inCallback = forgeries.map(([name]) => name).filter((name) => name.endsWith('in the callback'))
  it.each(inCallback.filter((name) => !name.startsWith('unknown')))('no code is sent on: %s', async (forgery) => {
    const { login, issuer } = await start({ forgery })
    await failureOf(login())
    expect(issuer.forms('token')).toEqual([])
  })

  it('the callback of another login of ours', async () => {
    const { begin, issuer, idporten } = await start()
    const callback = await issuer.login((await begin()).url)
    const other = { state: 'state-of-the-other', nonce: 'nonce-of-the-other', codeVerifier: `${secrets.codeVerifier}2` }
    expect((await failureOf(idporten.finish(callback, { ...secrets, state: other.state }))).code).toBe('login-refused')
    expect(issuer.forms('token')).toEqual([])
    const mixed = { ...secrets, nonce: other.nonce }
    expect((await failureOf(idporten.finish(callback, mixed))).code).toBe('login-refused')
    const again = await issuer.login((await begin()).url)
    const wrongVerifier = { ...secrets, codeVerifier: other.codeVerifier }
    expect((await failureOf(idporten.finish(again, wrongVerifier))).code).toBe('login-refused')
  })

  it('a code used twice', async () => {
    const { begin, issuer, idporten } = await start()
    const callback = await issuer.login((await begin()).url)
    await idporten.finish(callback, secrets)
    const error = await failureOf(idporten.finish(callback, secrets))
    expect(error).toMatchObject({ code: 'login-refused', message: 'ID-porten: invalid_grant' })
  })

  it('the issuer of the callback counts even where the metadata does not promise one', async () => {
    const metadata = { authorization_response_iss_parameter_supported: undefined }
    const without = await start({ metadata, forgery: 'missing iss in the callback' })
    expect((await without.login()).pid).toBe(HOSTILE_PID)
    const wrong = await start({ metadata, forgery: 'wrong iss in the callback' })
    expect((await failureOf(wrong.login())).code).toBe('login-refused')
  })

  it('metadata that allows other algorithms does not make them good', async () => {
    const metadata = { id_token_signing_alg_values_supported: ['RS256', 'RS512', 'HS256', 'none'] }
    for (const forgery of ['another algorithm', 'alg none', 'HS256 with the public key'] as const) {
      const { login } = await start({ metadata, forgery })
      expect((await failureOf(login())).code).toBe('login-refused')
    }
  })

  it('a level below the one that is needed here', async () => {
    for (const acr of ['idporten-loa-substantial', 'Level3']) {
      const { login } = await start({ acr }, { minimumAcr: 'idporten-loa-high' })
      expect((await failureOf(login())).code).toBe('login-level')
    }
  })

  it('a callback that comes when the login is more than five minutes old', async () => {
    const { begin, issuer, idporten, clock } = await start()
    const callback = await issuer.login((await begin()).url)
    clock.pass(301_000)
    expect((await failureOf(idporten.finish(callback, secrets))).code).toBe('login-old')
  })
})

describe('no error holds what it must not', () => {
  const quote = (
    response: Parameters<Extract<Reply, (...all: never[]) => unknown>>[0],
    status: number,
    type: string,
  ) => {
    const all = `${secrets.codeVerifier} ${HOSTILE_PID} eyJhbGciOiJSUzI1NiJ9`
    const body =
      type === 'text/html' ? `<pre>${all}` : JSON.stringify({ error: all, error_description: all, id_token: all })
    response.writeHead(status, { 'content-type': type, 'www-authenticate': `Bearer error="${all}"` }).end(body)
  }
  const replies = [200, 400, 401, 404, 500].flatMap((status) =>
    ['application/json', 'text/html'].map((type): [string, Reply] => [
      `${status} ${type}`,
      (response) => quote(response, status, type),
    ]),
  )
  const shown = (error: Error) =>
    [error.message, error.stack, JSON.stringify(error), JSON.stringify(error.cause)].join()

  it('of all logins that are not what they say', async () => {
    const { begin, issuer, idporten } = await start()
    for (const [forgery] of forgeries) {
      issuer.behave({ forgery })
      const callback = await issuer.login((await begin()).url)
      const error = await failureOf(idporten.finish(callback, secrets))
      const code = callback.searchParams.get('code')
      const values = [
        HOSTILE_PID,
        'eyJhbG',
        callback.search,
        ...Object.values(secrets),
        ...(code === null ? [] : [code]),
      ]
      expect(
        values.filter((value) => shown(error).includes(value)),
        forgery,
      ).toEqual([])
      expectNothingOf(error, values)
    }
  })

  const endpoints = ['metadata', 'par', 'token', 'jwks'] as const
  it.each(endpoints)('of an endpoint that quotes what it knows: %s', async (endpoint) => {
    const values = [HOSTILE_PID, 'eyJhbG', ...Object.values(secrets)]
    for (const [name, reply] of replies) {
      const { login } = await start({ replies: { [endpoint]: reply } })
      const error = await failureOf(login())
      expect(
        values.filter((value) => shown(error).includes(value)),
        name,
      ).toEqual([])
      expectNothingOf(error, values)
    }
  })
})
