import { afterEach, describe, expect, it } from 'vitest'
import { steppedClock } from '../../sandbox/clock.ts'
import { createEnhetsregisteret, registerPatience } from '../../src/adapters/enhetsregisteret.ts'
import { createHttp } from '../../src/adapters/http.ts'
import { cut, deafAddress, expectNothingOf, failureOf, type Heard, type Reply, silence, startPeer } from './peer.ts'

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

const register = (url: string, now = Date.now) => {
  const http = createHttp({ ...registerPatience, retryWaitMs: 1, headersTimeoutMs: 100 })
  closing.push(http.close)
  return createEnhetsregisteret({ http, url, now })
}
const open = async (reply: (request: Heard, nth: number) => Reply, now?: () => number) => {
  const peer = await startPeer(reply)
  closing.push(peer.close)
  return { peer, ...register(`${peer.url}/enhetsregisteret/api/`, now) }
}
const pathsOf = ({ heard }: { heard: Heard[] }) => heard.map(({ path }) => path.replace('/enhetsregisteret/api', ''))

const number = '899999991'
const live = {
  respons_klasse: 'Enhet',
  organisasjonsnummer: number,
  navn: 'EKSEMPEL KOMMUNE',
  organisasjonsform: { kode: 'KOMM', beskrivelse: 'Kommune', _links: { self: { href: 'https://example.no' } } },
  forretningsadresse: { land: 'Norge', kommune: 'HERØY (MØRE OG ROMSDAL)', kommunenummer: '1515' },
  konkurs: false,
  underAvvikling: false,
  underTvangsavviklingEllerTvangsopplosning: false,
  aNewField: { from: 'tomorrow' },
}
const deleted = {
  respons_klasse: 'SlettetEnhet',
  organisasjonsnummer: number,
  navn: 'SLETTET AS',
  organisasjonsform: { kode: 'AS', beskrivelse: 'Aksjeselskap' },
  slettedato: '2024-11-26',
}
const sub = {
  organisasjonsnummer: number,
  navn: 'EKSEMPEL SKOLE',
  organisasjonsform: { kode: 'BEDR', beskrivelse: 'Underenhet til næringsdrivende' },
  beliggenhetsadresse: { kommune: 'VÅLER (INNLANDET)' },
  overordnetEnhet: '123456785',
}

describe('a look-up by number', () => {
  it('tells who it is, and asks with the bare number', async () => {
    const { peer, byNumber } = await open(() => ({ json: live }))
    expect(await byNumber(' 899 999 991 ')).toEqual({
      found: 'unit',
      unit: {
        number,
        name: 'EKSEMPEL KOMMUNE',
        form: 'KOMM',
        formText: 'Kommune',
        municipality: 'HERØY (MØRE OG ROMSDAL)',
        county: 'Møre og Romsdal',
        state: 'live',
        parent: null,
        kind: 'main',
      },
    })
    expect(pathsOf(peer)).toEqual([`/enheter/${number}`])
    expect(peer.heard[0]?.headers.accept).toBe('application/json')
  })

  it.each([
    ['bankrupt', { ...live, konkurs: true, underAvvikling: true }],
    ['winding-up', { ...live, underAvvikling: true }],
    ['winding-up', { ...live, underTvangsavviklingEllerTvangsopplosning: true }],
    ['deleted', deleted],
    ['deleted', { ...live, slettedato: '2024-11-26' }],
  ])('sees that a unit is %s', async (state, json) => {
    const { byNumber } = await open(() => ({ json }))
    expect(await byNumber(number)).toMatchObject({ found: 'unit', unit: { state } })
  })

  it('finds a sub-unit, and the unit above it', async () => {
    const { peer, byNumber } = await open(({ path }) =>
      path.includes('/underenheter/') ? { json: sub } : { status: 404 },
    )
    expect(await byNumber(number)).toMatchObject({
      found: 'unit',
      unit: { kind: 'sub', state: 'live', parent: '123456785', municipality: 'VÅLER (INNLANDET)' },
    })
    expect(pathsOf(peer)).toEqual([`/enheter/${number}`, `/underenheter/${number}`])
  })

  it('sees that a sub-unit is deleted', async () => {
    const { byNumber } = await open(({ path }) =>
      path.includes('/underenheter/') ? { json: { ...deleted, nedleggelsesdato: '2024-11-01' } } : { status: 404 },
    )
    expect(await byNumber(number)).toMatchObject({ unit: { kind: 'sub', state: 'deleted' } })
  })

  it.each([
    ['in the main units', () => ({ status: 410, json: { organisasjonsnummer: number, slettedato: '2025-05-24' } })],
    ['in the sub-units', ({ path }: Heard) => ({ status: path.includes('/underenheter/') ? 410 : 404 })],
  ] as [string, (one: Heard) => Reply][])('says that it was removed: %s', async (_, reply) => {
    const { byNumber } = await open(reply)
    expect(await byNumber(number)).toEqual({ found: 'removed', number })
  })

  it.each([
    ['404 without a body', { status: 404 }],
    ['404 with a page', { status: 404, text: '<html>not here</html>' }],
    ['400', { status: 400, json: { feilmelding: 'Feilaktig forespørsel' } }],
  ])('finds nothing, and reads no body: %s', async (_, reply) => {
    const { peer, byNumber } = await open(() => reply)
    expect(await byNumber(number)).toEqual({ found: 'nothing', number })
    expect(peer.heard).toHaveLength(2)
  })

  it.each(['899999992', '12345', '', 'Eksempel kommune', '000000000', '../roller'])(
    '%j is no number, and the register is not asked',
    async (typed) => {
      const { peer, byNumber } = await open(() => ({ json: live }))
      expect(await byNumber(typed)).toEqual({ found: 'nothing', number: typed })
      expect(peer.heard).toEqual([])
    },
  )
})

describe('a register that gives nothing usable leaves the number unverified', () => {
  const cases: [string, Reply, string, number][] = [
    ['500', { status: 500, json: { error: 'Internal Server Error' } }, 'faulty', 3],
    ['503', { status: 503 }, 'faulty', 3],
    ['429', { status: 429, headers: { 'retry-after': '0' } }, 'busy', 3],
    ['429 for a long time', { status: 429, headers: { 'retry-after': '60' } }, 'busy', 1],
    ['403', { status: 403 }, 'refused', 1],
    ['a redirect', { status: 302, headers: { location: '/elsewhere' } }, 'refused', 1],
    ['a cut', cut, 'lost', 3],
    ['silence', silence, 'timeout', 1],
    ['a giant', { text: 'x'.repeat(2_000_000) }, 'too-large', 1],
    ['a page', { text: '<html>down for maintenance</html>' }, 'unreadable', 1],
    ['no name', { json: { ...live, navn: undefined } }, 'unreadable', 1],
    ['another number', { json: { ...live, organisasjonsnummer: '123456785' } }, 'unreadable', 1],
    ['no word on bankruptcy', { json: { ...live, konkurs: undefined } }, 'unreadable', 1],
  ]
  it.each(cases)('%s', async (_, reply, reason, times) => {
    const { peer, byNumber, search } = await open(() => reply)
    expect(await byNumber(number)).toEqual({ found: 'unknown', number, reason })
    expect(peer.heard).toHaveLength(times)
    expect(await search('eksempel')).toBe('unknown')
  })

  it('nobody there', async () => {
    const { byNumber, search } = register(await deafAddress())
    expect(await byNumber(number)).toEqual({ found: 'unknown', number, reason: 'unreachable' })
    expect(await search('eksempel')).toBe('unknown')
  })

  it('fails in the second place too', async () => {
    const { byNumber } = await open(({ path }) => ({ status: path.includes('/underenheter/') ? 503 : 404 }))
    expect(await byNumber(number)).toMatchObject({ found: 'unknown', reason: 'faulty' })
  })

  it('and goes well when a later attempt does', async () => {
    const { byNumber } = await open((_, nth) => (nth < 3 ? { status: 503 } : { json: live }))
    expect(await byNumber(number)).toMatchObject({ found: 'unit' })
  })
})

describe('what is remembered', () => {
  const hours = (count: number) => count * 60 * 60 * 1000

  it.each([
    ['a unit for a day', () => ({ json: live }), hours(24), 1],
    ['a deleted one for a day', () => ({ json: deleted }), hours(24), 1],
    ['a removed one for a day', () => ({ status: 410 }), hours(24), 1],
    ['what is not there for five minutes', () => ({ status: 404 }), hours(1 / 12), 2],
  ] as [string, () => Reply, number, number][])('%s', async (_, reply, ms, asked) => {
    const clock = steppedClock()
    const { peer, byNumber } = await open(reply, clock.now)
    const first = await byNumber(number)
    clock.forward(ms - 1)
    expect(await byNumber(number)).toEqual(first)
    expect(peer.heard).toHaveLength(asked)
    clock.forward(1)
    await byNumber(number)
    expect(peer.heard).toHaveLength(2 * asked)
  })

  it('trouble is not', async () => {
    const { byNumber } = await open((_, nth) => (nth === 1 ? { status: 403 } : { json: live }))
    expect(await byNumber(number)).toMatchObject({ found: 'unknown' })
    expect(await byNumber(number)).toMatchObject({ found: 'unit' })
  })

  it('twenty who ask at once ask once', async () => {
    const { peer, byNumber } = await open(() => ({ json: live }))
    await Promise.all(Array.from({ length: 20 }, () => byNumber(number)))
    expect(peer.heard).toHaveLength(1)
  })

  it('a page of names for five minutes, however it is typed', async () => {
    const clock = steppedClock()
    const { peer, search } = await open(() => ({ json: { page: { totalElements: 0 } } }), clock.now)
    await search('Eksempel')
    await search(' EKSEMPEL ')
    expect(peer.heard).toHaveLength(1)
    clock.forward(hours(1 / 12))
    await search('Eksempel')
    await search('Eksempel', 1)
    expect(peer.heard).toHaveLength(3)
  })
})

describe('a search by name', () => {
  const found = (hits: unknown[], totalElements = hits.length): Reply => ({
    json: { _embedded: { enheter: hits }, page: { size: 10, totalElements, totalPages: 1, number: 0 } },
  })
  const asked = ({ heard }: { heard: Heard[] }) =>
    Object.fromEntries(new URL(heard.at(-1)?.path ?? '', 'http://register').searchParams)

  it('gives ten to a page and says how many there are', async () => {
    const { peer, search } = await open(() => found([live, deleted], 214))
    const page = await search('eksempel', 2)
    expect(page).toMatchObject({ total: 214, units: [{ name: 'EKSEMPEL KOMMUNE' }, { state: 'deleted' }] })
    expect(asked(peer)).toEqual({ navn: 'eksempel', size: '10', page: '2' })
  })

  it('finds nothing where there is nothing embedded', async () => {
    const { search } = await open(() => ({ json: { _links: {}, page: { totalElements: 0 } } }))
    expect(await search('finnes ikke')).toEqual({ units: [], total: 0 })
  })

  it.each([
    ['Herøy & Våler', 'Herøy & Våler'],
    ['  a \t\r\n b\u0000c ', 'a b c'],
    ['HERO\u0308Y', 'HERÖY'],
    ['x&konkurs=true#', 'x&konkurs=true#'],
    ["'; drop table enheter --", "'; drop table enheter --"],
    ['ø'.repeat(500), 'ø'.repeat(180)],
  ])('asks for %j as one name', async (typed, navn) => {
    const { peer, search } = await open(() => found([]))
    await search(typed)
    expect(asked(peer)).toEqual({ navn, size: '10', page: '0' })
  })

  it.each(['', '   ', '\n'])('does not ask for %j', async (typed) => {
    const { peer, search } = await open(() => found([]))
    expect(await search(typed)).toEqual({ units: [], total: 0 })
    expect(peer.heard).toEqual([])
  })

  it('goes no deeper than the register does', async () => {
    const { peer, search } = await open(() => found([live], 1_000_000))
    await search('kommune', 123_456)
    expect(asked(peer)).toMatchObject({ page: '999' })
  })

  it('leaves out a hit that cannot be read, and a page of nothing else is not read', async () => {
    const { search } = await open(({ path }) => found(path.includes('navn=alle') ? [{ navn: 'ODD' }] : [{}, live]))
    expect(await search('noen')).toMatchObject({ units: [{ number }] })
    expect(await search('alle')).toBe('unknown')
  })
})

describe('a look', () => {
  it('is content with a page of anything', async () => {
    const { look } = await open(() => ({ json: { _embedded: { enheter: [{}] }, page: { totalElements: 1 } } }))
    await look()
  })

  it('says that the register does not answer, and repeats nothing of what came', async () => {
    const { look } = await open(() => ({ status: 503, text: 'internal-host-17 is on fire' }))
    const error = await failureOf(look())
    expect(error).toMatchObject({
      code: 'register-unavailable',
      details: { system: 'enhetsregisteret', status: 503 },
    })
    expectNothingOf(error, ['internal-host-17'])
  })
})
