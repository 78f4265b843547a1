import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { SimpleValues } from '../../../sandbox/slack/values.ts'
import { hearProduction } from '../../helpers/contacts.ts'
import { asBot, forgedClick, unusedTrigger } from '../../helpers/forge.ts'
import { clear, giveHats, pidOf, userOf } from '../../helpers/hats.ts'
import { type House, organisations, people, startHouse } from '../../helpers/house.ts'
import { rsaKey } from '../../helpers/keys.ts'
import { type Actor, clearDesks, kidsAt, loginValues, named, newest, untilModal, words } from '../../helpers/walk.ts'

let house: House
let bente: Actor
const kystverdi = organisations.kystverdi.organisation_number
const direktoratet = organisations.direktoratet.organisation_number
const refused = 'client-other-organisation'
const key = rsaKey()

beforeAll(async () => {
  house = await startHouse({ outside: true, wait: async () => {} })
  await giveHats(house)
  for (const number of [kystverdi, direktoratet]) await clear(house, 'bente', number, pidOf('kari'))
  for (const number of [kystverdi, direktoratet]) await hearProduction(house, number)
  bente = house.as('bente')
})

const actFor = async (organisationNumber: string) => {
  await house.world.store.write({}, async (tx) => {
    await tx.chooseOrganisation(userOf('bente'), organisationNumber)
    return null
  })
}

beforeEach(() => actFor(kystverdi))
afterEach(() => clearDesks(house))

afterAll(async () => {
  await house.stop()
})

const plain = (text: string) => ({ type: 'plain_text', text })

const everywhere = (name: string) =>
  [kystverdi, direktoratet].flatMap((number) => [
    ...named(house, name, number),
    ...house.digdir.prod.registry.clients(number).filter((one) => one.client_name === name),
  ])
const waiting = async () => (await house.world.store.openChanges(userOf('bente'))).length

describe('a new client’s form, of somebody who has changed organisation meanwhile', () => {
  it.each(['test', 'prod'] as const)('in %s: nothing is made, and nothing typed is lost', async (environment) => {
    const name = `Byttet i ${environment}`
    await bente.command(`/client new idporten ${environment}`)
    const form = await untilModal(house, bente, 'client-new-details')
    expect(words(form.blocks)).toContain(kystverdi)
    const before = await waiting()
    await actFor(direktoratet)
    await bente.submit(loginValues(name))
    const why = await untilModal(house, bente, refused)
    expect(words(why)).toContain(direktoratet)
    expect(words(why)).not.toContain(kystverdi)
    expect([everywhere(name), await waiting()]).toEqual([[], before])
    // the form lies beneath, and serves once one is back
    await bente.close()
    expect(bente.modal()?.id).toBe(form.id)
    await actFor(kystverdi)
    await bente.submit(loginValues(name))
    await untilModal(house, bente, environment === 'test' ? 'client-created' : 'client-step-up')
    if (environment === 'test') expect(named(house, name)).toHaveLength(1)
    expect(await waiting()).toBe(environment === 'test' ? before : before + 1)
  })

  it('is not gone on with from the first question, nor back to it', async () => {
    await bente.command('/client new')
    expect(words(await untilModal(house, bente, 'client-new'))).toContain(kystverdi)
    const choice = { environment: 'test', integration_type: 'idporten' }
    await actFor(direktoratet)
    await bente.submit(choice)
    await untilModal(house, bente, refused)
    await bente.close()
    await actFor(kystverdi)
    await bente.submit(choice)
    await untilModal(house, bente, 'client-new-details')
    await actFor(direktoratet)
    await bente.click({ action_id: 'client-new-details.back' })
    await untilModal(house, bente, refused)
  })

  it('names the organisation to those of several alone', async () => {
    const kari = house.as('kari')
    for (const command of ['/client new', '/client new maskinporten']) {
      await kari.command(command)
      await house.until(() => kari.modal() !== undefined)
      expect(words(kari.modal()?.blocks)).not.toContain(kystverdi)
      await clearDesks(house)
    }
  })
})

describe('a forged organisation number', () => {
  it.each([
    ['of another organisation', 'ingrid', kystverdi],
    ['of nobody', 'ingrid', '999999999'],
    ['of the other one of theirs', 'bente', direktoratet],
  ] as const)('%s makes no client for anybody', async (_, who, organisation) => {
    const actor = house.as(who)
    const input = {
      type: 'input',
      block_id: 'client_name',
      label: plain('x'),
      element: { type: 'plain_text_input', action_id: 'client-new-details.client_name' },
    }
    await asBot(house, 'views.open', {
      trigger_id: await unusedTrigger(house, actor),
      view: {
        type: 'modal',
        callback_id: 'client-new-details',
        title: plain('x'),
        submit: plain('x'),
        blocks: [input],
        private_metadata: JSON.stringify({ environment: 'test', integration_type: 'maskinporten', organisation }),
      },
    })
    await actor.submit({ client_name: 'Forfalsket' })
    await untilModal(house, actor, refused)
    expect(everywhere('Forfalsket')).toEqual([])
  })
})

describe.each(['test', 'prod'] as const)(
  'what is done to a client in %s, after a change of organisation',
  (environment) => {
    const theirs = (name: string) => {
      const { registry } = house.digdir[environment]
      const method = name === 'Hemmelighet' ? 'client_secret_basic' : 'private_key_jwt'
      return registry.addClient(kystverdi, {
        client_name: name,
        token_endpoint_auth_method: method,
      })
    }
    const untouched = (clientId: string) => house.digdir[environment].registry.client(clientId)?.client.active === true

    it.each<[string, string, string, SimpleValues]>([
      ['Deaktiver', 'client-card.deactivate', 'client-deactivate', { confirm_name: 'Deaktiver' }],
      ['Nøkkel', 'client-keys.add', 'key-add', { public_key: key.publicJwk }],
      ['Hemmelighet', 'client-card.secret', 'client-secret', {}],
      ['Eiere', 'client-card.owners', 'client-owners', { owners: [people.kari.id] }],
    ])('%s: is not done', async (name, action, form, values) => {
      const { client_id } = theirs(name)
      await forgedClick(house, bente, action, { environment, client_id })
      await untilModal(house, bente, form)
      const before = await waiting()
      await actFor(direktoratet)
      await bente.submit(values)
      await untilModal(house, bente, refused)
      expect([untouched(client_id), kidsAt(house, client_id), await waiting()]).toEqual([true, [], before])
      expect(await house.world.store.owners(kystverdi, environment, client_id)).toEqual([])
    })

    it('no key is removed by a button of before', async () => {
      const { kty, n, e, kid } = JSON.parse(key.publicJwk)
      const keys = [{ kty, n, e, kid, alg: 'RS256', use: 'sig' }]
      const { registry } = house.digdir[environment]
      const { client_id } = registry.addClient(kystverdi, {
        client_name: 'Har nøkkel',
        token_endpoint_auth_method: 'private_key_jwt',
        keys,
      })
      await bente.command(`/client keys ${client_id}`)
      await house.until(() => words(newest(bente)).includes('client-keys.remove'))
      await actFor(direktoratet)
      await bente.click({ action_id: 'client-keys.remove' })
      await untilModal(house, bente, refused)
      expect(registry.client(client_id)?.keys?.keys).toHaveLength(1)
    })
  },
)
