import { describe, expect, test } from 'vitest'
import { readInvoice, type TypedInvoice } from '../../../src/domain/contact/read-invoice.ts'

const typed: TypedInvoice = {
  organisationNumber: '964 978 840',
  address: 'Storgata 1\r\n6099 Fosnavåg',
  reference: ' 4711 ',
  email: '',
}

describe('invoice information', () => {
  test('comes out normalised, the address on one line', () => {
    expect(readInvoice(typed)).toEqual({
      ok: true,
      content: {
        invoiceOrganisationNumber: '964978840',
        invoiceName: null,
        address: 'Storgata 1, 6099 Fosnavåg',
        reference: '4711',
        email: null,
      },
    })
  })

  test.each<[Partial<TypedInvoice>, string[]]>([
    [{ organisationNumber: '964978841' }, ['invoice_organisation_number number']],
    [{ address: ' \n ' }, ['invoice_address address']],
    [{ address: 'a'.repeat(501) }, ['invoice_address address']],
    [{ address: 'Storgata\u202e 1' }, ['invoice_address address']],
    [{ reference: '' }, ['invoice_reference reference']],
    [{ reference: '1'.repeat(101) }, ['invoice_reference reference']],
    [{ reference: '1\r\n2' }, ['invoice_reference reference']],
    [{ email: 'faktura' }, ['invoice_email email']],
    [
      { email: 'faktura@etat.no\r\nBcc: x@y.no', reference: '' },
      ['invoice_reference reference', 'invoice_email email'],
    ],
  ])('%j is refused', (part, faults) => {
    const read = readInvoice({ ...typed, ...part })
    expect(read.ok ? [] : read.faults.map(({ field, code }) => `${field} ${code}`)).toEqual(faults)
  })
})
