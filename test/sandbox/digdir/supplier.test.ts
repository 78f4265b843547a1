import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  CUSTOMER,
  createCaller,
  createKey,
  idportenBody,
  maskinportenBody,
  OTHER,
  OWN,
  type Pair,
  publicJwk,
  startPair,
} from './pair.ts'

const READ = 'idporten:dcr.read'
const WRITE = 'idporten:dcr.write'
const SUPPLIER = 'idporten:dcr.supplier'
const key = createKey()

let pair: Pair
let supplier: ReturnType<typeof createCaller>
let customer: ReturnType<typeof createCaller>

beforeAll(async () => {
  pair = await startPair()
  pair.registry.addScope({ prefix: 'ks', subscope: 'fiks' })
  supplier = createCaller(pair, { orgno: OWN, scopes: [READ, WRITE, SUPPLIER], key })
  customer = createCaller(pair, { orgno: CUSTOMER, scopes: [READ, WRITE], key: createKey() })
})
afterAll(() => pair.close())

const forCustomer = { ...idportenBody, client_orgno: CUSTOMER }
const create = async () => (await supplier.call('POST', '/clients', SUPPLIER, forCustomer)).body

describe('a supplier', () => {
  it('makes clients for others, stamped with its own number', async () => {
    expect(await create()).toMatchObject({ client_orgno: CUSTOMER, supplier_orgno: OWN })
  })

  it('has to say for whom', async () => {
    expect(await supplier.call('POST', '/clients', SUPPLIER, idportenBody)).toMatchObject({
      status: 400,
      body: { errors: [{ fieldIdentifier: 'client_orgno' }] },
    })
  })

  it('sees and changes the clients that it made, whole life long', async () => {
    const { client_id } = await create()
    const path = `/clients/${client_id}`
    expect((await supplier.call('GET', path, SUPPLIER)).status).toBe(200)
    expect(await supplier.call('PUT', path, SUPPLIER, { ...forCustomer, client_name: 'Nytt navn' })).toMatchObject({
      status: 200,
      body: { client_name: 'Nytt navn', client_orgno: CUSTOMER, supplier_orgno: OWN },
    })
    expect((await supplier.call('POST', `${path}/jwks`, SUPPLIER, { keys: [publicJwk()] })).status).toBe(201)
    expect((await supplier.call('GET', `${path}/jwks`, SUPPLIER)).body.keys).toHaveLength(1)
    expect((await supplier.call('DELETE', `${path}/jwks`, SUPPLIER)).status).toBe(204)
    expect((await supplier.call('DELETE', path, SUPPLIER)).status).toBe(204)
  })

  it('sees neither its own clients, nor the customer’s, nor another supplier’s', async () => {
    const made = await create()
    const hidden = [
      pair.registry.addClient(OWN),
      pair.registry.addClient(CUSTOMER),
      pair.registry.addClient(CUSTOMER, { supplier_orgno: OTHER }),
    ]
    const list = (await supplier.call('GET', '/clients', SUPPLIER)).body as {
      client_id: string
      supplier_orgno: string
    }[]
    expect(list.map((one) => one.client_id)).toContain(made.client_id)
    expect(new Set(list.map((one) => one.supplier_orgno))).toEqual(new Set([OWN]))
    for (const { client_id } of hidden)
      expect((await supplier.call('GET', `/clients/${client_id}`, SUPPLIER)).status).toBe(404)
  })

  it('is a supplier also when the token holds the scopes for its own clients', async () => {
    const own = pair.registry.addClient(OWN).client_id
    expect((await supplier.call('GET', `/clients/${own}`, READ)).status).toBe(200)
    expect((await supplier.call('GET', `/clients/${own}`, [READ, SUPPLIER])).status).toBe(404)
  })

  it('does not see what it made through its own scopes; the customer does', async () => {
    const { client_id } = await create()
    expect((await supplier.call('GET', `/clients/${client_id}`, READ)).status).toBe(404)
    expect((await customer.call('GET', `/clients/${client_id}`, READ)).body).toMatchObject({
      client_id,
      supplier_orgno: OWN,
    })
  })

  it('is judged on its own access to scopes', async () => {
    const body = { ...maskinportenBody, client_orgno: CUSTOMER }
    pair.registry.grant('ks:fiks', CUSTOMER)
    const refused = await supplier.call('POST', '/clients', SUPPLIER, body)
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ fieldIdentifier: 'scopes[0]' }] } })
    pair.registry.grant('ks:fiks', OWN)
    expect((await supplier.call('POST', '/clients', SUPPLIER, body)).status).toBe(201)
  })

  it('makes a client of its own for Altinn’s delegation, without client_orgno', async () => {
    pair.registry.addScope({ prefix: 'skatt', subscope: 'delt', delegation_source: 'https://tt02.altinn.no/' })
    const body = { ...maskinportenBody, scopes: ['skatt:delt'] }
    const own = await supplier.call('POST', '/clients', WRITE, body)
    expect(own).toMatchObject({ status: 201, body: { client_orgno: OWN } })
    expect(own.body).not.toHaveProperty('supplier_orgno')
    expect((await supplier.call('POST', '/clients', SUPPLIER, { ...body, client_orgno: CUSTOMER })).status).toBe(400)
  })
})
