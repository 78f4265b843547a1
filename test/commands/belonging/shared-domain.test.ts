import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { requestMembership } from '../../../src/domain/belonging/request-membership.ts'
import type { Belonging } from '../../../src/domain/belonging/types.ts'
import { decideChange } from '../../../src/domain/decide-change.ts'
import { kinds } from '../../../src/domain/kinds.ts'
import { lapseProposals } from '../../../src/jobs/lapse-proposals.ts'
import { HOUR, MINUTE, movableClock } from '../../helpers/clock.ts'
import { forgedClick } from '../../helpers/forge.ts'
import { assign, userOf } from '../../helpers/hats.ts'
import { heroy } from '../../helpers/house.ts'
import { type Actor, clearDesks, newest, refusals, untilModal, words } from '../../helpers/walk.ts'
import {
  type BelongingHouse,
  clickIn,
  messageWith,
  openOf,
  operations,
  startBelonging,
  untilMessage,
} from './belonging-world.ts'

let house: BelongingHouse
const clock = movableClock()
const kind = requestMembership.name
const operator: Belonging = { operator: true, as: 'stranger', reason: 'unknown-domain', domain: null }

beforeAll(async () => {
  house = await startBelonging({ now: clock.now })
  await assign(house, 'hakon', heroy.inNordland, { admin: true })
})

/** Every test begins with a Hege who has said nothing, the whole day. */
beforeEach(async () => {
  clock.pass(25 * HOUR)
  const { store } = house.world
  const hege = userOf('hege')
  await store.write({}, async (tx) => {
    await tx.forgetMembership(hege, heroy.inNordland)
    await tx.forgetMembership(hege, heroy.inMoreOgRomsdal)
    return null
  })
})

afterEach(async () => {
  house.register.faults.clear()
  house.slack.faults.clear()
  const open = await openOf(house, 'hege', kind)
  if (open) {
    await house.world.store.write({}, async (tx) => {
      await tx.moveChange(open.id, open.version, { state: 'expired' })
      return null
    })
  }
  await clearDesks(house)
  expect(refusals(house)).toEqual([])
  // whoever was told no asks again another day
  clock.pass(25 * 60 * MINUTE)
})

afterAll(async () => {
  await house.stop()
})

const welcomes = (hege: Actor): number =>
  hege.messages().filter((one) => words(one.blocks).includes('Du hører nå til')).length

const openPicker = async (hege: Actor) => {
  await hege.command('/portvakt whoami')
  await hege.click({ action_id: 'stranger-card.pick' })
  return await untilModal(house, hege, 'pick-organisation')
}

/** Picks, and waits until both the admin and the service desk have their cards. */
const pick = async (organisationNumber: string) => {
  const hege = house.as('hege')
  await openPicker(hege)
  await hege.submit({ organisation_number: organisationNumber })
  await untilModal(house, hege, 'membership-waiting')
  await hege.close(undefined, true)
  const change = await openOf(house, 'hege', kind)
  if (!change) throw new Error('nothing was asked for')
  const card = await untilMessage(house, house.as('vakt'), change.id, operations)
  await untilMessage(house, hege, change.id)
  return { hege, change, card }
}

describe('somebody at a domain that two municipalities of one name share', () => {
  it('sees both with number, form and municipality from Enhetsregisteret', async () => {
    const view = await openPicker(house.as('hege'))
    const shown = words(view.blocks)
    for (const part of [heroy.inNordland, heroy.inMoreOgRomsdal, 'HERØY KOMMUNE', 'Kommune, HERØY'])
      expect(shown).toContain(part)
  })

  it('can pick while Enhetsregisteret is down, and is told that nothing was checked', async () => {
    house.register.faults.add({ fault: { kind: 'status', status: 503 } })
    clock.pass(48 * 60 * 60_000)
    const view = await openPicker(house.as('hege'))
    expect(words(view.blocks)).toContain('Ikke sjekket')
  })

  it('hears at the field that the organisation can’t be picked any more', async () => {
    const hege = house.as('hege')
    await openPicker(hege)
    await assign(house, 'hege', heroy.inNordland, { state: 'removed' })
    const outcome = await hege.submit({ organisation_number: heroy.inNordland })
    expect(outcome.errors).toEqual({ organisation_number: expect.stringContaining('Velg en annen') })
    expect(await openOf(house, 'hege', kind)).toBeUndefined()
  })

  it('is approved by the organisation’s admin, told of it, and is a member at once', async () => {
    const { hege, change } = await pick(heroy.inNordland)
    const hakon = house.as('hakon')
    const atAdmin = await untilMessage(house, hakon, change.id)
    expect(words(atAdmin.blocks)).toContain('hege.sand@heroy.kommune.example')
    await clickIn(hakon, atAdmin, 'membership-request.approve')
    const told = await untilMessage(house, hege, 'Du hører nå til HERØY KOMMUNE')
    expect(words(told.blocks)).toContain('U0HAKON')
    const everywhere = [messageWith(hakon, 'Godkjent av'), messageWith(house.as('vakt'), 'Godkjent av', operations)]
    for (const one of everywhere) expect(words(one?.blocks)).toContain('<@U0HAKON>')
    // her own card leaves that to the answer, which stands right below it
    const waited = hege.messages().find((one) => words(one.blocks).includes('Du har bedt om å høre til'))
    expect(words(waited?.blocks)).toContain('Besvart')
    expect(hege.messages().filter((one) => words(one.blocks).includes('Godkjent av'))).toHaveLength(1)
    for (const one of [...everywhere, waited]) {
      expect(words(one?.blocks)).not.toContain('membership-request.approve')
      expect(words(one?.blocks)).not.toContain('membership-waiting.withdraw')
    }
    await hege.command('/portvakt whoami')
    await house.until(() => words(newest(hege)).includes(heroy.inNordland))
    expect(words(newest(hege))).toContain('lagt til ved navn')
  })

  it('finds at Home what was decided, without opening it again', async () => {
    const { hege, card } = await pick(heroy.inNordland)
    await hege.openHome()
    await house.until(() => words(hege.desk().home).includes('membership-waiting.withdraw'))
    await clickIn(house.as('odd'), card, 'membership-request.decline')
    await house.until(() => words(hege.desk().home).includes('stranger-card.pick'))
    clock.pass(25 * 60 * MINUTE)
    const again = await pick(heroy.inNordland)
    await clickIn(house.as('odd'), again.card, 'membership-request.approve')
    await house.until(() => words(hege.desk().home).includes('home.client-new'))
  })

  it('is told and given it where Home can’t be shown', async () => {
    const { hege, card, change } = await pick(heroy.inNordland)
    const before = welcomes(hege)
    house.slack.faults.add({ path: /views\.publish/, fault: { kind: 'status', status: 503 } })
    await clickIn(house.as('odd'), card, 'membership-request.approve')
    await house.until(() => welcomes(hege) > before)
    expect((await house.world.store.change(change.id))?.state).toBe('done')
  })

  it('is declined by the service desk, told by whom, and may pick again', async () => {
    const { hege, card } = await pick(heroy.inMoreOgRomsdal)
    await clickIn(house.as('odd'), card, 'membership-request.decline')
    const told = await untilMessage(house, hege, 'Du ble ikke bekreftet i HERØY KOMMUNE')
    expect(words(told.blocks)).toContain('<@U0ODD>')
    await clickIn(hege, told, 'membership-answer.pick')
    await untilModal(house, hege, 'pick-organisation')
    // not the same at once: the field says from when on, and what was chosen stays
    const { errors } = await hege.submit({ organisation_number: heroy.inMoreOgRomsdal })
    expect(errors?.organisation_number).toMatch(/nei sist du spurte.*igjen \d+\. \w+ \d{4}, \d\d:\d\d\./)
    expect(hege.modal()?.callback_id).toBe('pick-organisation')
    expect(await openOf(house, 'hege', kind)).toBeUndefined()
    await hege.submit({ organisation_number: heroy.inNordland })
    await untilModal(house, hege, 'membership-waiting')
  })

  it('waits, and sees for whom, in whoami and at Home', async () => {
    const { hege } = await pick(heroy.inNordland)
    await hege.command('/portvakt whoami')
    expect(words(newest(hege))).toContain('<@U0HAKON>, brukerstøtten')
    await hege.command('/client list')
    expect(words(newest(hege))).toContain('ingen har bekreftet')
    await hege.openHome()
    await house.until(() => words(hege.desk().home).includes('membership-waiting.withdraw'))
  })

  it('withdraws, and the cards say so', async () => {
    const { hege, card } = await pick(heroy.inNordland)
    await hege.command('/portvakt whoami')
    await hege.click({ action_id: 'membership-waiting.withdraw' })
    await untilMessage(house, house.as('vakt'), 'Trukket tilbake av', operations)
    await house.until(() => words(newest(hege)).includes('stranger-card.pick'))
    // the card that was shown before is another one now
    expect(
      words(
        house
          .as('vakt')
          .messages(operations)
          .find(({ ts }) => ts === card.ts),
      ),
    ).not.toContain('.approve')
  })

  it('picks another: the first one is withdrawn', async () => {
    const { hege, change: first } = await pick(heroy.inNordland)
    await hege.command('/portvakt whoami')
    await hege.click({ action_id: 'membership-waiting.another' })
    await untilModal(house, hege, 'pick-organisation')
    await hege.submit({ organisation_number: heroy.inMoreOgRomsdal })
    await untilModal(house, hege, 'membership-waiting')
    expect((await house.world.store.change(first.id))?.state).toBe('declined')
    expect((await openOf(house, 'hege', kind))?.organisationNumber).toBe(heroy.inMoreOgRomsdal)
  })

  it('picking the same twice is one request', async () => {
    const { hege, change } = await pick(heroy.inNordland)
    await hege.command('/portvakt whoami')
    await hege.click({ action_id: 'membership-waiting.another' })
    await untilModal(house, hege, 'pick-organisation')
    await hege.submit({ organisation_number: heroy.inNordland })
    await untilModal(house, hege, 'membership-waiting')
    expect((await openOf(house, 'hege', kind))?.id).toBe(change.id)
  })

  it('picks and withdraws three times a day, and no admin is told of a fourth', async () => {
    for (let count = 1; count <= 3; count += 1) {
      const { hege } = await pick(heroy.inNordland)
      await hege.command('/portvakt whoami')
      await hege.click({ action_id: 'membership-waiting.withdraw' })
      await house.until(() => words(newest(hege)).includes('stranger-card.pick'))
    }
    const cards = () => [...house.as('vakt').messages(operations), ...house.as('hakon').messages()].length
    const before = cards()
    const hege = house.as('hege')
    await openPicker(hege)
    await hege.submit({ organisation_number: heroy.inNordland })
    await untilModal(house, hege, 'error')
    expect(words(hege.modal()?.blocks)).toMatch(/for mange forsøk.*Prøv igjen om 24 timer/)
    expect(await openOf(house, 'hege', kind)).toBeUndefined()
    expect(cards()).toBe(before)
  })

  it('keeps what was asked for where another may not be', async () => {
    await pick(heroy.inNordland)
    for (const number of [heroy.inMoreOgRomsdal, heroy.inNordland, heroy.inMoreOgRomsdal]) {
      const hege = house.as('hege')
      await hege.command('/portvakt whoami')
      await hege.click({ action_id: 'membership-waiting.another' })
      await untilModal(house, hege, 'pick-organisation')
      await hege.submit({ organisation_number: number })
      await house.until(() => /membership-waiting|error/.test(hege.modal()?.callback_id ?? ''))
      await clearDesks(house)
    }
    expect((await openOf(house, 'hege', kind))?.organisationNumber).toBe(heroy.inNordland)
  })

  it('a submission that comes twice is one request', async () => {
    const hege = house.as('hege')
    await openPicker(hege)
    await hege.submit({ organisation_number: heroy.inNordland })
    await hege.replayLast()
    const all = (await house.world.store.openChanges(userOf('hege'))).filter((one) => one.kind === kind)
    expect(all).toHaveLength(1)
  })
})

describe('deciding', () => {
  it('second: is told who was first', async () => {
    const { hege, card, change } = await pick(heroy.inNordland)
    const hakon = house.as('hakon')
    await untilMessage(house, hakon, change.id)
    await clickIn(house.as('vakt'), card, 'membership-request.approve')
    await untilMessage(house, hege, 'Du hører nå til')
    await forgedClick(house, hakon, 'membership-request.decline', { change: change.id })
    await house.until(() => words([hakon.modal(), newest(hakon)]).includes('Noen var før deg'))
    expect(words([hakon.modal(), newest(hakon)])).toContain('<@U0VAKT>')
    expect((await house.world.store.change(change.id))?.state).toBe('done')
  })

  it.each(['membership-request.approve', 'membership-request.decline'])('is for nobody outside: %s', async (action) => {
    const { change } = await pick(heroy.inNordland)
    for (const who of ['kari', 'gjest'] as const) await forgedClick(house, house.as(who), action, { change: change.id })
    expect((await house.world.store.change(change.id))?.state).toBe('proposed')
  })

  it('is not for the admin of the other organisation, who hears nothing of it', async () => {
    await assign(house, 'ingrid', heroy.inMoreOgRomsdal, { admin: true })
    const { change } = await pick(heroy.inNordland)
    const ingrid = house.as('ingrid')
    expect(messageWith(ingrid, change.id)).toBeUndefined()
    await forgedClick(house, ingrid, 'membership-request.approve', { change: change.id })
    expect(words([ingrid.modal(), newest(ingrid)])).toContain('Vi fant ikke')
    await forgedClick(house, ingrid, 'membership-request.approve', { change: 'no-such-change' })
    expect(words([ingrid.modal(), newest(ingrid)])).toContain('Vi fant ikke')
    expect((await house.world.store.change(change.id))?.state).toBe('proposed')
  })

  it('is not for oneself, operator or not', async () => {
    const { workspace } = house.slack
    await workspace.changeUser('U0ODD', { email: 'odd.brekke@heroy.kommune.example' })
    const odd = house.as('odd')
    await odd.command('/portvakt whoami')
    await odd.click({ action_id: 'stranger-card.pick' })
    await untilModal(house, odd, 'pick-organisation')
    await odd.submit({ organisation_number: heroy.inNordland })
    await untilModal(house, odd, 'membership-waiting')
    await odd.close(undefined, true)
    const change = await openOf(house, 'odd', kind)
    const card = await untilMessage(house, odd, String(change?.id), operations)
    await clickIn(odd, card, 'membership-request.approve')
    await untilMessage(house, odd, 'gjelder deg selv')
    expect((await house.world.store.change(String(change?.id)))?.state).toBe('proposed')
    await clickIn(house.as('vakt'), card, 'membership-request.decline')
    await untilMessage(house, odd, 'Du ble ikke bekreftet')
    await workspace.changeUser('U0ODD', { email: 'odd.brekke@brukerstotten.example' })
  })

  it('while Slack does not tell who asked: decides nothing, and the same click serves a little later', async () => {
    const { hege, card, change } = await pick(heroy.inNordland)
    const vakt = house.as('vakt')
    const before = welcomes(hege)
    clock.pass(2 * MINUTE)
    // who clicks has just been met, who asked has not
    await forgedClick(house, vakt, 'membership-request.approve', { change: 'no-such-change' })
    house.slack.faults.add({ path: /users\.info/, fault: { kind: 'status', status: 503 } })
    await clickIn(vakt, card, 'membership-request.approve')
    await untilMessage(house, vakt, 'Slack svarte ikke')
    expect((await house.world.store.change(change.id))?.state).toBe('proposed')
    house.slack.faults.clear()
    await clickIn(vakt, card, 'membership-request.approve')
    await house.until(() => welcomes(hege) > before)
    expect((await house.world.store.change(change.id))?.state).toBe('done')
  })

  it('what was approved and left there is carried out by the next yes, and by no no', async () => {
    const { hege, card, change } = await pick(heroy.inNordland)
    const [vakt, odd] = [house.as('vakt'), house.as('odd')]
    const before = welcomes(hege)
    const by = userOf('vakt')
    await decideChange(house.world, kinds, change.id, { by, belonging: operator, yes: true })
    await forgedClick(house, odd, 'membership-request.decline', { change: change.id })
    await house.until(() => words([odd.modal(), newest(odd)]).includes('Noen var før deg'))
    for (const who of ['kari', 'gjest'] as const)
      await forgedClick(house, house.as(who), 'membership-request.approve', { change: change.id })
    expect((await house.world.store.change(change.id))?.state).toBe('approved')
    await clickIn(odd, card, 'membership-request.approve')
    await house.until(() => welcomes(hege) > before)
    // it is the decision of whoever made it
    expect(words(messageWith(hege, 'Du hører nå til HERØY KOMMUNE')?.blocks)).toContain('<@U0VAKT>')
    await untilMessage(house, vakt, 'Godkjent av <@U0VAKT>', operations)
    expect((await house.world.store.change(change.id))?.state).toBe('done')
  })

  it('by two at once is told once', async () => {
    const { hege, card } = await pick(heroy.inNordland)
    const before = welcomes(hege)
    const clicks = ['vakt', 'odd'] as const
    await Promise.all(clicks.map((who) => clickIn(house.as(who), card, 'membership-request.approve')))
    await house.until(() =>
      words(clicks.map((who) => [house.as(who).modal(), newest(house.as(who))])).includes('Noen var før deg'),
    )
    await house.until(() => welcomes(hege) > before)
    await house.until(() => clicks.some((who) => house.as(who).modal()?.callback_id === 'already-decided'))
    expect(welcomes(hege)).toBe(before + 1)
  })

  it('comes too late for somebody who has left: nothing is given, and both are told', async () => {
    const { hege, card, change } = await pick(heroy.inNordland)
    await house.slack.workspace.changeUser(hege.id, { email: 'hege@nyetaten.example' })
    await clickIn(house.as('vakt'), card, 'membership-request.approve')
    await untilMessage(house, house.as('vakt'), 'men ikke gjennomført', operations)
    expect((await house.world.store.change(change.id))?.state).toBe('failed')
    await untilMessage(house, hege, 'kunne ikke gjennomføres')
    await house.slack.workspace.changeUser(hege.id, { email: 'hege.sand@heroy.kommune.example' })
  })

  it('lapses after a fortnight, and the asker is told', async () => {
    const { hege, change } = await pick(heroy.inNordland)
    clock.pass(15 * 24 * 60 * 60_000)
    const told: string[] = []
    const count = await lapseProposals({
      store: house.world.store,
      now: clock.now,
      tell: {
        proposal: async ({ state }) => void told.push(`card ${state}`),
        reach: async ({ state }) => told.push(`outcome ${state}`) > 0,
      },
    })
    expect(count).toBe(1)
    expect(told).toEqual(['outcome expired', 'card expired'])
    expect((await house.world.store.change(change.id))?.state).toBe('expired')
    await hege.command('/portvakt whoami')
    await house.until(() => words(newest(hege)).includes('stranger-card.pick'))
  })
})

describe('somebody who was taken out', () => {
  it('of one sees the other alone, and of both that they were', async () => {
    const hege = house.as('hege')
    await assign(house, 'hege', heroy.inNordland, { state: 'removed' })
    const view = await openPicker(hege)
    expect(words(view.blocks)).not.toContain(heroy.inNordland)
    await hege.close(undefined, true)
    await assign(house, 'hege', heroy.inMoreOgRomsdal, { state: 'removed' })
    await hege.command('/portvakt whoami')
    expect(words(newest(hege))).toContain('Du er tatt ut av virksomheten')
    expect(words(newest(hege))).toContain('service-desk-ask.open')
  })
})
