import { describe, expect, it } from 'vitest'
import { organisationDocument } from '../../src/admin/organisation-export.ts'
import { addContact } from '../../src/domain/contact/add-contact.ts'
import { adminProgram } from '../helpers/admin-program.ts'
import { heroy, kinn, user } from '../helpers/belonging-world.ts'
import { contactContent, contactUseWorld } from '../helpers/contact-world.ts'
import { eachEngine } from '../helpers/databases.ts'
import { addMail, addOrder, existing, fictional } from '../store/order-samples.ts'

eachEngine((engine) => {
  it('tells all that is stored of an organisation, and nothing of another one', async () => {
    const { deps, store } = await contactUseWorld(engine)
    for (const [number, email] of [
      [heroy.number, 'kari@heroy.kommune.example'],
      [kinn.number, 'kari@kinn.kommune.example'],
    ] as const) {
      const content = contactContent({ email })
      const asked = { organisationNumber: number, content, user: user('hanne'), once: number, verify: true }
      await addContact(deps, user('hanne'), asked)
      await store.write({}, async (tx) => {
        const invoice = { invoiceOrganisationNumber: number, invoiceName: null, address: 'Gata 1', reference: 'PO 1' }
        await tx.saveInvoice({ organisationNumber: number, client: null }, { ...invoice, email }, 'person:T1:U1', null)
        await tx.saveLoginCounts([{ organisationNumber: number, environment: 'prod', month: '2026-10', logins: 7 }])
        return null
      })
    }
    await store.write({}, async (tx) => {
      await tx.saveClearance({
        user: user('hanne'),
        organisationNumber: heroy.number,
        numberHash: 'the-number-of-hanne',
        keyVersion: deps.vault.keyVersion,
        givenBy: 'program:admin',
        confirmedBy: null,
        expiresAt: deps.now() + 1_000,
      })
      await tx.setOwners(heroy.number, 'prod', 'prod-client', [user('hanne')], 'person:T1:U1')
      return null
    })
    const customer = { number: kinn.number, name: 'Kinn', verified: true }
    await addOrder(store, { organisationNumber: heroy.number, content: existing({ customer }) })
    await addMail(store, { orderId: 'ORD-1' })
    await addOrder(store, { organisationNumber: kinn.number, content: fictional({ remark: 'Hemmelig for Herøy' }) })
    await addMail(store, { id: 'm2', orderId: 'ORD-2' })
    await store.write({}, async (tx) => {
      const code = { orderId: 'ORD-1', customerNumber: kinn.number, expiresAt: deps.now() + 1 }
      await tx.addOrderCode({ ...code, hash: 'the-hash-of-a-code' })
      const yes = { customerNumber: heroy.number, by: user('hanne'), at: 5 }
      await tx.addConsent({ ...yes, orderId: 'ORD-2' })
      await tx.addConsent({ ...yes, orderId: 'ORD-1', customerNumber: kinn.number })
      return null
    })
    const document = await organisationDocument(deps, heroy.number)
    expect(document).toMatchObject({
      exportedAt: deps.now(),
      organisation: { ...heroy, domains: ['heroy.kommune.example'] },
      contacts: [{ email: 'kari@heroy.kommune.example' }],
      invoices: [{ reference: 'PO 1' }],
      logins: [{ month: '2026-10', logins: 7 }],
      clients: [
        { environment: 'test', clientId: 'test-client', owners: [] },
        { environment: 'prod', clientId: 'prod-client', owners: [user('hanne')] },
      ],
      orders: [{ id: 'ORD-1', state: 'draft', events: [{ event: 'draft' }], mails: [{ id: 'm1' }] }],
      consents: [{ orderId: 'ORD-2', customerNumber: heroy.number, by: user('hanne'), at: 5 }],
      deliveries: [{ kind: 'contact-registered', address: 'kari@heroy.kommune.example' }],
    })
    const hanne = document.people.find(({ userId }) => userId === user('hanne').userId)
    expect(hanne).toMatchObject({ email: 'hanne@heroy.kommune.example', clearedUntil: deps.now() + 1_000 })
    const text = JSON.stringify(document)
    expect(text).not.toContain('kinn.kommune.example')
    expect(text).not.toContain('the-number-of-hanne')
    expect(text).not.toMatch(/the-hash-of-a-code|Hemmelig for Herøy/)
  })
})

describe('npm run admin -- organisations export', () => {
  it('writes one JSON document, and is audited', async () => {
    const { run, audit } = await adminProgram()
    const { code, said } = await run('organisations export 310000019')
    expect(code).toBe(0)
    expect(JSON.parse(said)).toMatchObject({
      organisation: { number: '310000019' },
      contacts: [],
      orders: [],
      deliveries: [],
    })
    expect(await audit('organisation.export')).toMatchObject([
      { organisationNumber: '310000019', subject: 'organisation:310000019', actor: { program: 'admin' } },
    ])
  })

  it.each([
    ['organisations export', /name one organisation/],
    ['organisations export 310000019 310000027', /name one organisation/],
    ['organisations export 123456789', /nine digits/],
    ['organisations export 923609016', /not among the imported/],
  ])('answers %s with how it is called', async (line, words) => {
    const { run, audit } = await adminProgram()
    const { code, said } = await run(line)
    expect(code).toBe(2)
    expect(said).toMatch(words)
    expect(await audit('organisation.export')).toEqual([])
  })
})
