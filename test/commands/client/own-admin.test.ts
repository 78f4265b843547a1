import { afterEach, describe, expect, it, onTestFinished } from 'vitest'
import { readConfig } from '../../../src/config.ts'
import { adminAccessFor } from '../../../src/domain/client/admin-access.ts'
import { openWorld } from '../../../src/world.ts'
import { failureOf } from '../../adapters/peer.ts'
import { runProgram } from '../../helpers/admin-program.ts'
import { type House, type HouseOptions, organisations, startHouse } from '../../helpers/house.ts'
import { rsaKey } from '../../helpers/keys.ts'
import { give, ownAdmin, rekey } from '../../helpers/own-admin.ts'
import { clearDesks, newest, onlyNamed, openDetails, submitLogin, untilModal, words } from '../../helpers/walk.ts'

const direktoratet = organisations.direktoratet.organisation_number
const kystverdi = organisations.kystverdi.organisation_number

let house: House

const start = async (options: HouseOptions = {}) => {
  house = await startHouse(options)
  return house
}

afterEach(async () => {
  await house.stop()
})

const make = async (name: string) => {
  const ingrid = house.as('ingrid')
  const outcome = await submitLogin(house, ingrid, name)
  expect(outcome.errors).toBeUndefined()
  await untilModal(house, ingrid, 'client-created')
  await clearDesks(house)
  return onlyNamed(house, name, direktoratet)
}

const remove = () =>
  runProgram(`credentials remove --organisation ${direktoratet} --environment test`.split(' '), house.env)

describe('an organisation with an admin client of its own', () => {
  it('makes its clients itself, where the bot was its supplier before and is again afterwards', async () => {
    await start()
    expect(await make('Som kunde')).toMatchObject({ client_orgno: direktoratet, supplier_orgno: kystverdi })
    await give(house, await ownAdmin(house))
    const own = await make('Som seg selv')
    expect(own.client_orgno).toBe(direktoratet)
    expect(own.supplier_orgno).toBeUndefined()
    await remove()
    expect(await make('Som kunde igjen')).toMatchObject({ supplier_orgno: kystverdi })
  })

  it('is offered what a supplier could not make for it, with its own scopes', async () => {
    await start()
    const [scope = ''] = house.digdir.test.registry
      .scopes()
      .filter((one) => !one.accessible_for_all && one.active && one.prefix !== 'idporten')
      .map((one) => one.name)
    house.digdir.test.registry.grant(scope, direktoratet)
    await give(house, await ownAdmin(house))
    const ingrid = house.as('ingrid')
    await openDetails(house, ingrid, 'maskinporten')
    const { groups } = await ingrid.suggest('scopes', 'client-new-details.scopes', scope.split(':')[1] ?? '')
    const granted = groups?.find((group) => group.label === 'Gitt til virksomheten')
    expect(words(granted)).toContain(scope)
    await clearDesks(house)
  })

  it('works where the bot itself has no admin client', async () => {
    await start({ env: { DIGDIR_TEST_CLIENT_ID: '', DIGDIR_TEST_KEY_FILE: '' } })
    await give(house, await ownAdmin(house))
    expect((await make('Uten botens')).supplier_orgno).toBeUndefined()
    const kari = house.as('kari')
    await kari.command('/client new idporten')
    await house.until(() => /ikke satt opp/.test(words([kari.modal(), newest(kari)])))
  })

  it('works where the bot’s may act for nobody else', async () => {
    await start({ scopes: ['idporten:dcr.write', 'idporten:dcr.read'] })
    await give(house, await ownAdmin(house))
    expect((await make('Uten leverandør')).supplier_orgno).toBeUndefined()
  })

  it('acts with what replaced it at once, on every instance', async () => {
    let ahead = 0
    const now = () => Date.now() + ahead
    await start({ now })
    const other = await openWorld(readConfig(house.env), now)
    onTestFinished(() => other.close())
    const list = async () => await other.digdir.list(await adminAccessFor(other, direktoratet, 'test'))
    const first = await ownAdmin(house)
    await give(house, first)
    expect(await list()).toEqual(expect.any(Array))
    // another client
    const second = await ownAdmin(house)
    await give(house, second)
    rekey(house, first, rsaKey())
    expect(await list()).toEqual(expect.any(Array))
    // the same client under another key, once the token of the old one is over
    const key = rsaKey()
    rekey(house, second, key)
    ahead += 10 * 60_000
    expect(await failureOf(list())).toMatchObject({ code: 'token-refused' })
    // as the program would store it, which has the machine's clock
    await house.world.store.write({}, async (tx) => {
      const jwk = { ...JSON.parse(key.privateJwk), alg: 'RS256' }
      const sealedKey = house.world.vault.seal(JSON.stringify(jwk), `credentials.sealed_key ${direktoratet} test`)
      const { clientId } = second
      const place = { organisationNumber: direktoratet, environment: 'test' as const }
      await tx.saveCredential({ ...place, clientId, kid: key.kid, sealedKey, givenBy: 'g', testedAt: now() })
      return null
    })
    expect(await list()).toEqual(expect.any(Array))
  })

  it('is told which admin client was refused when its key is no good any more', async () => {
    await start()
    const own = await ownAdmin(house)
    await give(house, own)
    rekey(house, own, rsaKey())
    const access = await adminAccessFor(house.world, direktoratet, 'test')
    const error = await failureOf(house.world.digdir.list(access))
    expect(error).toMatchObject({
      code: 'token-refused',
      message: expect.stringContaining("it is the organisation's own admin client"),
      details: { correlationId: expect.any(String), fields: [{ field: 'admin_client', reason: own.clientId }] },
    })
    const ingrid = house.as('ingrid')
    await ingrid.command('/client list')
    await house.until(() => words([ingrid.modal(), newest(ingrid)]).includes(own.clientId))
    await clearDesks(house)
    expect(house.logged()).not.toContain(own.key.secretPart)
    // the owner of the bot's own client is not touched by it
    await house.as('kari').command('/client new idporten')
    await untilModal(house, house.as('kari'), 'client-new-details')
  })
})

describe('an admin client whose key can’t be used', () => {
  it('that was taken away meanwhile is none', async () => {
    await start()
    await give(house, await ownAdmin(house))
    const access = await adminAccessFor(house.world, direktoratet, 'test')
    await remove()
    expect(await failureOf(house.world.digdir.list(access))).toMatchObject({ code: 'no-admin-client' })
  })

  it('that was stored under another SECRET_KEY is none, in words that hold nothing of it', async () => {
    await start()
    await give(house, await ownAdmin(house))
    const world = await openWorld(readConfig({ ...house.env, SECRET_KEY: Buffer.alloc(32, 9).toString('base64') }))
    onTestFinished(() => world.close())
    const access = await adminAccessFor(world, direktoratet, 'test')
    expect(await failureOf(world.digdir.list(access))).toMatchObject({
      code: 'no-admin-client',
      details: { environment: 'test' },
    })
  })

  it('is never taken for another organisation’s', async () => {
    await start()
    const own = await ownAdmin(house)
    await give(house, own)
    const client = { clientId: own.clientId, testedAt: 0 }
    const access = { mode: 'own', environment: 'test', organisationNumber: kystverdi, client } as const
    expect(await failureOf(house.world.digdir.list(access))).toMatchObject({ code: 'no-admin-client' })
  })
})
