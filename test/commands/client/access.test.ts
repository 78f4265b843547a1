import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type House, type HouseOptions, organisations, startHouse } from '../../helpers/house.ts'
import { clearDesks, loginValues, makeLogin, named, newest, refusals, untilModal, words } from '../../helpers/walk.ts'

/** A house for the tests of one `describe`. */
const houseWith = (options: HouseOptions): (() => House) => {
  let house: House
  beforeAll(async () => {
    house = await startHouse(options)
  })
  afterAll(async () => {
    expect(refusals(house)).toEqual([])
    await house.stop()
  })
  return () => house
}

const shownTo = (house: House, who: 'kari' | 'ingrid'): string =>
  words([house.as(who).modal()?.blocks, newest(house.as(who))?.blocks])

const lines = ['/client', '/client list', '/client new idporten', '/client show abc', '/client deactivate abc']

describe('without an admin client for test', () => {
  const house = houseWith({ env: { DIGDIR_TEST_CLIENT_ID: '', DIGDIR_TEST_KEY_FILE: '' } })

  it.each(lines.slice(0, 3))('%s says that the environment is not set up, and who mends it', async (line) => {
    const kari = house().as('kari')
    await kari.command(line)
    await house().until(() => /ikke satt opp i testmiljøet/.test(shownTo(house(), 'kari')))
    expect(shownTo(house(), 'kari')).toContain('Den som drifter Portvakt')
    await clearDesks(house())
  })

  it('says so at the first question too, and on whoami and Home', async () => {
    const kari = house().as('kari')
    await kari.command('/client new')
    await untilModal(house(), kari, 'client-new')
    await kari.submit({ environment: 'test', integration_type: 'idporten' })
    await untilModal(house(), kari, 'error')
    expect(words(kari.modal())).toContain('ikke satt opp')
    await clearDesks(house())
    await kari.command('/portvakt whoami')
    expect(words(newest(kari))).toContain('Portvakt er ikke satt opp her')
    await kari.openHome()
    await house().until(() => words(kari.desk().home).includes('ikke satt opp'))
    expect(house().digdir.test.count()).toBe(0)
  })
})

describe('with an admin client that may not act for others', () => {
  const house = houseWith({ scopes: ['idporten:dcr.write', 'idporten:dcr.read'] })

  it('the owner’s people work as ever', async () => {
    await makeLogin(house(), house().as('kari'), 'Egen')
  })

  it.each(lines)('another organisation’s person is told clearly by %s', async (line) => {
    const ingrid = house().as('ingrid')
    await ingrid.command(line)
    await house().until(() => /ikke lov til å handle for andre/.test(shownTo(house(), 'ingrid')))
    expect(shownTo(house(), 'ingrid')).not.toContain('Egen')
    await clearDesks(house())
  })

  it('whoami says it too', async () => {
    const ingrid = house().as('ingrid')
    await ingrid.command('/portvakt whoami')
    expect(words(newest(ingrid))).toContain('ikke tilgang til å handle for virksomheten din')
  })
})

describe('with an admin client for reading alone', () => {
  const house = houseWith({ scopes: ['idporten:dcr.read', 'idporten:dcr.supplier'] })

  it('the form comes back with whose task it is', async () => {
    const kari = house().as('kari')
    await kari.command('/client list')
    await house().until(() => /client-list.show|mangler et scope/.test(shownTo(house(), 'kari')))
    await kari.command('/client new idporten')
    await house().until(() => /client-new-details|mangler et scope/.test(words([kari.modal(), newest(kari)])))
    if (kari.modal()) {
      await kari.submit(loginValues('Lesetilgang'))
      await house().until(() => /mangler et scope|ikke har lov/.test(words(kari.modal()?.blocks)))
    }
    expect(named(house(), 'Lesetilgang', organisations.kystverdi.organisation_number)).toEqual([])
  })
})

describe('for an organisation that has not signed the terms', () => {
  const house = houseWith({})

  it('Digdir refuses its client, and the form comes back with what was typed and what to do', async () => {
    const tore = house().as('tore')
    await tore.command('/client new idporten')
    await untilModal(house(), tore, 'client-new-details')
    await tore.submit(loginValues('Helseinnlogging'))
    await house().until(() => /bruksvilkår/.test(words(tore.modal()?.blocks)))
    expect(tore.modal()?.callback_id).toBe('client-new-details')
    expect(words(tore.modal()?.blocks)).toContain('Helseinnlogging')
    expect(named(house(), 'Helseinnlogging', organisations.fjordlys.organisation_number)).toEqual([])
  })
})
