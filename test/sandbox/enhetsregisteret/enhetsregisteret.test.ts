import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { steppedClock } from '../../../sandbox/clock.ts'
import { createEnhetsregisteret, type Enhetsregisteret } from '../../../sandbox/enhetsregisteret/enhetsregisteret.ts'
import { registerExamples } from '../../../sandbox/enhetsregisteret/examples.ts'
import { invented, unknownNumbers } from '../../../sandbox/enhetsregisteret/invented-units.ts'
import { checkDigit, organisationNumbers } from '../../../sandbox/enhetsregisteret/organisation-number.ts'
import { organisations } from '../../../sandbox/world.ts'

const NOW = Date.UTC(2026, 4, 4, 8)
let register: Enhetsregisteret

beforeAll(async () => {
  register = await createEnhetsregisteret({ clock: steppedClock(NOW) })
})
afterEach(() => register.faults.clear())
afterAll(() => register.close())

const get = async (path: string, accept?: string) => {
  const response = await fetch(`${register.url}/${path}`, accept ? { headers: { accept } } : {})
  const text = await response.text()
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    text,
    body: text === '' ? null : JSON.parse(text),
  }
}
const names = async (path: string) =>
  ((await get(path)).body._embedded?.enheter ?? []).map((unit: { navn: string }) => unit.navn)

describe('a look-up', () => {
  it('of a live main unit tells all that matters', async () => {
    const { status, body, type } = await get(`enheter/${invented.supplier}`)
    expect([status, type]).toEqual([200, 'application/json;charset=UTF-8'])
    expect(body).toEqual({
      respons_klasse: 'Enhet',
      organisasjonsnummer: invented.supplier,
      navn: 'EKSEMPEL SYSTEMLEVERANDØR AS',
      organisasjonsform: {
        kode: 'AS',
        beskrivelse: 'Aksjeselskap',
        _links: { self: { href: `${register.url}/organisasjonsformer/AS` } },
      },
      postadresse: expect.objectContaining({ adresse: ['Postboks 1'] }),
      registreringsdatoEnhetsregisteret: '2019-05-14',
      registrertIMvaregisteret: true,
      naeringskode1: { kode: '62.010', beskrivelse: 'Programmeringstjenester' },
      antallAnsatte: 12,
      forretningsadresse: {
        land: 'Norge',
        landkode: 'NO',
        postnummer: '0001',
        poststed: 'EKSEMPELBY',
        adresse: ['Eksempelgata 1'],
        kommune: 'EKSEMPELBY',
        kommunenummer: '9901',
      },
      institusjonellSektorkode: { kode: '2100', beskrivelse: 'Private aksjeselskaper mv.' },
      epostadresse: 'post@systemleverandor.example',
      hjemmeside: 'systemleverandor.example',
      harRegistrertAntallAnsatte: true,
      registrertIForetaksregisteret: true,
      registrertIStiftelsesregisteret: false,
      registrertIFrivillighetsregisteret: false,
      registrertIPartiregisteret: false,
      konkurs: false,
      underAvvikling: false,
      underTvangsavviklingEllerTvangsopplosning: false,
      maalform: 'Bokmål',
      paategninger: [],
      _links: { self: { href: `${register.url}/enheter/${invented.supplier}` } },
    })
  })

  it.each([
    ['bankrupt', invented.bankrupt, { konkurs: true, konkursdato: '2026-02-11', underAvvikling: false }],
    ['winding up', invented.windingUp, { konkurs: false, underAvvikling: true, underAvviklingDato: '2026-03-02' }],
    ['forced to wind up', invented.forcedWindingUp, { underTvangsavviklingEllerTvangsopplosning: true }],
    ['a sole trader', invented.soleTrader, { organisasjonsform: { kode: 'ENK' }, maalform: 'Nynorsk' }],
    ['of the cast', organisations.kystverdi.organisation_number, { navn: 'KYSTVERDI KOMMUNE', konkurs: false }],
    [
      'a municipality',
      '840029212',
      { organisasjonsform: { kode: 'KOMM' }, forretningsadresse: { kommune: 'STEINKJER', landkode: 'NO' } },
    ],
    ['a part of a public body', invented.bodyPart, { overordnetEnhet: organisations.direktoratet.organisation_number }],
    ['odd of letters', invented.oddLetters, { navn: "ÁČ Đ ŠŽŊ & SØNN'S / ÅSGÅRD (NORD) + CO. AS", konkurs: false }],
    ['short of name', invented.shortName, { navn: 'RU BU', organisasjonsform: { kode: 'FLI' } }],
    ['markup by its name', invented.markupName, { navn: '<!CHANNEL> *FET* &AMP; <B>FLAT</B> AS' }],
    ['a municipality of two languages', '839953062', { forretningsadresse: { kommune: 'NESSEBY' } }],
  ])('of one that is %s', async (_name, number, told) => {
    const { status, body } = await get(`enheter/${number}`)
    expect(status).toBe(200)
    expect(body).toMatchObject(told)
  })

  it('of a municipality invents no street and no postal address', async () => {
    const { body } = await get('enheter/840029212')
    expect(body.forretningsadresse).toEqual({ land: 'Norge', landkode: 'NO', kommune: 'STEINKJER' })
    expect(body).not.toHaveProperty('postadresse')
  })

  it('of a foreign one has no postal code, and of one without an address none', async () => {
    const { body } = await get(`enheter/${invented.foreign}`)
    expect(body.organisasjonsform.kode).toBe('NUF')
    expect(body.forretningsadresse).toEqual({
      land: 'Sverige',
      landkode: 'SE',
      poststed: '111 22 STOCKHOLM',
      adresse: ['Exempelgatan 3'],
    })
    expect((await get(`enheter/${invented.withoutAddress}`)).body).not.toHaveProperty('forretningsadresse')
  })

  it('of a deleted unit is 200, reduced, and silent about what it was', async () => {
    const { status, body } = await get(`enheter/${invented.deleted}`)
    expect(status).toBe(200)
    expect(Object.keys(body).sort()).toEqual(
      ['_links', 'navn', 'organisasjonsform', 'organisasjonsnummer', 'respons_klasse', 'slettedato'].sort(),
    )
    expect(body).toMatchObject({ respons_klasse: 'SlettetEnhet', slettedato: '2024-11-26' })
  })

  it('of a removed unit is 410 without a name', async () => {
    const { status, body } = await get(`enheter/${invented.removed}`)
    expect([status, body]).toEqual([
      410,
      {
        organisasjonsnummer: invented.removed,
        slettedato: '2025-05-24',
        _links: { self: { href: `${register.url}/enheter/${invented.removed}` } },
      },
    ])
  })

  it('of a sub-unit leads to the unit above it', async () => {
    const { status, body } = await get(`underenheter/${invented.firstSubUnit}`)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      respons_klasse: 'Underenhet',
      organisasjonsform: { kode: 'BEDR' },
      overordnetEnhet: invented.mainUnit,
      beliggenhetsadresse: { poststed: 'EKSEMPELBY' },
      _links: { self: { href: `${register.url}/underenheter/${invented.firstSubUnit}` } },
    })
    expect(body).not.toHaveProperty('forretningsadresse')
    const deleted = (await get(`underenheter/${invented.deletedSubUnit}`)).body
    expect(deleted).toMatchObject({ slettedato: '2023-06-30', nedleggelsesdato: '2023-06-30' })
  })

  it.each([
    ['an unknown number', `enheter/${invented.unknown}`],
    ['a synthetic number of another kind', `enheter/${unknownNumbers.syntheticTwo}`],
    ['a number like those of real companies', `enheter/${unknownNumbers.likeReal}`],
    ['the same among the sub-units', `underenheter/${unknownNumbers.likeReal}`],
    ['a number whose check digit is wrong', 'enheter/123456789'],
    ['a sub-unit among the main units', `enheter/${invented.firstSubUnit}`],
    ['a main unit among the sub-units', `underenheter/${invented.mainUnit}`],
    ['a removed main unit among the sub-units', `underenheter/${invented.removed}`],
    ['another resource', 'roller/totalbestand'],
  ])('of %s is 404 with an empty body', async (_name, path) => {
    expect(await get(path)).toMatchObject({ status: 404, text: '' })
  })

  it.each(['12345', '1234567890', '31000001A'])(
    'of %s, which is no number, is 400 with Norwegian keys',
    async (given) => {
      expect(await get(`enheter/${given}`)).toMatchObject({
        status: 400,
        body: {
          tidsstempel: NOW,
          status: 400,
          feilmelding: 'Feilaktig forespørsel',
          valideringsfeil: [{ parametere: ['organisasjonsnummer'], feilaktigVerdi: `[${given}]` }],
          sti: `/enhetsregisteret/api/enheter/${given}`,
          antallFeil: 1,
        },
      })
    },
  )
})

describe('a search', () => {
  it.each([
    ['a whole name first', 'våler kommune', 'VÅLER KOMMUNE'],
    ['words in any order', 'kommune kystverdi', 'KYSTVERDI KOMMUNE'],
    ['the beginning of words', 'kystv', 'KYSTVERDI KOMMUNE'],
    ['a misspelt word', 'kystverdii', 'KYSTVERDI KOMMUNE'],
    ['swapped letters', 'ksytverdi', 'KYSTVERDI KOMMUNE'],
    ['å as aa', 'vaaler', 'VÅLER KOMMUNE'],
    ['å as a', 'valer kommune', 'VÅLER KOMMUNE'],
    ['ø as oe', 'heroey', 'HERØY KOMMUNE'],
    ['ø as o', 'HEROY', 'HERØY KOMMUNE'],
    ['æ as ae', 'faerder', 'FÆRDER KOMMUNE'],
    ['another accent', 'karasjoga', 'KÁRÁŠJOGA GIELDA/KARASJOK KOMMUNE'],
  ])('finds %s', async (_name, navn, first) => {
    expect((await names(`enheter?navn=${encodeURIComponent(navn)}`))[0]).toBe(first)
  })

  it('finds both of two with one name, and puts those written so before those that only sound so', async () => {
    expect(await names(`enheter?navn=${encodeURIComponent('Våler')}`)).toEqual([
      'VÅLER KOMMUNE',
      'VÅLER KOMMUNE',
      'HVALER KOMMUNE',
    ])
  })

  it('without a hit has no _embedded and only its own link', async () => {
    expect(await get('enheter?navn=finnesikkenoensteder')).toMatchObject({
      status: 200,
      body: {
        _links: { self: { href: `${register.url}/enheter?navn=finnesikkenoensteder` } },
        page: { size: 20, totalElements: 0, totalPages: 0, number: 0 },
      },
    })
    expect(Object.keys((await get('enheter?navn=finnesikkenoensteder')).body)).toEqual(['_links', 'page'])
  })

  it('of two words wants both', async () => {
    expect(await names('enheter?navn=kystverdi%20herad')).toEqual([])
  })

  it('finds neither deleted, removed nor sub-units', async () => {
    expect(await names('enheter?navn=skytjeneste')).toEqual([])
    expect(await names('enheter?navn=fjernet')).toEqual([])
    expect(await names('enheter?navn=to%20kontorer')).toEqual(['TO KONTORER AS'])
  })

  it('gives the sub-units of a main unit, without the deleted one', async () => {
    const { body } = await get(`underenheter?overordnetEnhet=${invented.mainUnit}`)
    expect(body._embedded.underenheter.map((unit: { navn: string }) => unit.navn)).toEqual([
      'TO KONTORER AS AVD ØST',
      'TO KONTORER AS AVD VEST',
    ])
  })

  it.each([
    [`organisasjonsnummer=${invented.bankrupt},${invented.mainUnit}`, ['KONKURSRAMTE DATA AS', 'TO KONTORER AS']],
    ['konkurs=true', ['KONKURSRAMTE DATA AS']],
    ['underAvvikling=true', ['AVVIKLENDE ARKIV AS']],
    ['organisasjonsform=ENK,ASA', ['EKSEMPELBANKEN ASA', 'RÅDGIVAR SYNNE EKSEMPELSEN']],
    ['organisasjonsform=AS&konkurs=false&navn=data', []],
  ])('by %s', async (query, found) => {
    expect(await names(`enheter?${query}`)).toEqual(found)
  })

  it('goes from page to page by its links and meets each unit once', async () => {
    type Answer = {
      _embedded: { enheter: { organisasjonsnummer: string }[] }
      _links: Record<string, { href: string }>
      page: { totalElements: number; totalPages: number; number: number }
    }
    const answers: Answer[] = []
    let next: string | undefined = `${register.url}/enheter?organisasjonsform=KOMM&size=100`
    while (next !== undefined) {
      const answer = (await (await fetch(next)).json()) as Answer
      answers.push(answer)
      next = answer._links.next?.href
    }
    const [first] = answers
    expect(first?.page.totalPages).toBe(4)
    expect(answers.map(({ page }) => page.number)).toEqual([0, 1, 2, 3])
    expect(answers.map(({ _links }) => Object.keys(_links).join())).toEqual([
      ...Array(3).fill('first,self,next,last'),
      'first,self,last',
    ])
    const met = answers.flatMap(({ _embedded }) => _embedded.enheter.map((unit) => unit.organisasjonsnummer))
    expect(new Set(met).size).toBe(first?.page.totalElements)
    expect(met).toHaveLength(first?.page.totalElements ?? -1)
  })

  it.each([
    ['page=101&size=100', 'page'],
    ['page=-1', 'page'],
    ['size=0', 'size'],
    ['size=mange', 'size'],
    ['konkurs=ja', 'konkurs'],
    ['organisasjonsform=XX', 'organisasjonsform'],
    ['organisasjonsnummer=310000019,1', 'organisasjonsnummer'],
    ['overordnetEnhet=x', 'overordnetEnhet'],
  ])('with %s is 400', async (query, parameter) => {
    const { status, body } = await get(`enheter?${query}`)
    expect(status).toBe(400)
    expect(body).toMatchObject({
      valideringsfeil: [{ parametere: [parameter] }],
      sti: '/enhetsregisteret/api/enheter',
    })
  })

  it('tells of everything that is wrong at once, and lets the deepest page through', async () => {
    expect((await get('enheter?size=x&konkurs=y')).body.antallFeil).toBe(2)
    expect((await get('enheter?size=100&page=100')).status).toBe(200)
  })
})

describe('versions', () => {
  const own = 'application/vnd.brreg.enhetsregisteret.enhet'
  it.each([
    [`${own}.v2+json;charset=UTF-8`, 200, `${own}.v2+json;charset=UTF-8`],
    ['application/json', 200, 'application/json;charset=UTF-8'],
    [`${own}.v1+json, application/json;q=0.5`, 200, 'application/json;charset=UTF-8'],
    [`${own}.v1+json`, 406, 'application/json'],
    ['text/csv', 406, 'application/json'],
  ])('%s is HTTP %i', async (accept, status, type) => {
    const answer = await get(`enheter/${invented.supplier}`, accept)
    expect([answer.status, answer.type]).toEqual([status, type])
  })
})

describe('faults', () => {
  it.each([
    [500, 'Internal Server Error', undefined],
    [503, 'Service Unavailable', undefined],
    [429, 'Too Many Requests', '20'],
  ])('%i is told in the framework’s keys', async (status, error, wait) => {
    const headers = wait === undefined ? {} : { headers: { 'retry-after': wait } }
    register.faults.add({ times: 1, fault: { kind: 'status', status, ...headers } })
    const response = await fetch(`${register.url}/enheter?navn=x`)
    expect([response.status, response.headers.get('retry-after')]).toEqual([status, wait ?? null])
    expect(await response.json()).toMatchObject({
      timestamp: '2026-05-04T08:00:00.000+0000',
      status,
      error,
      path: '/enhetsregisteret/api/enheter',
    })
    expect((await fetch(`${register.url}/enheter?navn=x`)).status).toBe(200)
  })

  it.each([
    [400, `enheter/${invented.supplier}`, { feilmelding: 'Feilaktig forespørsel', antallFeil: 1 }],
    [410, `enheter/${invented.supplier}`, { organisasjonsnummer: invented.supplier, slettedato: '2025-05-24' }],
  ])('%i is told in the register’s own', async (status, path, told) => {
    register.faults.add({ times: 1, fault: { kind: 'status', status } })
    const answer = await get(path)
    expect([answer.status, answer.body]).toEqual([status, expect.objectContaining(told)])
    expect(answer.body).not.toHaveProperty('navn')
  })

  it('another body is left as it is', async () => {
    register.faults.add({ fault: { kind: 'html', status: 502 } })
    expect(await (await fetch(`${register.url}/enheter`)).text()).toContain('<h1>Bad Gateway</h1>')
  })
})

it('takes units of the test’s own, and counts what it is asked', async () => {
  const [number] = organisationNumbers(32_000_000)
  const before = register.count()
  expect((await get(`enheter/${number}`)).status).toBe(404)
  register.addUnit({
    number: number ?? '',
    name: 'NY ETAT',
    form: 'ORGL',
    fate: { kind: 'live' },
    registered: '2026-01-01',
    language: 'Bokmål',
  })
  expect((await get(`enheter/${number}`)).body).toMatchObject({ navn: 'NY ETAT' })
  expect(register.count() - before).toBe(2)
})

describe('the numbers to try', () => {
  it.each(registerExamples.map(({ number, name, what }) => [number, what, name] as const))(
    '%s is as it says: %s',
    async (number, what, name) => {
      const answers = [await get(`enheter/${number}`), await get(`underenheter/${number}`)]
      const found = answers.filter(({ status }) => status !== 404)
      expect(found.map(({ status }) => status)).toEqual(/unknown/i.test(what) ? [] : [/410/.test(what) ? 410 : 200])
      if (/410/.test(what)) return
      expect(found.map(({ body }) => body.navn)).toEqual(name === '' ? [] : [name])
      expect(answers[0]?.status === 404).toBe(/unknown|sub-unit$|^Sub-unit|^Deleted sub/i.test(what))
    },
  )

  it('hold every invented one', () => {
    expect(registerExamples.map(({ number }) => number)).toEqual(expect.arrayContaining(Object.values(invented)))
  })
})

describe('invented numbers', () => {
  it('are valid, synthetic and nobody else’s', () => {
    const all = [...Object.values(invented), ...Object.values(organisations).map((one) => one.organisation_number)]
    for (const number of all) {
      expect(number).toMatch(/^3\d{8}$/)
      expect(String(checkDigit(number.slice(0, 8)))).toBe(number[8])
    }
    expect(new Set(all).size).toBe(all.length)
  })

  it.each([
    ['31000001', 9],
    ['97476067', 3],
    ['31000000', 0],
    ['31000006', null],
  ])('%s is followed by %s', (eight, digit) => {
    expect(checkDigit(eight)).toBe(digit)
  })
})
