import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Fault } from '../../sandbox/faults.ts'
import { type House, startHouse } from '../helpers/house.ts'

let house: House

beforeAll(async () => {
  house = await startHouse({ socketMode: true })
})

afterAll(async () => {
  await house.stop()
})

const refusal = (error: string): Fault => ({
  kind: 'status',
  status: 200,
  body: JSON.stringify({ ok: false, error }),
  headers: { 'content-type': 'application/json' },
})

const lastDelivery = () => house.slack.workspace.deliveries.at(-1)

describe('Socket Mode', () => {
  it('answers a command over the socket, in the acknowledgement', async () => {
    const kari = house.as('kari')
    const outcome = await kari.command('/portvakt whoami')
    expect(lastDelivery()).toMatchObject({ kind: 'command', via: 'socket', status: 200 })
    expect(outcome.toast).toBeUndefined()
    expect(JSON.stringify(kari.messages().at(-1))).toContain('KYSTVERDI KOMMUNE')
  })

  it('takes a modal through all of its answers', async () => {
    const kari = house.as('kari')
    await kari.command('/client new')
    await house.until(() => kari.modal()?.callback_id === 'client-new')
    await kari.submit({ environment: 'test', integration_type: 'idporten' })
    await house.until(() => kari.modal()?.callback_id === 'client-new-details')
    const outcome = await kari.submit({
      client_name: 'Byggesøk',
      description: 'Søknader',
      redirect_uris: 'ikke en adresse',
      post_logout_redirect_uris: 'https://etat.no/',
    })
    expect(outcome.errors).toHaveProperty('redirect_uris')
    expect(house.slack.workspace.deliveries.every(({ via }) => via === 'socket')).toBe(true)
    await kari.close(undefined, true)
  })

  it('hears of events', async () => {
    const kari = house.as('kari')
    await kari.openHome()
    await house.until(() => kari.desk().home !== null)
    expect(lastDelivery()).toMatchObject({ kind: 'event', via: 'socket' })
  })

  it('has its pages, and no endpoint that Slack’s requests could come to', async () => {
    expect((await fetch(`${house.url}/healthz`)).status).toBe(200)
    expect((await fetch(`${house.url}/slack/events`, { method: 'POST', body: 'command=%2Fclient' })).status).toBe(404)
  })

  it('comes back at once when Slack asks it to go, and answers again', async () => {
    const kari = house.as('kari')
    house.slack.workspace.disconnect()
    expect(house.slack.workspace.connections()).toBe(0)
    await house.until(() => house.slack.workspace.connections() > 0)
    expect(await kari.command('/client help')).toMatchObject({ status: 200 })
    expect(JSON.stringify(kari.messages().at(-1))).toContain('/client new')
  })

  it.each<[string, Fault]>([
    ['refuses the new connection', refusal('invalid_auth')],
    ['fails', { kind: 'status', status: 503 }],
    ['hangs up', { kind: 'cut', when: 'before' }],
  ])('tries again when Slack asks it to go and then %s', async (_what, fault) => {
    const kari = house.as('kari')
    house.slack.faults.add({ path: /apps\.connections\.open/, times: 1, fault })
    house.slack.workspace.disconnect()
    await house.until(() => house.slack.workspace.connections() > 0)
    expect(house.slack.faults.strike('POST', '/api/apps.connections.open')).toBeUndefined()
    expect(house.logged()).toContain('Socket Mode could not connect, trying again')
    expect(await kari.command('/client help')).toMatchObject({ status: 200 })
  })

  it('finishes and closes its connection when the bot stops', async () => {
    await house.restart()
    await house.until(() => house.slack.workspace.connections() === 1)
    expect(await house.as('kari').command('/client help')).toMatchObject({ status: 200 })
  })
})
