import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type House, organisations, startHouse } from '../../helpers/house.ts'

let house: House

beforeAll(async () => {
  house = await startHouse()
})

afterAll(async () => {
  await house.stop()
})

const ofKystverdi = () => house.digdir.test.registry.clients(organisations.kystverdi.organisation_number)
const texts = (blocks: unknown): string => JSON.stringify(blocks)

describe('/client new', () => {
  it('creates an ID-porten client with two redirect URIs', async () => {
    const kari = house.as('kari')
    await kari.command('/client new')
    await house.until(() => kari.modal()?.callback_id === 'client-new')
    await kari.submit({ environment: 'test', integration_type: 'idporten' })
    await house.until(() => kari.modal()?.callback_id === 'client-new-details')
    const outcome = await kari.submit({
      client_name: 'Byggesøk <!channel>',
      description: 'Søknader om bygging',
      redirect_uris: 'https://bygg.kystverdi.example/callback\nhttp://localhost:3000/callback',
      post_logout_redirect_uris: 'https://bygg.kystverdi.example/',
    })
    expect(outcome.errors).toBeUndefined()
    await house.until(() => kari.modal()?.callback_id === 'client-created')
    const made = ofKystverdi().find((one) => one.client_name === 'Byggesøk <!channel>')
    expect(made).toMatchObject({ integration_type: 'idporten', redirect_uris: ['https://bygg.kystverdi.example/callback', 'http://localhost:3000/callback'] })
    expect(texts(kari.modal())).toContain(made?.client_id)
  })
})
