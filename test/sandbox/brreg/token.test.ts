import { decodeJwt } from 'jose'
import { createTransport } from 'nodemailer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedScopes } from '../../../sandbox/digdir/seed.ts'
import { createEnhetsregisteret, type Enhetsregisteret } from '../../../sandbox/enhetsregisteret/enhetsregisteret.ts'
import { createMailbox, type Mailbox } from '../../../sandbox/mailbox/mailbox.ts'
import { openPlaces, type Places } from '../../../sandbox/start/places.ts'
import { organisations, people } from '../../../sandbox/world.ts'
import {
  createCaller,
  createKey,
  maskinportenBody,
  type Pair,
  requestToken,
  signGrant,
  startPair,
} from '../digdir/pair.ts'
import { BANK, orderText, SUPPLIER } from './office.ts'

const FULL = 'brreg:reelle/rapporteringspliktig'
const LIMITED = 'brreg:reelle/rapporteringspliktig.begrenset'
const WRITE = 'idporten:dcr.write'
const key = createKey()

let pairs: Record<'test' | 'prod', Pair>
let mailbox: Mailbox
let register: Enhetsregisteret
let places: Places
let client: Record<'test' | 'prod', string>

/** As the bot makes it: the supplier's own client, by dcr.write and without client_orgno, and the owner's key on it. */
const makeClient = async (pair: Pair): Promise<string> => {
  const caller = createCaller(pair, { orgno: SUPPLIER, scopes: [WRITE], key: createKey() })
  const made = await caller.call('POST', '/clients', WRITE, { ...maskinportenBody, scopes: [FULL, LIMITED] })
  expect(made).toMatchObject({ status: 201, body: { client_orgno: SUPPLIER } })
  expect(made.body).not.toHaveProperty('supplier_orgno')
  const id = made.body.client_id as string
  expect((await caller.call('POST', `/clients/${id}/jwks`, WRITE, { keys: [key.jwk] })).status).toBe(201)
  return id
}

beforeAll(async () => {
  const test = await startPair()
  const prod = await startPair({ environment: 'prod' })
  pairs = { test, prod }
  for (const { registry } of [test, prod]) seedScopes(registry)
  const { clock } = test
  mailbox = await createMailbox({ clock })
  register = await createEnhetsregisteret({ clock })
  const registries = { test: test.registry, prod: prod.registry }
  places = openPlaces({ clock, mailbox, registries, enhetsregisteret: register, people: Object.values(people) })
  client = { test: await makeClient(test), prod: await makeClient(prod) }
})
afterAll(async () => {
  await Promise.all([pairs.test.close(), pairs.prod.close(), mailbox.close(), register.close()])
})

const order = async (kind: 'direct' | 'fictional' | 'existing', over: Record<string, string> = {}) => {
  const before = places.brreg.orders().length
  const transport = createTransport({ url: mailbox.url })
  const mail = { from: 'portvakt@portvakt.example', to: 'opendata@brreg.no', text: orderText(kind, over) }
  await transport.sendMail({ ...mail, subject: 'Bestilling', replyTo: people.sindre.email ?? '' })
  return (await places.brreg.until(({ id }) => id === `BR-${before + 1}`)).id
}

/** What Maskinporten says to the supplier's client: the code of a refusal, or the token's claims. */
const ask = async (consumer: string, scope = FULL, environment: 'test' | 'prod' = 'test') => {
  const pair = pairs[environment]
  const grant = await signGrant(pair, key, { iss: client[environment], scope, consumer_org: consumer })
  const answer = (await (await requestToken(pair.maskinporten, grant)).json()) as Record<string, string>
  if (answer.access_token === undefined) return answer.error_description?.slice(0, 6)
  const { consumer: of, supplier, delegation_source, scope: given } = decodeJwt(answer.access_token)
  return { consumer: of, supplier, delegation_source, scope: given }
}

const party = (number: string) => ({ authority: 'iso6523-actorid-upis', ID: `0192:${number}` })

describe('a fictional customer', () => {
  it('leads to a token when brreg has delivered and the right form is delegated in TT02, and not before', async () => {
    const id = await order('fictional')
    const { made } = await places.brreg.deliver(id, { scope: FULL })
    const consumer = made?.enterprise?.number ?? ''
    const as = made?.person.pid ?? ''
    expect(await ask(consumer)).toBe('MP-251')
    const wish = { environment: 'test', as, from: consumer, to: SUPPLIER } as const
    places.altinn.delegate({ ...wish, scope: LIMITED })
    expect(await ask(consumer)).toBe('MP-251')
    expect(await ask(consumer, LIMITED)).toBe('MP-250')
    places.altinn.delegate({ ...wish, scope: FULL })
    expect(await ask(consumer)).toEqual({
      consumer: party(consumer),
      supplier: party(SUPPLIER),
      delegation_source: 'https://tt02.altinn.no/',
      scope: FULL,
    })
    // only a shortcut for tests: production knows nothing of it
    expect(await ask(consumer, FULL, 'prod')).toBe('MP-250')
    places.altinn.remove({ ...wish, scope: FULL })
    expect(await ask(consumer)).toBe('MP-251')
  })

  it('gives nothing when the mail told another scope than was given', async () => {
    const id = await order('fictional', { supplier_organisation_number: BANK })
    const { made } = await places.brreg.deliver(id, { scope: FULL, written: LIMITED })
    expect(await ask(made?.enterprise?.number ?? '', LIMITED)).toBe('MP-250')
  })
})

describe('an existing customer', () => {
  it('leads to a token in test by TT02 alone, and in production by Altinn alone', async () => {
    expect(await ask(BANK)).toBe('MP-250')
    const { pid = '' } = people.henrik
    const inProd = { environment: 'prod', as: pid, from: BANK, to: SUPPLIER, scope: FULL } as const
    // before the scope is given, which is allowed
    places.altinn.delegate(inProd)
    expect(await ask(BANK, FULL, 'prod')).toBe('MP-250')
    await places.brreg.confirm(await order('direct'), { scope: FULL })
    expect(await ask(BANK)).toBe('MP-251')
    const { made } = await places.brreg.deliver(await order('existing'))
    expect(await ask(BANK)).toBe('MP-251')
    places.altinn.delegate({ ...inProd, environment: 'test', as: made?.person.pid ?? '' })
    const token = { consumer: party(BANK), supplier: party(SUPPLIER), scope: FULL }
    expect(await ask(BANK)).toEqual({ ...token, delegation_source: 'https://tt02.altinn.no/' })
    expect(await ask(BANK, FULL, 'prod')).toEqual({ ...token, delegation_source: 'https://www.altinn.no/' })
    places.altinn.remove(inProd)
    expect(await ask(BANK, FULL, 'prod')).toBe('MP-251')
  })
})

describe('direct access', () => {
  it('leads to a token of the company’s own, without a consumer', async () => {
    const { kystverdi } = organisations
    const number = kystverdi.organisation_number
    const id = await order('direct', { organisation_number: number, organisation_name: kystverdi.name })
    const own = pairs.test.registry.addClient(number, { scopes: [FULL], keys: [{ ...key.jwk, kid: 'own' }] })
    const token = async (more: Record<string, string> = {}) => {
      const claims = { iss: own.client_id, scope: FULL, ...more }
      const grant = await signGrant(pairs.test, key, claims, { kid: 'own' })
      return (await (await requestToken(pairs.test.maskinporten, grant)).json()) as Record<string, string>
    }
    expect((await token()).error_description).toMatch(/^MP-250: .*scope brreg:reelle\/rapporteringspliktig\. /)
    await places.brreg.confirm(id, { scope: FULL, environments: 'test' })
    const claims = decodeJwt((await token()).access_token ?? '')
    expect(claims.consumer).toEqual(party(number))
    expect(claims).not.toHaveProperty('supplier')
    expect(await token({ consumer_org: number })).toMatchObject({ error: 'invalid_request' })
  })
})
