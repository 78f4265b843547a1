import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { MINUTE, movableClock } from '../../helpers/clock.ts'
import { type House, startHouse } from '../../helpers/house.ts'
import { rsaKey } from '../../helpers/keys.ts'
import { rowsOf } from '../../helpers/rows.ts'
import {
  type Actor,
  clearDesks,
  kidsAt,
  named,
  newest,
  onlyNamed,
  refusals,
  submitLogin,
  untilCard,
  untilModal,
  words,
} from '../../helpers/walk.ts'

let house: House
const clock = movableClock()
const key = rsaKey()
const url = () => house.env.DATABASE_URL ?? ''

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

/** A client whose key Digdir refuses once. */
const halfMade = async (kari: Actor, name: string, publicKey: string) => {
  house.digdir.test.faults.add({ method: 'POST', path: /\/jwks$/, fault: { kind: 'status', status: 503 } })
  await submitLogin(house, kari, name, { public_key: publicKey })
  const view = await untilModal(house, kari, 'client-half-made')
  house.digdir.test.faults.clear()
  return view
}

describe('a client whose key did not come along', () => {
  it('is told as such, and gets its key by the button: no second client', async () => {
    const kari = house.as('kari')
    const view = await halfMade(kari, 'Halvferdig', key.publicJwk)
    const { client_id } = onlyNamed(house, 'Halvferdig')
    expect(words(view)).toContain(client_id)
    expect(kidsAt(house, client_id)).toEqual([])
    const again = await kari.replayLast()
    expect(again.body).toMatchObject({ response_action: 'update', view: { callback_id: 'client-half-made' } })
    expect(kidsAt(house, client_id)).toEqual([])
    await Promise.all([
      kari.click({ action_id: 'client-half-made.resume' }),
      kari.click({ action_id: 'client-half-made.resume' }),
    ])
    await untilModal(house, kari, 'client-created')
    expect(kidsAt(house, client_id)).toEqual([key.kid])
    expect(named(house, 'Halvferdig')).toHaveLength(1)
    await untilCard(house, kari, client_id)
  })

  it('can fail once more, and still be finished', async () => {
    const kari = house.as('kari')
    const other = rsaKey()
    const first = await halfMade(kari, 'Uheldig', other.publicPem)
    house.digdir.test.faults.add({ method: 'POST', path: /\/jwks$/, fault: { kind: 'status', status: 503 } })
    await kari.click({ action_id: 'client-half-made.resume' })
    await house.until(() => kari.modal()?.callback_id === 'client-half-made' && kari.modal()?.hash !== first.hash)
    house.digdir.test.faults.clear()
    await kari.click({ action_id: 'client-half-made.resume' })
    await untilModal(house, kari, 'client-created')
    expect(kidsAt(house, onlyNamed(house, 'Uheldig').client_id)).toHaveLength(1)
  })

  it('stands on Home until it is finished there', async () => {
    const kari = house.as('kari')
    await halfMade(kari, 'Fra Hjem', rsaKey().publicJwk)
    await kari.close(undefined, true)
    await kari.openHome()
    await house.until(() => words(kari.desk().home).includes('«Fra Hjem» er laget, men mangler nøkkel'))
    await kari.click({ action_id: 'home.resume' })
    await untilModal(house, kari, 'client-created')
    expect(kidsAt(house, onlyNamed(house, 'Fra Hjem').client_id)).toHaveLength(1)
    await house.until(() => !words(kari.desk().home).includes('Fra Hjem'))
  })

  it('comes as a direct message when the modal was closed, and is finished from there', async () => {
    const kari = house.as('kari')
    house.digdir.test.faults.add({ method: 'POST', path: /\/clients$/, fault: { kind: 'delay', ms: 500 } })
    house.digdir.test.faults.add({ method: 'POST', path: /\/jwks$/, fault: { kind: 'status', status: 503 } })
    await submitLogin(house, kari, 'Lukket vindu', { public_key: rsaKey().publicJwk })
    await kari.close(undefined, true)
    await house.until(() => words(newest(kari)).includes('client-half-made.resume'))
    house.digdir.test.faults.clear()
    await kari.click({ action_id: 'client-half-made.resume' })
    await untilModal(house, kari, 'client-created')
    await kari.close(undefined, true)
    await kari.click({ action_id: 'client-half-made.resume' })
    await untilModal(house, kari, 'client-created')
    const { client_id } = onlyNamed(house, 'Lukket vindu')
    expect(kidsAt(house, client_id)).toHaveLength(1)
  })

  it('is not resumed when it was deactivated meanwhile', async () => {
    const kari = house.as('kari')
    await halfMade(kari, 'Angret', rsaKey().publicJwk)
    const snapshot = house.digdir.test.registry.client(onlyNamed(house, 'Angret').client_id)
    if (snapshot) house.digdir.test.registry.save({ ...snapshot, client: { ...snapshot.client, active: false } })
    await kari.click({ action_id: 'client-half-made.resume' })
    await house.until(() => /deaktivert|Vi fant ikke/.test(words(kari.modal()?.blocks)))
    expect(named(house, 'Angret')).toHaveLength(1)
  })
})

describe('a bot that stops on the way', () => {
  it('finishes what is in hand before it is gone', async () => {
    const kari = house.as('kari')
    house.digdir.test.faults.add({ method: 'POST', path: /\/clients$/, times: 1, fault: { kind: 'delay', ms: 400 } })
    await submitLogin(house, kari, 'Omstart')
    await house.restart()
    await untilModal(house, kari, 'client-created')
    expect(named(house, 'Omstart')).toHaveLength(1)
    clock.pass(MINUTE)
  })

  it.each([
    ['after the client was made', 'created', 'client-half-made.resume'],
    ['with the answer not yet here', 'posting', 'client-unknown.look-again'],
  ])('killed %s: says so at the next start, and goes on from there', async (when, step, button) => {
    const kari = house.as('kari')
    const name = `Drept ${when}`
    await halfMade(kari, name, rsaKey().publicJwk)
    const { client_id } = onlyNamed(house, name)
    await clearDesks(house)
    const [row] = await rowsOf(url(), `select id, result from changes where payload like '%${name}%'`)
    const result =
      step === 'created' ? '' : `, result = '${JSON.stringify({ ...JSON.parse(String(row?.result)), clientId: null })}'`
    await rowsOf(
      url(),
      `update changes set state = 'applying', step = '${step}', failure = null, updated_at = updated_at - 600000${result} where id = '${row?.id}'`,
    )
    await house.restart()
    await house.until(() => words(newest(kari)).includes(button) && words(newest(kari)).includes(name))
    await kari.click({ action_id: button, value: JSON.stringify({ change: row?.id }) })
    await untilModal(house, kari, 'client-created')
    expect(named(house, name)).toHaveLength(1)
    expect(kidsAt(house, client_id)).toHaveLength(1)
  })

  it('knows a half-made client after a restart', async () => {
    const kari = house.as('kari')
    await halfMade(kari, 'Etter omstart', rsaKey().publicJwk)
    await house.restart()
    await kari.click({ action_id: 'client-half-made.resume' })
    await untilModal(house, kari, 'client-created')
    expect(named(house, 'Etter omstart')).toHaveLength(1)
  })
})
