import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { invented } from '../../../sandbox/enhetsregisteret/invented-units.ts'
import { organisations } from '../../helpers/house.ts'
import { type Actor, clearDesks, newest, refusals, stored, untilModal, words } from '../../helpers/walk.ts'
import { type BelongingHouse, startBelonging } from '../belonging/belonging-world.ts'

let house: BelongingHouse
let kari: Actor
let now = Date.parse('2026-11-22T10:00:00Z')
const kystverdi = organisations.kystverdi.organisation_number

beforeAll(async () => {
  house = await startBelonging({ now: () => now })
  kari = house.as('kari')
})

afterEach(async () => {
  await clear()
  house.outside.enhetsregisteret.faults.clear()
  await clearDesks(house)
  expect(refusals(house)).toEqual([])
})

afterAll(async () => {
  await house.stop()
})

const own = { organisationNumber: kystverdi, client: null }
const saved = () => house.world.store.invoice(own)
const clear = async () => {
  const there = await saved()
  if (there !== null) await house.world.store.write({}, async (tx) => await tx.forgetInvoice(own, there.version))
}

const good = {
  invoice_organisation_number: kystverdi,
  invoice_address: 'Eksempelgata 1\n0001 Eksempelby',
  invoice_reference: 'IKT-2026',
  invoice_email: '',
}

const openForm = async (actor: Actor, button = 'invoices.edit') => {
  await actor.command('/contacts invoice')
  await actor.click({ action_id: button })
  return await untilModal(house, actor, 'invoice-edit')
}

describe('invoice information', () => {
  it('is typed, checked in the register, kept, changed and removed', async () => {
    await kari.command('/contacts invoice')
    expect(words(newest(kari))).toContain('Det er ikke registrert noen fakturainformasjon.')
    await openForm(kari)
    await kari.submit({ ...good, invoice_organisation_number: ` ${kystverdi.slice(0, 3)} ${kystverdi.slice(3)} ` })
    await untilModal(house, kari, 'invoices')
    expect(words(kari.modal())).toContain('Fakturainformasjonen er lagret.')
    expect(await saved()).toMatchObject({
      invoiceOrganisationNumber: kystverdi,
      invoiceName: organisations.kystverdi.name,
      address: 'Eksempelgata 1, 0001 Eksempelby',
      reference: 'IKT-2026',
      email: null,
      version: 1,
    })
    await kari.click({ action_id: 'invoices.edit' })
    await untilModal(house, kari, 'invoice-edit')
    await kari.submit({ ...good, invoice_email: '<mailto:faktura@kystverdi.example|faktura@kystverdi.example>' })
    await untilModal(house, kari, 'invoices')
    expect(await saved()).toMatchObject({ email: 'faktura@kystverdi.example', version: 2 })
    await kari.click({ action_id: 'invoices.remove' })
    await house.slack.workspace.until(() => words(kari.modal()).includes('Fakturainformasjonen er fjernet'), 4_000)
    expect(await saved()).toBeNull()
    const lines = (stored(house).audit ?? []).filter((row) => String(row.action).startsWith('invoice.'))
    expect(lines.map(({ action }) => action)).toEqual(['invoice.save', 'invoice.save', 'invoice.remove'])
  })

  it.each([
    ['letters', { invoice_organisation_number: 'abc' }, 'invoice_organisation_number', 'ikke et gyldig'],
    [
      'a wrong check digit',
      { invoice_organisation_number: '310000018' },
      'invoice_organisation_number',
      'ikke et gyldig',
    ],
    ['a sub-unit', { invoice_organisation_number: invented.firstSubUnit }, 'invoice_organisation_number', 'underenhet'],
    ['a deleted unit', { invoice_organisation_number: invented.deleted }, 'invoice_organisation_number', 'slettet'],
    ['a removed unit', { invoice_organisation_number: invented.removed }, 'invoice_organisation_number', 'fjernet'],
    ['a long address', { invoice_address: 'a'.repeat(501) }, 'invoice_address', 'høyst 500'],
    ['a reference of two lines', { invoice_reference: 'a\r\nBcc: b@c.no' }, 'invoice_reference', 'én linje'],
    ['half an address', { invoice_email: 'faktura' }, 'invoice_email', 'én e-postadresse'],
  ])('says at the field what is wrong: %s', async (_, wrong, field, part) => {
    await openForm(kari)
    const { errors } = await kari.submit({ ...good, ...wrong })
    expect(errors?.[field]).toContain(part)
    expect(await saved()).toBeNull()
  })

  it('is saved unverified while the register is down', async () => {
    // later, since the register's answers are kept for a day
    now += 49 * 60 * 60_000
    house.outside.enhetsregisteret.faults.add({ fault: { kind: 'status', status: 503 } })
    await openForm(kari)
    await kari.submit(good)
    await untilModal(house, kari, 'invoices')
    expect(words(kari.modal())).toContain('ikke kontrollert')
    expect(await saved()).toMatchObject({ invoiceName: null })
  })

  it('keeps what the first of two saved, and shows it to the second above what they typed', async () => {
    const cecilie = house.as('cecilie')
    await openForm(kari)
    await openForm(cecilie)
    await kari.submit(good)
    await untilModal(house, kari, 'invoices')
    await cecilie.submit({ ...good, invoice_reference: 'OLA-1' })
    await untilModal(house, cecilie, 'invoices')
    expect(words(cecilie.modal())).toContain('Noen andre endret')
    expect(await saved()).toMatchObject({ reference: 'IKT-2026', version: 1 })
  })

  it('draws the settlement year against the threshold, and asks for what is missing from 80 %', async () => {
    const count = (month: string, logins: number, environment: 'test' | 'prod' = 'prod') => ({
      organisationNumber: kystverdi,
      environment,
      month,
      logins,
    })
    await house.world.store.write({}, async (tx) => {
      await tx.saveLoginCounts([
        count('2026-09', 500_000),
        count('2026-10', 90_000),
        count('2026-11', 75_000),
        count('2026-11', 900_000, 'test'),
      ])
      return null
    })
    await kari.command('/contacts invoice')
    const shown = words(newest(kari))
    expect(shown).toContain('data_visualization')
    expect(shown).toMatch(/165.000 av 200.000 innlogginger/)
    expect(shown).toContain('Det mangler fakturainformasjon')
    expect(shown).not.toContain('665')
    now = Date.parse('2027-10-02T10:00:00Z')
    await kari.command('/contacts invoice')
    expect(words(newest(kari))).toContain('2027/28')
    now = Date.parse('2026-11-22T10:00:00Z')
  })
})
