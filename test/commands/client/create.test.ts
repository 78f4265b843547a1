import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type House, organisations, startHouse } from '../../helpers/house.ts'
import { rsaKey } from '../../helpers/keys.ts'
import {
  cardOf,
  clearDesks,
  makeLogin,
  named,
  newest,
  onlyNamed,
  openDetails,
  refusals,
  stored,
  submitLogin,
  untilCard,
  untilModal,
  words,
} from '../../helpers/walk.ts'

let house: House

beforeAll(async () => {
  house = await startHouse()
})

afterEach(async () => {
  await clearDesks(house)
  expect(refusals(house)).toEqual([])
})

afterAll(async () => {
  await house.stop()
})

describe('/client new', () => {
  it('asks for environment and type, and creates an ID-porten client with two redirect URIs and its defaults', async () => {
    const kari = house.as('kari')
    await kari.command('/client new')
    await untilModal(house, kari, 'client-new')
    await kari.submit({ environment: 'test', integration_type: 'idporten' })
    await untilModal(house, kari, 'client-new-details')
    const outcome = await kari.submit({
      client_name: 'Byggesøk',
      description: 'Søknader om bygging',
      redirect_uris: 'https://bygg.kystverdi.example/callback\nhttp://localhost:3000/callback',
      post_logout_redirect_uris: 'https://bygg.kystverdi.example/',
    })
    expect(outcome.errors).toBeUndefined()
    const shown = await untilModal(house, kari, 'client-created')
    const made = onlyNamed(house, 'Byggesøk')
    expect(made).toMatchObject({
      integration_type: 'idporten',
      application_type: 'web',
      token_endpoint_auth_method: 'private_key_jwt',
      grant_types: ['authorization_code', 'refresh_token'],
      scopes: ['openid', 'profile'],
      redirect_uris: ['https://bygg.kystverdi.example/callback', 'http://localhost:3000/callback'],
      post_logout_redirect_uris: ['https://bygg.kystverdi.example/'],
      access_token_lifetime: 3600,
      refresh_token_lifetime: 7200,
      authorization_lifetime: 7200,
      refresh_token_usage: 'ONETIME',
      code_challenge_method: 'S256',
      sso_disabled: false,
    })
    expect(words(shown)).toContain(made.client_id)
  })

  it('keeps one card in the direct messages, with its history in the thread, without the marker', async () => {
    const kari = house.as('kari')
    const made = await makeLogin(house, kari, 'Kortet')
    const { card, history } = cardOf(kari, made.client_id)
    expect(words(card)).toContain('Innlogging til Kortet')
    expect(history).toEqual([`Laget av <@${kari.id}>.`])
    expect(words(kari.desk().messages)).not.toContain('[portvakt:')
  })

  it('writes the change to the audit with who and for which organisation', async () => {
    const made = await makeLogin(house, house.as('kari'), 'Revidert')
    const rows = (stored(house).audit ?? []).filter((row) => words(row).includes(made.client_id))
    expect(rows.length).toBeGreaterThan(0)
    expect(words(rows)).toContain(organisations.kystverdi.organisation_number)
    expect(words(rows)).toContain('U0KARI')
  })

  it.each(['JWK', 'PEM'] as const)('creates a Maskinporten client with scopes and a key as %s', async (form) => {
    const kari = house.as('kari')
    const key = rsaKey()
    await openDetails(house, kari, 'maskinporten')
    const found = await kari.suggest('scopes', 'client-new-details.scopes', 'folkeregister')
    expect(found.groups?.map((group) => group.label)).toContain('Gitt til virksomheten')
    const name = `Folkeregister ${form}`
    const outcome = await kari.submit({
      client_name: name,
      description: 'Oppslag',
      scopes: ['folkeregister:deling/offentligutenhjemmel'],
      public_key: form === 'JWK' ? key.publicJwk : key.publicPem,
    })
    expect(outcome.errors).toBeUndefined()
    const shown = await untilModal(house, kari, 'client-created')
    const made = onlyNamed(house, name)
    expect(made).toMatchObject({
      integration_type: 'maskinporten',
      scopes: ['folkeregister:deling/offentligutenhjemmel'],
    })
    expect(made.refresh_token_lifetime ?? 0).toBe(0)
    const [registered] = house.digdir.test.registry.client(made.client_id)?.keys?.keys ?? []
    expect(registered?.n).toBe(key.modulus)
    if (form === 'JWK') expect(registered?.kid).toBe(key.kid)
    expect(words(shown)).toContain(registered?.kid)
  })

  it('shows the scopes in three groups', async () => {
    const kari = house.as('kari')
    await openDetails(house, kari, 'maskinporten')
    const { groups } = await kari.suggest('scopes', 'client-new-details.scopes', '')
    expect(groups?.map((group) => group.label)).toEqual([
      'Gitt til virksomheten',
      'Åpne for alle',
      'Kan delegeres i Altinn',
    ])
    const none = await kari.suggest('scopes', 'client-new-details.scopes', 'finnes-ikke')
    expect([...(none.options ?? []), ...(none.groups ?? [])]).toEqual([])
  })

  it('suggests nothing, and says nothing wrong, while Digdir does not tell its scopes', async () => {
    const kari = house.as('kari')
    await openDetails(house, kari, 'maskinporten')
    house.digdir.test.faults.add({ path: /\/scopes/, fault: { kind: 'status', status: 403 } })
    const found = await kari.suggest('scopes', 'client-new-details.scopes', 'ingen har spurt om dette før')
    house.digdir.test.faults.clear()
    expect([...(found.options ?? []), ...(found.groups ?? [])]).toEqual([])
  })

  it.each(['/client new prod', '/client new idporten prod'])(
    'says for “%s” that nobody can log in, where no login is set up',
    async (line) => {
      const kari = house.as('kari')
      await kari.command(line)
      expect(kari.modal()).toBeUndefined()
      expect(words(newest(kari))).toContain('ID-porten er ikke satt opp for Portvakt')
      expect(house.digdir.prod.count()).toBe(0)
    },
  )

  it('says so in the first question too, and on top of it when production is chosen all the same', async () => {
    const kari = house.as('kari')
    await kari.command('/client new')
    expect(words(await untilModal(house, kari, 'client-new'))).toContain('innlogging er ikke satt opp')
    await kari.submit({ environment: 'prod', integration_type: 'idporten' })
    expect(words(await untilModal(house, kari, 'error'))).toContain('ID-porten er ikke satt opp for Portvakt')
    await kari.close()
    expect(kari.modal()?.callback_id).toBe('client-new')
  })

  it('goes back to the first question with what was chosen', async () => {
    const kari = house.as('kari')
    await openDetails(house, kari, 'maskinporten')
    await kari.click({ action_id: 'client-new-details.back' })
    const first = await untilModal(house, kari, 'client-new')
    expect(words(first.values?.integration_type)).toContain('"value":"maskinporten"')
    await kari.submit({})
    await untilModal(house, kari, 'client-new-details')
  })

  it('makes one client of a submission that comes twice', async () => {
    const kari = house.as('kari')
    await submitLogin(house, kari, 'Dobbel')
    await untilModal(house, kari, 'client-created')
    const { client_id } = onlyNamed(house, 'Dobbel')
    await untilCard(house, kari, client_id)
    const again = await kari.replayLast()
    expect(again).toMatchObject({
      status: 200,
      body: { response_action: 'update', view: { callback_id: 'client-created' } },
    })
    expect(words(again.body)).toContain(client_id)
    await kari.close(undefined, true)
    expect((await kari.replayLast()).status).toBe(200)
    await makeLogin(house, kari, 'Etter dobbel')
    expect(named(house, 'Dobbel')).toHaveLength(1)
    expect(cardOf(kari, client_id).history).toHaveLength(1)
  })

  it('answers a word that is neither a type nor an environment', async () => {
    const kari = house.as('kari')
    await kari.command('/client new saml')
    expect(words(newest(kari))).toContain('forstod ikke')
    expect(kari.modal()).toBeUndefined()
  })
})

describe('with the access of a supplier', () => {
  it('offers ID-porten alone, and names the supplier', async () => {
    const ingrid = house.as('ingrid')
    const view = await openDetails(house, ingrid, 'idporten')
    expect(words(view)).toContain(`leverandøren ${organisations.kystverdi.organisation_number}`)
    await ingrid.submit({
      client_name: 'Direktoratets',
      description: 'Innlogging',
      redirect_uris: 'https://a.eksempel.example/cb',
      post_logout_redirect_uris: 'https://a.eksempel.example/',
    })
    await untilModal(house, ingrid, 'client-created')
    const made = onlyNamed(house, 'Direktoratets', organisations.direktoratet.organisation_number)
    expect(made).toMatchObject({
      client_orgno: organisations.direktoratet.organisation_number,
      supplier_orgno: organisations.kystverdi.organisation_number,
    })
  })

  it('refuses Maskinporten clearly, whichever way one comes', async () => {
    const ingrid = house.as('ingrid')
    await ingrid.command('/client new')
    await untilModal(house, ingrid, 'client-new')
    await ingrid.submit({ environment: 'test', integration_type: 'maskinporten' })
    await house.until(() => words(ingrid.modal()).includes('bare lage ID-porten-klienter'))
    await ingrid.close(undefined, true)
    await ingrid.command('/client new maskinporten')
    await house.until(() => words(newest(ingrid)).includes('bare lage ID-porten-klienter'))
    expect(
      house.digdir.test.registry
        .clients(organisations.direktoratet.organisation_number)
        .some((one) => one.integration_type === 'maskinporten'),
    ).toBe(false)
  })
})
