import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { linkToken } from '../../src/domain/login/tokens.ts'
import { MINUTE, movableClock } from '../helpers/clock.ts'
import { hearProduction } from '../helpers/contacts.ts'
import { assign, giveHats, userOf } from '../helpers/hats.ts'
import { type House, organisations, people, startHouse } from '../helpers/house.ts'
import { dump } from '../helpers/untouched.ts'
import { clearDesks, newest, stored, words } from '../helpers/walk.ts'
import { proposeClient, visitorOf } from '../helpers/walk-login.ts'

let house: House
const clock = movableClock()
const { ubekreftet } = people
const again = 'Adressen er bekreftet fra før'

beforeAll(async () => {
  house = await startHouse({ outside: true, now: clock.now, wait: async () => {} })
  await giveHats(house)
  await hearProduction(house)
})

afterEach(() => clearDesks(house))

afterAll(async () => {
  await house.stop()
})

const confirmed = async () => (await house.world.store.standing(userOf('ubekreftet'))).confirmedAddress

/** Gives Ulrik a new address, which nobody has confirmed. */
const newAddress = async (): Promise<string> => {
  const email = `ulrik.${clock.now()}@kystverdi.example`
  await house.slack.workspace.changeUser(ubekreftet.id, { email })
  return email
}

/** Clicks for a link by mail. */
const askForLink = async () => {
  const ulrik = house.as('ubekreftet')
  await ulrik.command('/portvakt whoami')
  await house.until(() => words(newest(ulrik)).includes('unconfirmed-card.send'))
  await ulrik.click({ action_id: 'unconfirmed-card.send' })
}

/** The path of a link as the mail holds it, and the address that it went to. */
const mailed = async (): Promise<{ path: string; email: string }> => {
  const email = await newAddress()
  // whatever was asked for before counts no more
  clock.pass(61 * MINUTE)
  await askForLink()
  const mail = await house.outside.mailbox.until(({ envelope }) => envelope.to.includes(email))
  const [path] = /\/link\/[\w.-]+/.exec(mail.text) ?? []
  if (path === undefined) throw new Error('a mail without a link')
  return { path, email }
}

describe('the link in a mail', () => {
  it('is good once, however many press it at once, and says so to all others', async () => {
    const { path, email } = await mailed()
    const presses = await Promise.all(Array.from({ length: 20 }, () => visitorOf(house).post(path)))
    expect(presses.map(({ heading }) => heading).sort()).toEqual([
      'Adressen er bekreftet',
      ...Array.from({ length: 19 }, () => again),
    ])
    expect(await confirmed()).toBe(email)
    const lines = (stored(house).audit ?? []).filter((line) => line.action === 'address.confirm')
    expect(lines).toHaveLength(1)
    await house.until(() => words(house.as('ubekreftet').messages()).includes(email))
    expect((await visitorOf(house).get(path)).heading).toBe(again)
  })

  it('opened by a scanner, in every way there is, confirms nothing', async () => {
    const { path, email } = await mailed()
    const state = () => ({ ...dump(house), deliveries: 'may be on their way' })
    const before = state()
    const scanner = visitorOf(house, { headers: { 'user-agent': 'BarracudaCentral LinkScanner' } })
    for (const method of ['GET', 'HEAD', 'GET', 'OPTIONS', 'PUT']) await scanner.send(path, { method })
    await scanner.send(path, { method: 'POST' })
    await scanner.post(path, {}, { origin: 'https://scanner.example', 'sec-fetch-site': 'cross-site' })
    expect(state()).toEqual(before)
    expect(await confirmed()).not.toBe(email)
  })

  it('is too late after a quarter of an hour, and when Slack shows another address', async () => {
    const first = await mailed()
    clock.pass(15 * MINUTE + 1)
    expect((await visitorOf(house).post(first.path)).status).toBe(410)
    const second = await mailed()
    await newAddress()
    await house.as('ubekreftet').command('/portvakt whoami')
    expect((await visitorOf(house).post(second.path)).status).toBe(410)
    for (const { email } of [first, second]) expect(await confirmed()).not.toBe(email)
  })

  it('confirms the address of whoever asked, and of nobody who follows it', async () => {
    const { path } = await mailed()
    const { memberships, confirmed_addresses } = stored(house)
    await visitorOf(house).post(path)
    const after = stored(house)
    const news = (after.confirmed_addresses ?? []).filter(
      (row) => !(confirmed_addresses ?? []).some((old) => words(old) === words(row)),
    )
    expect(news).toMatchObject([{ user_id: ubekreftet.id }])
    expect(after.memberships).toEqual(memberships)
  })

  it('made for one person, purpose or address is none for another', async () => {
    const { path } = await mailed()
    const id = path.slice('/link/'.length).split('.')[0] ?? ''
    const link = await house.world.store.link(id)
    if (!link) throw new Error('no link')
    const { vault } = house.world
    const before = dump(house)
    const forged = [
      linkToken(vault, { ...link, user: userOf('kari') }),
      linkToken(vault, { ...link, user: { ...link.user, teamId: 'T0NABO' } }),
      linkToken(vault, { ...link, email: 'en.annen@kystverdi.example' }),
      `${id}.${vault.sign('link', id)}`,
      `${id}.${'A'.repeat(43)}`,
      `${id}.`,
      id,
    ]
    for (const token of forged) expect((await visitorOf(house).post(`/link/${token}`)).status, token).toBe(404)
    const { path: login } = await proposeClient(house, house.as('cecilie'), 'Byggesak')
    expect((await visitorOf(house).post(login.replace('/login/', '/link/'))).status).toBe(404)
    expect((await visitorOf(house).post(path.replace('/link/', '/login/'))).status).toBe(404)
    const { links, confirmed_addresses } = dump(house)
    expect([links, confirmed_addresses]).toEqual([before.links, before.confirmed_addresses])
  })

  it('is not to be had by flooding: after five in an hour there is no sixth', async () => {
    const { email } = await mailed()
    const ulrik = house.as('ubekreftet')
    for (let count = 0; count < 5; count++) await askForLink()
    await house.slack.workspace.until(() => /mange/.test(words([newest(ulrik), ulrik.modal()])), 4_000)
    expect((stored(house).links ?? []).filter((row) => row.email === email)).toHaveLength(5)
  })

  it('of somebody whom Slack has thrown out brings them nothing', async () => {
    const { path } = await mailed()
    await house.slack.workspace.changeUser(ubekreftet.id, { kind: 'deactivated' })
    await visitorOf(house).post(path)
    await house.as('ubekreftet').command('/client list')
    expect(words(newest(house.as('ubekreftet')))).not.toContain('client-list')
    await house.slack.workspace.changeUser(ubekreftet.id, { kind: 'member' })
    await assign(house, 'ubekreftet', organisations.kystverdi.organisation_number, { state: 'removed' })
    await house.as('ubekreftet').command('/client list')
    expect(words(newest(house.as('ubekreftet')))).toContain('tatt ut')
  })
})

describe('guessing links', () => {
  const wrong = (count: number) => `00000000-0000-4000-8000-${String(count).padStart(12, '0')}.${'A'.repeat(43)}`

  it('is over after twenty, also for what is right, and only for who guessed', async () => {
    const { path } = await proposeClient(house, house.as('cecilie'), 'Byggesak')
    const guesser = visitorOf(house, { address: '198.51.100.23' })
    for (let count = 0; count < 20; count++) {
      const door = count % 2 === 0 ? '/link/' : '/login/'
      expect((await guesser.get(`${door}${wrong(count)}`)).status).toBe(404)
    }
    for (const right of [path, `/link/${wrong(1)}`, '/login/done/00000000-0000-4000-8000-000000000000'])
      expect((await guesser.get(right)).status).toBe(429)
    expect((await guesser.post(path)).status).toBe(429)
    // an address of its own making in front of the proxy's word changes nothing
    const liar = visitorOf(house, { address: '203.0.113.1, 198.51.100.23' })
    expect((await liar.get(path)).status).toBe(429)
    expect((await visitorOf(house, { address: '198.51.100.24' }).get(path)).status).toBe(200)
    clock.pass(10 * MINUTE + 1)
    await clearDesks(house)
    const { path: later } = await proposeClient(house, house.as('cecilie'), 'Byggesak igjen')
    expect((await guesser.get(later)).status).toBe(200)
  })

  it('by many at once counts each of them', async () => {
    const guesser = visitorOf(house, { address: '198.51.100.99' })
    const answers = await Promise.all(Array.from({ length: 40 }, (_, at) => guesser.get(`/link/${wrong(at)}`)))
    expect(answers.every(({ status }) => status === 404 || status === 429)).toBe(true)
    expect((await guesser.get(`/link/${wrong(99)}`)).status).toBe(429)
    const rows = (stored(house).attempts ?? []) as { key: string; count: number }[]
    // who guessed is not written down in the clear
    expect(words(rows)).not.toMatch(/198\.51\.100/)
  })

  it('behind two proxies is counted for whom the outer one serves, whatever that one says', async () => {
    const behind = await startHouse({ outside: true, wait: async () => {}, env: { TRUSTED_PROXIES: '2' } })
    onTestFinished(() => behind.stop())
    const from = (told: string) => visitorOf(behind, { address: `${told}, 10.0.0.7` })
    for (let count = 0; count < 20; count++)
      expect((await from(`192.0.2.${count}, 198.51.100.23`).get(`/link/${wrong(count)}`)).status).toBe(404)
    expect((await from('192.0.2.99, 198.51.100.23').get(`/link/${wrong(20)}`)).status).toBe(429)
    expect((await from('198.51.100.23, 198.51.100.24').get(`/link/${wrong(21)}`)).status).toBe(404)
  })
})
