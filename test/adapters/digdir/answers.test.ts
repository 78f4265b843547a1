import { describe, expect, it } from 'vitest'
import type { AdminAccess, ClientMetadata } from '../../../src/domain/client/types.ts'
import { expectNothingOf, failureOf, type Reply } from '../peer.ts'
import { body, CUSTOMER, ID, ORGNO, own, publicKey, registration, start, supplying } from './told-digdir.ts'

describe('2xx answers', () => {
  const unreadable: [string, Reply][] = [
    ['HTML', { text: '<html>welcome</html>' }],
    ['nothing', { status: 204 }],
    ['JSON of another shape', { json: { hello: 'world' } }],
    ['an array of something', { json: [1] }],
  ]
  it.each(unreadable)('that cannot be read: %s', async (_, reply) => {
    const { digdir } = await start(() => ({ headers: { 'x-request-id': 'r-1' }, ...reply }))
    const lost = { code: 'digdir-answer-unreadable', details: { correlationId: 'r-1' } }
    expect(await failureOf(digdir.get(own, ID))).toMatchObject(lost)
    expect(await failureOf(digdir.list(own))).toMatchObject(lost)
    expect(await failureOf(digdir.newSecret(own, ID))).toMatchObject(lost)
    // A client was made perhaps: the twin must be looked for before anything is made again.
    expect(await failureOf(digdir.create(own, body))).toMatchObject({ ...lost, code: 'digdir-outcome-unknown' })
  })

  it('may be any, with unknown fields, nulls and times of any offset', async () => {
    const { digdir } = await start(() => ({
      status: 203,
      json: registration({
        'description#en': 'x',
        onbehalfof: [{}],
        jwks: {},
        redirect_uris: null,
        created: '2026-03-02T09:15:00.120+01:00',
        last_updated: 'yesterday',
        supplier_orgno: null,
      }),
    }))
    expect(await digdir.get(own, ID)).toEqual({
      ...registration(),
      redirect_uris: null,
      created: Date.parse('2026-03-02T08:15:00.120Z'),
      last_updated: null,
      supplier_orgno: null,
    })
  })

  it('of a client with little in it still reads', async () => {
    const { digdir } = await start(() => ({ json: { client_id: ID, integration_type: 'idporten_saml2' } }))
    expect(await digdir.get(own, ID)).toMatchObject({ client_name: '', scopes: [], active: true, created: null })
  })

  it('of a create may be empty when its Location tells where the client is', async () => {
    const { digdir } = await start(({ method }) =>
      method === 'POST' ? { status: 201, headers: { location: `/api/v1/clients/${ID}` } } : { json: registration() },
    )
    expect(await digdir.create(own, body)).toMatchObject({ value: { client_id: ID }, clientSecret: null })
    const gone = await start(({ method }) =>
      method === 'POST' ? { status: 201, headers: { location: `/api/v1/clients/${ID}` } } : { status: 404 },
    )
    expect(await failureOf(gone.digdir.create(own, body))).toMatchObject({ code: 'digdir-outcome-unknown' })
  })

  it('of posted keys may be empty: they are looked up', async () => {
    const { peer, digdir } = await start(({ method }) =>
      method === 'POST' ? { status: 204 } : { json: { keys: [publicKey] } },
    )
    expect((await digdir.replaceKeys(own, ID, [publicKey])).value).toMatchObject([{ kid: 'a' }])
    expect(peer.heard).toHaveLength(2)
  })
})

describe('create', () => {
  const sent = async (access: AdminAccess, metadata: ClientMetadata) => {
    const { peer, digdir } = await start(() => ({ status: 201, json: registration() }))
    await digdir.create(access, metadata)
    return JSON.parse(peer.heard[0]?.body ?? '')
  }

  it('leaves out what is not set, and the owner', async () => {
    const json = await sent(own, {
      ...body,
      client_orgno: ORGNO,
      client_uri: null,
      redirect_uris: null,
      sso_disabled: false,
    })
    expect(json).toEqual({ ...body, sso_disabled: false })
  })

  it('names the customer when it is a supplier’s', async () => {
    expect(await sent(supplying, { ...body, client_orgno: '999999999' })).toEqual({ ...body, client_orgno: CUSTOMER })
  })

  it.each([
    ['maskinporten', undefined],
    ['krr', undefined],
    ['idporten', 600],
  ])('refresh_token_lifetime of %s: %s', async (integration_type, lifetime) => {
    const json = await sent(own, { ...body, integration_type, refresh_token_lifetime: 600 })
    expect(json.refresh_token_lifetime).toBe(lifetime)
  })

  it('gives the secret once and apart', async () => {
    const { digdir } = await start(() => ({ status: 200, json: registration({ client_secret: 'hemmelig-hemmelig' }) }))
    const { value, clientSecret } = await digdir.create(own, body)
    expect(clientSecret).toBe('hemmelig-hemmelig')
    expectNothingOf(value, ['hemmelig-hemmelig'])
  })
})
