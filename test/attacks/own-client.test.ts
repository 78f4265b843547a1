import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { MINUTE, movableClock } from '../helpers/clock.ts'
import { assign, clear, giveHats, pidOf, userOf } from '../helpers/hats.ts'
import { type House, organisations, startHouse } from '../helpers/house.ts'
import { rsaKey } from '../helpers/keys.ts'
import { handOut } from '../helpers/own-admin.ts'
import { clearDesks, kept, stored, untilModal, words } from '../helpers/walk.ts'
import {
  beginLogin,
  changesAtProd,
  logIn,
  loginLinkIn,
  proposeClient,
  type Visitor,
  visitorOf,
} from '../helpers/walk-login.ts'

/** Who wants an organisation's bot to act by a key of theirs, or to learn one. */

let house: House
let own: ReturnType<typeof handOut>
const clock = movableClock()
const kystverdi = organisations.kystverdi.organisation_number
const direktoratet = organisations.direktoratet.organisation_number
const submit = 'Prøv og lagre'

beforeAll(async () => {
  house = await startHouse({ outside: true, now: clock.now, wait: async () => {} })
  await giveHats(house)
  await clear(house, 'astrid', kystverdi)
  own = handOut(house, { orgno: kystverdi })
})

afterEach(async () => {
  await clearDesks(house)
  await assign(house, 'astrid', kystverdi, { admin: true })
  await clear(house, 'astrid', kystverdi)
  clock.pass(2 * MINUTE)
  expect(stored(house).credentials).toEqual([])
})

afterAll(async () => {
  await house.stop()
})

/** In Slack, as far as the link. */
const begun = async (): Promise<string> => {
  const astrid = house.as('astrid')
  await astrid.command('/portvakt admin')
  await untilModal(house, astrid, 'admin-people')
  await astrid.click({ action_id: 'admin-people.own-client' })
  await untilModal(house, astrid, 'admin-own-client')
  await astrid.click({ action_id: 'admin-own-client.give' })
  return loginLinkIn(await untilModal(house, astrid, 'client-step-up'))
}

const good = () => ({ environment: 'test', client_id: own.clientId, private_key: own.key.privateJwk, kid: '' })

/** As far as the form, with all that would be needed to send it. */
const asked = async () => {
  const visitor = visitorOf(house)
  const page = await logIn(visitor, await begun(), { pid: pidOf('astrid') })
  const proof = page.proof(submit)
  const send = (over: Record<string, string> = {}, by: Visitor = visitor, headers: Record<string, string> = {}) =>
    by.post(page.path, { proof, ...good(), ...over }, headers)
  return { visitor, page, proof, send }
}

const tokens = () => house.maskinporten.test.requests().length

describe('the page of an own admin client', () => {
  it('is nobody’s but the admin’s, whoever opens the link and logs in', async () => {
    const path = await begun()
    for (const other of ['cecilie', 'kari', 'vakt'] as const) {
      const answer = await logIn(visitorOf(house), path, { pid: pidOf(other) })
      expect([answer.status, answer.text.includes(submit)]).toEqual([403, false])
    }
    // a colleague who is admin too, and cleared, is still another person
    await assign(house, 'cecilie', kystverdi, { admin: true })
    expect((await logIn(visitorOf(house), path, { pid: pidOf('cecilie') })).status).toBe(403)
    await house.world.store.write({}, (tx) => tx.forgetMembership(userOf('cecilie'), kystverdi))
  })

  it('takes no form from another browser, another site, without its proof, or by a GET', async () => {
    const { visitor, page, proof, send } = await asked()
    const before = tokens()
    const evil = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
    const answers = [
      await send({}, visitorOf(house)),
      await send({}, visitor, evil),
      await send({}, visitor, { origin: 'null', 'sec-fetch-site': 'same-site' }),
      await send({ proof: '' }),
      await send({ proof: page.proof('Logg ut av ID-porten') }),
      await visitor.get(`${page.path}?${new URLSearchParams({ proof, ...good() })}`),
    ]
    expect(answers.map(({ status }) => status)).toEqual([404, 403, 403, 404, 404, 200])
    expect(tokens()).toBe(before)
  })

  it('is of no use to a login for another change, and the other way round', async () => {
    await clearDesks(house)
    const { path } = await proposeClient(house, house.as('cecilie'), 'Ikke denne')
    await clearDesks(house)
    const { visitor, page, proof } = await asked()
    const before = changesAtProd(house)
    const other = await logIn(visitor, path, { pid: pidOf('cecilie') })
    expect((await visitor.post(other.path, { proof, ...good() })).status).toBe(404)
    expect((await visitor.post(page.path, { proof: other.proof('Utfør'), ...good() })).status).toBe(404)
    expect(changesAtProd(house)).toEqual(before)
  })

  it.each<[string, () => Promise<unknown>, number]>([
    ['role was taken', () => assign(house, 'astrid', kystverdi), 403],
    ['membership was taken', () => assign(house, 'astrid', kystverdi, { state: 'removed' }), 403],
    [
      'organisation is another by now',
      async () => {
        await assign(house, 'astrid', direktoratet, { admin: true })
        await house.world.store.write({}, async (tx) => {
          await tx.chooseOrganisation(userOf('astrid'), direktoratet)
          return null
        })
      },
      400,
    ],
  ])('tries and keeps nothing once the admin’s %s', async (_, happen, status) => {
    const { send } = await asked()
    const before = tokens()
    await happen()
    expect((await send()).status).toBe(status)
    expect(tokens()).toBe(before)
    await house.world.store.write({}, async (tx) => {
      await tx.forgetMembership(userOf('astrid'), direktoratet)
      await tx.chooseOrganisation(userOf('astrid'), kystverdi)
      return null
    })
  })

  it('keeps nothing once the clearance was taken, or the time is over', async () => {
    const first = await asked()
    await house.world.store.write({}, (tx) => tx.forgetClearance(kystverdi, userOf('astrid')))
    expect((await first.send()).heading).toBe('Det ble ikke utført')
    await clear(house, 'astrid', kystverdi)
    clock.pass(2 * MINUTE)
    const second = await asked()
    clock.pass(10 * MINUTE)
    expect((await second.send()).heading).toBe('Tiden er ute')
  })

  it('gives nobody’s client to another: what it belongs to is Maskinporten’s word', async () => {
    const theirs = handOut(house, { orgno: direktoratet })
    const { send } = await asked()
    const answer = await send({ client_id: theirs.clientId, private_key: theirs.key.privateJwk })
    expect([answer.status, answer.text.includes(`hører til ${direktoratet}`)]).toEqual([422, true])
  })

  const nasty = [
    `"><script>alert(1)</script>`,
    `'; drop table credentials; --`,
    `a\r\nSet-Cookie: x=1`,
    '\u202egpj.exe',
    '<!channel> *x* <https://evil.example|x>',
  ]
  it.each(nasty)('shows what was typed as what was typed: %j', async (typed) => {
    const { send } = await asked()
    const answer = await send({ client_id: typed, kid: typed, environment: typed })
    expect(answer.status).toBe(422)
    expect(answer.text).not.toMatch(/<script|<https:/)
    expect(answer.headers.getSetCookie()).toEqual([])
    expect(words(house.slack.workspace.calls)).not.toContain('evil.example')
  })

  it('sends no key back, and leaves none in logs, messages, changes or the database', async () => {
    const { send } = await asked()
    const key = rsaKey()
    const answers = [
      await send({ private_key: key.privateJwk }),
      await send({ private_key: key.privatePem }),
      // into the wrong field
      await send({ private_key: '', client_id: key.privatePem, kid: key.privateJwk }),
      await send({ private_key: `${key.privateJwk} `.repeat(12) }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([422, 422, 422, 413])
    for (const { text } of answers) {
      expect(text).not.toContain(key.secretPart)
      expect(text).not.toContain(key.privatePem.split('\n')[3])
    }
    for (const secret of [key.secretPart, key.privatePem.split('\n')[3] ?? 'x']) {
      expect(kept(house)).not.toContain(secret)
      expect(words(house.slack.workspace.calls)).not.toContain(secret)
    }
  })
})

it('a login link begins twenty logins in ten minutes, and ID-porten is asked for no more', async () => {
  const path = await begun()
  const visitor = visitorOf(house)
  for (let count = 0; count < 20; count++) await beginLogin(visitor, path)
  const { status, location, heading } = await visitor.post(path)
  expect([status, location, heading]).toEqual([429, null, 'Det gikk ikke'])
})
