import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { invented } from '../../../sandbox/enhetsregisteret/invented-units.ts'
import { movableClock } from '../../helpers/clock.ts'
import { organisations } from '../../helpers/house.ts'
import { type Actor, clearDesks, newest, refusals, stored, untilModal, words } from '../../helpers/walk.ts'
import { openEdit, openList, openOrganisation, untilShown } from './admin-walk.ts'
import { type BelongingHouse, heroy, startBelonging } from './belonging-world.ts'

let house: BelongingHouse
let vakt: Actor
let odd: Actor
const clock = movableClock()
const direktoratet = organisations.direktoratet.organisation_number
const fjordlys = organisations.fjordlys.organisation_number

beforeAll(async () => {
  house = await startBelonging({ now: clock.now })
  vakt = house.as('vakt')
  odd = house.as('odd')
  // the bot meets people by their first command
  for (const who of ['kari', 'ingrid', 'tore', 'hege'] as const) await house.as(who).command('/portvakt whoami')
})

afterEach(async () => {
  house.register.faults.clear()
  await clearDesks(house)
  expect(refusals(house)).toEqual([])
})

afterAll(async () => {
  await house.stop()
})

const details = async (number: string) => await house.world.store.organisationDetails(number)
const edits = () => (stored(house).audit ?? []).filter((row) => row.action === 'organisation.save').length

describe('/portvakt admin', () => {
  it('shows an operator all organisations, by name, number or domain', async () => {
    await openList(house, odd)
    expect(words(odd.modal())).toContain('7 virksomheter')
    await odd.submit({ search: 'fjordlys' })
    expect(words(odd.modal())).toContain(fjordlys)
    expect(words(odd.modal())).not.toContain(direktoratet)
    await odd.submit({ search: 'eksempel.example' })
    expect(words(odd.modal())).toContain('DIREKTORATET')
    await odd.submit({ search: 'finnes ikke' })
    expect(words(odd.modal())).toContain('Ingen virksomheter passer med «finnes ikke»')
    expect(odd.modal()?.callback_id).toBe('admin-organisations')
  })

  it('tells a member who can help, and a stranger why they are one', async () => {
    const [ingrid, privat] = [house.as('ingrid'), house.as('privat')]
    await ingrid.command('/portvakt admin')
    expect(words(newest(ingrid))).toContain('Bare virksomhetens administratorer')
    expect(words(newest(ingrid))).toContain('Virksomheten har ingen administrator')
    expect(ingrid.modal()).toBeUndefined()
    await privat.command('/portvakt admin')
    expect(words(newest(privat))).toContain('gmail.example')
  })

  it('shows one organisation, and with whom it shares its domain', async () => {
    await openOrganisation(house, odd, heroy.inNordland)
    expect(words(odd.modal())).toContain('deles med HERØY KOMMUNE')
    await odd.close()
    await untilModal(house, odd, 'admin-organisations')
  })
})

describe('editing an organisation', () => {
  it('says how many gain and lose access before anything is saved', async () => {
    await openEdit(house, vakt, fjordlys)
    const before = await details(fjordlys)
    await vakt.submit({ name: 'FJORDLYS HF', domains: 'nyfjord.example\neksempel.example' })
    const shown = words(vakt.modal())
    expect(shown).toContain('Ikke lagret ennå')
    expect(shown).toContain('nyfjord.example legges til: 0 personer')
    expect(shown).toContain('eksempel.example deles fra nå av med DIREKTORATET FOR EKSEMPLER: 1 person')
    expect(shown).toContain('fjordlys.example tas bort: 1 person')
    expect(await details(fjordlys)).toEqual(before)
    // what is changed after it was shown is shown again
    await vakt.submit({ domains: 'nyfjord.example\nfjordlys.example' })
    expect(words(vakt.modal())).not.toContain('tas bort')
    await vakt.submit()
    await untilModal(house, vakt, 'admin-organisation')
    expect(words(vakt.modal())).toContain('Virksomheten er lagret')
    expect(await details(fjordlys)).toMatchObject({
      name: 'FJORDLYS HF',
      domains: ['fjordlys.example', 'nyfjord.example'],
    })
  })

  it('refuses bad domains and public ones at the field, and keeps what was typed', async () => {
    await openEdit(house, vakt, direktoratet)
    const { errors } = await vakt.submit({ domains: 'eksempel.example\ngmail.com\nikke et domene\neksempel.example' })
    expect(errors?.domains).toContain('Hvem som helst kan få en adresse på gmail.com')
    expect(errors?.domains).toContain('er ikke et domene')
    expect(errors?.domains).toContain('to ganger')
    expect((await vakt.submit({ name: 'N'.repeat(181) })).errors?.name).toContain('høyst 180 tegn')
    expect(vakt.modal()?.callback_id).toBe('organisation-edit')
  })

  it('of two operators at once saves the first, and shows the second what stands there now', async () => {
    await openEdit(house, vakt, direktoratet)
    await openEdit(house, odd, direktoratet)
    await vakt.submit({ name: 'DIREKTORATET FOR FØRSTE' })
    await odd.submit({ name: 'DIREKTORATET FOR ANDRE' })
    await vakt.submit()
    await untilModal(house, vakt, 'admin-organisation')
    await odd.submit()
    await untilShown(house, odd, 'Noen andre endret virksomheten imens')
    expect(words(odd.modal())).toContain('DIREKTORATET FOR FØRSTE')
    expect(words(odd.modal())).toContain('DIREKTORATET FOR ANDRE')
    expect(await details(direktoratet)).toMatchObject({ name: 'DIREKTORATET FOR FØRSTE' })
    await odd.submit()
    await untilShown(house, odd, 'Ikke lagret ennå')
    await odd.submit()
    await untilModal(house, odd, 'admin-organisation')
    expect(await details(direktoratet)).toMatchObject({ name: 'DIREKTORATET FOR ANDRE' })
  })

  it('is refused where a rule covers the operator’s own address', async () => {
    await openEdit(house, vakt, fjordlys)
    const before = await details(fjordlys)
    const count = edits()
    await vakt.submit({ domains: 'fjordlys.example\nkystverdi.example' })
    expect(words(vakt.modal())).toContain('Ikke lagret ennå')
    await vakt.submit()
    await untilShown(house, vakt, 'Dette gjelder deg selv')
    expect(await details(fjordlys)).toEqual(before)
    expect(edits()).toBe(count)
  })

  it('is done once when the submission comes twice', async () => {
    await openEdit(house, vakt, fjordlys)
    await vakt.submit({ name: 'FJORDLYS TO' })
    const before = edits()
    await vakt.submit()
    await untilModal(house, vakt, 'admin-organisation')
    const again = await vakt.replayLast()
    expect(again.body).toMatchObject({ response_action: 'update', view: { callback_id: 'admin-organisation' } })
    expect(edits()).toBe(before + 1)
  })

  it('leads back without saving', async () => {
    await openEdit(house, vakt, fjordlys)
    await vakt.click({ action_id: 'organisation-edit.back' })
    await untilModal(house, vakt, 'admin-organisation')
  })
})

describe('adding an organisation', () => {
  const begin = async (actor: Actor) => {
    await openList(house, actor)
    await actor.click({ action_id: 'admin-organisations.new' })
    await untilModal(house, actor, 'organisation-new')
  }

  it('finds it in Enhetsregisteret by number, and fills in the name', async () => {
    await begin(vakt)
    await vakt.submit({ organisation_number: invented.supplier })
    await untilModal(house, vakt, 'organisation-edit')
    expect(words(vakt.modal())).toContain('EKSEMPEL SYSTEMLEVERANDØR AS')
    await vakt.submit({ domains: 'systemleverandor.example' })
    expect(words(vakt.modal())).toContain(`(${invented.supplier}) blir lagt inn`)
    await vakt.submit()
    await untilModal(house, vakt, 'admin-organisation')
    expect(await details(invented.supplier)).toMatchObject({ domains: ['systemleverandor.example'], language: 'nb' })
    await vakt.close()
    await vakt.click({ action_id: 'admin-organisations.new' })
    await untilModal(house, vakt, 'organisation-new')
    await vakt.submit({ organisation_number: invented.supplier })
    await untilShown(house, vakt, 'lagt inn fra før')
  })

  it('finds it by name', async () => {
    await begin(odd)
    const found = await odd.suggest('unit', 'organisation-new.unit', 'kinn')
    expect(words(found)).toContain('KINN KOMMUNE')
    const [kinn] = words(found).match(/\d{9}/) ?? []
    await odd.submit({ unit: String(kinn) })
    await untilModal(house, odd, 'organisation-edit')
    expect(words(odd.modal())).toContain('KINN KOMMUNE')
  })

  it.each([
    ['nothing', '', /Skriv organisasjonsnummeret/],
    ['no number', '123456789', /ikke et organisasjonsnummer/],
    ['a deleted one', invented.deleted, /slettet/],
    ['a removed one', invented.removed, /tatt ut/],
    ['a sub-unit', invented.firstSubUnit, new RegExp(`underenhet. Bruk hovedenheten, ${invented.mainUnit}`)],
  ])('refuses %s at the field', async (_, number, expected) => {
    await begin(odd)
    const { errors } = await odd.submit({ organisation_number: number })
    expect(errors?.organisation_number).toMatch(expected)
  })

  it.each([
    ['a bankrupt one', invented.bankrupt, 'er konkurs'],
    ['one that is being wound up', invented.windingUp, 'under avvikling'],
    ['a synthetic one that is not there', invented.unknown, 'nummer for testvirksomheter'],
  ])('warns of %s, and goes on', async (_, number, expected) => {
    await begin(odd)
    await odd.submit({ organisation_number: number })
    await untilModal(house, odd, 'organisation-edit')
    expect(words(odd.modal())).toContain(expected)
  })

  it('goes on unverified with the typed name when the register is down', async () => {
    house.register.faults.add({ fault: { kind: 'status', status: 503 } })
    await begin(odd)
    await odd.submit({ organisation_number: '974760673' })
    await untilModal(house, odd, 'organisation-edit')
    expect(words(odd.modal())).toContain('er ikke sjekket')
    await odd.submit({ name: 'REGISTERENHETEN', domains: 'registerenheten.example' })
    await odd.submit()
    await untilModal(house, odd, 'admin-organisation')
    expect(await details('974760673')).toMatchObject({ name: 'REGISTERENHETEN' })
  })
})

describe('operators', () => {
  const open = async (actor: Actor) => {
    await openList(house, actor)
    await actor.click({ action_id: 'admin-organisations.operators' })
    await untilModal(house, actor, 'admin-operators')
  }

  it('name another, who is told, and take it back', async () => {
    await open(vakt)
    expect(words(vakt.modal())).toContain('fast, satt av')
    await vakt.click({ action_id: 'admin-operators.name', value: house.as('tore').id })
    await untilShown(house, vakt, 'er nå operatør')
    await house.until(() => words(newest(house.as('tore'))).includes('Du er nå operatør'))
    await openList(house, house.as('tore'))
    await clearDesks(house)
    await open(vakt)
    await vakt.click({ action_id: 'admin-operators.remove' })
    await untilShown(house, vakt, 'er ikke lenger operatør')
    await house.as('tore').command('/portvakt admin')
    expect(words(newest(house.as('tore')))).toContain('Bare virksomhetens administratorer')
  })

  it('name neither a guest nor one who is it already, nor themselves', async () => {
    await open(vakt)
    await vakt.click({ action_id: 'admin-operators.name', value: house.as('gjest').id })
    await untilShown(house, vakt, 'Bare vanlige brukere')
    await vakt.click({ action_id: 'admin-operators.name', value: odd.id })
    await untilShown(house, vakt, 'kan bare tas bort der')
    await vakt.click({ action_id: 'admin-operators.name', value: vakt.id })
    await untilShown(house, vakt, 'Dette er deg selv')
    expect(await house.world.store.operatorsNamed()).toEqual([])
  })
})
