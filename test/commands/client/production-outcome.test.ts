import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { MINUTE, movableClock } from '../../helpers/clock.ts'
import { hearProduction } from '../../helpers/contacts.ts'
import { clear, pidOf } from '../../helpers/hats.ts'
import { type House, organisations, startHouse } from '../../helpers/house.ts'
import { rsaKey } from '../../helpers/keys.ts'
import { type Actor, clearDesks, kept, newest, refusals, untilCard, untilModal, words } from '../../helpers/walk.ts'
import { carryOut, logIn, loginLinkIn, proposeClient, visitorOf } from '../../helpers/walk-login.ts'

let house: House
let cecilie: Actor
const clock = movableClock()
const orgno = organisations.kystverdi.organisation_number
const key = rsaKey()

beforeAll(async () => {
  house = await startHouse({ now: clock.now, wait: async () => {}, outside: true })
  await clear(house, 'cecilie', orgno)
  await hearProduction(house)
  cecilie = house.as('cecilie')
})

afterEach(async () => {
  house.digdir.prod.faults.clear()
  await clearDesks(house)
  expect(refusals(house)).toEqual([])
})

afterAll(async () => {
  await house.stop()
})

/** The login behind the link, and the click on the page after it. */
const approve = async (path: string) => {
  const visitor = visitorOf(house)
  const page = await logIn(visitor, path, { pid: pidOf('cecilie') })
  return await carryOut(visitor, page)
}

const made = (name: string) => {
  const [client] = house.digdir.prod.registry.clients(orgno).filter((one) => one.client_name === name)
  if (client === undefined) throw new Error(`nothing was made that is called ${name}`)
  return client
}

const secretOf = (clientId: string): string => {
  const secret = house.digdir.prod.registry.secret(clientId)
  if (secret === undefined || secret.length < 10) throw new Error('it has no secret')
  return secret
}

const noKeys = { path: /jwks/, fault: { kind: 'status', status: 400 } } as const

describe('a change that Digdir refused', () => {
  it('says the same to whoever looks a second time, without what was typed', async () => {
    const { path, change } = await proposeClient(house, cecilie, 'Avvist i prod')
    const quoted = 'https://tjeneste.kystverdi.example/callback'
    const body = JSON.stringify({
      correlation_id: '0f6a7b1c-1111-4222-8333-444455556666',
      errors: [{ errorMessage: `ikke lov: ${quoted}`, isFieldError: true, fieldIdentifier: 'redirect_uris[0]' }],
    })
    house.digdir.prod.faults.add({ method: 'POST', path: /clients$/, fault: { kind: 'status', status: 400, body } })
    const visitor = visitorOf(house)
    const asked = await logIn(visitor, path, { pid: pidOf('cecilie') })
    const first = await carryOut(visitor, asked)
    const second = await visitor.get(asked.path)
    for (const { heading, text } of [first, second]) {
      expect(heading).toBe('Det ble ikke utført')
      for (const word of ['redirect_uris[0]: ikke lov: ', '0f6a7b1c-1111']) expect(text).toContain(word)
    }
    expect(first.text).toContain(`ikke lov: ${quoted}`)
    expect(second.text).not.toContain(`ikke lov: ${quoted}`)
    expect((await house.world.store.change(change.id))?.failure).toEqual({
      code: 'digdir-refused',
      correlationId: '0f6a7b1c-1111-4222-8333-444455556666',
      fields: [{ field: 'redirect_uris[0]', reason: 'ikke lov: …' }],
    })
  })
})

describe('a new client in production, once its person has logged in and confirmed', () => {
  it('takes the place of the link in the open modal, and has its card', async () => {
    const { path } = await proposeClient(house, cecilie, 'Ferdig i prod', { public_key: key.publicJwk })
    await approve(path)
    const shown = await untilModal(house, cecilie, 'client-created')
    expect(shown.title).toBe('Klienten er klar (prod)')
    expect(words(shown)).toContain(key.kid)
    const { history } = await untilCard(house, cecilie, made('Ferdig i prod').client_id)
    expect(history[0]).toBe(`Laget av <@${cecilie.id}>.`)
  })

  it('is told in a direct message when the modal was closed, without the secret that the page showed', async () => {
    const { path } = await proposeClient(house, cecilie, 'Lukket i prod', {
      token_endpoint_auth_method: 'client_secret_basic',
    })
    await cecilie.close(undefined, true)
    await approve(path)
    await house.until(() => words(cecilie.messages()).includes('«Lukket i prod» finnes nå'))
    expect(words(cecilie.messages())).toContain('Hemmeligheten ble vist på siden etter innloggingen')
    const { client_id } = made('Lukket i prod')
    await untilCard(house, cecilie, client_id)
    const secret = secretOf(client_id)
    expect(kept(house)).not.toContain(secret)
  })

  it('that Digdir refuses leads back to the form with all that was typed', async () => {
    const { path } = await proposeClient(house, cecilie, 'Avvist i prod')
    house.digdir.prod.faults.add({ method: 'POST', path: /clients$/, times: 1, fault: { kind: 'status', status: 400 } })
    await approve(path)
    const card = await untilModal(house, cecilie, 'client-not-made')
    expect(words(card)).toContain('Digdir godtok ikke')
    await cecilie.click({ action_id: 'client-not-made.again' })
    expect(words((await untilModal(house, cecilie, 'client-new-details')).values)).toContain('Avvist i prod')
  })

  it('without its key is finished by the button within half an hour, by the same login', async () => {
    const { path } = await proposeClient(house, cecilie, 'Halv i prod', { public_key: rsaKey().publicJwk })
    house.digdir.prod.faults.add({ method: 'POST', times: 1, ...noKeys })
    await approve(path)
    expect(words(await untilModal(house, cecilie, 'client-half-made'))).toContain('client-half-made.resume')
    clock.pass(25 * MINUTE)
    await cecilie.click({ action_id: 'client-half-made.resume' })
    await untilModal(house, cecilie, 'client-created')
    expect(house.digdir.prod.registry.client(made('Halv i prod').client_id)?.keys?.keys).toHaveLength(1)
  })

  it('without its key needs a new login later: the button offers to add the key instead', async () => {
    const { path } = await proposeClient(house, cecilie, 'Sen i prod', { public_key: rsaKey().publicJwk })
    house.digdir.prod.faults.add({ method: 'POST', times: 1, ...noKeys })
    await approve(path)
    await untilModal(house, cecilie, 'client-half-made')
    clock.pass(31 * MINUTE)
    await cecilie.click({ action_id: 'client-half-made.resume' })
    await house.until(() => words(cecilie.modal()).includes('mer enn 30 minutter siden'))
    const { client_id } = made('Sen i prod')
    expect(house.digdir.prod.registry.client(client_id)?.keys?.keys ?? []).toEqual([])
    await cecilie.click({ action_id: 'client-created.add-key' })
    await untilModal(house, cecilie, 'key-add')
    await cecilie.submit({ public_key: rsaKey().publicJwk })
    await approve(loginLinkIn(await untilModal(house, cecilie, 'client-step-up')))
    await untilModal(house, cecilie, 'client-keys')
    expect(house.digdir.prod.registry.client(client_id)?.keys?.keys).toHaveLength(1)
  })
})

describe('a change of a client in production', () => {
  it('to its secret shows it on the page, and in Slack that it did', async () => {
    const seed = { client_name: 'Ny hemmelighet i prod', token_endpoint_auth_method: 'client_secret_basic' as const }
    const { client_id } = house.digdir.prod.registry.addClient(orgno, seed)
    await cecilie.command(`/client secret ${client_id}`)
    await untilModal(house, cecilie, 'client-secret')
    await cecilie.submit({})
    const page = await approve(loginLinkIn(await untilModal(house, cecilie, 'client-step-up')))
    const secret = secretOf(client_id)
    expect(page.text).toContain(secret)
    expect(words(await untilModal(house, cecilie, 'client-secret-made'))).toContain('bare der')
    expect(kept(house)).not.toContain(secret)
  })

  it('to its keys is answered in the private message where it was clicked', async () => {
    const { kty, n, e, kid } = JSON.parse(key.publicJwk)
    const keys = [{ kty, n, e, kid, alg: 'RS256', use: 'sig' as const }]
    const { client_id } = house.digdir.prod.registry.addClient(orgno, { client_name: 'Mister nøkkel', keys })
    await cecilie.command(`/client keys ${client_id}`)
    await house.until(() => words(newest(cecilie)).includes('client-keys.remove'))
    await cecilie.click({ action_id: 'client-keys.remove' })
    await house.until(() => words(newest(cecilie)).includes('client-step-up.open'))
    await approve(loginLinkIn(newest(cecilie)))
    await house.until(() => words(newest(cecilie)).includes(`Nøkkelen ${kid} er fjernet`))
    expect(house.digdir.prod.registry.client(client_id)?.keys?.keys ?? []).toEqual([])
  })

  it('that is another by now is not carried out, and says so', async () => {
    const { registry } = house.digdir.prod
    const { client_id } = registry.addClient(orgno, { client_name: 'Endret imens' })
    await cecilie.command(`/client deactivate ${client_id}`)
    await untilModal(house, cecilie, 'client-deactivate')
    await cecilie.submit({ confirm_name: 'Endret imens' })
    const waiting = await untilModal(house, cecilie, 'client-step-up')
    const entry = registry.client(client_id)
    if (entry) registry.save({ ...entry, client: { ...entry.client, last_updated: '2030-01-01T00:00:00.000+01:00' } })
    await approve(loginLinkIn(waiting))
    expect(words(await untilModal(house, cecilie, 'error'))).toContain('ble endret mens du holdt på')
    expect(registry.client(client_id)?.client.active).toBe(true)
  })
})
