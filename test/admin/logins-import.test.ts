import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importLoginsFile } from '../../src/admin/logins-import.ts'
import { addContact } from '../../src/domain/contact/add-contact.ts'
import { adminProgram } from '../helpers/admin-program.ts'
import { heroy, user } from '../helpers/belonging-world.ts'
import { contactContent, contactUseWorld } from '../helpers/contact-world.ts'
import { eachEngine } from '../helpers/databases.ts'

const header = 'organisation_number,environment,month,logins'
const file = (...lines: string[]) => [header, ...lines, ''].join('\n')
const month = (name: string, logins: number, environment = 'prod') => `${heroy.number},${environment},${name},${logins}`

eachEngine((engine) => {
  describe('logins import', () => {
    it('replaces a month, counts production alone, and tells at 80 and 100 % once each', async () => {
      const { deps, store, sent } = await contactUseWorld(engine)
      const asked = { organisationNumber: heroy.number, content: contactContent(), user: null }
      await addContact(deps, user('hanne'), { ...asked, once: 'add', verify: false })
      const take = (...lines: string[]) => importLoginsFile(deps, file(...lines))
      const sum = async () => (await store.loginSums('2026-10', '2027-09'))[0]?.logins
      expect(await take(month('2026-10', 159_999), month('2026-10', 900_000, 'test'))).toEqual({
        ok: true,
        added: 2,
        changed: 0,
        same: 0,
        told: [],
      })
      expect(await sent()).toEqual([])
      const passed = (percent: number) => [{ organisationNumber: heroy.number, percent }]
      expect(await take(month('2026-10', 160_000))).toMatchObject({ changed: 1, told: passed(80) })
      expect(await sum()).toBe(160_000)
      expect(await take(month('2026-10', 160_000))).toMatchObject({ same: 1, told: [] })
      expect(await take(month('2026-11', 40_000))).toMatchObject({ added: 1, told: passed(100) })
      expect((await sent()).filter((one) => one.startsWith('logins-threshold'))).toHaveLength(2)
    })
  })
})

it.each<[string, string, RegExp[]]>([
  ['that is empty', '', [/^line 1, .*no rows/]],
  ['without a column', 'organisation_number,month\n1,2', [/^line 1, environment/, /^line 1, logins/]],
  [
    'with bad lines of every kind, in their order',
    file(
      'x,prod,2026-10,1',
      month('2026-13', 1),
      month('2027-06', 1),
      month('2026-10', 1, 'demo'),
      month('2026-10', 1),
      month('2026-10', 2),
      `${heroy.number},prod,2026-11,-4`,
      heroy.number,
    ),
    [
      /^line 2, organisation_number: not an organisation number/,
      /^line 3, month: write a month/,
      /^line 4, month: this month has not begun/,
      /^line 5, environment: write test or prod/,
      /^line 7, month: an earlier line/,
      /^line 8, logins: .*digits \(it says "-4"\)/,
      /^line 9: 1 fields/,
    ],
  ],
  ['of an organisation we do not have', file('923609016,prod,2026-10,1'), [/^line 2, .*not imported yet/]],
])('a logins file %s is refused line by line', async (_, csv, expected) => {
  const { deps, store } = await contactUseWorld('sqlite')
  const outcome = await importLoginsFile(deps, csv)
  expect(outcome.ok ? [] : outcome.faults).toEqual(expected.map((one) => expect.stringMatching(one)))
  expect(await store.loginSums('2000-01', '2099-12')).toEqual([])
})

describe('npm run admin -- logins import', () => {
  it('says what it did, or every bad line', async () => {
    const { run, folder } = await adminProgram()
    const good = join(folder, 'good.csv')
    const bad = join(folder, 'bad.csv')
    await writeFile(good, file('310000019,prod,2025-10,12', '310000019,prod,2025-11,13'))
    await writeFile(bad, file('310000019,prod,2025-10,12', '310000019,prod,2025-11,x'))
    expect(await run(`logins import ${good}`)).toMatchObject({
      code: 0,
      said: 'Imported: 2 added, 0 changed, 0 as they were.',
    })
    const { code, lines } = await run(`logins import ${bad}`)
    expect(code).toBe(1)
    expect(lines).toEqual([expect.stringMatching(/^line 3, logins/), expect.stringMatching(/^Nothing was imported/)])
  })

  it.each(['logins import', 'logins import a b', 'logins import nowhere.csv'])(
    'answers %s with how it is called',
    async (line) => {
      const { run } = await adminProgram()
      const { code, said } = await run(line)
      expect(code).toBe(2)
      expect(said).toMatch(/npm run admin -- logins import FILE\.csv$/)
    },
  )
})
