import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { askClearance, giveClearance } from '../../../src/domain/belonging/clearance-kinds.ts'
import { HOUR, movableClock } from '../../helpers/clock.ts'
import { forgedClick } from '../../helpers/forge.ts'
import { assign, clear, userOf } from '../../helpers/hats.ts'
import { organisations, type Person } from '../../helpers/house.ts'
import { type Actor, clearDesks, newest, refusals, untilModal, words } from '../../helpers/walk.ts'
import { openPeople, openPerson, untilShown } from './admin-walk.ts'
import {
  type BelongingHouse,
  clickIn,
  heroy,
  messageWith,
  operations,
  startBelonging,
  untilMessage,
} from './belonging-world.ts'

let house: BelongingHouse
let astrid: Actor
let vakt: Actor
const clock = movableClock()
const kystverdi = organisations.kystverdi.organisation_number
const direktoratet = organisations.direktoratet.organisation_number

beforeAll(async () => {
  house = await startBelonging({ now: clock.now })
  astrid = house.as('astrid')
  vakt = house.as('vakt')
  await assign(house, 'astrid', kystverdi, { admin: true })
  for (const who of ['kari', 'oliver', 'ingrid', 'hege', 'gjest', 'ubekreftet'] as const)
    await house.as(who).command('/portvakt whoami')
})

afterEach(async () => {
  await clearDesks(house)
  expect(refusals(house)).toEqual([])
})

afterAll(async () => {
  await house.stop()
})

const membership = (who: Person, number = kystverdi) => house.world.store.membership(userOf(who), number)
const person = async (actor: Actor, who: Person, number = kystverdi) =>
  await openPerson(house, actor, number, userOf(who))

const undoCards = (actor: Actor) => actor.messages().filter((one) => words(one.blocks).includes('admin.undo'))

/** The message that what is done now leaves with the one who did it. */
const untilUndo = async (actor: Actor, act: () => Promise<unknown>) => {
  const before = undoCards(actor).length
  await act()
  await house.until(() => undoCards(actor).length > before)
  return undoCards(actor).at(-1) ?? expect.fail()
}

/** The change that a message's Undo names. */
const undoOf = (message: unknown): string => /\\"change\\":\\"([^"\\]+)/.exec(words(message))?.[1] ?? expect.fail()

describe('the people of an organisation', () => {
  it('are shown to its admin, each with how they belong, and found by name or address', async () => {
    await openPeople(house, astrid)
    const shown = words(astrid.modal())
    expect(shown).toContain('hører til gjennom domenet')
    expect(shown).toContain('lagt til ved navn · administrator')
    expect(shown).toContain('adressen er ikke bekreftet')
    expect(shown).not.toContain('admin-people.back')
    await astrid.submit({ search: 'oliver' })
    expect(words(astrid.modal())).toContain('1 person')
    expect(words(astrid.modal())).not.toContain('kari.fjellvag')
    await astrid.submit({ search: 'ingrid.solheimsvik' })
    expect(words(astrid.modal())).toContain('Ingen passer med')
  })

  it('are paged ten by ten', async () => {
    await house.world.store.write({}, async (tx) => {
      for (let index = 0; index < 12; index += 1)
        await tx.savePerson({
          teamId: userOf('kari').teamId,
          userId: `U0NR${index}`,
          name: `Nummer ${index}`,
          email: `nummer${index}@fjordlys.example`,
          emailConfirmed: true,
          kind: 'member',
          locale: null,
          seenAt: clock.now(),
        })
      return null
    })
    await openPeople(house, vakt, organisations.fjordlys.organisation_number)
    expect(words(vakt.modal())).toContain('Viser 1–10 av 12')
    await vakt.click({ action_id: 'admin-people.next' })
    await untilShown(house, vakt, 'Viser 11–12 av 12')
    await vakt.click({ action_id: 'admin-people.previous' })
    await untilShown(house, vakt, 'Viser 1–10 av 12')
    await vakt.click({ action_id: 'admin-people.back' })
    await untilModal(house, vakt, 'admin-organisation')
  })

  it('of a shared domain have not picked, to either organisation', async () => {
    await openPeople(house, vakt, heroy.inNordland)
    expect(words(vakt.modal())).toContain('delt domene, har ikke valgt virksomhet')
  })
})

describe('taking somebody out', () => {
  it('says what it leads to, ends the access and the clearance, tells them, and can be undone', async () => {
    await clear(house, 'oliver', kystverdi, '00000000000')
    await openPeople(house, astrid)
    const shown = words(await person(astrid, 'oliver'))
    expect(shown).toMatch(
      /oliver \w+ mister tilgangen til KYSTVERDI KOMMUNE|oliver mister tilgangen til KYSTVERDI KOMMUNE/i,
    )
    expect(shown).toContain('klarert for produksjon til')
    await astrid.click({ action_id: 'admin-person.remove' })
    await untilShown(house, astrid, 'er tatt ut av KYSTVERDI KOMMUNE')
    expect(await membership('oliver')).toMatchObject({ state: 'removed' })
    expect(await house.world.store.clearance(kystverdi, userOf('oliver'))).toBeNull()
    await untilMessage(house, house.as('oliver'), 'You were removed from KYSTVERDI KOMMUNE')
    await house.as('oliver').command('/client list')
    expect(words(newest(house.as('oliver')))).toContain('kystverdi.example')

    await astrid.click({ action_id: 'admin-person.undo' })
    await untilShown(house, astrid, 'Det er angret')
    expect(await membership('oliver')).toBeNull()
    await clearDesks(house)
    await house.as('oliver').command('/portvakt whoami')
    expect(words(newest(house.as('oliver')))).toContain('KYSTVERDI')
  })

  it('is undone from the message too, once, and not after a day', async () => {
    await openPeople(house, astrid)
    await person(astrid, 'oliver')
    const card = await untilUndo(astrid, () => astrid.click({ action_id: 'admin-person.remove' }))
    await clearDesks(house)
    await clickIn(astrid, card, 'admin.undo')
    await house.until(() => words(messageWith(astrid, 'Det er angret')).includes(house.as('oliver').id))
    await forgedClick(house, astrid, 'admin.undo', { change: undoOf(card) })
    expect(await membership('oliver')).toBeNull()

    expect(await membership('oliver')).toBeNull()

    await openPeople(house, astrid)
    await person(astrid, 'oliver')
    const later = await untilUndo(astrid, () => astrid.click({ action_id: 'admin-person.remove' }))
    await clearDesks(house)
    clock.pass(25 * HOUR)
    await clickIn(astrid, later, 'admin.undo')
    await untilMessage(house, astrid, 'virker ikke lenger')
    expect(await membership('oliver')).toMatchObject({ state: 'removed' })
  })

  it('is not undone over what somebody else did since', async () => {
    await openPeople(house, astrid)
    await person(astrid, 'kari')
    const card = await untilUndo(astrid, () => astrid.click({ action_id: 'admin-person.remove' }))
    await untilMessage(house, house.as('kari'), 'Du er tatt ut av')
    await assign(house, 'kari', kystverdi)
    await clearDesks(house)
    await clickIn(astrid, card, 'admin.undo')
    await untilMessage(house, astrid, 'Noe ble endret mens du holdt på')
    expect(await membership('kari')).toMatchObject({ state: 'assigned' })
  })

  it('lets them in again', async () => {
    await openPeople(house, astrid)
    expect(words(await person(astrid, 'oliver'))).toContain('Slipp inn igjen')
    await astrid.click({ action_id: 'admin-person.forget' })
    await untilShown(house, astrid, 'er ikke lenger nevnt ved navn')
    expect(await membership('oliver')).toBeNull()
  })

  it('is done and told once when the click comes twice', async () => {
    await openPeople(house, astrid)
    await person(astrid, 'oliver')
    await untilUndo(astrid, () => astrid.click({ action_id: 'admin-person.remove' }))
    const told = () =>
      house
        .as('oliver')
        .messages()
        .filter((one) => words(one).includes('You were removed')).length
    const before = told()
    await astrid.replayLast()
    await house.slack.workspace.until(() => words(astrid.modal()).includes('er tatt ut av'), 4_000)
    expect(words(astrid.modal())).not.toContain('Noen andre')
    await astrid.click({ action_id: 'admin-person.forget' })
    await untilShown(house, astrid, 'er ikke lenger nevnt ved navn')
    expect(told()).toBe(before)
  })
})

describe('adding somebody by name', () => {
  const begin = async (actor: Actor) => {
    await openPeople(house, actor)
    await actor.click({ action_id: 'admin-people.assign' })
    await untilModal(house, actor, 'person-assign')
  }

  it('says what they lose elsewhere, adds them, and tells them', async () => {
    await begin(astrid)
    await astrid.submit({ user: house.as('ingrid').id })
    await untilShown(house, astrid, 'Ikke gjort ennå')
    expect(words(astrid.modal())).toContain('hører i dag til en annen virksomhet gjennom domenet')
    expect(await membership('ingrid')).toBeNull()
    await astrid.submit()
    await untilModal(house, astrid, 'admin-person')
    expect(words(astrid.modal())).toContain('er lagt til i KYSTVERDI KOMMUNE')
    await untilMessage(house, house.as('ingrid'), 'Du er lagt til i KYSTVERDI KOMMUNE')
    await astrid.click({ action_id: 'admin-person.undo' })
    await untilShown(house, astrid, 'Det er angret')
    expect(await membership('ingrid')).toBeNull()
  })

  it('wants an end for a guest, and takes the end of that day in Norway', async () => {
    await begin(astrid)
    const { id } = house.as('gjest')
    expect((await astrid.submit({ user: id })).errors?.until).toContain('Dette er en gjest')
    expect((await astrid.submit({ until: '2020-01-01' })).errors?.until).toContain('ikke er passert')
    await astrid.submit({ until: '2031-07-01' })
    await untilShown(house, astrid, 'til og med 1. juli 2031')
    await astrid.submit()
    await untilModal(house, astrid, 'admin-person')
    expect(await membership('gjest')).toMatchObject({
      state: 'assigned',
      until: Date.parse('2031-07-01T21:59:59.999Z'),
    })
    await astrid.click({ action_id: 'admin-person.assign' })
    const form = await untilModal(house, astrid, 'person-assign')
    expect(words(form)).toContain('"initial_date":"2031-07-01"')
    expect((await astrid.submit()).errors?.user).toContain('Slik er det fra før')
  })

  it.each([
    ['oneself', 'astrid', /hvordan du selv hører til/],
    ['somebody whose account is closed', 'sluttet', /deaktiverte brukere/],
    ['somebody of another Slack', 'fremmed', /folk fra en annen Slack/],
  ] as const)('refuses %s at the field', async (_, who, expected) => {
    await begin(astrid)
    expect((await astrid.submit({ user: house.as(who).id })).errors?.user).toMatch(expected)
  })
})

describe('admins', () => {
  it('are named and unnamed by operators, and told', async () => {
    await openPeople(house, vakt, kystverdi)
    await person(vakt, 'oliver')
    await vakt.click({ action_id: 'admin-person.name' })
    await untilShown(house, vakt, 'er nå administrator')
    await untilMessage(house, house.as('oliver'), 'You are now an admin of KYSTVERDI KOMMUNE')
    await openPeople(house, house.as('oliver'))
    expect(words(house.as('oliver').modal())).toContain('People of KYSTVERDI')
    await vakt.click({ action_id: 'admin-person.unname' })
    await untilShown(house, vakt, 'er ikke lenger administrator')
    expect(await membership('oliver')).toMatchObject({ state: 'assigned', admin: false })
  })

  it('can’t be touched by another admin, nor can one touch oneself', async () => {
    await assign(house, 'oliver', kystverdi, { admin: true })
    await openPeople(house, astrid)
    const other = words(await person(astrid, 'oliver'))
    expect(other).toContain('Bare operatørene')
    expect(other).not.toContain('admin-person.remove')
    await astrid.click({ action_id: 'admin-person.people' })
    await untilModal(house, astrid, 'admin-people')
    expect(words(await person(astrid, 'astrid'))).toContain('Dette er deg selv')
    await assign(house, 'oliver', kystverdi)
  })
})

describe('clearances', () => {
  const open = async (actor: Actor, number?: string) => {
    await openPeople(house, actor, number)
    await actor.click({ action_id: 'admin-people.clearances' })
    await untilModal(house, actor, 'admin-clearances')
  }
  const proposals = async (kind: string) =>
    (await house.world.store.proposedChanges({ organisationNumber: kystverdi })).filter((one) => one.kind === kind)

  it('are asked for by an admin for one of theirs, once', async () => {
    await open(astrid)
    expect(words(astrid.modal())).toContain('Ingen er klarert')
    await astrid.click({ action_id: 'admin-clearances.ask', value: house.as('kari').id })
    await untilShown(house, astrid, 'i en forespørsel hos brukerstøtten')
    const [change] = await proposals(askClearance.name)
    await untilMessage(house, vakt, change?.id ?? '', operations)
    await astrid.click({ action_id: 'admin-clearances.ask', value: house.as('kari').id })
    await untilShown(house, astrid, 'venter på svar')
    expect(await proposals(askClearance.name)).toHaveLength(1)
    await astrid.click({ action_id: 'admin-clearances.ask', value: house.as('tore').id })
    await untilShown(house, astrid, 'hører ikke til virksomheten')
  })

  it('are given by an operator, who names the person', async () => {
    await open(vakt, kystverdi)
    await vakt.click({ action_id: 'admin-clearances.give', value: house.as('oliver').id })
    await untilShown(house, vakt, 'er utpekt for klarering')
    expect(await proposals(giveClearance.name)).toHaveLength(1)
    await untilMessage(house, house.as('oliver'), 'Log in with ID-porten')
  })

  it('are taken away, and the person is told', async () => {
    await clear(house, 'cecilie', kystverdi)
    await open(astrid)
    await astrid.click({ action_id: 'admin-clearances.remove' })
    await untilShown(house, astrid, 'er ikke lenger klarert')
    expect(await house.world.store.clearance(kystverdi, userOf('cecilie'))).toBeNull()
    await untilMessage(house, house.as('cecilie'), 'Klareringen din for å endre produksjon')
  })
})

describe('in English', () => {
  it('all of it is in English', async () => {
    await vakt.command('/portvakt language en')
    await openPeople(house, vakt, direktoratet)
    expect(words(vakt.modal())).toContain('People of DIREKTORATET')
    expect(words(await person(vakt, 'ingrid', direktoratet))).toContain('belongs by the domain')
    await vakt.command('/portvakt language nb')
  })
})
