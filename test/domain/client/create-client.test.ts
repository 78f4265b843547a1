import { describe, expect, test } from 'vitest'
import { applyChange } from '../../../src/domain/apply-change.ts'
import { beginChange } from '../../../src/domain/begin-change.ts'
import { clientKinds } from '../../../src/domain/client/client-kinds.ts'
import { createClient } from '../../../src/domain/client/create-client.ts'
import { type CreateClientPayload, createPayload } from '../../../src/domain/client/create-payload.ts'
import { defaultDraft } from '../../../src/domain/client/defaults.ts'
import { bearsMarker, markerOf, withMarker, withoutMarker } from '../../../src/domain/client/marker.ts'
import type { IntegrationType } from '../../../src/domain/client/types.ts'
import type { ErrorCode } from '../../../src/errors.ts'
import { clientWorld, FAERDER, KINN, publicKey } from '../../helpers/client-world.ts'

const key = publicKey('byggesak-2026')
const payloadOf = (type: IntegrationType, over: Partial<CreateClientPayload['metadata']> = {}) => {
  const draft = {
    ...defaultDraft(type, 'test'),
    client_name: 'Byggesak',
    description: 'Byggesak for innbyggere',
    redirect_uris: ['https://etat.no/cb', 'https://etat.no/cb2'],
    post_logout_redirect_uris: ['https://etat.no/ut'],
    scopes: ['eksempel:data.read'],
  }
  const payload = createPayload(draft, key)
  return { ...payload, metadata: { ...payload.metadata, ...over } }
}
const withSecret = () => ({
  ...payloadOf('idporten', { token_endpoint_auth_method: 'client_secret_basic' }),
  key: null,
})

const begun = async (payload = payloadOf('maskinporten'), owner = FAERDER, maySupply = false) => {
  const world = clientWorld(owner, maySupply)
  const { change } = await beginChange(world.deps, createClient, world.asked(payload), 'once')
  const apply = () => applyChange(world.deps, clientKinds, change.id, world.belonging)
  return { ...world, id: change.id, apply }
}
const audited = (audit: { action: string; outcome: string }[]) => audit.map((each) => `${each.action} ${each.outcome}`)

describe('creating a client', () => {
  test('posts the client, then its key, and keeps both', async () => {
    const { apply, digdir, deps, store, id } = await begun()
    const outcome = await apply()
    expect(outcome).toMatchObject({
      state: 'done',
      registration: { client_id: 'made-1', description: 'Byggesak for innbyggere', client_orgno: FAERDER },
      keys: [{ kid: 'byggesak-2026' }],
      change: { step: 'done', result: { clientId: 'made-1', kid: 'byggesak-2026' }, failure: null },
    })
    expect(outcome.secret).toBeUndefined()
    expect(digdir.registrations.get('made-1')?.description).toBe(`Byggesak for innbyggere ${markerOf(id)}`)
    expect(await deps.store.registrationKeys(FAERDER, 'test', 'made-1')).toHaveLength(1)
    expect(audited(store.audit)).toEqual(['client.create begun', 'client.create done', 'key.add done'])
    expect(store.audit).toMatchObject([
      { subject: null, actor: { userId: 'U1' }, organisationNumber: FAERDER, environment: 'test' },
      { subject: 'client:made-1', correlationId: 'cor-create-1', changeId: id },
      { subject: 'client:made-1', correlationId: 'cor-keys', changeId: id },
    ])
  })

  test('without a key it is done when the client is', async () => {
    const { apply, digdir } = await begun({ ...payloadOf('idporten'), key: null })
    expect(await apply()).toMatchObject({ state: 'done', registration: { scopes: ['openid', 'profile'] } })
    expect(digdir.count('replaceKeys')).toBe(0)
  })

  test('a supplier names the customer; the own admin client names nobody', async () => {
    const supplied = await begun(payloadOf('idporten'), KINN, true)
    expect(await supplied.apply()).toMatchObject({ state: 'done', registration: { supplier_orgno: KINN } })
    expect(supplied.digdir.calls.find((call) => call.name === 'create')?.body).toMatchObject({ client_orgno: FAERDER })
    const own = await begun()
    await own.apply()
    expect(own.digdir.calls.find((call) => call.name === 'create')?.body).not.toHaveProperty('client_orgno')
  })

  test('an owner that was asked for is never sent', async () => {
    const { apply, digdir } = await begun(payloadOf('maskinporten', { client_orgno: KINN }))
    await apply()
    expect(digdir.calls.find((call) => call.name === 'create')?.body).not.toHaveProperty('client_orgno')
  })

  test('a supplier cannot make a maskinporten client for another, and does not try', async () => {
    const { apply, digdir } = await begun(payloadOf('maskinporten'), KINN, true)
    expect(await apply()).toMatchObject({ state: 'failed', failure: { code: 'supplier-type' } })
    expect(digdir.count('create')).toBe(0)
  })

  test('the secret is in the outcome once, and nowhere in what is kept', async () => {
    const { apply, store } = await begun(withSecret())
    expect(await apply()).toMatchObject({ state: 'done', secret: 'secret-of-1' })
    expect(store.everything()).not.toContain('secret-of')
    expect((await apply()).secret).toBeUndefined()
  })

  test('applied again when done, it gives the same outcome and does nothing', async () => {
    const { apply, digdir } = await begun()
    await apply()
    expect(await apply()).toMatchObject({ state: 'done', registration: { client_id: 'made-1' }, keys: [{}] })
    expect(digdir.count('create')).toBe(1)
  })
})

describe('a create that Digdir refuses', () => {
  test.each<[ErrorCode, number | undefined]>([
    ['digdir-refused', 400],
    ['digdir-unauthorised', 401],
    ['digdir-forbidden', 403],
    ['digdir-conflict', 409],
    ['digdir-terms-not-signed', 428],
    ['token-refused', undefined],
    ['digdir-unavailable', undefined],
  ])('%s: failed with nothing made, and it may be tried again', async (code, status) => {
    const { apply, digdir, store, id } = await begun()
    digdir.mishap('create', code, status ? { status } : {})
    const outcome = await apply()
    expect(outcome).toMatchObject({ state: 'failed', failure: { code, correlationId: 'cor-bad' } })
    expect(outcome.change).toMatchObject({ step: null, result: null })
    expect(store.audit.at(-1)).toMatchObject({ outcome: 'failed', code, correlationId: 'cor-bad', changeId: id })
    expect(digdir.count('list')).toBe(0)
    expect(await apply()).toMatchObject({ state: 'done' })
    expect(digdir.registrations.size).toBe(1)
  })
})

describe('a create whose answer is lost', () => {
  test.each<[ErrorCode, number | undefined]>([
    ['digdir-outcome-unknown', undefined],
    ['digdir-answer-unreadable', undefined],
    ['digdir-unavailable', 500],
    ['digdir-unavailable', 502],
    ['digdir-unavailable', 504],
  ])('%s %s after it worked: the twin is found and gets its key', async (code, status) => {
    const { apply, digdir } = await begun()
    digdir.mishap('create', code, { after: true, ...(status && { status }) })
    expect(await apply()).toMatchObject({ state: 'done', registration: { client_id: 'made-1' }, keys: [{}] })
    expect(digdir.count('create')).toBe(1)
  })

  test('a twin with a secret gets a new one, since the first was lost with the answer', async () => {
    const { apply, digdir, store } = await begun(withSecret())
    digdir.mishap('create', 'digdir-outcome-unknown', { after: true })
    expect(await apply()).toMatchObject({ state: 'done', secret: 'new-secret-of-made-1' })
    expect(audited(store.audit)).toContain('secret.new done')
    expect(store.everything()).not.toContain('secret-of')
  })

  test('the twin is looked for three times, with waits', async () => {
    const { apply, digdir, waits } = await begun()
    digdir.mishap('create', 'digdir-outcome-unknown', { after: true })
    digdir.mishap('list', 'digdir-unavailable', { times: 2 })
    expect(await apply()).toMatchObject({ state: 'done' })
    expect(waits).toEqual([2000, 5000])
  })

  test('no twin: unknown, and a resume within two minutes does not post again', async () => {
    const { apply, digdir, pass, store } = await begun()
    digdir.mishap('create', 'digdir-outcome-unknown')
    expect(await apply()).toMatchObject({
      state: 'unknown',
      change: { step: 'posting' },
      failure: { code: 'digdir-outcome-unknown', correlationId: 'cor-bad' },
    })
    expect(store.audit.at(-1)).toMatchObject({ action: 'client.create', outcome: 'unknown' })
    pass(60_000)
    expect(await apply()).toMatchObject({ state: 'unknown' })
    expect(digdir.count('create')).toBe(1)
  })

  test('a resume finds the twin that came up later', async () => {
    const { apply, digdir, id } = await begun()
    digdir.mishap('create', 'digdir-outcome-unknown')
    await apply()
    const late = await digdir.digdir.create(
      { mode: 'own', environment: 'test', organisationNumber: FAERDER },
      { ...payloadOf('maskinporten').metadata, description: `Byggesak ${markerOf(id)}` },
    )
    expect(await apply()).toMatchObject({ state: 'done', registration: { client_id: late.value.client_id } })
    expect(digdir.registrations.size).toBe(1)
  })

  test('a resume after two minutes, with no twin to see, makes the client', async () => {
    const { apply, digdir, pass } = await begun()
    digdir.mishap('create', 'digdir-outcome-unknown')
    await apply()
    pass(120_000)
    expect(await apply()).toMatchObject({ state: 'done', registration: { client_id: 'made-1' } })
    expect(digdir.count('create')).toBe(2)
  })

  test('a resume never makes a client while the list cannot be read', async () => {
    const { apply, digdir, pass } = await begun()
    digdir.mishap('create', 'digdir-outcome-unknown', { after: true })
    digdir.mishap('list', 'digdir-unavailable', { times: 6 })
    expect(await apply()).toMatchObject({ state: 'unknown' })
    pass(3_600_000)
    expect(await apply()).toMatchObject({ state: 'unknown' })
    expect(digdir.count('create')).toBe(1)
    expect(await apply()).toMatchObject({ state: 'done' })
    expect(digdir.registrations.size).toBe(1)
  })

  test.each([500, 502, 503, 504])(
    'a %s without a twin to see is unknown, not refused: it may still work',
    async (status) => {
      const { apply, digdir } = await begun()
      digdir.mishap('create', 'digdir-unavailable', { status })
      expect(await apply()).toMatchObject({ state: 'unknown', change: { step: 'posting' } })
      expect(await apply()).toMatchObject({ state: 'unknown' })
      expect(digdir.count('create')).toBe(1)
    },
  )

  test('a twin that somebody deactivated is not made anew', async () => {
    const { apply, digdir } = await begun()
    digdir.mishap('create', 'digdir-outcome-unknown', { after: true })
    digdir.meanwhile(() => {
      for (const [id, row] of digdir.registrations) digdir.registrations.set(id, { ...row, active: false })
    })
    expect(await apply()).toMatchObject({ state: 'failed', failure: { code: 'client-inactive' } })
    expect(digdir.count('create')).toBe(1)
  })

  test('only our own mark and type make a twin', async () => {
    const { apply, digdir, id } = await begun()
    const access = { mode: 'own', environment: 'test', organisationNumber: FAERDER } as const
    const { metadata } = payloadOf('maskinporten')
    await digdir.digdir.create(access, { ...metadata, description: `Byggesak ${markerOf('other')}` })
    await digdir.digdir.create(access, { ...metadata, integration_type: 'krr', description: `B ${markerOf(id)}` })
    digdir.mishap('create', 'digdir-outcome-unknown')
    expect(await apply()).toMatchObject({ state: 'unknown' })
  })
})

describe('a half-made client', () => {
  test('is told as such, and a resume gives it its key without a second client', async () => {
    const { apply, digdir, deps, store } = await begun()
    digdir.mishap('replaceKeys', 'digdir-refused', { status: 400 })
    expect(await apply()).toMatchObject({
      state: 'failed',
      change: { step: 'created', result: { clientId: 'made-1' } },
      registration: { client_id: 'made-1' },
      failure: { code: 'digdir-refused' },
    })
    expect(await deps.store.registration(FAERDER, 'test', 'made-1')).not.toBeNull()
    expect(store.audit.at(-1)).toMatchObject({ outcome: 'failed', subject: 'client:made-1' })
    expect(await apply()).toMatchObject({ state: 'done', keys: [{ kid: 'byggesak-2026' }] })
    expect(digdir.count('create')).toBe(1)
  })

  test('keeps the keys that it got meanwhile', async () => {
    const { apply, digdir } = await begun()
    digdir.mishap('replaceKeys', 'digdir-refused')
    await apply()
    const access = { mode: 'own', environment: 'test', organisationNumber: FAERDER } as const
    await digdir.digdir.replaceKeys(access, 'made-1', [publicKey('by-hand')])
    await apply()
    expect(digdir.keySets.get('made-1')?.map((each) => each.kid)).toEqual(['by-hand', 'byggesak-2026'])
  })

  test('with a secret method gets a new secret when the runner died before handing it over', async () => {
    const { apply, store, id } = await begun(withSecret())
    await apply()
    store.leave(id, { state: 'unknown', step: 'created' })
    expect(await apply()).toMatchObject({ state: 'done', secret: 'new-secret-of-made-1' })
  })

  test('whose runner died right after the POST is found by the next', async () => {
    const { apply, store, digdir, pass } = await begun()
    const create = digdir.digdir.create
    digdir.digdir.create = async (...args) => {
      const answer = await create(...args)
      store.fail(1)
      return answer
    }
    await expect(apply()).rejects.toMatchObject({ code: 'store-busy' })
    await expect(apply()).rejects.toMatchObject({ code: 'in-progress' })
    pass(120_000)
    expect(await apply()).toMatchObject({ state: 'done', registration: { client_id: 'made-1' } })
    expect(digdir.count('create')).toBe(1)
  })
})

test('a mark is taken off, however many there are, and only from the end', () => {
  const text = 'Byggesak [portvakt:0123456789ab] drift'
  expect(withoutMarker(`${text} ${markerOf('a')} ${markerOf('b')}`)).toBe(text)
  expect(withMarker(`${text} ${markerOf('a')}`, 'b')).toBe(`${text} ${markerOf('b')}`)
  expect(withMarker('', 'b')).toBe(markerOf('b'))
})

test('a mark is the same for a change each time, and another for another', () => {
  expect(markerOf('a')).toMatch(/^\[portvakt:[0-9a-f]{12}\]$/)
  expect(markerOf('a')).toBe(markerOf('a'))
  expect(markerOf('a')).not.toBe(markerOf('b'))
  const row = { description: `x ${markerOf('a')} ` } as Parameters<typeof bearsMarker>[0]
  expect(bearsMarker(row, 'a')).toBe(true)
  expect(bearsMarker(row, 'b')).toBe(false)
})
