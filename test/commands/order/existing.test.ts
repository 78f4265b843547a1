import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { giveHats } from '../../helpers/hats.ts'
import { type House, startHouse } from '../../helpers/house.ts'
import { clearDesks, newest, refusals, untilModal, words } from '../../helpers/walk.ts'
import {
  bank,
  directValues,
  draft,
  existingValues,
  fill,
  look,
  newestOrder,
  now,
  order,
  press,
  supplier,
} from './order-walk.ts'

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

/** The code in the message that the supplier forwards, in the modal in front. */
const codeIn = (shown: unknown): string => {
  const [code] = /\b[0-9A-Z]{4}-[0-9A-Z]{4}\b/.exec(words(shown)) ?? []
  if (code === undefined) throw new Error('there is no code')
  return code
}

/** A supplier's draft whose customer has to say yes, and the code for it. */
const asked = async () => {
  const sindre = house.as('sindre')
  await draft(house, sindre, 'existing', existingValues())
  const made = await newestOrder(house)
  await sindre.click({ action_id: 'test-access-preview.ask' })
  await untilModal(house, sindre, 'order-customer-message')
  await sindre.click({ action_id: 'order-customer-message.code' })
  await house.until(() => /\b[0-9A-Z]{4}-[0-9A-Z]{4}\b/.test(words(sindre.modal()?.blocks)))
  return { made, code: codeIn(sindre.modal()?.blocks) }
}

const typeCode = async (who: 'berit' | 'kari', code: string) => {
  const actor = house.as(who)
  await actor.command('/test-access')
  await untilModal(house, actor, 'order-browser')
  await actor.click({ action_id: 'order-browser.code' })
  await untilModal(house, actor, 'order-code')
  return await actor.submit({ code })
}

describe('an order with an existing customer', () => {
  it('waits for the customer, who lets it be seen by a code, and goes on when brreg has confirmed the customer', async () => {
    const { made, code } = await asked()
    const sindre = house.as('sindre')
    await sindre.click({ action_id: 'order-customer-message.wait' })
    await untilModal(house, sindre, 'order-card')
    expect(await now(house, made)).toMatchObject({ state: 'waiting-for-customer', turn: 'customer' })

    // another organisation learns nothing of it; the customer's own member sees who asks and what is shared
    expect(Object.keys((await typeCode('kari', code)).errors ?? {})).toEqual(['code'])
    await typeCode('berit', code.toLowerCase().replace('-', ' '))
    const berit = house.as('berit')
    const consent = words((await untilModal(house, berit, 'order-consent')).blocks)
    for (const part of [supplier.name, supplier.organisation_number, bank.name, 'TT02']) expect(consent).toContain(part)
    expect(consent).not.toContain('sindre.kvam')
    await berit.submit({})
    await untilModal(house, berit, 'order-consented')
    expect((await now(house, made)).state).toBe('waiting-for-customer')
    await berit.close(undefined, true)
    // used up
    expect(Object.keys((await typeCode('berit', code)).errors ?? {})).toEqual(['code'])
    await berit.close(undefined, true)

    // the customer's own access; the supplier's order moves on by itself, and its orderer is told
    const own = await order(house, berit, 'direct', directValues())
    const { brreg, altinn } = house.outside
    const direct = await brreg.until(({ kind }) => kind === 'direct')
    await brreg.confirm(direct.id, { scope: 'brreg:reelle/rapporteringspliktig' })
    await look(house, berit, own)
    await press(house, berit, 'confirm', 'order-confirm')
    await berit.submit({ scope: 'rapporteringspliktig', environments: ['test', 'prod'] })
    await untilModal(house, berit, 'order-card')
    expect(await now(house, made)).toMatchObject({
      state: 'draft',
      facts: { proof: { how: 'customer', orderId: own.id } },
    })
    await house.until(() => words(sindre.messages()).includes('order-told.show'))

    // now it may be sent, and brreg does its part
    await look(house, sindre, made)
    await press(house, sindre, 'preview', 'test-access-preview')
    await sindre.submit({})
    await untilModal(house, sindre, 'order-card')
    const received = await brreg.until(({ kind }) => kind === 'existing')
    expect(received.missing).toEqual([])
    const delivered = await brreg.deliver(received.id)
    await look(house, sindre, made)
    await press(house, sindre, 'deliver', 'order-deliver')
    await sindre.submit({})
    await untilModal(house, sindre, 'order-card')
    expect(await now(house, made)).toMatchObject({ state: 'ready-to-delegate', turn: 'customer' })
    altinn.delegate({
      environment: 'test',
      as: delivered.made?.person.pid ?? '',
      from: bank.organisation_number,
      to: supplier.organisation_number,
      scope: 'brreg:reelle/rapporteringspliktig',
    })
    await sindre.click({ action_id: 'order-card.delegated' })
    await house.until(() => words(sindre.modal()?.blocks).includes('order-card.outcome'))

    // production goes beside it, without a mail
    const mails = (await house.world.store.orderMails(made.id)).length
    await press(house, sindre, 'production', 'order-production')
    await sindre.submit({ production: 'delegated' })
    await untilModal(house, sindre, 'order-card')
    expect(await now(house, made)).toMatchObject({ state: 'delegated', facts: { production: 'delegated' } })
    expect(await house.world.store.orderMails(made.id)).toHaveLength(mails)
  })

  it('is not sent before anybody confirmed the customer, also by a forged submission', async () => {
    const { made } = await asked()
    const sindre = house.as('sindre')
    await sindre.close(undefined, true)
    await look(house, sindre, made)
    const preview = await press(house, sindre, 'preview', 'test-access-preview')
    expect(preview.submit).toBeUndefined()
    expect(await house.world.store.orderMails(made.id)).toEqual([])
  })

  it('takes what the customer has told, with its day, and takes no day of tomorrow', async () => {
    const { made } = await asked()
    const sindre = house.as('sindre')
    await look(house, sindre, made)
    await press(house, sindre, 'customer-said', 'order-customer-said')
    const future = await sindre.submit({ confirmed_on: '2999-01-01', environments: ['test'] })
    expect(Object.keys(future.errors ?? {})).toEqual(['confirmed_on'])
    await sindre.submit({ confirmed_on: '2026-11-02', environments: ['test'], scope: 'media' })
    await untilModal(house, sindre, 'order-card')
    expect((await now(house, made)).facts.proof).toMatchObject({
      how: 'said',
      confirmedOn: '2026-11-02',
      scope: 'media',
    })
  })

  it('loses the customer’s yes when it is taken back, and waits again', async () => {
    const { made, code } = await asked()
    await typeCode('berit', code)
    const berit = house.as('berit')
    await untilModal(house, berit, 'order-consent')
    await berit.submit({})
    await untilModal(house, berit, 'order-consented')
    expect((await now(house, made)).facts.proof).not.toBeNull()
    await berit.click({ action_id: 'order-consented.consents' })
    await untilModal(house, berit, 'order-consents')
    await berit.click({ action_id: 'order-consents.withdraw', value: JSON.stringify({ consent: made.id }) })
    await house.until(() => !words(berit.modal()?.blocks).includes(made.id))
    expect((await now(house, made)).facts.proof).toBeNull()
  })

  it('guesses at codes are counted: after ten wrong ones none is looked at', async () => {
    const { code } = await asked()
    // one more may have been wrong before
    for (let guess = 0; guess < 10; guess += 1) {
      await typeCode('berit', 'ZZZZ-ZZZZ')
      await house.as('berit').close(undefined, true)
    }
    const outcome = await typeCode('berit', code)
    expect(outcome.errors).toBeUndefined()
    expect(house.as('berit').modal()?.callback_id).not.toBe('order-consent')
  })

  it.each([
    [
      'the supplier itself',
      { customer_organisation_number: supplier.organisation_number },
      'customer_organisation_number',
    ],
    ['no number', { customer_organisation_number: '12345' }, 'customer_organisation_number'],
    ['a number that nobody has', { customer_organisation_number: '899999991' }, 'customer_organisation_number'],
    [
      'a synthetic number that the register does not know',
      { customer_organisation_number: '312345676' },
      'customer_organisation_number',
    ],
    ['another supplier than one is', { supplier_organisation_number: '310000019' }, 'supplier_organisation_number'],
    ['a phone that is too short', { customer_test_contact_phone: '123' }, 'customer_test_contact_phone'],
    ['an address that is none', { customer_test_contact_email: 'berit(at)banken' }, 'customer_test_contact_email'],
    ['a national identity number', { remark: 'Hun har 13853448138' }, 'remark'],
  ])('refuses %s at its field', async (_, values, field) => {
    const outcome = await fill(house.as('sindre'), house, 'existing', existingValues(values))
    expect(Object.keys(outcome.errors ?? {})).toEqual([field])
  })

  it('shows nothing of another organisation’s orders, by whatever way somebody asks', async () => {
    const { made } = await asked()
    const kari = house.as('kari')
    const answers = []
    for (const id of [made.id, 'ORD-999999']) {
      await kari.command(`/test-access show ${id}`)
      answers.push(
        words(newest(kari)?.blocks).replaceAll(/"(?:block_id|value)":"(?:[^"\\]|\\.)*"|Vår referanse: \S+/g, ''),
      )
    }
    expect(new Set(answers).size).toBe(1)
    await kari.command(`/test-access list ${supplier.organisation_number}`)
    expect(words(newest(kari))).not.toContain(made.id)
    const outside = house.as('ukjent')
    await outside.command('/test-access new')
    expect(words(newest(outside))).toContain('Vi kjenner deg ikke')
  })
})
