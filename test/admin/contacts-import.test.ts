import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { organisations } from '../../sandbox/world.ts'
import { exportContacts } from '../../src/admin/contacts-export.ts'
import { importContactsFile } from '../../src/admin/contacts-import.ts'
import { contactColumns } from '../../src/domain/contact/contacts-csv.ts'
import { adminProgram } from '../helpers/admin-program.ts'
import { heroy } from '../helpers/belonging-world.ts'
import { contactUseWorld } from '../helpers/contact-world.ts'
import { eachEngine } from '../helpers/databases.ts'

const header = contactColumns.join(',')
const file = (...lines: string[]) => `${lines.join('\n')}\n`
const person = (at: number, number = heroy.number) =>
  `${number},,Kari Nummer ${String.fromCharCode(65 + (at % 26))},kari${at}@heroy.kommune.example,,technical,nb`
const quietly = { verify: false }

eachEngine((engine) => {
  describe('contacts import', () => {
    it('of 10 000 lines with 3 bad ones names each, and imports none', async () => {
      const { deps, store } = await contactUseWorld(engine)
      const lines = Array.from({ length: 10_000 }, (_, at) => person(at))
      lines[16] = `${heroy.number},,Kari,kari.example,,technical,nb`
      lines[5_000] = `${heroy.number},,Kari Nordmann,k@heroy.kommune.example,12,technical,nb`
      lines[9_999] = `${heroy.number},,Kari Nordmann`
      expect(await importContactsFile(deps, file(header, ...lines), quietly)).toEqual({
        ok: false,
        faults: [
          'line 18, email: not an e-mail address; write kari@etat.no (it says "kari.example")',
          'line 5002, phone: the number is too short; short ones can not be called from everywhere (it says "12")',
          'line 10001: 3 fields where the header has 7',
        ],
      })
      expect(await store.contactsOf(heroy.number)).toEqual([])
    })

    it('gives back what it took in, byte for byte, and takes that for what it has', async () => {
      const { deps, store, pass } = await contactUseWorld(engine)
      const lines = [
        `${heroy.number},,"Driftsvakt, ""døgnet rundt""",vakt@heroy.kommune.example,,mailbox,nb`,
        `${heroy.number},test,Ola Nordmann,ola@heroy.kommune.example,+4740000001,functional,en`,
        `${heroy.number},prod-client,Åse Ås,ase+varsel@leverandor.example,400 00 000,supplier,`,
        `${heroy.number},test-client,Åse Ås,ASE+varsel@leverandor.example,0047 400 00 000,supplier,nb`,
      ]
      expect(await importContactsFile(deps, file(header, ...lines), quietly)).toMatchObject({ ok: true, added: 3 })
      const csv = await exportContacts(deps, null)
      expect(await importContactsFile(deps, csv, { verify: true })).toEqual({
        ok: true,
        added: 0,
        changed: 0,
        same: 3,
        leftBefore: [],
      })
      pass(1_000)
      expect(await exportContacts(deps, heroy.number)).toBe(csv)
      expect(csv.split('\r\n')[0]).toBe(header)
      const trail = await store.auditLines({ organisationNumber: null, size: 20 })
      expect(trail.filter(({ action }) => action === 'contacts.export')).toMatchObject([
        { organisationNumber: heroy.number, values: { after: { contacts: 3 } } },
        { organisationNumber: null, values: { after: { contacts: 3 } } },
      ])
    })
  })
})

describe('a contacts file', () => {
  it.each<[string, string, RegExp[]]>([
    ['that is empty', '', [/^line 1, .*no rows/]],
    [
      'without a column',
      'organisation_number,name\n1,Kari',
      Array.from({ length: 5 }, () => /^line 1, .*header lacks/),
    ],
    ['with a quote that never ends', file(header, `${heroy.number},,"Kari`), [/^line \d: the quotes do not match/]],
    [
      'with quotes that do not match, and other bad lines',
      file(
        header,
        `${heroy.number},,"Kari Nordmann,k@heroy.kommune.example,,technical,nb`,
        `${heroy.number},,"Ola Nordmann",ola.example,,technical,nb`,
        `${heroy.number},,Åse "Åse" Ås,a@heroy.kommune.example,,technical,nb`,
        `${heroy.number},,Per Ås,p@heroy.kommune.example,,boss,nb`,
      ),
      [/^line 2: the quotes/, /^line 3, email: /, /^line 4: the quotes/, /^line 5, kind: /],
    ],
    [
      'with a line break in a field',
      file(header, `${heroy.number},,"Kari\nBcc: x@y.example",k@heroy.kommune.example,,technical,nb`),
      [/^line 2, name: it has a line break \(it says "Kari\\nBcc/],
    ],
    [
      'with bad lines of every kind, in their order',
      file(
        header,
        'x,,Kari Nordmann,k@heroy.kommune.example,,technical,nb',
        `${heroy.number},nobody,Kari Nordmann,k@heroy.kommune.example,,technical,nb`,
        `${heroy.number},,K4ri Nordmann,a@b.example;c@d.example,+999123,boss,se`,
        `${heroy.number}`,
        '923609016,,Kari Nordmann,k@heroy.kommune.example,,technical,nb',
      ),
      [
        /^line 2, organisation_number: not an organisation number/,
        /^line 3, client_id: the organisation has no such client/,
        /^line 4, name: .*no digits/,
        /^line 4, email: write one address/,
        /^line 4, phone: /,
        /^line 4, kind: write technical/,
        /^line 4, language: write nb or en/,
        /^line 5: 1 fields/,
        /^line 6, organisation_number: .*not imported yet/,
      ],
    ],
  ])('%s is refused line by line', async (_, csv, expected) => {
    const { deps } = await contactUseWorld('sqlite')
    const outcome = await importContactsFile(deps, csv, quietly)
    expect(outcome.ok ? [] : outcome.faults).toEqual(expected.map((one) => expect.stringMatching(one)))
  })
})

describe('npm run admin -- contacts', () => {
  const { organisation_number: number } = organisations.kystverdi
  const mail = {
    SMTP_URL: 'smtp://127.0.0.1:1',
    MAIL_FROM: 'portvakt@portvakt.example',
    PUBLIC_URL: 'http://127.0.0.1:2',
  }
  const kari = `${number},,Kari Nordmann,kari@kystverdi.example,,technical,nb`
  const program = async (over: Record<string, string> = {}, ...lines: string[]) => {
    const opened = await adminProgram(over)
    const path = join(opened.folder, 'contacts.csv')
    await writeFile(path, file(header, ...(lines.length > 0 ? lines : [kari])))
    const sent = async () => (await opened.store.deliveriesOf(number, 10)).map(({ kind, address }) => [kind, address])
    return { ...opened, path, sent }
  }

  it('imports once, mails nobody, and exports what it has', async () => {
    const { run, path, sent } = await program()
    expect(await run(`contacts import ${path}`)).toMatchObject({
      code: 0,
      said: 'Imported: 1 added, 0 changed, 0 as they were.',
    })
    expect((await run(`contacts import ${path}`)).said).toBe('Imported: 0 added, 0 changed, 1 as they were.')
    expect(await sent()).toEqual([])
    expect((await run('contacts export')).said).toBe(`${header}\r\n${kari}`)
    expect((await run(`contacts export --organisation ${number}`)).said).toBe(`${header}\r\n${kari}`)
    const { organisation_number: other } = organisations.fjordlys
    expect((await run(`contacts export --organisation ${other}`)).said).toBe(header)
  })

  it('with --verify sends those who are new their first mail, once', async () => {
    const { run, path, sent } = await program(mail)
    await run(`contacts import ${path} --verify`)
    await run(`contacts import --verify ${path}`)
    expect(await sent()).toEqual([['contact-registered', 'kari@kystverdi.example']])
  })

  it('says every bad line, and that nothing was imported', async () => {
    const { run, path, store } = await program({}, kari, '1,,,,,,', '2,,,,,,')
    const { code, lines } = await run(`contacts import ${path}`)
    expect(code).toBe(1)
    expect(lines.at(-1)).toMatch(/^Nothing was imported/)
    expect(lines.some((line) => line.startsWith('line 3, '))).toBe(true)
    expect(lines.some((line) => line.startsWith('line 4, '))).toBe(true)
    expect(await store.contactsOf(number)).toEqual([])
  })

  it.each([
    ['contacts import', /name one file/],
    ['contacts import a.csv b.csv', /name one file/],
    ['contacts import nowhere.csv', /nowhere\.csv can't be read/],
    ['contacts import a.csv --verify', /--verify sends mail/],
    ['contacts import a.csv --quick', /--quick/],
    ['contacts export --organisation 1', /nine digits/],
    ['contacts export --organisation 923609016', /not among the imported/],
    ['contacts export a.csv', /a\.csv/],
  ])('answers %s with how it is called', async (line, words) => {
    const { run } = await program()
    const { code, said } = await run(line)
    expect(code).toBe(2)
    expect(said).toMatch(words)
    expect(said).toMatch(/npm run admin -- contacts (import FILE\.csv \[--verify\]|export \[--organisation N\])$/)
  })
})
