import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createRegistry } from '../../sandbox/digdir/registry.ts'
import { seedScopes } from '../../sandbox/digdir/seed.ts'
import type { Act, World } from '../../sandbox/protocol.ts'
import { keepPlaces, keptPlaces, openPlaces } from '../../sandbox/start/places.ts'
import { people } from '../../sandbox/world.ts'
import { BANK, office, SUPPLIER, scopesAt } from './brreg/office.ts'
import { follow, served } from './served.ts'

const FULL = 'brreg:reelle/rapporteringspliktig'

const withPlaces = async () => {
  const desk = await office()
  const { mailbox, enhetsregisteret, brreg, altinn } = desk
  return { ...desk, ...(await served({ mailbox, enhetsregisteret, brreg, altinn })) }
}

const answer = (order: string, given: Extract<Act, { type: 'brreg' }>['answer']): Act => ({
  type: 'brreg',
  order,
  answer: given,
})

describe('brreg’s desk on everybody’s desk', () => {
  test('streams orders as they come, and is answered by an act', async () => {
    const { server, act, order, ...desk } = await withPlaces()
    const kari = await follow(server.url, people.kari.id)
    expect((await kari.until(() => true)).brreg).toEqual({
      address: 'opendata@brreg.no',
      orders: [],
      waiting: 0,
      tt02: { enterprises: [], persons: [] },
    })
    await order('direct')
    const { brreg } = await kari.until((one) => one.brreg?.waiting === 1)
    expect(brreg?.orders[0]).toMatchObject({
      id: 'BR-1',
      orderer: { number: BANK },
      suggested: FULL,
      obstacle: null,
      answers: ['confirm', 'ask', 'refuse', 'silent', 'bounce'],
    })
    expect(brreg?.orders[0]).not.toHaveProperty('returnTo')
    expect(await act(answer('BR-1', { kind: 'confirm', scope: FULL }), people.oliver.id)).toEqual({ ok: true })
    expect(scopesAt(desk, 'test', BANK)).toEqual([FULL])
    await kari.until((one) => one.brreg?.orders[0]?.state === 'confirmed' && one.brreg.waiting === 0)
    expect(await act(answer('BR-1', { kind: 'refuse' }))).toEqual({
      ok: false,
      error: 'BR-1 is confirmed and direct: “refuse” is no answer to it',
    })
  })

  test.each([
    [answer('BR-1', { kind: 'confirm', scope: 'ks:fiks' as typeof FULL })],
    [answer('BR-1', { kind: 'ask', words: 'x'.repeat(5001) })],
    [answer('BR-1', { kind: 'bounce', status: '2.0.0' })],
    [{ type: 'altinn', environment: 'at22', wish: { kind: 'log-out' } } as unknown as Act],
  ])('%j is no act', async (wrong) => {
    const { act } = await withPlaces()
    expect(await act(wrong)).toMatchObject({ ok: false, error: expect.stringContaining('not an act') })
  })

  test('tells the world of the delegation forms, and of the numbers to try', async () => {
    const { server } = await withPlaces()
    const told = (await (await fetch(`${server.url}/api/world`)).json()) as World
    expect(told.accesses).toHaveLength(6)
    expect(told.accesses[0]).toEqual({
      scope: 'brreg:reelle/offentlig',
      holder: 'Offentlig myndighet',
      form: 'Register over reelle rettighetshavere - Offentlig myndighet - På vegne av',
    })
    expect(told.examples.map(({ number }) => number)).toContain('311000012')
  })

  test('is left out where there is none', async () => {
    const { server, act } = await served()
    const desk = await (await follow(server.url, people.kari.id)).until(() => true)
    for (const place of ['brreg', 'altinn']) expect(desk).not.toHaveProperty(place)
    expect(await act(answer('BR-1', { kind: 'silent' }))).toMatchObject({ ok: false })
    expect(await act({ type: 'altinn', environment: 'test', wish: { kind: 'log-out' } })).toMatchObject({ ok: false })
    const told = (await (await fetch(`${server.url}/api/world`)).json()) as World
    expect(told.examples).toEqual([])
  })
})

describe('Altinn in the browser', () => {
  test('is logged in to by each in their own window, and represents only whom the person may', async () => {
    const { server, act, registries } = await withPlaces()
    const wish = (wanted: Extract<Act, { type: 'altinn' }>['wish'], as = people.kari.id) =>
      act({ type: 'altinn', environment: 'prod', wish: wanted }, as)
    expect(await wish({ kind: 'delegate', to: SUPPLIER, scope: FULL })).toMatchObject({ error: 'Log in first' })
    expect(await wish({ kind: 'log-in', pid: people.henrik.pid ?? '' })).toEqual({ ok: true })
    const kari = await follow(server.url, people.kari.id)
    expect((await kari.until(() => true)).altinn?.prod).toEqual({
      person: 'Henrik Løvås',
      enterprises: [{ number: BANK, name: 'EKSEMPELBANKEN ASA' }],
      from: { number: BANK, name: 'EKSEMPELBANKEN ASA' },
      delegations: [],
    })
    const oliver = await follow(server.url, people.oliver.id)
    expect((await oliver.until(() => true)).altinn?.prod.person).toBe(null)
    expect(await wish({ kind: 'represent', number: SUPPLIER })).toMatchObject({
      error: `Henrik Løvås does not represent ${SUPPLIER}`,
    })
    expect(await wish({ kind: 'represent', number: null })).toEqual({ ok: true })
    expect(await wish({ kind: 'delegate', to: SUPPLIER, scope: FULL })).toMatchObject({
      error: 'Choose whom to represent first',
    })
    await wish({ kind: 'represent', number: BANK })
    expect(await wish({ kind: 'delegate', to: '310 000 051', scope: FULL })).toEqual({ ok: true })
    const { altinn } = await kari.until((one) => one.altinn?.prod.delegations.length === 1)
    expect(altinn?.prod.delegations[0]).toMatchObject({ to: { number: SUPPLIER }, scope: FULL })
    expect(registries.prod.hasDelegated({ from: BANK, to: SUPPLIER, scope: FULL })).toBe(true)
    await wish({ kind: 'log-out' })
    await kari.until((one) => one.altinn?.prod.person === null)
  })

  test('knows nobody any more whom brreg has taken out of TT02', async () => {
    const { server, act, order, mail, brreg } = await withPlaces()
    const { made } = await brreg.deliver((await order('fictional')).id)
    await act({ type: 'altinn', environment: 'test', wish: { kind: 'log-in', pid: made?.person.pid ?? '' } })
    const kari = await follow(server.url, people.kari.id)
    await kari.until((one) => one.altinn?.test.from?.number === made?.enterprise?.number)
    await mail({ references: '<order-1@portvakt.example>', text: 'Vi trekker bestillingen.' })
    await brreg.until(({ withdrawal }) => withdrawal)
    await brreg.letGo('BR-1')
    await kari.until((one) => one.altinn?.test.person === null && one.brreg?.orders[0]?.state === 'withdrawn')
  })
})

test('orders, TT02 and delegations are kept between starts', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'portvakt-places-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  expect(await keptPlaces(folder)).toBeUndefined()
  const { clock, mailbox, enhetsregisteret, brreg, altinn, order } = await office()
  const { made } = await brreg.deliver((await order('fictional')).id, { scope: FULL })
  const from = made?.enterprise?.number ?? ''
  const as = made?.person.pid ?? ''
  altinn.delegate({ environment: 'test', as, from, to: SUPPLIER, scope: FULL })
  await keepPlaces({ brreg, altinn }, folder)

  const registries = {
    test: createRegistry({ environment: 'test', clock }),
    prod: createRegistry({ environment: 'prod', clock }),
  }
  for (const registry of Object.values(registries)) seedScopes(registry)
  const kept = await keptPlaces(folder)
  const again = openPlaces({ clock, mailbox, registries, enhetsregisteret, people: Object.values(people) }, kept)
  onTestFinished(() => again.brreg.close())
  expect(again.brreg.orders()).toEqual(brreg.orders())
  expect(again.altinn.person('test', as).represents).toEqual([from])
  expect(again.altinn.delegations()).toEqual(altinn.delegations())
  expect(registries.test.hasDelegated({ from, to: SUPPLIER, scope: FULL })).toBe(true)
  expect(registries.test.access(FULL, from)?.state).toBe('APPROVED')
})
