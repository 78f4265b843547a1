import { X509Certificate } from 'node:crypto'
import { decodeProtectedHeader, importX509, jwtVerify } from 'jose'
import { describe, expect, it } from 'vitest'
import { failureOf } from '../peer.ts'
import { accessToken, assertionOf, publicKey, start, withChain, x5c } from './told-maskinporten.ts'

describe('the grant', () => {
  it('is made as Maskinporten wants it, with the kid', async () => {
    const { peer, clock, maskinporten } = await start()
    await maskinporten.token('test', ['idporten:dcr.write', 'idporten:dcr.read'])
    const request = peer.heard[1]
    expect(request).toMatchObject({ method: 'POST', path: '/some/token' })
    expect(new URLSearchParams(request?.body).get('grant_type')).toBe('urn:ietf:params:oauth:grant-type:jwt-bearer')
    const { payload, protectedHeader } = await jwtVerify(assertionOf(request), publicKey, {
      currentDate: new Date(clock.now()),
    })
    expect(protectedHeader).toEqual({ alg: 'RS256', kid: 'nokkel-1' })
    const issuedAt = Date.parse('2026-06-01T12:00:00Z') / 1000
    expect(payload).toEqual({
      aud: `${peer.url}/`,
      iss: 'admin-client',
      scope: 'idporten:dcr.write idporten:dcr.read',
      iat: issuedAt,
      exp: issuedAt + 100,
      jti: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
    })
  })

  it('carries the chain and no kid when there is a certificate', async () => {
    const { peer, clock, maskinporten } = await start({ key: withChain })
    await maskinporten.token('test', ['a:b'])
    const assertion = assertionOf(peer.heard[1])
    expect(decodeProtectedHeader(assertion)).toEqual({ alg: 'RS256', x5c })
    const holder = new X509Certificate(Buffer.from(x5c[0] ?? '', 'base64')).toString()
    await jwtVerify(assertion, await importX509(holder, 'RS256'), { currentDate: new Date(clock.now()) })
  })

  it('carries consumer_org and resource when asked for, each with a token of its own', async () => {
    const { peer, maskinporten } = await start()
    const wishes = [{ consumerOrg: '310000002' }, { resource: ['https://api.example.no'] }, {}]
    for (const how of [...wishes, ...wishes]) await maskinporten.token('test', ['a:b'], how)
    const claims = peer.heard
      .slice(1)
      .map((one) => JSON.parse(Buffer.from(assertionOf(one).split('.')[1] ?? '', 'base64url').toString()))
    expect(claims.map((one) => [one.consumer_org, one.resource])).toEqual([
      ['310000002', undefined],
      [undefined, ['https://api.example.no']],
      [undefined, undefined],
    ])
    expect(new Set(claims.map((one) => one.jti)).size).toBe(3)
  })
})

describe('the token', () => {
  it.each(['0192:310000001', '9908:310000001'])('tells whose admin client it is: %s', async (ID) => {
    const token = await accessToken({ authority: 'x', ID })
    const { maskinporten } = await start({ token: [{ json: { access_token: token, expires_in: 120 } }] })
    expect(await maskinporten.token('test', ['a:b'])).toEqual({
      accessToken: token,
      claims: { consumerOrgno: '310000001' },
    })
  })

  it('is asked for once by twenty at the same time, whatever the order of the scopes', async () => {
    const { counts, maskinporten } = await start()
    const asks = Array.from({ length: 20 }, (_, n) =>
      maskinporten.token('test', n % 2 ? ['a:b', 'c:d'] : ['c:d', 'a:b']),
    )
    const tokens = await Promise.all(asks)
    expect(new Set(tokens.map((one) => one.accessToken)).size).toBe(1)
    expect(counts).toEqual({ metadata: 1, token: 1 })
    await maskinporten.token('test', ['a:b'])
    expect(counts.token).toBe(2)
  })

  it('is kept until 20 seconds before its end', async () => {
    const { counts, clock, maskinporten } = await start()
    await maskinporten.token('test', ['a:b'])
    clock.forward(99_999)
    await maskinporten.token('test', ['a:b'])
    expect(counts.token).toBe(1)
    clock.forward(1)
    await maskinporten.token('test', ['a:b'])
    expect(counts).toEqual({ metadata: 1, token: 2 })
  })

  it('is fetched anew in place of one that was refused, once for all who met the refusal', async () => {
    const { counts, maskinporten } = await start()
    const { accessToken: insteadOf } = await maskinporten.token('test', ['a:b'])
    const renew = () => maskinporten.token('test', ['a:b'], { insteadOf })
    const tokens = [...(await Promise.all([renew(), renew()])), await renew()]
    expect(new Set(tokens.map((one) => one.accessToken)).size).toBe(1)
    expect(tokens[0]?.accessToken).not.toBe(insteadOf)
    expect(counts.token).toBe(2)
  })

  it('belongs to an environment with an admin client', async () => {
    const { peer, maskinporten } = await start()
    expect(await failureOf(maskinporten.token('prod', ['a:b']))).toMatchObject({ code: 'no-admin-client' })
    expect(peer.heard).toHaveLength(0)
  })
})
