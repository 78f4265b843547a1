import { describe, expect, test } from 'vitest'
import { readContact, type TypedContact } from '../../../src/domain/contact/read-contact.ts'
import { readMailboxName, readPersonName } from '../../../src/domain/contact/read-person-name.ts'
import { readScope } from '../../../src/domain/contact/read-scope.ts'

describe('a name', () => {
  test.each([
    ['Kari Nordmann', false],
    ['  Kari \u00a0 Nordmann ', false, 'Kari Nordmann'],
    ['Ánne-Márjá O’Hara (vakt)', false],
    ['王 小明明明', false],
    ['Kari', true],
    ['RU BU', true],
    ['ÁČ Đ', true],
    ['Zoe\u0308 Nordmann', false, 'Zo\u00eb Nordmann'],
  ] as const)('%j is read; looked at twice: %s', (typed, short, name: string = typed) => {
    expect(readPersonName(typed)).toEqual({ ok: true, name, short })
  })

  test.each([
    ['', 'empty'],
    ['\u200b ', 'empty'],
    ['K', 'too-short'],
    ['K'.repeat(121), 'too-long'],
    ['Kari 2', 'digits'],
    ['Kari\nNordmann', 'line-break'],
    ['Kari\r\nBcc: x@y.no', 'line-break'],
    ['Kari\u202eNordmann', 'characters'],
    ['Kari\u0000Nordmann', 'characters'],
    ['<script>', 'characters'],
    ['--', 'characters'],
  ] as const)('%j is refused as %s', (typed, code) => {
    expect(readPersonName(typed)).toEqual({ ok: false, code })
  })

  test('of a mailbox may be anything that stands on one line', () => {
    expect(readMailboxName('Driftsvakt 24/7')).toMatchObject({ ok: true, name: 'Driftsvakt 24/7' })
    expect(readMailboxName('Drift\nvakt')).toEqual({ ok: false, code: 'line-break' })
    expect(readMailboxName('')).toEqual({ ok: false, code: 'empty' })
  })
})

const clients = [
  { environment: 'prod', clientId: 'p1' },
  { environment: 'test', clientId: 't1' },
] as const

describe('what a contact applies to', () => {
  test.each([
    [['organisation'], { ok: true, scope: 'organisation', clients: [] }],
    [['prod'], { ok: true, scope: 'prod', clients: [] }],
    [['t1', 'p1', 't1'], { ok: true, scope: 'clients', clients }],
    [[], { ok: false, code: 'scope-none' }],
    [[' '], { ok: false, code: 'scope-none' }],
    [['organisation', 'p1'], { ok: false, code: 'scope-mixed' }],
    [['test', 'prod'], { ok: false, code: 'scope-mixed' }],
    [['p1', 'p2'], { ok: false, code: 'client-unknown' }],
    [['no client'], { ok: false, code: 'scope' }],
  ])('%j is read', (values, read) => {
    expect(readScope(values, clients)).toEqual(read)
  })
})

const typed: TypedContact = {
  name: 'Kari Nordmann',
  email: 'kari@etat.no',
  phone: '40 00 00 00',
  kind: 'technical',
  language: 'nb',
  appliesTo: ['organisation'],
}
const about = { clients, domains: ['etat.no', '*.dept.no'] }

describe('a contact', () => {
  test('comes out normalised', () => {
    expect(readContact(typed, about)).toEqual({
      ok: true,
      warnings: [],
      content: {
        name: 'Kari Nordmann',
        email: 'kari@etat.no',
        phone: '+4740000000',
        kind: 'technical',
        language: 'nb',
        scope: 'organisation',
        clients: [],
      },
    })
  })

  test('tells every fault at once, by its field', () => {
    const wrong = { name: '', email: 'kari', phone: '112', kind: 'boss', language: 'nn', appliesTo: [] }
    expect(readContact(wrong, about)).toEqual({
      ok: false,
      faults: [
        { field: 'name', code: 'empty' },
        { field: 'email', code: 'form' },
        { field: 'phone', code: 'short' },
        { field: 'kind', code: 'kind' },
        { field: 'language', code: 'language' },
        { field: 'applies_to', code: 'scope-none' },
      ],
    })
  })

  test.each<[Partial<TypedContact>, string[]]>([
    [{ email: 'kari@gmail.com' }, ['free-mail']],
    [{ email: 'kari@lev.example' }, ['other-domain']],
    [{ email: 'kari@dept.no' }, ['other-domain']],
    [{ email: 'kari@a.dept.no' }, []],
    [{ phone: '80000001' }, ['special-number']],
    [{ phone: '02000' }, ['switchboard']],
    [{ name: 'Kari' }, ['short-name']],
    [{ name: 'Vakt', kind: 'mailbox' }, []],
  ])('%j is taken with the warnings %j', (part, warnings) => {
    expect(readContact({ ...typed, ...part }, about)).toMatchObject({ ok: true, warnings })
  })
})
