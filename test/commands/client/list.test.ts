import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { HOUR, MINUTE, movableClock } from '../../helpers/clock.ts'
import { type House, organisations, startHouse } from '../../helpers/house.ts'
import { type Actor, actionsIn, clearDesks, newest, refusals, untilModal, words } from '../../helpers/walk.ts'

let house: House
const clock = movableClock()

beforeAll(async () => {
  house = await startHouse({ now: clock.now, wait: async () => {}, clients: 40 })
})

afterEach(async () => {
  house.digdir.test.faults.clear()
  await clearDesks(house)
  expect(refusals(house)).toEqual([])
})

afterAll(async () => {
  await house.stop()
})

const ofKystverdi = () => house.digdir.test.registry.clients(organisations.kystverdi.organisation_number)
const idsIn = (message: unknown): string[] => [
  ...new Set([...words(message).matchAll(/\\"client_id\\":\\"([0-9a-f-]{36})\\"/g)].map(([, id]) => id ?? '')),
]
const list = async (actor: Actor, text = '') => {
  await actor.command(`/client list ${text}`)
  await house.until(() => !words(newest(actor)).includes('Et øyeblikk'))
  return newest(actor)
}

describe('/client list', () => {
  it('pages through every active client once', async () => {
    const kari = house.as('kari')
    const seen = new Set(idsIn(await list(kari)))
    expect(seen.size).toBe(8)
    for (let page = 1; actionsIn(newest(kari)?.blocks).includes('client-list.next'); page += 1) {
      const before = words(newest(kari)?.blocks)
      await kari.click({ action_id: 'client-list.next' })
      await house.until(() => words(newest(kari)?.blocks) !== before)
      for (const id of idsIn(newest(kari))) seen.add(id)
      expect(page).toBeLessThan(10)
    }
    expect([...seen].sort()).toEqual(
      ofKystverdi()
        .filter((one) => one.active)
        .map((one) => one.client_id)
        .sort(),
    )
    const before = words(newest(kari)?.blocks)
    await kari.click({ action_id: 'client-list.previous' })
    await house.until(() => words(newest(kari)?.blocks) !== before)
  })

  it('is private', async () => {
    const kari = house.as('kari')
    await kari.command('/client list', 'C0GENERELT')
    const seen = kari.messages('C0GENERELT').at(-1)
    expect(seen?.ephemeral).toBe(true)
    expect(words(house.as('oliver').messages('C0GENERELT'))).not.toContain('client-list')
  })

  it('shows the inactive ones on request, and hides them again', async () => {
    const kari = house.as('kari')
    const inactive = ofKystverdi().filter((one) => !one.active)
    expect(inactive.length).toBeGreaterThan(0)
    const name = inactive[0]?.client_name ?? ''
    await list(kari, name)
    expect(idsIn(newest(kari))).not.toContain(inactive[0]?.client_id)
    await kari.click({ action_id: 'client-list.inactive' })
    await house.until(() => idsIn(newest(kari)).includes(inactive[0]?.client_id ?? ''))
    expect(words(newest(kari))).toContain('deaktivert')
    await kari.click({ action_id: 'client-list.inactive' })
    await house.until(() => !idsIn(newest(kari)).includes(inactive[0]?.client_id ?? ''))
  })

  it('searches by the beginning of words and by id, in any letter case', async () => {
    const kari = house.as('kari')
    const one = ofKystverdi().find((client) => client.active && client.client_name.includes(' '))
    const words1 = (one?.client_name ?? '').toUpperCase().split(' ')
    expect(idsIn(await list(kari, words1.map((word) => word.slice(0, 4)).join(' ')))).toContain(one?.client_id)
    expect(idsIn(await list(kari, String(one?.client_id)))).toEqual([one?.client_id])
    expect(words(await list(kari, 'finnes-slett-ikke'))).toContain('Ingen klienter passer til «finnes-slett-ikke»')
  })

  it.each(['<!channel>', '%', "' or 1=1 --", '“”', 'a'.repeat(2_900)])(
    'takes %s as a search that finds nothing, without shouting',
    async (text) => {
      const kari = house.as('kari')
      const message = await list(kari, `x${text}`)
      expect(words(message)).toContain('Ingen klienter passer til')
      expect(words(message)).not.toContain('<!channel>')
    },
  )

  it.each([
    '/client liste',
    '/portvakt client list',
    '/portvakt klient liste',
    '/client LIST',
    '/client   list  ',
    '/client “list”',
  ])('%s is understood too', async (line) => {
    const kari = house.as('kari')
    await kari.command(line)
    await house.until(() => words(newest(kari)).includes('client-list.show'))
  })

  it('shows the production list as a list of its own', async () => {
    const kari = house.as('kari')
    expect(words(await list(kari, 'prod'))).toContain('Selvbetjeningsklient')
    expect(words(newest(kari))).toContain('produksjon')
    expect(words(await list(kari, 'produksjon'))).toContain('Selvbetjeningsklient')
  })

  it('says that a supplier’s list may lack some, and when it is empty', async () => {
    const ingrid = house.as('ingrid')
    const message = words(await list(ingrid))
    expect(message).toContain('ingen klienter')
    expect(message).toContain('leverandørs tilgang')
    expect(idsIn(message)).toEqual([])
  })
})

describe('when Digdir does not answer', () => {
  it('shows the stored list with its age', async () => {
    const kari = house.as('kari')
    await list(kari)
    clock.pass(10 * MINUTE)
    house.digdir.test.faults.add({ fault: { kind: 'cut', when: 'before' } })
    await list(kari)
    await house.until(() => /Digdir svarer ikke|Ser etter hos Digdir/.test(words(newest(kari))))
    expect(idsIn(newest(kari))).toHaveLength(8)
    clock.pass(MINUTE)
    expect(words(await list(kari))).toMatch(/Slik listen var \d+\. \S+ \d{4} kl\. |Ser etter/)
  })

  it('says so when there never was a list', async () => {
    const tore = house.as('tore')
    house.digdir.test.faults.add({ fault: { kind: 'status', status: 503 } })
    await list(tore)
    await house.until(() => words(newest(tore)).includes('svarer ikke nå'))
    clock.pass(MINUTE)
    house.digdir.test.faults.clear()
    expect(words(await list(tore))).toContain('ingen klienter')
  })

  it('acknowledges in time when Digdir is slow, and fills in the list when it comes', async () => {
    const kari = house.as('kari')
    await list(kari)
    clock.pass(HOUR)
    house.digdir.test.faults.add({ fault: { kind: 'delay', ms: 2_000 } })
    const outcome = await kari.command('/client list')
    expect(outcome.ms).toBeLessThan(2_500)
    expect(idsIn(newest(kari))).toHaveLength(8)
    expect(words(newest(kari))).toContain('Ser etter hos Digdir')
  })
})

describe('/client', () => {
  it('opens the browser: search, paging, environment, a card on top, and back', async () => {
    const kari = house.as('kari')
    clock.pass(HOUR)
    await kari.command('/client')
    const view = await untilModal(house, kari, 'client-browser')
    expect(idsIn(view)).toHaveLength(8)
    await kari.click({ action_id: 'client-browser.next' })
    await house.until(() => words(idsIn(kari.modal())) !== words(idsIn(view)))
    const one = ofKystverdi().find((client) => client.active)
    await kari.click({ action_id: 'client-browser.search', value: one?.client_id ?? '' })
    await house.until(() => words(idsIn(kari.modal())) === words([one?.client_id]))
    await kari.click({ action_id: 'client-browser.show' })
    await untilModal(house, kari, 'client-card')
    expect(kari.desk().modals).toHaveLength(2)
    await kari.close()
    await untilModal(house, kari, 'client-browser')
    await kari.submit({ search: 'finnes-ikke' })
    expect(words(kari.modal())).toContain('Ingen klienter passer')
    await kari.click({ action_id: 'client-browser.environment', value: 'prod' })
    await house.until(
      () => words(kari.modal()?.title).includes('prod') || words(kari.modal()).toLowerCase().includes('produksjon'),
    )
  })

  it('leads on from the card to keys and deactivation, never more than three modals deep', async () => {
    const kari = house.as('kari')
    const one = ofKystverdi().find((client) => client.active && client.token_endpoint_auth_method === 'private_key_jwt')
    await kari.command('/client')
    await untilModal(house, kari, 'client-browser')
    await kari.click({ action_id: 'client-browser.search', value: one?.client_id ?? '' })
    await house.until(() => words(idsIn(kari.modal())) === words([one?.client_id]))
    await kari.click({ action_id: 'client-browser.show' })
    await untilModal(house, kari, 'client-card')
    await kari.click({ action_id: 'client-card.keys' })
    await untilModal(house, kari, 'client-keys')
    await kari.click({ action_id: 'client-keys.add' })
    await untilModal(house, kari, 'key-add')
    expect(kari.desk().modals.length).toBeLessThanOrEqual(3)
  })

  it('opens at once when Digdir is slow, and fills in later', async () => {
    const tore = house.as('tore')
    clock.pass(HOUR)
    house.digdir.test.faults.add({ times: 1, fault: { kind: 'delay', ms: 1_500 } })
    const outcome = await tore.command('/client')
    expect(outcome.ms).toBeLessThan(2_500)
    await untilModal(house, tore, 'client-browser')
  })
})
