import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { HOUR, movableClock, SECOND } from '../helpers/clock.ts'
import { type House, people, startHouse } from '../helpers/house.ts'
import {
  clearDesks,
  loginValues,
  named,
  newest,
  onlyNamed,
  openDetails,
  untilCard,
  untilModal,
  words,
} from '../helpers/walk.ts'

let house: House
const clock = movableClock()

beforeAll(async () => {
  house = await startHouse({ now: clock.now, wait: async () => {} })
})

afterEach(async () => {
  house.slack.faults.clear()
  await clearDesks(house)
  // what Slack itself refused is the subject here; that the bot answered in time is not
  const late = Object.values(people).flatMap((one) => house.slack.workspace.as(one.id).desk().toasts)
  expect(late).toEqual([])
})

afterAll(async () => {
  await house.stop()
})

describe('when Slack does not say who somebody is', () => {
  it.each([
    ['an error', 'kari', { kind: 'status' as const, status: 500 }],
    ['a page of HTML', 'oliver', { kind: 'html' as const }],
    ['too many requests', 'ingrid', { kind: 'status' as const, status: 429, headers: { 'retry-after': '30' } }],
    ['a long silence', 'tore', { kind: 'delay' as const, ms: 5_000 }],
  ] as const)('%s: the command is answered in time, and works later', async (_, who, fault) => {
    const actor = house.as(who)
    house.slack.faults.add({ path: /users\.info/, fault })
    const outcome = await actor.command('/portvakt whoami')
    expect(outcome.ms).toBeLessThan(3_000)
    expect(outcome.status).toBe(200)
    expect(words(newest(actor))).toMatch(/Slack svarte ikke|Slack did not answer/)
    house.slack.faults.clear()
    await actor.command('/portvakt language nb')
    await actor.command('/portvakt whoami')
    expect(words(newest(actor))).toContain('Du handler for')
  })

  it('a change is refused rather than made for somebody unknown, and what was typed stays', async () => {
    const kari = house.as('kari')
    await openDetails(house, kari, 'idporten')
    clock.pass(HOUR)
    house.slack.faults.add({ path: /users\.info/, fault: { kind: 'status', status: 503 } })
    await kari.submit(loginValues('Hvem er du'))
    await untilModal(house, kari, 'error')
    expect(named(house, 'Hvem er du')).toEqual([])
    house.slack.faults.clear()
    await kari.close()
    await kari.submit({})
    await untilModal(house, kari, 'client-created')
  })
})

describe('when Slack does not show what it is asked to', () => {
  it('a modal that can’t be opened is told in a message', async () => {
    const kari = house.as('kari')
    house.slack.faults.add({ path: /views\.open/, fault: { kind: 'status', status: 500 } })
    await kari.command('/client new')
    await house.until(() => /Slack svarte ikke/.test(words(newest(kari)?.blocks)))
    expect(words(newest(kari))).not.toContain('hvem du er')
  })

  it('a trigger that has expired leads to an answer, not to silence', async () => {
    const kari = house.as('kari')
    const sent = kari.command('/client new')
    clock.pass(4 * SECOND)
    await sent
    await house.until(() => words(newest(kari)?.blocks).includes('Prøv en gang til'))
    expect(kari.modal()).toBeUndefined()
  })

  it('a result that can’t be shown in the modal comes as a direct message', async () => {
    const kari = house.as('kari')
    await openDetails(house, kari, 'idporten')
    house.slack.faults.add({ path: /views\.update/, fault: { kind: 'status', status: 500 } })
    await kari.submit(loginValues('Vises ikke'))
    await house.until(() => words(kari.messages()).includes('«Vises ikke» finnes nå'))
    await untilCard(house, kari, onlyNamed(house, 'Vises ikke').client_id)
  })
})
