import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { hearProduction } from '../helpers/contacts.ts'
import { clear, giveHats, pidOf, unclear } from '../helpers/hats.ts'
import { type House, organisations, type Person, startHouse } from '../helpers/house.ts'
import { expectNoTrace, lookAround } from '../helpers/untouched.ts'
import { clearDesks, newest, stored, untilModal, words } from '../helpers/walk.ts'
import {
  beginLogin,
  carryOut,
  changesAtProd,
  comeBack,
  labels,
  logIn,
  pathOf,
  proposeClient,
  visitorOf,
} from '../helpers/walk-login.ts'
import { logInAs } from '../sandbox/idporten/login.ts'

let house: House
const kystverdi = organisations.kystverdi.organisation_number
const by = (person: Person) => ({ pid: pidOf(person), level: 'idporten-loa-high' })

beforeAll(async () => {
  house = await startHouse({ outside: true, wait: async () => {} })
  await giveHats(house)
  await hearProduction(house)
})

afterEach(async () => {
  await clearDesks(house)
  expectNoTrace(house)
})

afterAll(async () => {
  await house.stop()
})

type Line = { action: string; outcome: string; code: string | null; change_id: string | null }
const linesOf = (changeId: string) =>
  (stored(house).audit as Line[])
    .filter((line) => line.change_id === changeId)
    .map(({ action, outcome, code }) => [action, outcome, code])

describe('another person’s login', () => {
  it.each<[string, Person, boolean]>([
    ['who is not cleared', 'kari', false],
    ['who is cleared for the same organisation', 'astrid', true],
    ['who is an operator', 'odd', false],
  ])('%s carries out nothing by a link that was meant for a colleague', async (_, other, cleared) => {
    if (cleared) await clear(house, other, kystverdi)
    const { path, change } = await proposeClient(house, house.as('cecilie'), 'Byggesak')
    const before = lookAround(house)
    const visitor = visitorOf(house)
    const page = await logIn(visitor, path, by(other))
    expect([page.status, page.text.includes('ikke den som er klarert')]).toEqual([403, true])
    expect(page.text).not.toContain('name="proof"')
    expect(lookAround(house)).toEqual(before)
    expect(linesOf(change.id)).toEqual([
      ['client.create', 'begun', null],
      ['login', 'failed', 'login-mismatch'],
    ])
    // whoever was meant can still log in
    expect((await logIn(visitorOf(house), path, by('cecilie'))).proof(labels.carryOut)).toBeTruthy()
  })
})

describe('a right that is taken away', () => {
  it('before the login: the login says so and leads nowhere', async () => {
    const { path, change } = await proposeClient(house, house.as('cecilie'), 'Byggesak')
    const before = changesAtProd(house)
    await unclear(house, 'cecilie', kystverdi)
    const page = await logIn(visitorOf(house), path, by('cecilie'))
    await clear(house, 'cecilie', kystverdi)
    expect([page.status, page.text.includes('name="proof"')]).toEqual([403, false])
    expect(linesOf(change.id).at(-1)).toEqual(['login', 'failed', 'not-cleared'])
    expect(changesAtProd(house)).toEqual(before)
  })

  it('between the login and the click: nothing is carried out, and page and Slack say why', async () => {
    const cecilie = house.as('cecilie')
    const { path, change } = await proposeClient(house, cecilie, 'Byggesak')
    const before = changesAtProd(house)
    const visitor = visitorOf(house)
    const page = await logIn(visitor, path, by('cecilie'))
    await unclear(house, 'cecilie', kystverdi)
    const answer = await carryOut(visitor, page)
    await clear(house, 'cecilie', kystverdi)
    expect(answer.heading).toBe('Det ble ikke utført')
    expect(answer.text).toContain('ikke klarert')
    expect(linesOf(change.id).at(-1)).toEqual(['client.create', 'failed', 'not-cleared'])
    expect(changesAtProd(house)).toEqual(before)
    await house.until(() => cecilie.modal()?.callback_id !== 'client-step-up')
    expect(words(cecilie.modal())).toContain('ikke klarert')
    expect(words([cecilie.modal(), newest(cecilie)])).not.toContain('/login/')
    // the click is used up: the right given back does not carry it out after all
    expect((await carryOut(visitor, page)).heading).toBe('Det ble ikke utført')
    expect(changesAtProd(house)).toEqual(before)
  })

  it('with the organisation itself: who belongs elsewhere by the click has changed nothing', async () => {
    const cecilie = house.as('cecilie')
    const { path, change } = await proposeClient(house, cecilie, 'Byggesak')
    const before = changesAtProd(house)
    const visitor = visitorOf(house)
    const page = await logIn(visitor, path, by('cecilie'))
    await house.slack.workspace.changeUser(cecilie.id, { email: 'cecilie@eksempel.example' })
    const answer = await carryOut(visitor, page)
    await house.slack.workspace.changeUser(cecilie.id, { email: 'cecilie.hauge@kystverdi.example' })
    expect(answer.heading).toBe('Det ble ikke utført')
    expect(await house.world.store.change(change.id)).toMatchObject({ state: 'failed' })
    expect(changesAtProd(house)).toEqual(before)
    expect(house.digdir.prod.registry.clients(organisations.direktoratet.organisation_number)).toEqual([])
  })
})

describe('two logins', () => {
  it('of one change, in two tabs: one carries it out, the other is told that it is done', async () => {
    const { path } = await proposeClient(house, house.as('cecilie'), 'To faner')
    const before = changesAtProd(house).length
    const visitor = visitorOf(house)
    const pages = [await logIn(visitor, path, by('cecilie')), await logIn(visitor, path, by('cecilie'))]
    expect(pages[0]?.path).not.toBe(pages[1]?.path)
    const answers = await Promise.all(pages.map((page) => carryOut(visitor, page)))
    for (const { heading } of answers)
      expect(['Klienten er laget i produksjon', 'Portvakt holder på']).toContain(heading)
    expect(changesAtProd(house)).toHaveLength(before + 1)
    for (const { path: done } of pages) {
      const after = await visitor.get(done)
      expect(after.heading).toBe('Klienten er laget i produksjon')
      expect(after.text).not.toContain(`>${labels.carryOut}</button>`)
    }
  })

  it('of two changes: neither state, nor page, nor proof of one serves the other', async () => {
    const one = await proposeClient(house, house.as('cecilie'), 'Den ene')
    await clearDesks(house)
    const other = await proposeClient(house, house.as('cecilie'), 'Den andre')
    const before = changesAtProd(house)
    const visitor = visitorOf(house)
    const [mine, theirs] = [await beginLogin(visitor, one.path), await beginLogin(visitor, other.path)]
    const callbacks = [await logInAs(mine, by('cecilie')), await logInAs(theirs, by('cecilie'))]
    const [ofOne, ofOther] = callbacks.map(({ searchParams }) => searchParams.get('state') ?? '')
    // the code of one login with the state of the other: PKCE and nonce are another login's
    const swapped = new URL(callbacks[0] ?? '')
    swapped.searchParams.set('state', ofOther ?? '')
    expect((await comeBack(visitor, swapped)).status).toBe(403)
    // the id of one login under the signature of the other
    const [id] = ofOne?.split('.') ?? []
    const mixed = new URL(callbacks[0] ?? '')
    mixed.searchParams.set('state', `${id}.${ofOther?.split('.')[1]}`)
    expect((await comeBack(visitor, mixed)).status).toBe(404)
    const page = await comeBack(visitor, callbacks[0] ?? '')
    const again = await logIn(visitor, other.path, by('cecilie'))
    expect((await visitor.post(page.path, { proof: again.proof(labels.carryOut) })).status).toBe(404)
    expect((await visitor.post(again.path, { proof: page.proof(labels.carryOut) })).status).toBe(404)
    expect(changesAtProd(house)).toEqual(before)
    expect(page.text).toContain('Den ene')
    expect(page.text).not.toContain('Den andre')
  })
})

it('a login is its browser’s alone: cookie, page and proof are no use without each other', async () => {
  const { path } = await proposeClient(house, house.as('cecilie'), 'Byggesak')
  const before = changesAtProd(house)
  const [owner, thief] = [visitorOf(house), visitorOf(house)]
  const page = await logIn(owner, path, by('cecilie'))
  const proof = page.proof(labels.carryOut)
  // a login of the thief's own for the same link, whose cookie is a good one
  await beginLogin(thief, path)
  expect((await thief.get(page.path)).status).toBe(404)
  expect((await thief.post(page.path, { proof })).status).toBe(404)
  // the thief's secret under the owner's name
  const [own] = thief.cookies.values()
  thief.cookies.set([...owner.cookies.keys()][0] ?? '', { value: own?.value ?? '', path: '/login' })
  expect((await thief.post(page.path, { proof })).status).toBe(404)
  const callback = await logInAs(await beginLogin(owner, path), by('cecilie'))
  expect((await thief.get(pathOf(callback))).status).toBe(404)
  expect(changesAtProd(house)).toEqual(before)
})

it('a login carries out nothing twice, whatever is sent again', async () => {
  const cecilie = house.as('cecilie')
  const { path } = await proposeClient(house, cecilie, 'Én gang')
  const before = changesAtProd(house).length
  const visitor = visitorOf(house)
  const page = await logIn(visitor, path, by('cecilie'))
  await Promise.all(Array.from({ length: 10 }, () => carryOut(visitor, page)))
  expect((await visitor.post(path)).location).toBeNull()
  await untilModal(house, cecilie, 'client-created')
  expect(changesAtProd(house)).toHaveLength(before + 1)
})
