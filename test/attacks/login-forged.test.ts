import Database from 'better-sqlite3'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { AuditEntry } from '../../src/domain/audit/types.ts'
import { movableClock } from '../helpers/clock.ts'
import { hearProduction } from '../helpers/contacts.ts'
import { type ForgeryName, HOSTILE_PID } from '../helpers/forgeries.ts'
import { clear, giveHats } from '../helpers/hats.ts'
import { type HostileIssuer, startHostileIssuer } from '../helpers/hostile-issuer.ts'
import { type House, organisations, startHouse } from '../helpers/house.ts'
import { idportenClientId } from '../helpers/outside.ts'
import { expectNoTrace, lookAround } from '../helpers/untouched.ts'
import { stored } from '../helpers/walk.ts'
import {
  beginLogin,
  carryOut,
  changesAtProd,
  comeBack,
  type Proposed,
  pathOf,
  proposeClient,
  visitorOf,
} from '../helpers/walk-login.ts'

let house: House
let issuer: HostileIssuer
let proposed: Proposed
const clock = movableClock()

beforeAll(async () => {
  issuer = await startHostileIssuer({ clientId: idportenClientId, now: clock.now })
  house = await startHouse({
    outside: true,
    now: clock.now,
    wait: async () => {},
    env: { IDPORTEN_ISSUER: issuer.url },
  })
  await giveHats(house)
  await hearProduction(house)
  await clear(house, 'cecilie', organisations.kystverdi.organisation_number, HOSTILE_PID)
  proposed = await proposeClient(house, house.as('cecilie'), 'Byggesak')
})

afterEach(() => expectNoTrace(house, [HOSTILE_PID]))

/** One change is logged in for more often here than anybody may within ten minutes: that has a test of its own. */
beforeEach(() => {
  const database = new Database((house.env.DATABASE_URL ?? '').replace(/^file:/, ''))
  database.prepare('delete from attempts').run()
  database.close()
})

afterAll(async () => {
  await house.stop()
  await issuer.close()
})

type Line = Record<keyof AuditEntry, unknown> & { action: string; outcome: string; code: string | null }
const logins = () => (stored(house).audit as Line[]).filter(({ action }) => action === 'login')

/** Begins a login in a browser of its own; gives that and the callback that the issuer sends it to. */
const forgedLogin = async (forgery?: ForgeryName) => {
  issuer.behave(forgery === undefined ? {} : { forgery })
  const visitor = visitorOf(house)
  const callback = await issuer.login((await beginLogin(visitor, proposed.path)).href)
  const loginId = String((stored(house).logins ?? []).at(-1)?.id)
  return { visitor, callback, loginId }
}

const refused: [ForgeryName, string][] = [
  ['wrong nonce', 'login-refused'],
  ['missing nonce', 'login-refused'],
  ['wrong issuer', 'login-refused'],
  ['wrong audience', 'login-refused'],
  ['further audience', 'login-refused'],
  ['unknown key', 'login-refused'],
  ['wrong key under a known kid', 'login-refused'],
  ['key of its own in the header', 'login-refused'],
  ['changed after signing', 'login-refused'],
  ['broken signature', 'login-refused'],
  ['alg none', 'login-refused'],
  ['HS256 with the public key', 'login-refused'],
  ['expired', 'login-refused'],
  ['issued in the future', 'login-refused'],
  ['level too low', 'login-level'],
  ['unknown level', 'login-refused'],
  ['missing level', 'login-refused'],
  ['old auth_time', 'login-old'],
  ['auth_time in the future', 'login-old'],
  ['missing auth_time', 'login-old'],
  ['missing pid', 'login-no-number'],
  ['invalid pid', 'login-refused'],
  ['wrong iss in the callback', 'login-refused'],
  ['missing iss in the callback', 'login-refused'],
  ['two iss in the callback', 'login-refused'],
  ['unknown code in the callback', 'login-refused'],
  ['missing code in the callback', 'login-refused'],
  ['token in the callback', 'login-refused'],
  ['cancelled by the person', 'login-cancelled'],
  ['error without a name', 'login-refused'],
]

describe('a login that is not what it says', () => {
  it.each(refused)('carries out nothing, and the audit says why: %s', async (forgery, code) => {
    const before = lookAround(house)
    const lines = logins().length
    const { visitor, callback, loginId } = await forgedLogin(forgery)
    const page = await comeBack(visitor, callback)
    expect(page.status).toBe(403)
    const done = await visitor.get(`/login/done/${loginId}`)
    for (const { text } of [page, done]) {
      expect(text).not.toContain('name="proof"')
      expect(text).not.toContain(HOSTILE_PID)
    }
    // a proof that another login's page might have held opens it no more than none
    const proof = house.world.vault.sign('carry out', loginId, 'guessed')
    expect((await visitor.post(`/login/done/${loginId}`, { proof })).status).toBe(404)
    expect(logins().slice(lines)).toMatchObject([{ outcome: 'failed', code, change_id: proposed.change.id }])
    expect(lookAround(house)).toEqual(before)
    expect(await house.world.store.change(proposed.change.id)).toMatchObject({ state: 'proposed', loginId: null })
  })

  it.each<ForgeryName>(['wrong state in the callback', 'missing state in the callback'])(
    'is not even looked at: %s',
    async (forgery) => {
      const before = lookAround(house)
      const lines = logins().length
      const { visitor, callback, loginId } = await forgedLogin(forgery)
      const exchanges = issuer.forms('token').length
      expect((await comeBack(visitor, callback)).status).toBe(404)
      expect(issuer.forms('token')).toHaveLength(exchanges)
      expect(logins()).toHaveLength(lines)
      expect(await house.world.store.login(loginId)).toMatchObject({ state: 'begun', numberHash: null })
      expect(lookAround(house)).toEqual(before)
    },
  )

  it('can’t be mended afterwards: the honest callback of a refused login comes too late', async () => {
    const { visitor, callback } = await forgedLogin()
    const forged = new URL(callback)
    forged.searchParams.set('iss', 'https://idporten.example')
    expect((await comeBack(visitor, forged)).status).toBe(403)
    const honest = await comeBack(visitor, callback)
    expect([honest.status, honest.text.includes('name="proof"')]).toEqual([403, false])
    expect(changesAtProd(house)).toEqual([])
  })
})

describe('a code', () => {
  it('of one login is no use in another browser’s login, and is given up nowhere but at its own', async () => {
    const [victim, attacker] = [await forgedLogin(), await forgedLogin()]
    const mixed = new URL(attacker.callback)
    mixed.searchParams.set('code', victim.callback.searchParams.get('code') ?? '')
    // the PKCE verifier is another one: the issuer itself refuses
    expect((await comeBack(attacker.visitor, mixed)).status).toBe(403)
    expect((await attacker.visitor.get(`/login/done/${attacker.loginId}`)).text).not.toContain('name="proof"')
    expect(changesAtProd(house)).toEqual([])
  })

  it('is used once: the second callback exchanges nothing, whoever sends it', async () => {
    const { visitor, callback } = await forgedLogin()
    const first = await visitor.get(pathOf(callback))
    const exchanges = issuer.forms('token').length
    const again = await Promise.all([visitor, visitor, visitorOf(house)].map((one) => one.get(pathOf(callback))))
    expect(again.map(({ status, location }) => [status, location])).toEqual([
      [303, first.location],
      [303, first.location],
      [404, null],
    ])
    expect(issuer.forms('token')).toHaveLength(exchanges)
    expect(changesAtProd(house)).toEqual([])
  })

  it('that comes twice at once proves its login once', async () => {
    const { visitor, callback, loginId } = await forgedLogin()
    const lines = logins().length
    const back = await Promise.all([1, 2, 3, 4].map(() => comeBack(visitor, callback)))
    for (const { status } of back) expect([200, 403]).toContain(status)
    // the code is good once: whichever callback is through first decides, and the audit tells of that one alone
    expect(logins().slice(lines)).toHaveLength(1)
    expect((await house.world.store.login(loginId))?.state).not.toBe('used')
    expect(changesAtProd(house)).toEqual([])
  })
})

it('the same login, when it is honest, carries out what was asked for, once', async () => {
  const { visitor, callback } = await forgedLogin()
  const page = await comeBack(visitor, callback)
  expect((await carryOut(visitor, page)).heading).toBe('Klienten er laget i produksjon')
  expect(changesAtProd(house)).toEqual(['POST /api/v1/clients'])
})
