import { describe, expect, it } from 'vitest'
import { failureOf } from '../peer.ts'
import { CUSTOMER, login, machine, ORGNO, own, SUPPLIER, start, supplying, teamJwk, world } from './world.ts'

describe('a client’s life', () => {
  it.each(['kid', 'x5c'] as const)('from create to deactivate, signed with %s', async (sign) => {
    const { api, issuer, digdir } = await world({ sign })
    api.registry.addScope({ prefix: 'eksempel', subscope: 'data.read', allowed_integration_types: ['maskinporten'] })
    api.registry.grant('eksempel:data.read', ORGNO)

    const { value: made, clientSecret } = await digdir.create(own, machine)
    expect(made).toMatchObject({ client_name: 'Byggesak', client_orgno: ORGNO, supplier_orgno: null, active: true })
    expect([made.created, clientSecret]).toEqual([start, null])

    const year = 365 * 24 * 60 * 60 * 1000
    const { value: first } = await digdir.replaceKeys(own, made.client_id, [teamJwk('a')])
    expect(first).toMatchObject([{ kid: 'a', alg: 'RS256', use: 'sig', exp: start + year }])
    await digdir.replaceKeys(own, made.client_id, [...first.map((one) => one.jwk), teamJwk('b')])
    expect((await digdir.keys(own, made.client_id)).map((one) => one.kid)).toEqual(['a', 'b'])
    await digdir.removeAllKeys(own, made.client_id)
    expect(await digdir.keys(own, made.client_id)).toEqual([])

    await digdir.deactivate(own, made.client_id)
    expect((await digdir.get(own, made.client_id)).active).toBe(false)
    const ids = async (inactive: boolean) => (await digdir.list(own, { inactive })).map((one) => one.client_id)
    expect(await ids(false)).not.toContain(made.client_id)
    expect(await ids(true)).toContain(made.client_id)
    expect(issuer.tokens()).toBe(1)
  })

  it('gives a secret at creation and another one when asked', async () => {
    const { digdir } = await world()
    const { value, clientSecret } = await digdir.create(own, login)
    expect(value.redirect_uris).toEqual(login.redirect_uris)
    const { clientSecret: newer } = await digdir.newSecret(own, value.client_id)
    expect(clientSecret).toEqual(expect.stringMatching(/.{16,}/))
    expect(newer).not.toBe(clientSecret)
  })

  it('is refused with every field at fault and Digdir’s id', async () => {
    const { api, digdir } = await world()
    const bad = { ...login, redirect_uris: ['https://etat.no/callback', 'https://localhost/x'], client_name: ' ' }
    const blank = await failureOf(digdir.create(own, bad))
    expect(blank.details.fields).toEqual([{ field: 'client_name', reason: 'must not be blank' }])
    const { code, details } = await failureOf(digdir.create(own, { ...bad, client_name: 'Min side' }))
    expect([code, details.fields?.map((one) => one.field)]).toEqual(['digdir-refused', ['redirect_uris[1]']])
    expect(details.correlationId).toBe(api.requests().at(-1)?.correlationId)
  })

  it('stops at unsigned terms', async () => {
    const { api, digdir } = await world()
    api.registry.setTerms(ORGNO, false)
    expect(await failureOf(digdir.create(own, login))).toMatchObject({ code: 'digdir-terms-not-signed' })
  })

  it('is made once at most when the connection is cut, before or after, and the outcome is told as unknown', async () => {
    for (const [when, clients] of [
      ['before', 0],
      ['after', 1],
    ] as const) {
      const { api, digdir } = await world()
      api.faults.add({ method: 'POST', path: /\/clients$/, fault: { kind: 'cut', when } })
      expect(await failureOf(digdir.create(own, login))).toMatchObject({ code: 'digdir-outcome-unknown' })
      const posts = api.requests().filter((one) => one.method === 'POST')
      expect(posts).toHaveLength(1)
      const list = await digdir.list(own)
      expect(list.filter((one) => one.client_name === login.client_name)).toHaveLength(clients)
    }
  })

  it('ends although the answer to the first deactivation was cut', async () => {
    const { api, digdir } = await world()
    const { client_id: id } = api.registry.addClient(ORGNO)
    api.faults.add({ method: 'DELETE', times: 1, fault: { kind: 'cut', when: 'after' } })
    await digdir.deactivate(own, id)
    expect((await digdir.get(own, id)).active).toBe(false)
  })

  it('goes on when a token is refused before its time, and when it has ended', async () => {
    const { clock, issuer, digdir, api } = await world()
    await digdir.list(own)
    api.faults.add({ path: /\/clients$/, times: 1, fault: { kind: 'status', status: 401 } })
    expect((await digdir.list(own)).length).toBeGreaterThan(0)
    expect(issuer.tokens()).toBe(2)
    clock.forward(101_000)
    await digdir.list(own)
    expect(issuer.tokens()).toBe(3)
  })

  it('of another organisation is as one that does not exist', async () => {
    const { api, digdir } = await world()
    const { client_id: foreign } = api.registry.addClient(CUSTOMER)
    const [theirs, nobodys] = [await failureOf(digdir.get(own, foreign)), await failureOf(digdir.get(own, 'nowhere'))]
    expect([theirs.code, theirs.message]).toEqual([nobodys.code, nobodys.message])
  })
})

describe('a supplier', () => {
  it('makes and sees the customer’s clients alone', async () => {
    const { api, digdir } = await world({ scopes: [SUPPLIER] })
    const elsewhere = { ...supplying, organisationNumber: '310000003' }
    const { value: made } = await digdir.create(supplying, login)
    const { value: other } = await digdir.create(elsewhere, login)
    api.registry.addClient(CUSTOMER, { client_name: 'made elsewhere' })
    expect(made).toMatchObject({ client_orgno: CUSTOMER, supplier_orgno: ORGNO })
    expect((await digdir.list(supplying)).map((one) => one.client_id)).toEqual([made.client_id])
    expect(await failureOf(digdir.deactivate(supplying, other.client_id))).toMatchObject({ code: 'not-found' })
    expect((await digdir.get(elsewhere, other.client_id)).active).toBe(true)
  })
})
