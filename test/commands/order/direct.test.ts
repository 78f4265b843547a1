import { createPrivateKey } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { markOrdersRefused } from '../../../src/jobs/orders-refused.ts'
import { giveHats } from '../../helpers/hats.ts'
import { type House, startHouse } from '../../helpers/house.ts'
import { rsaKey } from '../../helpers/keys.ts'
import { give, ownAdmin } from '../../helpers/own-admin.ts'
import { clearDesks, newest, refusals, untilModal, words } from '../../helpers/walk.ts'
import { bank, commandIn, directValues, draft, look, newestOrder, now, order, press, runWithKey } from './order-walk.ts'

let house: House

beforeAll(async () => {
  house = await startHouse({ outside: true, wait: async () => {} })
  await giveHats(house)
})
afterEach(async () => {
  await clearDesks(house)
  expect(refusals(house)).toEqual([])
})
afterAll(() => house.stop())

describe('an order of direct access', () => {
  it('is what the questions lead to, and its mail has brreg’s own lines', async () => {
    const berit = house.as('berit')
    await berit.command('/test-access ny')
    await untilModal(house, berit, 'test-access-new')
    const answer = async (name: string, value: string) => {
      berit.fill({ [name]: value })
      await berit.click({ action_id: `test-access-new.${name}`, value })
    }
    await answer('purpose', 'read')
    await house.until(() => words(berit.modal()?.blocks).includes('own_right'))
    await answer('own_right', 'yes')
    await house.until(() => words(berit.modal()?.blocks).includes('Vi anbefaler: Direkte tilgang'))
    await berit.submit({ purpose: 'read', own_right: 'yes' })
    await untilModal(house, berit, 'test-access-details')
    await berit.submit(directValues())
    await untilModal(house, berit, 'test-access-preview')
    await berit.submit({})
    await untilModal(house, berit, 'order-card')
    const mail = await house.outside.mailbox.until(({ envelope }) => envelope.to.includes('opendata@brreg.no'))
    const lines = (mail.text ?? '').split('\n')
    for (const line of [
      `Virksomhetens organisasjonsnummer: ${bank.organisation_number}`,
      `Virksomhetens navn: ${bank.name}`,
      'Navn til testansvarlig: Berit Nordang',
      'Epost-adresse til testansvarlig: berit.nordang@eksempelbanken.example',
      'Telefonnummer til testansvarlig: 22 00 00 00',
      'Navn til produksjonsansvarlig: Berit Nordang',
      'Epost-adresse til produksjonsansvarlig: berit.nordang@eksempelbanken.example',
      'Telefonnummer til produksjonsansvarlig: 22 00 00 00',
      'Hvilken hjemmel til utvidet tilgang virksomheten faller inn under: Rapporteringspliktig virksomhet, hvitvaskingsloven § 4 første ledd bokstav a',
    ])
      expect(lines).toContain(line)
    expect(mail.envelope.to).toContain('berit.nordang@eksempelbanken.example')
    expect(mail.headers.map(([name]) => name.toLowerCase())).not.toContain('auto-submitted')
  })

  it.each([
    ['reporting', { purpose: 'report' }, 'opendata@brreg.no'],
    ['another register', { purpose: 'other' }, 'oa-fagstillinger@brreg.no'],
  ])('is not for %s: the way out is an address', async (_, answers, address) => {
    const berit = house.as('berit')
    await berit.command('/test-access new')
    await untilModal(house, berit, 'test-access-new')
    berit.fill(answers)
    await berit.click({ action_id: 'test-access-new.purpose', value: answers.purpose })
    await house.until(() => words(berit.modal()?.blocks).includes(address))
    const outcome = await berit.submit(answers)
    expect(Object.keys(outcome.errors ?? {})).toEqual(['purpose'])
  })

  it('is confirmed for one environment after the other, and done when a token was issued', async () => {
    const admin = await ownAdmin(house, { orgno: bank.organisation_number })
    expect((await give(house, admin)).code).toBe(0)
    const berit = house.as('berit')
    const made = await order(house, berit, 'direct', directValues())
    const { brreg } = house.outside
    const received = await brreg.until(({ kind, state }) => kind === 'direct' && state === 'received')
    await brreg.confirm(received.id, { scope: 'brreg:reelle/rapporteringspliktig', environments: 'test' })
    await look(house, berit, made)
    await press(house, berit, 'confirm', 'order-confirm')
    const nothing = await berit.submit({ scope: 'rapporteringspliktig' })
    expect(Object.keys(nothing.errors ?? {})).toEqual(['environments'])
    await berit.submit({ scope: 'rapporteringspliktig', environments: ['test'] })
    await untilModal(house, berit, 'order-card')
    expect(await now(house, made)).toMatchObject({ state: 'granted', facts: { scope: 'rapporteringspliktig' } })

    await press(house, berit, 'next-steps', 'order-next')
    await berit.click({ action_id: 'order-next.make' })
    await untilModal(house, berit, 'client-new-details')
    const key = rsaKey()
    await berit.submit({ public_key: key.publicJwk })
    await untilModal(house, berit, 'client-created')
    await look(house, berit, made)
    const command = commandIn((await press(house, berit, 'next-steps', 'order-next')).blocks)
    expect(command).not.toContain('consumer_org')
    const pem = createPrivateKey({ key: JSON.parse(key.privateJwk), format: 'jwk' })
    const printed = await runWithKey(command, String(pem.export({ type: 'pkcs8', format: 'pem' })))
    await berit.click({ action_id: 'order-next.outcome' })
    await untilModal(house, berit, 'order-outcome')
    const garbage = await berit.submit({ pasted: 'command not found' })
    expect(Object.keys(garbage.errors ?? {})).toEqual(['pasted'])
    await berit.submit({ pasted: printed })
    await untilModal(house, berit, 'order-card')
    expect(await now(house, made)).toMatchObject({ state: 'in-use', turn: 'nobody' })

    // production comes later, and changes nothing of the test
    await press(house, berit, 'confirm', 'order-confirm')
    await berit.submit({ scope: 'rapporteringspliktig', environments: ['prod'] })
    await untilModal(house, berit, 'order-card')
    const both = await now(house, made)
    expect(both.state).toBe('in-use')
    expect(Object.keys(both.facts.granted).sort()).toEqual(['prod', 'test'])
  })

  it('is asked about and answered in one thread of mails, and refused with its reason', async () => {
    const berit = house.as('berit')
    const made = await order(house, berit, 'direct', directValues({ legal_basis: 'media', legal_basis_letter: null }))
    const { brreg, mailbox } = house.outside
    const received = await brreg.until(({ state }) => state === 'received')
    await brreg.askForMore(received.id, { about: 'legal-basis' })
    await look(house, berit, made)
    await press(house, berit, 'ask-more', 'order-ask-more')
    await berit.submit({ note: 'Hvilken redaksjon gjelder det?' })
    await untilModal(house, berit, 'order-card')
    await press(house, berit, 'answer', 'order-answer')
    expect(words(berit.modal()?.blocks)).toContain('Hvilken redaksjon gjelder det?')
    await berit.submit({ text: 'Det gjelder økonomiredaksjonen.\nHun heter Eva.' })
    await untilModal(house, berit, 'order-card')
    const [first] = await house.world.store.orderMails(made.id)
    const answered = await mailbox.until(({ text }) => (text ?? '').includes('økonomiredaksjonen'))
    expect(answered.references.join(' ')).toContain(first?.id ?? 'no mail')
    expect((await now(house, made)).state).toBe('sent')
    await press(house, berit, 'refuse', 'order-refuse')
    await berit.submit({ note: 'Ingen hjemmel.' })
    await untilModal(house, berit, 'order-card')
    expect(await now(house, made)).toMatchObject({ state: 'rejected', turn: 'nobody' })
    await press(house, berit, 'history', 'order-history')
    expect(words(berit.modal()?.blocks)).toContain('Ingen hjemmel.')
  })

  it('comes back: whoever answers for it is told, and sends it again', async () => {
    const berit = house.as('berit')
    const { mailbox, brreg } = house.outside
    mailbox.faults.add({ to: 'opendata@brreg.no', times: 1, fault: { kind: 'refuse', at: 'rcpt', code: 550 } })
    const before = brreg.orders().length
    const made = await order(house, berit, 'direct', directValues({ legal_basis: 'media', legal_basis_letter: null }))
    const [mail] = await house.world.store.orderMails(made.id)
    await vi.waitFor(async () => {
      expect((await house.world.store.delivery(mail?.id ?? ''))?.state).toBe('failed')
    })
    expect(await markOrdersRefused(house.world)).toBe(1)
    expect(await now(house, made)).toMatchObject({ state: 'send-failed', turn: 'orderer' })
    await house.until(() => words(newest(berit)).includes('order-told.show'))
    await look(house, berit, made)
    await berit.click({ action_id: 'order-card.send-again' })
    await brreg.until(({ state }) => state === 'received' && brreg.orders().length > before)
    expect((await now(house, made)).state).toBe('sent')
  })

  it('is cancelled before it was sent, and nothing personal of it is left', async () => {
    const berit = house.as('berit')
    await draft(house, berit, 'direct', directValues({ remark: 'Ring Solveig på sentralbordet' }))
    const made = await newestOrder(house)
    await berit.click({ action_id: 'test-access-preview.cancel' })
    await untilModal(house, berit, 'order-card')
    expect(await now(house, made)).toMatchObject({ state: 'cancelled', content: null, ordererEmail: null })
    await berit.command(`/test-access show ${made.id.toLowerCase()}`)
    expect(words(newest(berit))).not.toContain('Solveig')
  })
})
