import { afterAll, beforeAll, expect, it } from 'vitest'
import { type House, startHouse } from '../helpers/house.ts'
import { cardOf, makeLogin, named, newest, openDetails, refusals, untilModal, words } from '../helpers/walk.ts'

let house: House

beforeAll(async () => {
  house = await startHouse({ socketMode: true })
})

afterAll(async () => {
  await house.stop()
})

it('the same conversations work over a socket: commands, suggestions, forms, field errors, clicks and Home', async () => {
  const kari = house.as('kari')
  await kari.command('/client list')
  await house.until(() => words(newest(kari)).includes('client-list.show'))
  await openDetails(house, kari, 'maskinporten')
  await kari.suggest('scopes', 'client-new-details.scopes', 'folkeregister:deling/offentligutenhjemmel')
  const wrong = await kari.submit({
    client_name: 'Over sokkel',
    description: 'Oppslag',
    scopes: ['folkeregister:deling/offentligutenhjemmel'],
    public_key: 'ikke en nøkkel',
  })
  expect(wrong.errors?.public_key).toContain('ikke en offentlig nøkkel')
  await kari.submit({ public_key: '' })
  await untilModal(house, kari, 'client-created')
  expect(named(house, 'Over sokkel')).toHaveLength(1)
  await kari.close(undefined, true)
  const { client_id } = await makeLogin(house, kari, 'Enda en')
  expect(cardOf(kari, client_id).history).toHaveLength(1)
  await kari.click({ action_id: 'client-card.keys', value: JSON.stringify({ environment: 'test', client_id }) })
  await untilModal(house, kari, 'client-keys')
  await kari.openHome()
  await house.until(() => words(kari.desk().home).includes('KYSTVERDI KOMMUNE'))
  expect(refusals(house)).toEqual([])
})

it('a connection that Slack renews loses nobody’s command', async () => {
  const oliver = house.as('oliver')
  house.slack.workspace.disconnect()
  await house.until(() => house.slack.workspace.connections() > 0)
  await oliver.command('/portvakt whoami')
  await house.until(() => words(newest(oliver)).includes('KYSTVERDI KOMMUNE'))
})
