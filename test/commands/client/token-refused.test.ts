import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Snapshot } from '../../../sandbox/digdir/client-store.ts'
import { HOUR, movableClock } from '../../helpers/clock.ts'
import { type House, organisations, startHouse } from '../../helpers/house.ts'
import { rsaKey } from '../../helpers/keys.ts'
import { clearDesks, kept, loginValues, named, openDetails, refusals, untilModal, words } from '../../helpers/walk.ts'

let house: House
const clock = movableClock()
let right: Snapshot

const registry = () => house.digdir.test.registry
const adminId = () => house.env.DIGDIR_TEST_CLIENT_ID ?? ''

beforeAll(async () => {
  house = await startHouse({ now: clock.now, wait: async () => {} })
  const snapshot = registry().client(adminId())
  if (snapshot === undefined) throw new Error('no admin client')
  right = snapshot
})

afterEach(async () => {
  house.maskinporten.test.faults.clear()
  registry().save(right)
  registry().setAccess('idporten:dcr.write', organisations.kystverdi.organisation_number, 'APPROVED')
  // the token of the last test is too old
  clock.pass(HOUR)
  await clearDesks(house)
  expect(refusals(house)).toEqual([])
})

afterAll(async () => {
  await house.stop()
})

const inKey = (change: object): void =>
  registry().save({
    ...right,
    keys: right.keys && { ...right.keys, keys: right.keys.keys.map((key) => ({ ...key, ...change })) },
  })

describe('when Maskinporten gives no token', () => {
  it.each<[string, () => void, RegExp]>([
    [
      'MP-100, the admin client is gone',
      () => registry().save({ ...right, client: { ...right.client, active: false } }),
      /kjenner ikke admin-klienten.*MP-100/,
    ],
    ['MP-121, its key has expired', () => inKey({ exp: Math.floor(clock.now() / 1000) - 60 }), /utløpt.*MP-121/],
    ['MP-124, its key is another', () => inKey({ n: rsaKey().modulus }), /MP-124/],
    ['an unknown kid', () => inKey({ kid: 'en-annen' }), /ga ikke Portvakt tilgang/],
    [
      'MP-200, a scope was taken away',
      () => registry().save({ ...right, client: { ...right.client, scopes: [] } }),
      /mangler et scope.*MP-200/,
    ],
    [
      'MP-250, its access was withdrawn',
      () => void registry().setAccess('idporten:dcr.write', organisations.kystverdi.organisation_number, 'DENIED'),
      /ikke fått tilgang til scopet.*MP-250/,
    ],
    [
      'a page of HTML',
      () => house.maskinporten.test.faults.add({ fault: { kind: 'html', status: 502 } }),
      /Maskinporten svarer ikke/,
    ],
    [
      'silence at the other end',
      () => house.maskinporten.test.faults.add({ fault: { kind: 'cut', when: 'before' } }),
      /Maskinporten svarer ikke/,
    ],
  ])(
    '%s: says whose task it is, keeps what was typed, and works again when it is mended',
    async (name, breakIt, expected) => {
      const kari = house.as('kari')
      await openDetails(house, kari, 'idporten')
      clock.pass(HOUR)
      breakIt()
      await kari.submit(loginValues(name))
      await house.until(() => words(kari.modal()).includes('Klienten ble ikke laget'))
      expect(words(kari.modal())).toMatch(expected)
      expect(words(kari.modal()?.values)).toContain(`Innlogging til ${name}`)
      expect(named(house, name)).toEqual([])
      house.maskinporten.test.faults.clear()
      registry().save(right)
      registry().setAccess('idporten:dcr.write', organisations.kystverdi.organisation_number, 'APPROVED')
      await kari.submit({})
      await untilModal(house, kari, 'client-created')
      expect(named(house, name)).toHaveLength(1)
    },
  )

  it('logs the refusal, and never the assertion, the key or a token', async () => {
    const kari = house.as('kari')
    await openDetails(house, kari, 'idporten')
    clock.pass(HOUR)
    inKey({ n: rsaKey().modulus })
    await kari.submit(loginValues('Logges'))
    await house.until(() => words(kari.modal()).includes('MP-124'))
    expect(house.logged()).toContain('token-refused')
    expect(kept(house)).not.toMatch(/eyJ[\w-]{10,}\.[\w-]{10,}/)
  })
})
