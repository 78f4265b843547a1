import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { importOrganisations } from '../../src/admin/organisations-import.ts'
import { runAdmin } from '../../src/admin/run.ts'
import { databaseUrl, eachEngine, freshStore } from '../helpers/databases.ts'
import { root } from '../helpers/source.ts'

const header = 'organisation_number,name,domains,language'
const kinn = '820956532,KINN KOMMUNE,kinn.kommune.example,nb'
const faerder = '817263992,FÆRDER KOMMUNE,faerder.kommune.example;*.faerder.example,en'
const file = (...lines: string[]) => `${lines.join('\n')}\n`
const municipalities = () => readFile(join(root, 'sandbox/data/municipalities.csv'), 'utf8')

eachEngine((engine) => {
  describe('organisations import', () => {
    it('takes in all 356 municipalities, letters and shared domains included', async () => {
      const store = await freshStore(engine)
      const csv = await municipalities()
      expect(await importOrganisations({ store }, csv)).toEqual({ ok: true, added: 356, changed: 0, same: 0 })
      expect(await store.organisationCount()).toBe(356)
      for (const line of csv.trim().split('\n').slice(1)) {
        const [number = '', name = '', domain = ''] = line.split(',')
        // one of the names has two spaces in the register
        expect(await store.organisation(number)).toEqual({ number, name: name.replace('  ', ' '), language: 'nb' })
        const owners = await store.organisationsByDomain(domain)
        expect(owners.map((one) => one.number)).toContain(number)
      }
      const shared = await store.organisationsByDomain('heroy.kommune.example')
      expect(shared.map((one) => one.number)).toEqual(['872417982', '964978840'])
    })

    it('changes nothing the second time, and tells what it changed the third', async () => {
      const store = await freshStore(engine)
      const csv = await municipalities()
      await importOrganisations({ store }, csv)
      expect(await importOrganisations({ store }, csv)).toEqual({ ok: true, added: 0, changed: 0, same: 356 })
      const renamed = csv.replace('FÆRDER KOMMUNE,faerder', 'FÆRDER OG TJØME KOMMUNE,ny')
      expect(await importOrganisations({ store }, renamed)).toEqual({ ok: true, added: 0, changed: 1, same: 355 })
      expect(await store.organisationsByDomain('faerder.kommune.example')).toEqual([])
      expect(await store.organisationsByDomain('ny.kommune.example')).toMatchObject([
        { name: 'FÆRDER OG TJØME KOMMUNE' },
      ])
    })

    it('leaves organisations alone that the file does not name', async () => {
      const store = await freshStore(engine)
      await importOrganisations({ store }, file(header, kinn))
      expect(await importOrganisations({ store }, file(header, faerder))).toMatchObject({ ok: true, added: 1 })
      expect(await store.organisationCount()).toBe(2)
    })

    it('imports nothing when one line of many is bad', async () => {
      const store = await freshStore(engine)
      const csv = `${await municipalities()}123456789,FEIL,feil.example,nb\n`
      const outcome = await importOrganisations({ store }, csv)
      expect(outcome).toEqual({
        ok: false,
        faults: [expect.stringMatching(/^line 358, organisation_number: .*"123456789"/)],
      })
      expect(await store.organisationCount()).toBe(0)
    })
  })
})

describe('an organisations file', () => {
  it.each([
    ['with a byte order mark', `\uFEFF${file(header, faerder)}`],
    ['with CRLF', file(header, faerder).replaceAll('\n', '\r\n')],
    ['with quotes', file(header, '"817263992","FÆRDER KOMMUNE","faerder.kommune.example;*.faerder.example","en"')],
    ['with spaces and empty lines', `\n${header}\n\n  ${faerder.replaceAll(',', ' , ')}\n\n`],
    [
      'with its columns in another order',
      'language,domains,name,organisation_number\nen,faerder.kommune.example;*.faerder.example,FÆRDER KOMMUNE,817263992',
    ],
    ['with a header in capitals', file(header.toUpperCase(), faerder)],
    ['with a column too many', file(`${header},note`, `${faerder},hei`)],
    ['with spaces in the number', file(header, faerder.replace('817263992', '817 263 992'))],
  ])('is read %s', async (_what, csv) => {
    const store = await freshStore('sqlite')
    expect(await importOrganisations({ store }, csv)).toEqual({ ok: true, added: 1, changed: 0, same: 0 })
    const kept = { number: '817263992', name: 'FÆRDER KOMMUNE', language: 'en' }
    expect(await store.organisationsByDomain('faerder.kommune.example')).toEqual([kept])
    expect(await store.organisationsByDomain('bygg.faerder.example')).toEqual([kept])
  })

  it.each<[string, string, RegExp[]]>([
    ['that is empty', '', [/^line 1, .*no rows/]],
    ['with a header alone', file(header), [/^line 1, .*no rows/]],
    ['without a header', file(kinn, faerder), Array.from({ length: 4 }, () => /^line 1, .*header lacks this column/)],
    [
      'with semicolons for commas',
      file(header, kinn).replaceAll(',', ';'),
      Array.from({ length: 4 }, () => /^line 1, .*must be organisation_number,name/),
    ],
    ['without a column', 'organisation_number,name,domains\n820956532,KINN,kinn.example', [/^line 1, language: /]],
    [
      'with too few and too many fields',
      file(header, '820956532,KINN', kinn, `${faerder},mer`),
      [/^line 2: 2 fields where the header has 4/, /^line 4: 5 fields/],
    ],
    [
      'with a quote that never ends',
      file(header, '820956532,"KINN,kinn.example,nb', faerder, '1,A,a.example,nb'),
      [/^line 2: the quotes do not match/, /^line 4, organisation_number/],
    ],
    [
      'with bad lines of every kind, in their order',
      file(
        header,
        'x,,,',
        kinn,
        kinn,
        '817263992,FÆRDER,gmail.com;ikke et domene;a.example;a.example,se',
        '964978840,HERØY,heroy.example',
      ),
      [
        /^line 2, organisation_number: not an organisation number.*\(it says "x"\)/,
        /^line 2, name: write the name/,
        /^line 2, domains: write at least one/,
        /^line 4, organisation_number: .*earlier line/,
        /^line 5, domains: anybody can get an address .*"gmail.com"/,
        /^line 5, domains: not a domain.*"ikke et domene"/,
        /^line 5, domains: .*twice/,
        /^line 5, language: write nb or en.*"se"/,
        /^line 6: 3 fields/,
      ],
    ],
  ])('%s is refused line by line', async (_what, csv, expected) => {
    const store = await freshStore('sqlite')
    const outcome = await importOrganisations({ store }, csv)
    const faults = outcome.ok ? [] : outcome.faults
    expect(faults).toEqual(expected.map((one) => expect.stringMatching(one)))
    expect(await store.organisationCount()).toBe(0)
  })
})

describe('npm run admin -- organisations import', () => {
  const admin = async (...argv: string[]) => {
    const said: string[] = []
    const env = {
      DATABASE_URL: await databaseUrl('sqlite'),
      SLACK_BOT_TOKEN: 'xoxb-1',
      SLACK_SIGNING_SECRET: 'a'.repeat(32),
      SECRET_KEY: Buffer.alloc(32, 7).toString('base64'),
    }
    const run = async () => await runAdmin(['organisations', 'import', ...argv], env, (line) => void said.push(line))
    return { said, run }
  }
  const saved = async (name: string, bytes: string | Buffer) => {
    const path = join(inject('databaseFolder'), name)
    await writeFile(path, bytes)
    return path
  }

  it('says what it did, and does it once', async () => {
    const { said, run } = await admin(join(root, 'sandbox/data/municipalities.csv'))
    expect([await run(), await run()]).toEqual([0, 0])
    expect(said).toEqual([
      'Imported: 356 added, 0 changed, 0 as they were.',
      'Imported: 0 added, 0 changed, 356 as they were.',
    ])
  })

  it('says every bad line and that nothing was imported', async () => {
    const { said, run } = await admin(
      await saved('bad.csv', file(header, '1,A,a.example,nb', kinn, '2,B,b.example,nb')),
    )
    expect(await run()).toBe(1)
    expect(said).toEqual([
      expect.stringMatching(/^line 2, /),
      expect.stringMatching(/^line 4, /),
      expect.stringMatching(/^Nothing was imported/),
    ])
  })

  it.each([
    ['no file', async () => []],
    ['two files', async () => ['a.csv', 'b.csv']],
    ['a file that is not there', async () => [join(root, 'nowhere.csv')]],
    [
      'a file of another encoding, whose letters would be lost',
      async () => [await saved('latin.csv', Buffer.from(file(header, faerder), 'latin1'))],
    ],
  ])('answers %s with how it is called', async (_what, files) => {
    const { said, run } = await admin(...(await files()))
    expect(await run()).toBe(2)
    expect(said.join('\n')).toMatch(/npm run admin -- organisations import FILE\.csv$/)
  })
})
