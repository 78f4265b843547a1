import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { applyChange } from '../../../src/domain/apply-change.ts'
import { askClearance, giveClearance } from '../../../src/domain/belonging/clearance-kinds.ts'
import type { Belonging } from '../../../src/domain/belonging/types.ts'
import type { Change } from '../../../src/domain/change.ts'
import { decideChange } from '../../../src/domain/decide-change.ts'
import { kinds } from '../../../src/domain/kinds.ts'
import { movableClock } from '../../helpers/clock.ts'
import { forgedClick } from '../../helpers/forge.ts'
import { assign, pidOf, userOf } from '../../helpers/hats.ts'
import { organisations, type Person } from '../../helpers/house.ts'
import { clearDesks, newest, refusals, untilModal, words } from '../../helpers/walk.ts'
import { logIn, loginLinkIn, visitorOf } from '../../helpers/walk-login.ts'
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
const orgno = organisations.kystverdi.organisation_number

beforeAll(async () => {
  house = await startBelonging({ now: clock.now })
  await assign(house, 'oliver', orgno, { admin: true })
})

afterEach(async () => {
  await clearDesks(house)
  expect(refusals(house)).toEqual([])
})

afterAll(async () => {
  await house.stop()
})

const asked = async (who: Person): Promise<{ change: Change; card: { channel: string; ts: string } }> => {
  const actor = house.as(who)
  await actor.command('/portvakt whoami')
  await actor.click({ action_id: 'whoami.clearance' })
  await house.until(() => words(newest(actor)).includes('clearance-asked.withdraw'))
  const change = await openOf(house, who, askClearance.name)
  if (!change) throw new Error('nothing was asked for')
  const card = await untilMessage(house, house.as('vakt'), change.id, operations)
  return { change, card }
}

const given = async (who: Person) => {
  const { card } = await asked(who)
  await clickIn(house.as('vakt'), card, 'clearance-request.give')
  await untilMessage(house, house.as(who), 'Logg inn med ID-porten én gang')
  const change = (await house.world.store.proposedChanges({ organisationNumber: orgno })).find(
    ({ kind }) => kind === giveClearance.name,
  )
  if (!change) throw new Error('nobody was named')
  return { change, card }
}

/** What Home says of production to who is not cleared. */
const lookOnly = 'du kan se, men ikke endre'

const vaktBelongs: Belonging = {
  operator: true,
  as: 'member',
  organisation: { number: orgno, name: 'KYSTVERDI KOMMUNE', language: 'nb' },
  rule: { by: 'domain', domain: 'kystverdi.example' },
  admin: false,
  cleared: false,
  others: [],
}

const isCleared = async (who: Person) =>
  (await house.world.store.standing(userOf(who))).clearances.some((one) => one.organisationNumber === orgno)

describe('a clearance', () => {
  it('is asked for, given, proved, confirmed by another, and then production may be changed', async () => {
    const kari = house.as('kari')
    const vakt = house.as('vakt')
    const { change, card } = await given('kari')

    const login = messageWith(kari, 'clearance-login.open')
    expect(loginLinkIn(login?.blocks)).toContain(change.id)
    // one card from the asking to the end
    const waits = await untilMessage(house, vakt, 'Venter på at personen logger inn', operations)
    expect(waits.ts).toBe(card.ts)
    expect(words(waits.blocks)).not.toContain('clearance-give.confirm')
    const oliver = house.as('oliver')
    expect(messageWith(oliver, change.id)).toBeUndefined()
    const odd = house.as('odd')
    await forgedClick(house, odd, 'clearance-give.confirm', { change: change.id })
    await untilMessage(house, odd, 'ikke logget inn med ID-porten ennå')

    await logIn(visitorOf(house), loginLinkIn(login?.blocks), { pid: pidOf('kari') })
    await untilMessage(house, kari, 'Takk, du har logget inn')
    const proved = await untilMessage(house, vakt, 'clearance-give.confirm', operations)
    expect(proved.ts).toBe(card.ts)
    // neither the person nor whoever named them confirms it
    await forgedClick(house, kari, 'clearance-give.confirm', { change: change.id })
    await clickIn(vakt, proved, 'clearance-give.confirm')
    await untilMessage(house, vakt, 'gjelder deg selv')
    expect(await isCleared('kari')).toBe(false)

    await kari.openHome()
    await house.until(() => words(kari.desk().home).includes(lookOnly))
    await clickIn(oliver, await untilMessage(house, oliver, change.id), 'clearance-give.confirm')
    // the Home that she has open
    await house.until(() => kari.desk().home !== null && !words(kari.desk().home).includes(lookOnly))
    const told = await untilMessage(house, kari, 'Du kan nå endre produksjonen til KYSTVERDI KOMMUNE')
    expect(words(told.blocks)).toContain('<@U0OLIVER>')
    expect(await isCleared('kari')).toBe(true)
    await untilMessage(house, vakt, 'Godkjent av <@U0OLIVER>', operations)
    expect(words(messageWith(kari, 'Du er utpekt')?.blocks)).not.toContain('clearance-login.open')
    // who confirmed it stands in one message: the answer
    expect(kari.messages().filter((one) => words(one.blocks).includes('Godkjent av <@U0OLIVER>'))).toHaveLength(1)
    await kari.command('/portvakt whoami')
    await house.until(() => words(newest(kari)).includes('Hver endring krever en ny innlogging'))
  })

  it('once given is not asked for again', async () => {
    const kari = house.as('kari')
    await forgedClick(house, kari, 'whoami.clearance', '')
    expect(words(newest(kari))).not.toContain('clearance-asked.withdraw')
    expect(await openOf(house, 'kari', askClearance.name)).toBeUndefined()
  })

  it('is declined by the service desk, and the asker is told by whom', async () => {
    const { card } = await asked('vakt')
    // nobody gives one to themselves
    await clickIn(house.as('vakt'), card, 'clearance-request.give')
    await untilMessage(house, house.as('vakt'), 'gjelder deg selv')
    await clickIn(house.as('odd'), card, 'clearance-request.decline')
    const told = await untilMessage(house, house.as('vakt'), 'Det ble ikke noe av klareringen')
    expect(words(told.blocks)).toContain('<@U0ODD>')
    expect(await isCleared('vakt')).toBe(false)
  })

  it('is withdrawn by whoever asked', async () => {
    const { change } = await asked('vakt')
    await house.as('vakt').click({ action_id: 'clearance-asked.withdraw' })
    await untilMessage(house, house.as('odd'), 'Trukket tilbake av <@U0VAKT>', operations)
    expect((await house.world.store.change(change.id))?.state).toBe('declined')
  })

  it('whose naming a crash kept from beginning is named by the next yes, once', async () => {
    const { change, card } = await asked('vakt')
    const { world } = house
    const belonging: Belonging = { operator: true, as: 'stranger', reason: 'unknown-domain', domain: null }
    await decideChange(world, kinds, change.id, { by: userOf('odd'), belonging, yes: true })
    expect((await applyChange(world, kinds, change.id, async () => vaktBelongs)).state).toBe('done')
    const namings = async () =>
      (await world.store.proposedChanges({ organisationNumber: orgno })).filter(
        ({ kind, payload }) =>
          kind === giveClearance.name && giveClearance.payload.parse(payload).user.userId === userOf('vakt').userId,
      )
    // nobody names themselves that way either
    await forgedClick(house, house.as('vakt'), 'clearance-request.give', { change: change.id })
    expect(await namings()).toEqual([])
    await clickIn(house.as('odd'), card, 'clearance-request.give')
    await untilMessage(house, house.as('vakt'), 'Logg inn med ID-porten én gang')
    await forgedClick(house, house.as('odd'), 'clearance-request.give', { change: change.id })
    const [naming, another] = await namings()
    expect([naming?.requester, another]).toEqual([userOf('odd'), undefined])
    const shownAgain = await untilMessage(house, house.as('odd'), 'clearance-give.decline', operations)
    expect(shownAgain.ts).toBe(card.ts)
    await clickIn(house.as('odd'), card, 'clearance-give.decline')
    await house.until(
      () => !words(messageWith(house.as('vakt'), 'Du er utpekt')?.blocks).includes('clearance-login.open'),
    )
  })

  it('asked for twice is one question', async () => {
    const { change } = await asked('vakt')
    const vakt = house.as('vakt')
    await vakt.command('/portvakt whoami')
    expect(words(newest(vakt))).toContain('Du har bedt om klarering')
    await vakt.click({ action_id: 'whoami.clearance' })
    await house.until(() => words(newest(vakt)).includes('clearance-asked.withdraw'))
    expect((await openOf(house, 'vakt', askClearance.name))?.id).toBe(change.id)
    await vakt.click({ action_id: 'clearance-asked.withdraw' })
    await house.until(() => words(newest(vakt)).includes('whoami.clearance'))
  })

  it('that an admin asked for is one card of theirs from the asking to the end', async () => {
    const [oliver, vakt] = [house.as('oliver'), house.as('vakt')]
    const before = oliver.messages().length
    await oliver.command('/portvakt admin')
    await untilModal(house, oliver, 'admin-people')
    await oliver.click({ action_id: 'admin-people.clearances' })
    await untilModal(house, oliver, 'admin-clearances')
    await oliver.click({ action_id: 'admin-clearances.ask', value: house.as('cecilie').id })
    const waits = await untilMessage(house, oliver, 'clearance-asked.withdraw')
    const question = await openOf(house, 'oliver', askClearance.name)
    const card = await untilMessage(house, vakt, question?.id ?? 'no question', operations)
    await clickIn(vakt, card, 'clearance-request.give')
    const named = await untilMessage(house, oliver, 'Waits for the person to log in')
    expect(named.ts).toBe(waits.ts)
    const login = await untilMessage(house, house.as('cecilie'), 'clearance-login.open')
    await logIn(visitorOf(house), loginLinkIn(login.blocks), { pid: pidOf('cecilie') })
    await clickIn(oliver, await untilMessage(house, oliver, 'clearance-give.confirm'), 'clearance-give.confirm')
    const own = () => oliver.messages().find(({ ts }) => ts === waits.ts)
    await house.until(() => words(own()?.blocks).includes('Approved by <@U0OLIVER>'))
    expect(oliver.messages().length - before).toBe(1)
    expect(await isCleared('cecilie')).toBe(true)
  })

  it('is given by operators alone', async () => {
    const { change } = await asked('vakt')
    for (const who of ['oliver', 'ingrid', 'gjest'] as const)
      await forgedClick(house, house.as(who), 'clearance-request.give', { change: change.id })
    expect((await house.world.store.change(change.id))?.state).toBe('proposed')
    // a change of another kind is no question
    await forgedClick(house, house.as('odd'), 'membership-request.approve', { change: change.id })
    expect((await house.world.store.change(change.id))?.state).toBe('proposed')
  })
})
