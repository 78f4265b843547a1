import { describe, expect, test } from 'vitest'
import { type PastedContact, readPastedContacts } from '../../../src/domain/contact/paste-list.ts'

const row = (part: Partial<PastedContact>): PastedContact => ({
  line: 1,
  name: '',
  email: '',
  phone: '',
  kind: '',
  language: '',
  ...part,
})
const kari = row({ name: 'Kari Nordmann', email: 'kari@etat.no' })

describe('a pasted list', () => {
  test.each<[string, PastedContact[]]>([
    ['Kari Nordmann, kari@etat.no', [kari]],
    ['Kari Nordmann; kari@etat.no', [kari]],
    ['Kari Nordmann\tkari@etat.no', [kari]],
    ['kari@etat.no\tKari Nordmann', [kari]],
    ['Kari Nordmann <kari@etat.no>', [kari]],
    ['"Kari Nordmann" <kari@etat.no>', [kari]],
    ['Kari Nordmann <<mailto:kari@etat.no|kari@etat.no>>', [kari]],
    ['Kari Nordmann <mailto:kari@etat.no|kari@etat.no>', [kari]],
    ['"Kari Nordmann","kari@etat.no"', [kari]],
    ['kari@etat.no', [row({ email: 'kari@etat.no' })]],
    [
      'Kari Nordmann;kari@etat.no;400 00 000;Teknisk;en',
      [{ ...kari, phone: '400 00 000', kind: 'technical', language: 'en' }],
    ],
    [
      'Kari Nordmann, kari@etat.no, <tel:+4740000000|400>, mailbox',
      [{ ...kari, phone: '+4740000000', kind: 'mailbox' }],
    ],
    ['Navn;E-post\nKari Nordmann;kari@etat.no', [{ ...kari, line: 2 }]],
    ['\r\nKari Nordmann;kari@etat.no\r\n\r\n', [{ ...kari, line: 2 }]],
    ['Kari Nordmann <kari@etat.no>; Ola <ola@etat.no>', [kari, row({ name: 'Ola', email: 'ola@etat.no' })]],
    ['Ola, ola@etat.no, ola@annen.no', [row({ name: 'Ola', email: 'ola@etat.no, ola@annen.no' })]],
    ['Kari uten adresse', [row({ name: 'Kari uten adresse' })]],
    ['', []],
    [' \n ', []],
  ])('%j', (text, contacts) => {
    expect(readPastedContacts(text)).toEqual(contacts)
  })
})
