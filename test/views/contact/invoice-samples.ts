import { settlementYearFrom } from '../../../src/domain/contact/settlement-year.ts'
import type { Invoice } from '../../../src/domain/contact/types.ts'
import { invoiceEdit } from '../../../views/contact/invoice-edit.ts'
import { type InvoicesData, invoices } from '../../../views/contact/invoices.ts'
import { type UndeliveredData, undelivered } from '../../../views/contact/undelivered.ts'
import { nasty } from '../nasty.ts'
import { type Sample, sample } from '../sample.ts'

const now = Date.parse('2026-11-22T13:32:00Z')
const organisation = { number: '310000019', name: nasty.name }
const year = settlementYearFrom(2026)

const own: Invoice = {
  organisationNumber: '310000019',
  client: null,
  invoiceOrganisationNumber: '310000019',
  invoiceName: null,
  address: nasty.name,
  reference: nasty.name,
  email: 'faktura@kystverdi.example',
  updatedBy: 'person:T0:U0KARI',
  version: 1,
  createdAt: now,
  updatedAt: now,
}
const ofClient = (clientId: string): Invoice => ({ ...own, client: { environment: 'prod', clientId }, email: null })
const clients = (count: number): InvoicesData['clients'] =>
  Array.from({ length: count }, (_, at) => ({ environment: 'prod', clientId: `client-${at}`, name: nasty.long }))

const whole = {
  year,
  counts: ['10', '11', '12'].map((month) => ({ month: `2026-${month}`, logins: 90_000 })),
}
const data = (over: Partial<InvoicesData> = {}): InvoicesData => ({
  organisation,
  invoices: [],
  clients: [],
  logins: { year, counts: [] },
  missing: false,
  ...over,
})

const row = (over: Partial<UndeliveredData['rows'][number]>): UndeliveredData['rows'][number] => ({
  id: 'row-1',
  kind: 'contact-registered',
  channel: 'mail',
  address: 'kari@etat.no',
  state: 'failed',
  failure: 'refused-recipient',
  failureCode: 550,
  attempts: 1,
  createdAt: now,
  ...over,
})

export const invoiceSamples: Sample[] = [
  sample('no invoice information', (t) => invoices.render(t, data())),
  sample('invoice information', (t) =>
    invoices.render(t, data({ invoices: [own], clients: clients(3), logins: whole, notice: 'saved' })),
  ),
  sample('invoice information, extreme', (t) =>
    invoices.render(
      t,
      data({
        invoices: [own, ...Array.from({ length: 30 }, (_, at) => ofClient(`client-${at}`))],
        clients: clients(100),
        logins: { year, counts: whole.counts.map((one) => ({ ...one, logins: 9_000_000 })) },
        missing: true,
        notice: { ruledOut: 'unit-deleted' },
      }),
    ),
  ),
  sample('form of invoice information', (t) =>
    invoiceEdit.render(t, {
      organisation: '310000019',
      client: { environment: 'prod', clientId: 'client-1' },
      version: 3,
      name: nasty.long,
      invoice: own,
      number: '310000019',
    }),
  ),
  sample('nothing undelivered', (t) =>
    undelivered.render(t, { rows: [], seenAt: 1, page: 0, total: 0, failed: 0, unknown: 0 }),
  ),
  sample('undelivered', (t) =>
    undelivered.render(t, {
      rows: [
        row({}),
        row({ state: 'unknown', failure: 'dropped-after-data', failureCode: null }),
        row({ channel: 'slack', address: 'U0KARI', failure: 'no-recipient', failureCode: null }),
        row({ kind: nasty.name, failure: nasty.name, address: `${'a'.repeat(64)}@${'b'.repeat(180)}.no` }),
        ...Array.from({ length: 8 }, () => row({})),
      ],
      seenAt: 1_800_000_000_000,
      page: 1,
      total: 50,
      failed: 40,
      unknown: 10,
      notice: { failed: 999_999, unknown: 888_888 },
    }),
  ),
]

export const invoiceViews = [invoices, invoiceEdit, undelivered]
