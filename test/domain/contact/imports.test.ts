import { expect, test } from 'vitest'
import { addContact } from '../../../src/domain/contact/add-contact.ts'
import { contactColumns, contactsCsv } from '../../../src/domain/contact/contacts-csv.ts'
import { importLogins, noteThresholds } from '../../../src/domain/contact/count-logins.ts'
import type { CsvRow } from '../../../src/domain/contact/csv-rows.ts'
import { importContacts } from '../../../src/domain/contact/import-contacts.ts'
import { saveInvoice } from '../../../src/domain/contact/save-invoice.ts'
import { heroy, kinn, user } from '../../helpers/belonging-world.ts'
import { contactContent, contactUseWorld } from '../../helpers/contact-world.ts'
import { eachEngine } from '../../helpers/databases.ts'

/** Lines as the caller splits a file: the first below the header is line 2. */
const contactRows = (...lines: string[]): CsvRow[] =>
  lines.map((text, at) => {
    const cells = text.split(',')
    return { line: at + 2, values: Object.fromEntries(contactColumns.map((name, i) => [name, cells[i] ?? ''])) }
  })
const loginRows = (...lines: [environment: string, month: string, logins: string][]): CsvRow[] =>
  lines.map(([environment, month, logins], at) => ({
    line: at + 2,
    values: { organisation_number: heroy.number, environment, month, logins },
  }))

const kari = `${heroy.number},,Kari Nordmann,kari@heroy.kommune.example,400 00 000,technical,nb`

test.each([
  [
    'an organisation we do not have',
    [`923456783,,Kari N,k@etat.no,,technical,nb`],
    ['2 organisation_number organisation-unknown'],
  ],
  ['what an earlier line says otherwise', [kari, kari.replace('Kari', 'Kåre')], ['3 email differs']],
  ['a whole organisation and a client', [kari, kari.replace(',,', ',prod-client,')], ['3 client_id scope-mixed']],
  [
    'another organisation’s client',
    [kari.replace(`${heroy.number},,`, `${kinn.number},prod-client,`)],
    ['2 client_id client-unknown'],
  ],
  ['a line break in a name', [kari.replace('Kari ', 'Kari\r\n')], ['2 name line-break']],
  [
    'what is no organisation number',
    [kari.replace(heroy.number, '964978841')],
    ['2 organisation_number number-invalid'],
  ],
  ['no rows', [], ['1 organisation_number no-rows']],
])('%s is refused', async (_, lines, expected) => {
  const { deps } = await contactUseWorld('sqlite')
  const read = await importContacts(deps, contactRows(...lines), { verify: false })
  expect((read.ok ? [] : read.faults).map(({ line, field, reason }) => `${line} ${field} ${reason}`)).toEqual(expected)
})

eachEngine((engine) => {
  test('a file is imported once however often it is read, and lines of one address merge their clients', async () => {
    const { deps, store, sent } = await contactUseWorld(engine)
    const rows = contactRows(
      kari,
      `${heroy.number},prod-client,Ola Nordmann,ola@heroy.kommune.example,,technical,`,
      `${heroy.number},test-client,Ola Nordmann,OLA@heroy.kommune.example,,technical,nb`,
    )
    expect(await importContacts(deps, rows, { verify: false })).toMatchObject({
      ok: true,
      added: 2,
      changed: 0,
      same: 0,
    })
    expect(await importContacts(deps, rows, { verify: true })).toMatchObject({
      ok: true,
      added: 0,
      changed: 0,
      same: 2,
    })
    const [, ola] = await store.contactsOf(heroy.number)
    expect(ola).toMatchObject({
      scope: 'clients',
      clients: [
        { environment: 'prod', clientId: 'prod-client' },
        { environment: 'test', clientId: 'test-client' },
      ],
    })
    expect(await sent()).toEqual([])
    const changed = contactRows(kari.replace('technical', 'functional'))
    expect(await importContacts(deps, changed, { verify: true })).toMatchObject({ added: 0, changed: 1, same: 0 })
    expect(await store.contactAt(heroy.number, 'kari@heroy.kommune.example')).toMatchObject({ kind: 'functional' })
  })

  test('what a file leaves empty of a known contact stays as it is', async () => {
    const { deps, store } = await contactUseWorld(engine)
    await importContacts(deps, contactRows(kari.replace(/nb$/, 'en')), { verify: false })
    const empty = contactRows(`${heroy.number},,Kari Nordmann,kari@heroy.kommune.example,,functional,`)
    expect(await importContacts(deps, empty, { verify: false })).toMatchObject({ ok: true, changed: 1 })
    const [contact] = await store.contactsOf(heroy.number)
    expect(contact).toMatchObject({ phone: '+4740000000', language: 'en', kind: 'functional' })
    expect(await importContacts(deps, empty, { verify: false })).toMatchObject({ ok: true, same: 1 })
  })

  test('a file does not take the last contact for production, unless it gives another', async () => {
    const { deps, store } = await contactUseWorld(engine)
    await importContacts(deps, contactRows(kari), { verify: false })
    const narrowed = kari.replace(',,', ',test,')
    expect(await importContacts(deps, contactRows(narrowed), { verify: false })).toEqual({
      ok: false,
      faults: [{ line: 2, field: 'client_id', reason: 'last-contact' }],
    })
    expect((await store.contactsOf(heroy.number))[0]?.scope).toBe('organisation')
    const ola = kari.replaceAll(/Kari/gi, 'Ola').replace(',,', ',prod,')
    expect(await importContacts(deps, contactRows(narrowed, ola), { verify: false })).toMatchObject({ ok: true })
  })

  test('with mails asked for, each new contact gets one', async () => {
    const { deps, sent } = await contactUseWorld(engine)
    await importContacts(deps, contactRows(kari), { verify: true })
    expect(await sent()).toEqual(['contact-registered kari@heroy.kommune.example'])
  })

  test('of 10 000 lines with three bad ones each is named, and none is imported', async () => {
    const { deps, store } = await contactUseWorld(engine)
    const lines = Array.from(
      { length: 10_000 },
      (_, at) => `${heroy.number},,Person Nummerløs,p${at}@heroy.kommune.example,,technical,nb`,
    )
    lines[10] = `${heroy.number},,Kari Nordmann,kari,,technical,nb`
    lines[5_000] = `${heroy.number},nobodys,Kari Nordmann,kari@etat.no,,technical,nb`
    lines[9_999] = `999999999,,Kari Nordmann,kari@etat.no,112,technical,nb`
    const read = await importContacts(deps, contactRows(...lines), { verify: false })
    const faults = read.ok ? [] : read.faults
    expect(faults.map(({ line, field, reason }) => `${line} ${field} ${reason}`)).toEqual([
      '12 email form',
      '5002 client_id client-unknown',
      '10001 organisation_number organisation-unknown',
      '10001 phone short',
    ])
    expect(await store.contactsOf(heroy.number)).toEqual([])
  })

  test('what is exported comes back the same, and no cell of it is a formula', async () => {
    const { deps, store } = await contactUseWorld(engine)
    const mailbox = contactContent({ name: '=HYPERLINK("http://x.no")', kind: 'mailbox', scope: 'prod' })
    const asked = { organisationNumber: heroy.number, content: mailbox, user: null, once: 'add', verify: false }
    await addContact(deps, user('hanne'), asked)
    const csv = contactsCsv(await store.contactsOf(heroy.number))
    expect(csv.split('\r\n')).toEqual([
      contactColumns.join(','),
      `${heroy.number},prod,"'=HYPERLINK(""http://x.no"")",kari@heroy.kommune.example,"'+4740000000",mailbox,nb`,
      '',
    ])
    const back = contactRows(`${heroy.number},prod,'${mailbox.name},${mailbox.email},'+4740000000,mailbox,nb`)
    expect(await importContacts(deps, back, { verify: false })).toMatchObject({
      ok: true,
      added: 0,
      changed: 0,
      same: 1,
    })
  })

  test('at 80 and 100 % of the threshold contacts are told once each, by production alone', async () => {
    const { deps, sent } = await contactUseWorld(engine)
    await importContacts(deps, contactRows(kari), { verify: false })
    const counted = async (...rows: [string, string, string][]) => {
      await importLogins(deps, loginRows(...rows))
      return (await sent()).filter((line) => line.startsWith('logins')).length
    }
    expect(await counted(['prod', '2026-10', '159 999'], ['test', '2026-10', '900000'], ['prod', '2026-09', '9'])).toBe(
      0,
    )
    expect(await counted(['prod', '2026-10', '160000'])).toBe(1)
    expect(await counted(['prod', '2026-10', '170000'])).toBe(1)
    expect(await counted(['prod', '2026-11', '30000'])).toBe(2)
    expect(await counted(['prod', '2026-11', '30000'])).toBe(2)
    expect(await counted(['prod', '2026-08', '200000'])).toBe(3)
    // corrected to less, and then really passed
    expect(await counted(['prod', '2026-11', '0'], ['prod', '2026-10', '1000'])).toBe(3)
    expect(await counted(['prod', '2026-10', '160000'])).toBe(4)
    expect(await counted(['prod', '2026-10', '200000'])).toBe(5)
  })

  test('missing invoice information is asked for every 14 days until it is there', async () => {
    const { deps, sent, pass } = await contactUseWorld(engine)
    await importContacts(deps, contactRows(kari), { verify: false })
    await importLogins(deps, loginRows(['prod', '2026-10', '160000']))
    const asked = async () => {
      await noteThresholds(deps, { organisationNumber: heroy.number })
      return (await sent()).filter((line) => line.startsWith('invoice-missing')).length
    }
    expect([await asked(), await asked()]).toEqual([1, 1])
    pass(14 * 86_400_000 + 1)
    expect([await asked(), await asked()]).toEqual([2, 2])
    const content = {
      invoiceOrganisationNumber: heroy.number,
      invoiceName: null,
      address: 'Storgata 1',
      reference: '1',
      email: null,
    }
    const register = { byNumber: async (number: string) => ({ found: 'unknown' as const, number }) }
    const of = { organisationNumber: heroy.number, client: null }
    const enhetsregisteret = { ...deps.enhetsregisteret, ...register }
    await saveInvoice({ ...deps, enhetsregisteret }, user('hanne'), { of, content, expected: null, once: 'invoice' })
    pass(14 * 86_400_000 + 1)
    expect(await asked()).toBe(2)
  })

  test('bad lines of logins are named, and nothing is imported', async () => {
    const { deps, store } = await contactUseWorld(engine)
    const rows = loginRows(
      ['prod', '2026-10', '10'],
      ['prod', '2026-10', '11'],
      ['live', '2026-13', '-1'],
      ['prod', '2026-12', '1'],
    )
    const read = await importLogins(deps, rows)
    expect((read.ok ? [] : read.faults).map(({ line, reason }) => `${line} ${reason}`)).toEqual([
      '3 duplicate',
      '4 environment-unknown',
      '4 month-invalid',
      '4 logins-invalid',
      '5 month-ahead',
    ])
    expect(await store.loginCounts(heroy.number, '2026-01', '2026-12')).toEqual([])
  })

  test('a recipient that the register has deleted gets no invoice', async () => {
    const { deps, store } = await contactUseWorld(engine)
    const of = { organisationNumber: heroy.number, client: null }
    const content = {
      invoiceOrganisationNumber: heroy.number,
      invoiceName: null,
      address: 'a',
      reference: '1',
      email: null,
    }
    const removed = { byNumber: async (number: string) => ({ found: 'removed' as const, number }) }
    const enhetsregisteret = { ...deps.enhetsregisteret, ...removed }
    const saved = saveInvoice({ ...deps, enhetsregisteret }, user('hanne'), { of, content, expected: null, once: 'x' })
    await expect(saved).rejects.toMatchObject({
      code: 'bad-input',
      details: { fields: [{ field: 'invoice_organisation_number', reason: 'unit-removed' }] },
    })
    expect(await store.invoice(of)).toBeNull()
  })
})
