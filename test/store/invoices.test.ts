import { expect, it } from 'vitest'
import type { InvoiceContent, InvoiceOf } from '../../src/domain/contact/types.ts'
import { eachEngine, freshStore } from '../helpers/databases.ts'
import { cameTo, effect, oneOfTwenty, org, twenty } from './samples.ts'

const ofAll: InvoiceOf = { organisationNumber: org, client: null }
const ofOne: InvoiceOf = { organisationNumber: org, client: { environment: 'prod', clientId: 'c1' } }

const content = (over: Partial<InvoiceContent> = {}): InvoiceContent => ({
  invoiceOrganisationNumber: '991825827',
  invoiceName: 'DIGDIR',
  address: 'Postboks 1\n0001 Oslo',
  reference: 'Bestilling 1',
  email: null,
  ...over,
})

eachEngine((engine) => {
  it('keeps invoice information of an organisation and of its clients, each with its version', async () => {
    let at = 1
    const store = await freshStore(engine, { now: () => at })
    expect(await store.invoice(ofAll)).toBeNull()
    const first = await effect(store, (tx) => tx.saveInvoice(ofAll, content(), 'person:T01:U01', null))
    const made = { ...ofAll, ...content(), updatedBy: 'person:T01:U01', version: 1, createdAt: 1, updatedAt: 1 }
    expect(first).toEqual(made)
    expect(await store.invoice(ofAll)).toEqual(made)
    expect(await store.invoice(ofOne)).toBeNull()
    const one = await effect(store, (tx) => tx.saveInvoice(ofOne, content({ email: 'f@etat.no' }), 'g', null))
    expect(one).toMatchObject({ ...ofOne, email: 'f@etat.no' })
    at = 2
    const second = await effect(store, (tx) =>
      tx.saveInvoice(ofAll, content({ invoiceName: null, reference: 'R2' }), 'person:T01:U02', 1),
    )
    const changed = { invoiceName: null, reference: 'R2', updatedBy: 'person:T01:U02', version: 2, updatedAt: 2 }
    expect(second).toEqual({ ...made, ...changed })
    expect(await store.invoicesOf(org)).toEqual([second, one])
    expect(await store.invoicesOf('2')).toEqual([])
    expect(await store.invoice({ organisationNumber: org, client: { environment: 'test', clientId: 'c1' } })).toBeNull()
  })

  it('lets one of 20 through who all saw the same, or none', async () => {
    const store = await freshStore(engine)
    const each = (expected: number | null) =>
      Array.from({ length: 20 }, (_, i) =>
        effect(store, (tx) => tx.saveInvoice(ofOne, content({ reference: `R${i}` }), 'g', expected)),
      )
    expect(await cameTo(each(null))).toEqual(oneOfTwenty)
    expect(await cameTo(each(1))).toEqual(oneOfTwenty)
    expect((await store.invoice(ofOne))?.version).toBe(2)
    const gone = effect(store, (tx) => tx.saveInvoice(ofAll, content(), 'g', 1))
    await expect(gone).rejects.toMatchObject({ code: 'changed-meanwhile' })
  })

  it('names the recipient of the version that was read, which stays', async () => {
    const store = await freshStore(engine)
    await effect(store, (tx) => tx.saveInvoice(ofAll, content({ invoiceName: null }), 'g', null))
    expect(await effect(store, (tx) => tx.nameRecipient(ofAll, 2, 'DIGDIR'))).toBe(false)
    expect(await effect(store, (tx) => tx.nameRecipient(ofOne, 1, 'DIGDIR'))).toBe(false)
    expect(await effect(store, (tx) => tx.nameRecipient(ofAll, 1, 'DIGDIR'))).toBe(true)
    expect(await store.invoice(ofAll)).toMatchObject({ invoiceName: 'DIGDIR', version: 1 })
  })

  it('forgets the version that was read, once', async () => {
    const store = await freshStore(engine)
    await effect(store, (tx) => tx.saveInvoice(ofAll, content(), 'g', null))
    await effect(store, (tx) => tx.saveInvoice(ofOne, content(), 'g', null))
    expect(await effect(store, (tx) => tx.forgetInvoice(ofAll, 2))).toBe(false)
    const gone = await twenty(() => effect(store, (tx) => tx.forgetInvoice(ofAll, 1)))
    expect(gone.filter(Boolean)).toHaveLength(1)
    expect((await store.invoicesOf(org)).map(({ client }) => client)).toEqual([ofOne.client])
  })
})
