import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../../sandbox/digdir/model.ts'
import { movableClock } from '../../helpers/clock.ts'
import { type House, startHouse } from '../../helpers/house.ts'
import {
  type Actor,
  cardOf,
  clearDesks,
  makeLogin,
  newest,
  refusals,
  stored,
  untilCard,
  untilModal,
  words,
} from '../../helpers/walk.ts'

let house: House
const clock = movableClock()

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

const active = ({ client_id }: Client) => house.digdir.test.registry.client(client_id)?.client.active
const open = async (actor: Actor, { client_id }: Client) => {
  await actor.command(`/client deaktiver ${client_id}`)
  return await untilModal(house, actor, 'client-deactivate')
}

describe('/client deactivate', () => {
  it('says that it is final, wants the name, deactivates, and tells it everywhere', async () => {
    const kari = house.as('kari')
    const client = await makeLogin(house, kari, 'Utgått tjeneste')
    expect(words(await open(kari, client))).toContain('kan ikke gjøres om')
    const wrong = await kari.submit({ confirm_name: 'Utgatt tjeneste' })
    expect(wrong.errors?.confirm_name).toContain('stemmer ikke')
    expect(active(client)).toBe(true)
    await kari.submit({ confirm_name: ' Utgått  tjeneste ' })
    await untilModal(house, kari, 'client-deactivated')
    expect(active(client)).toBe(false)
    const { card, history } = await untilCard(house, kari, client.client_id, 2)
    expect(words(card)).toContain('kan ikke aktiveres igjen')
    expect(words(card)).not.toContain('client-card.deactivate')
    expect(words(card)).not.toContain('Ingen nøkler')
    expect(history[1]).toBe(`Deaktivert av <@${kari.id}>.`)
    expect(words((stored(house).audit ?? []).filter((row) => row.action === 'client.deactivate'))).toContain(
      client.client_id,
    )
    await kari.command('/client list Utgått')
    expect(words(newest(kari))).not.toContain('client-list.show')
  })

  it('is refused once it was done, by command and from an old card', async () => {
    const kari = house.as('kari')
    const client = await makeLogin(house, kari, 'Allerede')
    await kari.command(`/client show ${client.client_id}`)
    await house.until(() => words(newest(kari)).includes('client-card.deactivate'))
    await open(kari, client)
    await kari.submit({ confirm_name: 'Allerede' })
    await untilModal(house, kari, 'client-deactivated')
    await clearDesks(house)
    await kari.click({
      action_id: 'client-card.deactivate',
      value: JSON.stringify({ environment: 'test', client_id: client.client_id }),
    })
    await house.until(() => words([kari.modal(), newest(kari)]).includes('deaktivert og kan ikke endres'))
    await kari.command(`/client deactivate ${client.client_id}`)
    await house.until(() => words([kari.modal(), newest(kari)]).includes('deaktivert og kan ikke endres'))
  })

  it('does it once when the submission comes twice, and when two people do it', async () => {
    const [kari, oliver] = [house.as('kari'), house.as('oliver')]
    const client = await makeLogin(house, kari, 'To på en gang')
    await open(kari, client)
    await open(oliver, client)
    await Promise.all([
      kari.submit({ confirm_name: 'To på en gang' }),
      oliver.submit({ confirm_name: 'To på en gang' }),
    ])
    await untilModal(house, kari, 'client-deactivated')
    await untilModal(house, oliver, 'client-deactivated')
    await untilCard(house, kari, client.client_id, 2)
    const again = await kari.replayLast()
    expect(again.body).toMatchObject({ response_action: 'update', view: { callback_id: 'client-deactivated' } })
    expect(active(client)).toBe(false)
    expect(cardOf(kari, client.client_id).history).toHaveLength(2)
  })

  it('finds out for itself what became of it when the answer was lost', async () => {
    const kari = house.as('kari')
    const client = await makeLogin(house, kari, 'Brutt linje')
    await open(kari, client)
    house.digdir.test.faults.add({ method: 'DELETE', times: 1, fault: { kind: 'cut', when: 'after' } })
    await kari.submit({ confirm_name: 'Brutt linje' })
    await untilModal(house, kari, 'client-deactivated')
    expect(active(client)).toBe(false)
  })

  it('says that Digdir is down, and leaves the client alone', async () => {
    const kari = house.as('kari')
    const client = await makeLogin(house, kari, 'Står')
    await open(kari, client)
    house.digdir.test.faults.add({ method: 'DELETE', fault: { kind: 'status', status: 503 } })
    await kari.submit({ confirm_name: 'Står' })
    await untilModal(house, kari, 'error')
    expect(words(kari.modal())).toContain('svarer ikke')
    expect(active(client)).toBe(true)
  })

  it('tells by direct message when the modal was closed meanwhile', async () => {
    const kari = house.as('kari')
    const client = await makeLogin(house, kari, 'Lukket underveis')
    await open(kari, client)
    house.digdir.test.faults.add({ method: 'DELETE', times: 1, fault: { kind: 'delay', ms: 500 } })
    await kari.submit({ confirm_name: 'Lukket underveis' })
    await kari.close(undefined, true)
    await house.until(() => words(kari.messages()).includes('«Lukket underveis» er deaktivert'))
  })

  it('notices that the client got another name meanwhile', async () => {
    const kari = house.as('kari')
    const client = await makeLogin(house, kari, 'Gammelt navn')
    await open(kari, client)
    const { registry } = house.digdir.test
    const snapshot = registry.client(client.client_id)
    if (snapshot) registry.save({ ...snapshot, client: { ...snapshot.client, client_name: 'Nytt navn' } })
    await kari.submit({ confirm_name: 'Gammelt navn' })
    await untilModal(house, kari, 'error')
    expect(active(client)).toBe(true)
    expect(words(kari.modal())).toContain('fått et annet navn')
  })

  it('lets a name of markup be typed as it stands', async () => {
    const kari = house.as('kari')
    const client = await makeLogin(house, kari, '“A” & <!channel> *b*')
    await open(kari, client)
    await kari.submit({ confirm_name: '“A” & <!channel> *b*' })
    await untilModal(house, kari, 'client-deactivated')
    expect(active(client)).toBe(false)
  })
})
