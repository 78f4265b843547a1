import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { HOUR, movableClock } from '../../helpers/clock.ts'
import { type House, organisations, startHouse } from '../../helpers/house.ts'
import { clearDesks, makeLogin, newest, refusals, unnamed, words } from '../../helpers/walk.ts'

let house: House
const clock = movableClock()

beforeAll(async () => {
  house = await startHouse({ now: clock.now, wait: async () => {}, clients: 12 })
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
const without = (text: string, id: string) => text.replaceAll(id, '')

describe('/client show', () => {
  it('shows a client in full, made here or elsewhere', async () => {
    const kari = house.as('kari')
    const one = ofKystverdi().find((client) => client.active && client.redirect_uris?.length)
    await kari.command(`/client show ${one?.client_id}`)
    const shown = words(newest(kari))
    for (const part of [one?.client_name, one?.description, one?.redirect_uris?.[0], one?.client_id])
      expect(shown).toContain(part)
  })

  it.each([
    ['in code marks', (id: string) => `\`${id}\``],
    ['in smart quotes', (id: string) => `“${id}”`],
    ['in capitals', (id: string) => id.toUpperCase()],
    ['with a comma behind', (id: string) => `${id},`],
  ])('takes the id %s', async (_, typed) => {
    const kari = house.as('kari')
    const one = ofKystverdi().find((client) => client.active)
    await kari.command(`/client vis ${typed(one?.client_id ?? '')}`)
    expect(words(newest(kari))).toContain('client-card')
    expect(words(newest(kari))).toContain(one?.client_id)
  })

  it('shows an inactive one as such, with nothing to change', async () => {
    const kari = house.as('kari')
    const one = ofKystverdi().find((client) => !client.active)
    await kari.command('/client list')
    await kari.command(`/client show ${one?.client_id}`)
    expect(words(newest(kari))).toContain('kan ikke aktiveres igjen')
    expect(words(newest(kari))).not.toContain('client-card.deactivate')
  })

  it('answers another organisation’s id word for word as one that does not exist', async () => {
    const ingrid = house.as('ingrid')
    const theirs = await makeLogin(house, house.as('kari'), 'Kystverdis egen')
    const unknown = 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee'
    for (const sub of ['show', 'keys', 'secret', 'deactivate']) {
      const answers: string[] = []
      for (const id of [theirs.client_id, unknown]) {
        const before = newest(ingrid)?.ts
        await ingrid.command(`/client ${sub} ${id}`)
        await house.until(() => ingrid.modal() !== undefined || words(newest(ingrid)?.ts) !== words(before))
        await house.until(() => /Vi fant ikke/.test(words([ingrid.modal()?.blocks, newest(ingrid)?.blocks])))
        answers.push(unnamed(without(words([ingrid.modal()?.blocks ?? null, newest(ingrid)?.blocks]), id)))
        await clearDesks(house)
      }
      expect(answers[0]).toBe(answers[1])
      expect(answers[0]).not.toContain('Kystverdis egen')
    }
  })

  it.each(['', 'x', '../../clients', "'; drop table registrations; --", 'ø'.repeat(500)])('answers %s', async (id) => {
    const kari = house.as('kari')
    await kari.command(`/client show ${id}`)
    await house.until(() => /Vi fant ikke|forstod ikke/.test(words(newest(kari)?.blocks)))
  })

  it('shows what was last seen when Digdir does not answer', async () => {
    const kari = house.as('kari')
    const made = await makeLogin(house, kari, 'Sett før')
    await kari.command('/client list')
    clock.pass(HOUR)
    house.digdir.test.faults.add({ fault: { kind: 'status', status: 503 } })
    await kari.command(`/client show ${made.client_id}`)
    await house.until(() => words(newest(kari)).includes('Digdir svarer ikke'))
    expect(words(newest(kari))).toContain('Sett før')
  })

  it('acknowledges in time when Digdir is slow, then puts the card in place', async () => {
    const kari = house.as('kari')
    const made = await makeLogin(house, kari, 'Treg å se')
    house.digdir.test.faults.add({ times: 1, fault: { kind: 'delay', ms: 1_900 } })
    const outcome = await kari.command(`/client show ${made.client_id}`)
    expect(outcome.ms).toBeLessThan(2_500)
    await house.until(() => words(newest(kari)).includes('client-card'))
  })
})
