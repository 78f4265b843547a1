import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../../sandbox/digdir/model.ts'
import { MINUTE, movableClock } from '../../helpers/clock.ts'
import { forgedClick } from '../../helpers/forge.ts'
import { assign, clear, userOf } from '../../helpers/hats.ts'
import { type House, organisations, type Person, people, startHouse } from '../../helpers/house.ts'
import {
  type Actor,
  clearDesks,
  makeLogin,
  newest,
  refusals,
  untilCard,
  untilModal,
  words,
} from '../../helpers/walk.ts'

let house: House
const clock = movableClock()
const orgno = organisations.kystverdi.organisation_number

beforeAll(async () => {
  house = await startHouse({ now: clock.now, wait: async () => {} })
  await assign(house, 'astrid', orgno, { admin: true })
})

afterEach(async () => {
  await clearDesks(house)
  expect(refusals(house)).toEqual([])
})

afterAll(async () => {
  await house.stop()
})

const openOwners = async (actor: Actor, client: Client) => {
  await actor.command(`/client show ${client.client_id}`)
  await house.until(() => words(newest(actor)).includes('client-card.owners'))
  await actor.click({ action_id: 'client-card.owners' })
  return await untilModal(house, actor, 'client-owners')
}

const choose = (actor: Actor, ...who: Person[]) => actor.submit({ owners: who.map((one) => people[one].id) })

const ownersOf = async (client: Client, environment: 'test' | 'prod' = 'test'): Promise<string[]> =>
  (await house.world.store.owners(orgno, environment, client.client_id)).map(({ userId }) => userId).sort()

const give = async (actor: Actor, client: Client, ...who: Person[]) => {
  await openOwners(actor, client)
  const outcome = await choose(actor, ...who)
  expect(outcome.errors).toBeUndefined()
  await untilModal(house, actor, 'client-owners-saved')
  await clearDesks(house)
}

const told = (actor: Actor, what: string) => house.until(() => words(actor.messages()).includes(what))

describe('the owners of a client', () => {
  it('are given by any member while there are none, stand on the card, and are told', async () => {
    const [kari, oliver, astrid] = [house.as('kari'), house.as('oliver'), house.as('astrid')]
    const client = await makeLogin(house, kari, 'Får eiere')
    expect(words(await openOwners(kari, client))).toContain('Uten eiere kan alle i virksomheten')
    await choose(kari, 'kari', 'oliver')
    expect(words(await untilModal(house, kari, 'client-owners-saved'))).toContain(`<@${oliver.id}>`)
    expect(await ownersOf(client)).toEqual([kari.id, oliver.id].sort())
    await told(oliver, 'You are now an owner of “Får eiere”')
    await told(astrid, 'Eierne av «Får eiere» i testmiljøet er endret')
    expect(words(kari.messages())).not.toContain('Du er nå eier')
    const { history } = await untilCard(house, kari, client.client_id, 2)
    expect(history[1]).toContain(`<@${kari.id}> satte eierne til <@`)
    await kari.command(`/client show ${client.client_id}`)
    await house.until(() => words(newest(kari)).includes(`<@${oliver.id}>`))
  })

  it('alone change it, and others hear who they are before they type anything', async () => {
    const [kari, oliver] = [house.as('kari'), house.as('oliver')]
    const client = await makeLogin(house, kari, 'Karis egen')
    await give(kari, client, 'kari')
    await oliver.command(`/client deactivate ${client.client_id}`)
    expect(words(await untilModal(house, oliver, 'client-not-owner'))).toContain(`<@${kari.id}>`)
    await clearDesks(house)
    await oliver.command(`/client show ${client.client_id}`)
    await house.until(() => words(newest(oliver)).includes('client-card.owners'))
    await oliver.click({ action_id: 'client-card.owners' })
    await untilModal(house, oliver, 'client-not-owner')
    await clearDesks(house)
    await oliver.command(`/client keys ${client.client_id}`)
    await house.until(() => words(newest(oliver)).includes('client-keys.add'))
    await oliver.click({ action_id: 'client-keys.add' })
    await untilModal(house, oliver, 'client-not-owner')
    const astrid = house.as('astrid')
    await astrid.command(`/client deactivate ${client.client_id}`)
    await untilModal(house, astrid, 'client-deactivate')
  })

  it('who are given while another’s form stands open keep it from being sent', async () => {
    const [kari, oliver] = [house.as('kari'), house.as('oliver')]
    const client = await makeLogin(house, kari, 'Rekker ikke')
    await oliver.command(`/client deactivate ${client.client_id}`)
    await untilModal(house, oliver, 'client-deactivate')
    await house.world.store.write({}, async (tx) => {
      await tx.setOwners(orgno, 'test', client.client_id, [userOf('kari')], 'program:admin')
      return null
    })
    await oliver.submit({ confirm_name: 'Rekker ikke' })
    await untilModal(house, oliver, 'client-not-owner')
    expect(house.digdir.test.registry.client(client.client_id)?.client.active).toBe(true)
  })

  it('are people of the organisation: others are named at the field, and nothing is saved', async () => {
    const kari = house.as('kari')
    const client = await makeLogin(house, kari, 'Bare våre')
    await openOwners(kari, client)
    const outcome = await choose(kari, 'kari', 'tore', 'ukjent')
    expect(outcome.errors?.owners).toContain(people.tore.name)
    expect(outcome.errors?.owners).toContain(people.ukjent.name)
    expect(outcome.errors?.owners).not.toContain(people.kari.name)
    expect(await ownersOf(client)).toEqual([])
    expect((await choose(kari)).errors?.owners).toContain('samme eierne')
  })

  it('whom Slack takes its time to tell about are checked all the same, and the form comes back', async () => {
    const kari = house.as('kari')
    const client = await makeLogin(house, kari, 'Treg Slack')
    await openOwners(kari, client)
    clock.pass(2 * MINUTE)
    const slowly = () => house.slack.faults.add({ path: /users\.info/, fault: { kind: 'delay', ms: 1_100 } })
    await kari.command('/portvakt whoami')
    slowly()
    await choose(kari, 'tore')
    await house.until(() => words(kari.modal()).includes('Eierne ble ikke lagret'))
    house.slack.faults.clear()
    expect(words((await untilModal(house, kari, 'client-owners')).blocks)).toContain(people.tore.id)
    await choose(kari, 'kari')
    await untilModal(house, kari, 'client-owners-saved')
    expect(await ownersOf(client)).toEqual([kari.id])
  })

  it('lose it when they are taken; the last one is asked first', async () => {
    const [kari, oliver] = [house.as('kari'), house.as('oliver')]
    const client = await makeLogin(house, kari, 'Siste eier')
    await give(kari, client, 'kari', 'oliver')
    await give(kari, client, 'kari')
    await told(oliver, 'You are no longer an owner of “Siste eier”')
    await openOwners(kari, client)
    await choose(kari)
    const sure = await untilModal(house, kari, 'client-owners-last')
    expect(words(sure)).toContain('Du er den siste eieren')
    expect(await ownersOf(client)).toEqual([kari.id])
    await kari.submit({})
    await untilModal(house, kari, 'client-owners-saved')
    expect(await ownersOf(client)).toEqual([])
  })

  it('are put back by an admin’s click, once, and by nobody else’s', async () => {
    const [kari, oliver, astrid] = [house.as('kari'), house.as('oliver'), house.as('astrid')]
    const client = await makeLogin(house, kari, 'Angres')
    await give(kari, client, 'oliver')
    await told(astrid, 'Eierne av «Angres»')
    const change = /\\"change\\":\\"([^"\\]+)\\"/.exec(words(newest(astrid)))?.[1] ?? ''
    await forgedClick(house, kari, 'client-owners-told.undo', { change })
    await forgedClick(house, house.as('tore'), 'client-owners-told.undo', { change })
    expect(await ownersOf(client)).toEqual([oliver.id])
    const card = astrid.messages().find((one) => words(one).includes(change))
    const container = { type: 'message' as const, channel_id: card?.channel ?? '', message_ts: card?.ts ?? '' }
    await astrid.click({ action_id: 'client-owners-told.undo' }, container)
    await told(astrid, 'Angret av')
    expect(await ownersOf(client)).toEqual([])
    await told(oliver, 'You are no longer an owner of “Angres”')
    await forgedClick(house, astrid, 'client-owners-told.undo', { change })
    expect(await ownersOf(client)).toEqual([])
  })

  it('of a client in production are set by a clearance, without a login', async () => {
    const [kari, cecilie] = [house.as('kari'), house.as('cecilie')]
    await clear(house, 'cecilie', orgno)
    const client = house.digdir.prod.registry.addClient(orgno, { client_name: 'Eid i prod' })
    await kari.command(`/client show ${client.client_id}`)
    await house.until(() => words(newest(kari)).includes('client-card.owners'))
    await kari.click({ action_id: 'client-card.owners' })
    await untilModal(house, kari, 'client-not-cleared')
    expect((await openOwners(cecilie, client)).title).toBe('Eiere (prod)')
    await choose(cecilie, 'cecilie')
    await untilModal(house, cecilie, 'client-owners-saved')
    expect(await house.world.store.owners(orgno, 'prod', client.client_id)).toEqual([userOf('cecilie')])
  })

  it('of a client in production are put back by an admin who has no clearance', async () => {
    const [cecilie, astrid] = [house.as('cecilie'), house.as('astrid')]
    await clear(house, 'cecilie', orgno)
    const client = house.digdir.prod.registry.addClient(orgno, { client_name: 'Angres i prod' })
    await give(cecilie, client, 'cecilie')
    await told(astrid, 'Eierne av «Angres i prod»')
    expect((await house.world.store.standing(userOf('astrid'))).clearances).toEqual([])
    const card = astrid.messages().find((one) => words(one).includes('Eierne av «Angres i prod»'))
    const container = { type: 'message' as const, channel_id: card?.channel ?? '', message_ts: card?.ts ?? '' }
    await astrid.click({ action_id: 'client-owners-told.undo' }, container)
    await told(astrid, 'Angret av')
    expect(await ownersOf(client, 'prod')).toEqual([])
    expect(house.digdir.prod.requests().every(({ method }) => method === 'GET')).toBe(true)
  })

  it('of another organisation’s client can be neither seen nor set', async () => {
    const tore = house.as('tore')
    const client = await makeLogin(house, house.as('kari'), 'Ikke Tores')
    await give(house.as('kari'), client, 'kari')
    await forgedClick(house, tore, 'client-card.owners', { environment: 'test', client_id: client.client_id })
    await house.until(() => words([newest(tore), tore.modal()]).includes('fant ikke'))
    expect(words([tore.messages(), tore.modal()])).not.toContain(people.kari.id)
  })
})
