import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../../sandbox/digdir/model.ts'
import { HOUR, movableClock } from '../../helpers/clock.ts'
import { type House, startHouse } from '../../helpers/house.ts'
import { ecKey, rsaKey } from '../../helpers/keys.ts'
import {
  type Actor,
  clearDesks,
  kept,
  kidsAt,
  makeLogin,
  newest,
  refusals,
  untilCard,
  untilModal,
  words,
} from '../../helpers/walk.ts'

let house: House
const clock = movableClock()
const [first, second] = [rsaKey(), rsaKey()]

beforeAll(async () => {
  house = await startHouse({ now: clock.now, wait: async () => {} })
})

afterEach(async () => {
  house.digdir.test.faults.clear()
  await clearDesks(house)
  expect(refusals(house)).toEqual([])
})

afterAll(async () => {
  await house.stop()
})

const openAdd = async (actor: Actor, client: Client) => {
  await actor.command(`/client nøkler ${client.client_id}`)
  await house.until(() => words(newest(actor)).includes('client-keys.add'))
  await actor.click({ action_id: 'client-keys.add' })
  await untilModal(house, actor, 'key-add')
}

const addKey = async (actor: Actor, client: Client, key: string) => {
  await openAdd(actor, client)
  const outcome = await actor.submit({ public_key: key })
  if (!outcome.errors) await untilModal(house, actor, 'client-keys')
  await clearDesks(house)
  return outcome
}

/** The form once more, with what Digdir said. */
const untilRefused = async (actor: Actor) => {
  await house.until(
    () => actor.modal()?.callback_id === 'key-add' && words(actor.modal()?.blocks).includes(':warning:'),
  )
  return await untilModal(house, actor, 'key-add')
}

/** What the buttons carry. */
const valuesIn = (blocks: unknown): string[] => {
  const found: string[] = []
  JSON.stringify(blocks, (key, value) => {
    if (key === 'value' && typeof value === 'string') found.push(value)
    return value
  })
  return found
}

const remove = async (actor: Actor, client: Client, kid: string) => {
  await actor.command(`/client keys ${client.client_id}`)
  await house.until(() => words(newest(actor)).includes(kid))
  const value = valuesIn(newest(actor)?.blocks).find((one) => one.includes(`"kid":"${kid}"`))
  await actor.click({ action_id: 'client-keys.remove', value })
  const gone = () => words(newest(actor)).includes(`Nøkkelen ${kid} er fjernet`)
  await house.slack.workspace.until(gone, 4_000)
}

describe('/client keys', () => {
  it('adds a key from the new client’s own modal', async () => {
    const kari = house.as('kari')
    const client = await makeLogin(house, kari, 'Ny med nøkkel etterpå')
    await kari.command(`/client show ${client.client_id}`)
    await openAdd(kari, client)
    await kari.submit({ public_key: first.publicPem })
    const shown = await untilModal(house, kari, 'client-keys')
    const [kid] = kidsAt(house, client.client_id)
    expect(words(shown)).toContain(kid)
    const { history } = await untilCard(house, kari, client.client_id, 2)
    expect(history[1]).toBe(`<@${kari.id}> la til nøkkelen ${kid}.`)
    // the card in the direct messages knows the key too
    const card = kari
      .messages()
      .find((one) => words(one).includes('client-card.keys') && words(one).includes(client.client_id))
    await house.until(() => words(kari.messages().find((one) => one.ts === card?.ts)).includes(String(kid)))
  })

  it('keeps the others when one is added, renews a known one, removes one, and the last one', async () => {
    const kari = house.as('kari')
    const client = await makeLogin(house, kari, 'Rotasjon', { public_key: first.publicJwk })
    await addKey(kari, client, second.publicJwk)
    expect(kidsAt(house, client.client_id)).toEqual([first.kid, second.kid])
    const expiry = () => house.digdir.test.registry.client(client.client_id)?.keys?.keys.map((key) => key.exp) ?? []
    const [before] = expiry()
    clock.pass(HOUR)
    await addKey(kari, client, first.publicPem)
    expect(kidsAt(house, client.client_id)).toEqual([first.kid, second.kid])
    expect(expiry()[0]).toBeGreaterThan(before ?? 0)
    await remove(kari, client, first.kid)
    expect(kidsAt(house, client.client_id)).toEqual([second.kid])
    await remove(kari, client, second.kid)
    expect(kidsAt(house, client.client_id)).toEqual([])
    expect(words(newest(kari))).toContain('Ingen nøkler')
    const { history } = await untilCard(house, kari, client.client_id, 5)
    expect(history[2]).toContain('fornyet')
    expect(history[4]).toContain('fjernet')
  })

  it('takes five, then offers no sixth, and refuses one that comes all the same', async () => {
    const kari = house.as('kari')
    const client = await makeLogin(house, kari, 'Fem nøkler')
    for (let made = 0; made < 4; made += 1) await addKey(kari, client, rsaKey().publicJwk)
    await openAdd(kari, client)
    const registry = house.digdir.test.registry
    const snapshot = registry.client(client.client_id)
    const extra = rsaKey()
    // somebody adds the fifth in the portal while the form stands open
    if (snapshot?.keys)
      registry.save({
        ...snapshot,
        keys: {
          ...snapshot.keys,
          keys: [
            ...snapshot.keys.keys,
            {
              kid: extra.kid,
              kty: 'RSA',
              alg: 'RS256',
              use: 'sig',
              e: 'AQAB',
              n: extra.modulus,
              exp: Math.floor(clock.now() / 1000) + 999,
            },
          ],
        },
      })
    await kari.submit({ public_key: rsaKey().publicJwk })
    await house.until(() => words(kari.modal()).includes('alt fem nøkler'))
    expect(kidsAt(house, client.client_id)).toHaveLength(5)
    await clearDesks(house)
    await kari.command(`/client keys ${client.client_id}`)
    await house.until(() => words(newest(kari)).includes('fem nøkler'))
    expect(words(newest(kari))).not.toContain('client-keys.add')
  })

  it.each([
    ['a private one', first.privatePem, /PRIVAT/],
    ['an EC key', ecKey().publicJwk, /Bare RSA/],
    ['garbage', 'ikke en nøkkel', /ikke en offentlig nøkkel/],
    ['a whole set', `{"keys":[${first.publicJwk},${second.publicJwk}]}`, /flere nøkler/],
    ['1024 bits', rsaKey(1024).publicPem, /for kort/],
  ])('refuses %s at the field', async (_, key, expected) => {
    const kari = house.as('kari')
    const client = await makeLogin(house, kari, 'Kresen')
    house.digdir.test.registry.save({ client: { ...client, client_name: 'Kresen brukt' }, keys: undefined })
    const { errors } = await addKey(kari, client, key)
    expect(errors?.public_key).toMatch(expected)
    expect(kidsAt(house, client.client_id)).toEqual([])
    expect(kept(house)).not.toContain(first.secretPart)
  })

  it('finds out for itself what became of a post whose answer was lost', async () => {
    const kari = house.as('kari')
    const client = await makeLogin(house, kari, 'Tapt svar')
    await openAdd(kari, client)
    house.digdir.test.faults.add({ method: 'POST', path: /\/jwks/, times: 1, fault: { kind: 'cut', when: 'after' } })
    const key = rsaKey()
    await kari.submit({ public_key: key.publicJwk })
    await untilModal(house, kari, 'client-keys')
    expect(kidsAt(house, client.client_id)).toEqual([key.kid])
  })

  it('are shown as last seen when Digdir does not answer', async () => {
    const kari = house.as('kari')
    const key = rsaKey()
    const client = await makeLogin(house, kari, 'Sist sett', { public_key: key.publicJwk })
    house.digdir.test.faults.add({ fault: { kind: 'cut', when: 'before' } })
    await kari.command(`/client keys ${client.client_id}`)
    await house.until(() => words(newest(kari)).includes(key.kid))
    expect(words(newest(kari))).toContain('Digdir svarer ikke')
  })

  it('goes at once when it is removed in a modal, so that a second click does nothing', async () => {
    const kari = house.as('kari')
    const key = rsaKey()
    const client = await makeLogin(house, kari, 'To klikk', { public_key: key.publicJwk })
    await kari.click({
      action_id: 'client-card.keys',
      value: JSON.stringify({ environment: 'test', client_id: client.client_id }),
    })
    await untilModal(house, kari, 'client-keys')
    await Promise.all([
      kari.click({ action_id: 'client-keys.remove' }),
      kari.click({ action_id: 'client-keys.remove' }),
    ])
    await house.until(() => words(kari.modal()).includes('Ingen nøkler'))
    const { history } = await untilCard(house, kari, client.client_id, 2)
    expect(history).toHaveLength(2)
    expect(kidsAt(house, client.client_id)).toEqual([])
  })

  it('gives the form back with what was typed, and says that another client has the kid', async () => {
    const kari = house.as('kari')
    const key = rsaKey()
    await makeLogin(house, kari, 'Har kid-en', { public_key: key.publicJwk })
    const client = await makeLogin(house, kari, 'Vil ha kid-en')
    await openAdd(kari, client)
    await kari.submit({ public_key: key.publicJwk })
    const form = await untilRefused(kari)
    expect(words(form.blocks)).toContain('Nøkkelen ble ikke lagt til')
    expect(words(form.blocks)).toMatch(/Offentlig nøkkel: .*already in use/)
    expect(form.values?.public_key).toMatchObject({ 'key-add.public_key': { value: key.publicJwk } })
    expect(kidsAt(house, client.client_id)).toEqual([])
    // mended in the same form
    await kari.submit({ public_key: second.publicPem })
    await untilModal(house, kari, 'client-keys')
    expect(kidsAt(house, client.client_id)).toHaveLength(1)
  })

  it('says that nothing was done when it was not, and adds one key of a submission that comes twice', async () => {
    const kari = house.as('kari')
    const client = await makeLogin(house, kari, 'Strever')
    await openAdd(kari, client)
    house.digdir.test.faults.add({ method: 'POST', path: /\/jwks/, times: 1, fault: { kind: 'cut', when: 'before' } })
    await kari.submit({ public_key: first.publicJwk })
    await untilRefused(kari)
    const refusedAgain = await kari.replayLast()
    expect(refusedAgain.body).toMatchObject({ response_action: 'update', view: { callback_id: 'key-add' } })
    expect(words(refusedAgain.body)).toContain('Nøkkelen ble ikke lagt til')
    await clearDesks(house)
    await openAdd(kari, client)
    await kari.submit({ public_key: first.publicPem })
    await untilModal(house, kari, 'client-keys')
    await untilCard(house, kari, client.client_id, 2)
    const again = await kari.replayLast()
    const [kid] = kidsAt(house, client.client_id)
    expect(again.body).toMatchObject({ response_action: 'update', view: { callback_id: 'client-keys' } })
    expect(words(again.body)).toContain(kid)
    expect(kidsAt(house, client.client_id)).toHaveLength(1)
  })

  it('shows no form where the client takes no key at all', async () => {
    const kari = house.as('kari')
    const client = await makeLogin(house, kari, 'Borte når nøkkelen kommer')
    await openAdd(kari, client)
    await house.as('oliver').command(`/client deactivate ${client.client_id}`)
    await untilModal(house, house.as('oliver'), 'client-deactivate')
    await house.as('oliver').submit({ confirm_name: 'Borte når nøkkelen kommer' })
    await untilModal(house, house.as('oliver'), 'client-deactivated')
    await kari.submit({ public_key: first.publicJwk })
    await untilModal(house, kari, 'error')
    expect(words(kari.modal())).toContain('ble endret mens du holdt på')
    const again = await kari.replayLast()
    expect(again.body).toMatchObject({ response_action: 'update', view: { callback_id: 'error' } })
    expect(words(again.body)).toContain('ble endret mens du holdt på')
  })
})
