import { expect, it } from 'vitest'
import { addContact } from '../../src/domain/contact/add-contact.ts'
import { lookAtThresholds } from '../../src/jobs/contacts-thresholds.ts'
import { heroy, kinn, user } from '../helpers/belonging-world.ts'
import { contactContent, contactUseWorld } from '../helpers/contact-world.ts'
import { eachEngine } from '../helpers/databases.ts'

const day = 24 * 60 * 60_000

eachEngine((engine) => {
  it('tells a contact who came after the import, and asks for invoice information until it is there', async () => {
    const { deps, store, pass, sent } = await contactUseWorld(engine)
    const logins = (organisationNumber: string, count: number) =>
      ({ organisationNumber, environment: 'prod', month: '2026-10', logins: count }) as const
    await store.write({}, async (tx) => {
      await tx.saveLoginCounts([logins(heroy.number, 170_000), logins(kinn.number, 159_999)])
      return null
    })
    expect(await lookAtThresholds(deps)).toBe(0)
    for (const organisation of [heroy, kinn]) {
      const asked = { organisationNumber: organisation.number, content: contactContent(), user: null, verify: false }
      await addContact(deps, user('hanne'), { ...asked, once: organisation.number })
    }
    expect(await lookAtThresholds(deps)).toBe(1)
    const kari = 'kari@heroy.kommune.example'
    expect(await sent()).toEqual([`invoice-missing ${kari}`, `logins-threshold ${kari}`])
    pass(13 * day)
    expect(await lookAtThresholds(deps)).toBe(0)
    pass(2 * day)
    expect(await lookAtThresholds(deps)).toBe(1)
    expect(await sent()).toEqual([`invoice-missing ${kari}`, `invoice-missing ${kari}`, `logins-threshold ${kari}`])
    const invoice = { invoiceOrganisationNumber: heroy.number, invoiceName: null, address: 'Gata 1', reference: '1' }
    await store.write({}, async (tx) => {
      await tx.saveInvoice({ organisationNumber: heroy.number, client: null }, { ...invoice, email: null }, 'x', null)
      return null
    })
    pass(30 * day)
    expect(await lookAtThresholds(deps)).toBe(0)
    expect(await sent(kinn.number)).toEqual([])
  })

  it('goes on asking for what the year that has ended is invoiced by, to the end of the calendar year', async () => {
    const { deps, store, pass, sent } = await contactUseWorld(engine)
    const organisationNumber = heroy.number
    await store.write({}, async (tx) => {
      await tx.saveLoginCounts([{ organisationNumber, environment: 'prod', month: '2026-09', logins: 170_000 }])
      return null
    })
    const asked = { organisationNumber, content: contactContent(), user: null, verify: false, once: 'add' }
    await addContact(deps, user('hanne'), asked)
    const asks = async () => {
      await lookAtThresholds(deps)
      return (await sent()).filter((line) => line.startsWith('invoice-missing')).length
    }
    expect([await asks(), await asks()]).toEqual([1, 1])
    pass(15 * day)
    expect(await asks()).toBe(2)
    pass(60 * day)
    expect(await asks()).toBe(2)
  })
})
