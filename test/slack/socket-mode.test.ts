import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Fault } from '../../sandbox/faults.ts'
import { type House, startHouse } from '../helpers/house.ts'

let house: House
/** how far the house's clock is ahead of the machine's, ms */
let ahead = 0

beforeAll(async () => {
  house = await startHouse({ socketMode: true, now: () => Date.now() + ahead })
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

/** Slack asks a connection to go that has lived for long. */
const refresh = () => {
  ahead += 31_000
  house.slack.workspace.disconnect()
}

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
    refresh()
    const began = performance.now()
    expect(house.slack.workspace.connections()).toBe(0)
    await house.until(() => house.slack.workspace.connections() > 0)
    expect(performance.now() - began).toBeLessThan(900)
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
    refresh()
    await house.until(() => house.slack.workspace.connections() > 0)
    expect(house.slack.faults.strike('POST', '/api/apps.connections.open')).toBeUndefined()
    expect(house.logged()).toContain('Socket Mode could not connect, trying again')
    expect(await kari.command('/client help')).toMatchObject({ status: 200 })
  })

  it('takes a pause when a connection is closed soon after it was made', async () => {
    await house.restart()
    await house.until(() => house.slack.workspace.connections() > 0)
    expect(await house.as('kari').command('/client help')).toMatchObject({ status: 200 })
    const began = performance.now()
    house.slack.workspace.disconnect()
    await house.until(() => house.slack.workspace.connections() > 0)
    expect(performance.now() - began).toBeGreaterThan(900)
    expect(await house.as('kari').command('/client help')).toMatchObject({ status: 200 })
  })

  it('is not ready when it has had no connection for a minute', async () => {
    const ready = async () => {
      const answer = await fetch(`${house.url}/readyz`)
      return { status: answer.status, checks: ((await answer.json()) as { checks: Record<string, string> }).checks }
    }
    expect(await ready()).toMatchObject({ status: 200, checks: { socket: 'ok' } })
    house.slack.faults.add({ path: /apps\.connections\.open/, fault: { kind: 'status', status: 503 } })
    refresh()
    await house.until(() => house.slack.workspace.connections() === 0)
    expect(await ready()).toMatchObject({ status: 200, checks: { socket: 'ok' } })
    ahead += 61_000
    expect(await ready()).toMatchObject({ status: 503, checks: { socket: 'slack-unavailable' } })
    house.slack.faults.clear()
    await house.restart()
    await house.until(() => house.slack.workspace.connections() > 0)
  })

  it('answers what it is running when the bot stops', async () => {
    // somebody the bot has not met: it asks Slack who they are before it answers
    await house.restart()
    await house.until(() => house.slack.workspace.connections() > 0)
    house.slack.faults.add({ path: /users\.info/, times: 1, fault: { kind: 'delay', ms: 300 } })
    const answered = house.as('ingrid').command('/client help')
    await expect.poll(() => house.slack.faults.list()[0]?.times, { interval: 5 }).toBe(0)
    await house.restart()
    expect(await answered).toMatchObject({ status: 200 })
    house.slack.faults.clear()
    await house.until(() => house.slack.workspace.connections() === 1)
  })

  it('finishes and closes its connection when the bot stops', async () => {
    await house.restart()
    await house.until(() => house.slack.workspace.connections() === 1)
    expect(await house.as('kari').command('/client help')).toMatchObject({ status: 200 })
  })
})
