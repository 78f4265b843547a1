import { afterAll, beforeAll, expect, it } from 'vitest'
import { databaseUrl } from '../helpers/databases.ts'
import { type House, startHouse } from '../helpers/house.ts'
import {
  cardOf,
  clearDesks,
  makeLogin,
  named,
  newest,
  refusals,
  untilCard,
  untilModal,
  words,
} from '../helpers/walk.ts'

let house: House

beforeAll(async () => {
  house = await startHouse({ databaseUrl: await databaseUrl('postgres'), clients: 30 })
})

afterAll(async () => {
  await house.stop()
})

it('a client’s whole life runs on PostgreSQL too, and a doubled submission stays one', async () => {
  const kari = house.as('kari')
  const { client_id } = await makeLogin(house, kari, 'På Postgres')
  await Promise.all([kari.replayLast(), kari.replayLast()])
  await kari.command('/client list på post')
  await house.until(() => words(newest(kari)).includes(client_id))
  await kari.command('/client')
  await untilModal(house, kari, 'client-browser')
  await kari.click({ action_id: 'client-browser.next' })
  await clearDesks(house)
  await kari.openHome()
  await house.until(() => words(kari.desk().home).includes('aktive klienter'))
  await house.restart()
  await kari.command(`/client deactivate ${client_id}`)
  await untilModal(house, kari, 'client-deactivate')
  await kari.submit({ confirm_name: 'På Postgres' })
  await untilModal(house, kari, 'client-deactivated')
  await untilCard(house, kari, client_id, 2)
  expect(cardOf(kari, client_id).history).toHaveLength(2)
  expect(named(house, 'På Postgres')).toMatchObject([{ active: false }])
  expect(refusals(house)).toEqual([])
})
