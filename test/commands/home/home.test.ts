import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { movableClock } from '../../helpers/clock.ts'
import { type House, startHouse } from '../../helpers/house.ts'
import { type Actor, clearDesks, makeLogin, newest, refusals, untilModal, words } from '../../helpers/walk.ts'

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

const open = async (actor: Actor, part: string) => {
  await actor.openHome()
  await house.until(() => words(actor.desk().home).includes(part))
}

describe('the Home tab', () => {
  it('greets a member with organisation and environments, and leads to everything', async () => {
    const kari = house.as('kari')
    await open(kari, 'KYSTVERDI KOMMUNE')
    expect(words(kari.desk().home)).toContain('åpne listen for å se klientene')
    await kari.click({ action_id: 'home.client-new' })
    await untilModal(house, kari, 'client-new')
    await kari.close(undefined, true)
    await kari.click({ action_id: 'home.client-list' })
    await untilModal(house, kari, 'client-browser')
    await kari.close(undefined, true)
    await kari.click({ action_id: 'home.help' })
    await untilModal(house, kari, 'client-help')
    await kari.click({ action_id: 'client-help.new' })
    await untilModal(house, kari, 'client-new')
  })

  it('leads operators to administration and the audit, and members to neither', async () => {
    const vakt = house.as('vakt')
    await open(vakt, 'KYSTVERDI KOMMUNE')
    await vakt.click({ action_id: 'admin.open' })
    await untilModal(house, vakt, 'admin-organisations')
    await vakt.close(undefined, true)
    await vakt.click({ action_id: 'audit.open' })
    await untilModal(house, vakt, 'audit')
    const kari = house.as('kari')
    await open(kari, 'KYSTVERDI KOMMUNE')
    expect(JSON.stringify(kari.desk().home)).not.toMatch(/admin\.open|audit\.open/)
  })

  it('counts the clients once the list was seen', async () => {
    const kari = house.as('kari')
    await makeLogin(house, kari, 'Telles')
    await kari.command('/client list')
    await open(kari, '2 aktive klienter')
  })

  it('answers within time when Digdir is dead: it asks nobody outside', async () => {
    const kari = house.as('kari')
    house.digdir.test.faults.add({ fault: { kind: 'silence' } })
    await open(kari, 'KYSTVERDI KOMMUNE')
  })

  it('says in a window why there is no list', async () => {
    const tore = house.as('tore')
    await open(tore, 'FJORDLYS')
    house.digdir.test.faults.add({ fault: { kind: 'status', status: 403 } })
    await tore.click({ action_id: 'home.client-list' })
    await untilModal(house, tore, 'error')
  })

  it('changes language at once', async () => {
    const oliver = house.as('oliver')
    await open(oliver, 'New client')
    await oliver.click({ action_id: 'language.choose', value: 'nb' })
    await house.until(() => words(oliver.desk().home).includes('Ny klient'))
    await oliver.click({ action_id: 'language.choose', value: 'en' })
    await house.until(() => words(oliver.desk().home).includes('New client'))
  })

  it.each([
    ['gjest', 'Du er gjest', 'stranger-card.help'],
    ['ukjent', 'nyetaten.example', 'stranger-card.help'],
    ['ubekreftet', 'ikke bekreftet', 'unconfirmed-card.help'],
  ] as const)('tells %s, who is no member, why', async (who, part, help) => {
    const actor = house.as(who)
    await open(actor, part)
    expect(words(actor.desk().home)).not.toContain('home.client-new')
    await actor.click({ action_id: help })
    await house.until(() => words([actor.modal(), newest(actor)]).includes('/client'))
  })

  it('of somebody who became a guest offers nothing any more', async () => {
    const kari = house.as('kari')
    await open(kari, 'KYSTVERDI KOMMUNE')
    await house.slack.workspace.changeUser(kari.id, { kind: 'guest' })
    await kari.click({ action_id: 'home.client-new' })
    await house.until(() => /Du er gjest/.test(words([kari.modal()?.blocks, newest(kari)?.blocks])))
    await open(kari, 'Du er gjest')
    await house.slack.workspace.changeUser(kari.id, { kind: 'member' })
  })
})
