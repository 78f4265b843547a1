import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { invented } from '../../../sandbox/enhetsregisteret/invented-units.ts'
import type { Fault } from '../../../sandbox/faults.ts'
import { addContactTo, forgetContacts } from '../../helpers/contacts.ts'
import { type House, organisations, people, startHouse } from '../../helpers/house.ts'
import { type Actor, clearDesks, newest, untilModal, words } from '../../helpers/walk.ts'
import { contactsAt, kystverdi, onlyContact, openAdd, typed } from './contact-walk.ts'

let house: House
let kari: Actor
let ahead = 0

beforeAll(async () => {
  house = await startHouse({ outside: true, wait: async () => {}, now: () => Date.now() + ahead })
  kari = house.as('kari')
})

afterEach(async () => {
  house.slack.faults.clear()
  house.outside.enhetsregisteret.faults.clear()
  await clearDesks(house)
  await forgetContacts(house)
  await forgetInvoice()
  // whatever the others do, Slack has its answer within three seconds
  const late = Object.values(people).flatMap((one) => house.slack.workspace.as(one.id).desk().toasts)
  expect(late).toEqual([])
})

afterAll(async () => {
  await house.stop()
})

const own = { organisationNumber: kystverdi, client: null }
const invoice = () => house.world.store.invoice(own)
const forgetInvoice = async () => {
  const there = await invoice()
  if (there !== null) await house.world.store.write({}, (tx) => tx.forgetInvoice(own, there.version))
}

const good = {
  invoice_organisation_number: kystverdi,
  invoice_address: 'Eksempelgata 1',
  invoice_reference: 'IKT-2026',
  invoice_email: '',
}

const openInvoice = async () => {
  await kari.command('/contacts invoice')
  await kari.click({ action_id: 'invoices.edit' })
  return await untilModal(house, kari, 'invoice-edit')
}

/** What was heard of people and organisations is too old for anything by now. */
const later = () => {
  ahead += 49 * 60 * 60_000
}

const json = (body: unknown, status = 200): Fault => ({
  kind: 'status',
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})

const faults: [string, Fault][] = [
  ['answers after ten seconds', { kind: 'delay', ms: 10_000 }],
  ['never answers', { kind: 'silence' }],
  ['fails', { kind: 'status', status: 500 }],
  ['is asked too often', { kind: 'status', status: 429, headers: { 'retry-after': '60' } }],
  ['hangs up', { kind: 'cut', when: 'after' }],
  ['answers with a page', { kind: 'html', status: 200 }],
]

describe.each([
  ...faults,
  ['talks nonsense', json({ navn: 17 })],
  ['tells of another one', json({ organisasjonsnummer: '974760673', navn: 'REGISTERENHETEN I BRØNNØYSUND' })],
] as [string, Fault][])('a register that %s', (_, fault) => {
  it('keeps nobody from the form, and what is saved is said to be unchecked, and what to do', async () => {
    later()
    house.outside.enhetsregisteret.faults.add({ fault })
    await openInvoice()
    await kari.submit(good)
    await untilModal(house, kari, 'invoices')
    expect(words(kari.modal())).toContain('Fakturainformasjonen er lagret')
    expect(words(kari.modal())).toContain('ikke kontrollert')
    expect(await invoice()).toMatchObject({ ...{ invoiceName: null, reference: 'IKT-2026' }, version: 1 })
    // once it answers again, saving is all that it takes, or the question that is still under way
    house.outside.enhetsregisteret.faults.clear()
    await kari.click({ action_id: 'invoices.edit' })
    await untilModal(house, kari, 'invoice-edit')
    await kari.submit({})
    await untilModal(house, kari, 'invoices')
    const named = { invoiceName: organisations.kystverdi.name, version: 2 }
    await expect.poll(invoice, { timeout: 10_000 }).toMatchObject(named)
    await house.until(() => !words(kari.modal()).includes('ikke kontrollert'))
  })
})

describe('a register that answers after the form was saved', () => {
  /** Once, longer than the form waits. */
  const slowly = () => house.outside.enhetsregisteret.faults.add({ times: 1, fault: { kind: 'delay', ms: 2_000 } })

  it('has its answer shown where “not checked” stood', async () => {
    later()
    slowly()
    await openInvoice()
    await kari.submit(good)
    await untilModal(house, kari, 'invoices')
    expect(words(kari.modal())).toContain('ikke kontrollert')
    await house.until(() => !words(kari.modal()).includes('ikke kontrollert'))
    expect(await invoice()).toMatchObject({ invoiceName: organisations.kystverdi.name, version: 1 })
  })

  it('and does not take the recipient: that is said, also to whoever has closed it', async () => {
    for (const closed of [false, true]) {
      later()
      slowly()
      await openInvoice()
      await kari.submit({ ...good, invoice_organisation_number: invented.deleted })
      await untilModal(house, kari, 'invoices')
      if (closed) await kari.close(undefined, true)
      const shown = () => words(closed ? newest(kari) : kari.modal())
      await house.until(() => shown().includes('Enhetsregisteret svarte etter at du lagret'))
      expect(shown()).toContain('slettet i Enhetsregisteret')
      await clearDesks(house)
      await forgetInvoice()
    }
  })

  it('changes nothing of what somebody saved meanwhile', async () => {
    later()
    slowly()
    await openInvoice()
    await kari.submit(good)
    await untilModal(house, kari, 'invoices')
    const { version = 0 } = (await invoice()) ?? {}
    const other = { invoiceOrganisationNumber: kystverdi, invoiceName: null, address: 'A', reference: 'B', email: null }
    await house.world.store.write({}, async (tx) => {
      await tx.saveInvoice(own, other, 'person:T1:U1', version)
      return null
    })
    await expect.poll(() => house.outside.enhetsregisteret.faults.list()).toMatchObject([{ times: 0 }])
    await house.restart()
    expect(await invoice()).toMatchObject({ reference: 'B', invoiceName: null })
  })
})

describe.each([...faults, ['talks nonsense', json({ ok: true, user: 17 })]] as [string, Fault][])(
  'a Slack that %s',
  (_, fault) => {
    it('of who somebody is: invoice information is not saved, and stays as it was typed', async () => {
      await openInvoice()
      later()
      house.slack.faults.add({ path: /users\.info/, fault })
      await kari.submit(good)
      await untilModal(house, kari, 'error')
      expect(await invoice()).toBeNull()
      house.slack.faults.clear()
      await kari.close()
      expect(kari.modal()?.callback_id).toBe('invoice-edit')
      await kari.submit({})
      await untilModal(house, kari, 'invoices')
      expect(await invoice()).toMatchObject({ reference: 'IKT-2026' })
    })

    it('of who somebody is: nobody is added, changed or removed', async () => {
      const { id } = await addContactTo(house)
      await openAdd(house, kari)
      later()
      house.slack.faults.add({ path: /users\.info/, fault })
      await kari.submit(typed())
      await untilModal(house, kari, 'error')
      await kari.close(undefined, true)
      house.slack.faults.clear()
      for (const verb of ['edit', 'remove']) {
        await kari.command(`/contacts ${verb} ${id}`)
        await untilModal(house, kari, `contact-${verb}`)
        later()
        house.slack.faults.add({ path: /users\.info/, fault })
        await kari.submit(verb === 'edit' ? { name: 'En annen' } : {})
        await untilModal(house, kari, 'error')
        house.slack.faults.clear()
        await kari.close(undefined, true)
      }
      expect(await contactsAt(house)).toMatchObject([{ id, name: 'Vaktsentralen' }])
    })

    it('of whose address it is: the contact is saved, and only mail reaches it', async () => {
      house.slack.faults.add({ path: /users\.lookupByEmail/, fault })
      await openAdd(house, kari)
      await kari.submit(typed({ email: 'bente.lid@kystverdi.example' }))
      await untilModal(house, kari, 'contact-saved')
      expect(await onlyContact(house)).toMatchObject({ email: 'bente.lid@kystverdi.example', user: null })
    })
  },
)

describe.each(faults.filter(([name]) => name !== 'is asked too often'))('a Slack that %s', (_, fault) => {
  it('when a form is to be opened: it is said, in the answer to what was clicked', async () => {
    await kari.command('/contacts invoice')
    house.slack.faults.add({ path: /views\.(open|push)/, fault })
    await kari.click({ action_id: 'invoices.edit' })
    await house.until(() => /Slack svarte ikke|Vi fikk ikke vist/.test(words(newest(kari))))
    expect(await invoice()).toBeNull()
  })
})
