import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../../sandbox/digdir/model.ts'
import { MINUTE, movableClock } from '../../helpers/clock.ts'
import { hearProduction } from '../../helpers/contacts.ts'
import { forgedClick } from '../../helpers/forge.ts'
import { clear, unclear, userOf } from '../../helpers/hats.ts'
import { type House, organisations, startHouse } from '../../helpers/house.ts'
import { rsaKey } from '../../helpers/keys.ts'
import { type Actor, clearDesks, kept, loginValues, newest, refusals, untilModal, words } from '../../helpers/walk.ts'

let house: House
const clock = movableClock()
const orgno = organisations.kystverdi.organisation_number
const [key, second] = [rsaKey(), rsaKey()]

beforeAll(async () => {
  house = await startHouse({ now: clock.now, wait: async () => {}, outside: true })
  await clear(house, 'cecilie', orgno)
  await hearProduction(house)
})

afterEach(async () => {
  await clearDesks(house)
  expect(refusals(house)).toEqual([])
})

afterAll(async () => {
  await house.stop()
})

const proposed = async (kind: string) => {
  const all = await house.world.store.proposedChanges({ organisationNumber: orgno })
  return all.filter((change) => change.kind === kind).at(-1)
}

type Seed = Parameters<House['digdir']['prod']['registry']['addClient']>[1]

/** A client that is in production already, made elsewhere. */
const inProduction = (name: string, seed: Seed = {}): Client =>
  house.digdir.prod.registry.addClient(orgno, { client_name: name, ...seed })

const madeNamed = (name: string) => house.digdir.prod.registry.clients(orgno).filter((one) => one.client_name === name)

const openDetails = async (actor: Actor): Promise<void> => {
  await actor.command('/client new idporten prod')
  await untilModal(house, actor, 'client-new-details')
}

const linkIn = (shown: unknown): string => /"url":"([^"]+\/login\/[^"]+)"/.exec(words(shown))?.[1] ?? ''

describe('a new client in production', () => {
  it('says in the first question what production asks for', async () => {
    const [cecilie, kari] = [house.as('cecilie'), house.as('kari')]
    await cecilie.command('/client new')
    expect(words(await untilModal(house, cecilie, 'client-new'))).toContain('Krever innlogging med ID-porten')
    await kari.command('/client new')
    expect(words(await untilModal(house, kari, 'client-new'))).toContain('Krever klarering')
  })

  it('waits for a login after the same form as in test: the exact change, the link, and nothing done', async () => {
    const cecilie = house.as('cecilie')
    await cecilie.command('/client new')
    await untilModal(house, cecilie, 'client-new')
    await cecilie.submit({ environment: 'prod', integration_type: 'idporten' })
    const form = await untilModal(house, cecilie, 'client-new-details')
    expect(form.title).toBe('Ny klient (prod)')
    const outcome = await cecilie.submit({ ...loginValues('Innbyggerdialog'), public_key: key.publicJwk })
    expect(outcome.errors).toBeUndefined()
    const waiting = await untilModal(house, cecilie, 'client-step-up')
    expect(waiting.title).toBe('Logg inn (prod)')
    const shown = words(waiting.blocks)
    for (const value of ['Innbyggerdialog', 'https://tjeneste.kystverdi.example/callback', key.kid, '<!date^'])
      expect(shown).toContain(value)
    expect(linkIn(waiting.blocks).startsWith(`${house.env.PUBLIC_URL}/login/`)).toBe(true)
    const change = await proposed('client.create')
    expect(change).toMatchObject({
      state: 'proposed',
      policy: 'step-up',
      environment: 'prod',
      surface: { kind: 'view', viewId: waiting.id },
      requester: userOf('cecilie'),
    })
    const left = (change?.expiresAt ?? 0) - clock.now()
    expect(left).toBeLessThanOrEqual(10 * MINUTE)
    expect(left).toBeGreaterThan(9 * MINUTE)
    expect(madeNamed('Innbyggerdialog')).toEqual([])
  })

  it('checks the form first, and answers a doubled submission with the same link', async () => {
    const cecilie = house.as('cecilie')
    await openDetails(cecilie)
    const bad = await cecilie.submit({ ...loginValues('Feil adresse'), redirect_uris: 'http://etat.no/*' })
    expect(Object.keys(bad.errors ?? {})).toContain('redirect_uris')
    await cecilie.submit({ ...loginValues('Dobbel'), redirect_uris: 'https://tjeneste.kystverdi.example/callback' })
    const first = await untilModal(house, cecilie, 'client-step-up')
    const again = await cecilie.replayLast()
    expect(again.body).toMatchObject({ response_action: 'update', view: { callback_id: 'client-step-up' } })
    expect(linkIn(again.body)).toBe(linkIn(first.blocks))
  })

  it('is acknowledged when the link is clicked, and stays', async () => {
    const cecilie = house.as('cecilie')
    await openDetails(cecilie)
    await cecilie.submit(loginValues('Klikket'))
    await untilModal(house, cecilie, 'client-step-up')
    const outcome = await cecilie.click({ action_id: 'client-step-up.open' })
    expect(outcome.status).toBe(200)
    expect(cecilie.modal()?.callback_id).toBe('client-step-up')
  })

  it('whose window was closed is found again on Home, with the same link', async () => {
    const cecilie = house.as('cecilie')
    await openDetails(cecilie)
    await cecilie.submit(loginValues('Funnet igjen'))
    const first = linkIn(await untilModal(house, cecilie, 'client-step-up'))
    const change = await proposed('client.create')
    await clearDesks(house)
    await forgedClick(house, cecilie, 'home.look', { change: change?.id })
    await house.until(() => words([cecilie.modal(), newest(cecilie)]).includes('client-step-up.open'))
    expect(words([cecilie.modal(), newest(cecilie)])).toContain(first)
  })

  it('can be cancelled by its own person alone, and opens the form again with all that was typed', async () => {
    const cecilie = house.as('cecilie')
    await openDetails(cecilie)
    await cecilie.submit(loginValues('Angret'))
    await untilModal(house, cecilie, 'client-step-up')
    const change = await proposed('client.create')
    await clear(house, 'oliver', orgno, '00000000000')
    await forgedClick(house, house.as('oliver'), 'client-step-up.cancel', { change: change?.id ?? '' })
    expect((await house.world.store.change(change?.id ?? ''))?.state).toBe('proposed')
    await unclear(house, 'oliver', orgno)
    await cecilie.click({ action_id: 'client-step-up.cancel' })
    const gone = await untilModal(house, cecilie, 'client-not-done')
    expect(words(gone)).toContain('Ingenting er gjort')
    expect((await house.world.store.change(change?.id ?? ''))?.state).toBe('declined')
    await cecilie.click({ action_id: 'client-not-made.again' })
    const form = await untilModal(house, cecilie, 'client-new-details')
    expect(form.title).toBe('Ny klient (prod)')
    expect(words(form.values)).toContain('Angret')
  })
})

describe('somebody without a clearance', () => {
  it.each([['/client new idporten prod'], ['/client new prod']])(
    'hears it of “%s” before anything is typed, with the way on',
    async (line) => {
      const kari = house.as('kari')
      await kari.command(line)
      expect(kari.modal()).toBeUndefined()
      const answer = words(newest(kari)?.blocks)
      expect(answer).toContain('ikke klarert')
      expect(answer).toContain('whoami.clearance')
      expect(answer).toContain('altinn.show')
    },
  )

  it('hears it on top of the first question, and asks with one click', async () => {
    const kari = house.as('kari')
    await kari.command('/client new')
    await untilModal(house, kari, 'client-new')
    await kari.submit({ environment: 'prod', integration_type: 'maskinporten' })
    const card = await untilModal(house, kari, 'client-not-cleared')
    expect(card.title).toBe('Ikke klarert (prod)')
    await kari.click({ action_id: 'whoami.clearance' })
    const asked = () => words([kari.desk().modals, kari.messages()]).includes('clearance-asked.withdraw')
    await house.until(asked)
    expect((await proposed('clearance.ask'))?.requester).toEqual(userOf('kari'))
  })

  it('who loses it while the form is open can send nothing', async () => {
    const astrid = house.as('astrid')
    await clear(house, 'astrid', orgno)
    await openDetails(astrid)
    await unclear(house, 'astrid', orgno)
    clock.pass(2 * MINUTE)
    await astrid.submit(loginValues('For sent'))
    await untilModal(house, astrid, 'client-not-cleared')
    expect(JSON.stringify(await house.world.store.openChanges(userOf('astrid')))).not.toContain('For sent')
  })
})

describe('a client in production', () => {
  it('is listed and shown to every member as in test', async () => {
    const client = inProduction('Sett av alle')
    const kari = house.as('kari')
    await kari.command('/client list prod')
    await house.until(() => words(newest(kari)).includes('Sett av alle'))
    await kari.command(`/client show ${client.client_id}`)
    await house.until(() => words(newest(kari)).includes('client-card.deactivate'))
    const shown = words(newest(kari))
    expect(shown).toContain('Klient (prod)')
    expect(shown).not.toMatch(/senere utgave|kan ikke endre noe i produksjon/)
    await kari.click({ action_id: 'client-card.deactivate' })
    await untilModal(house, kari, 'client-not-cleared')
  })

  const doors: [string, string, Record<string, string>, string][] = [
    ['deactivate', 'client-deactivate', { confirm_name: 'Bak dør' }, 'client.deactivate'],
    ['secret', 'client-secret', {}, 'secret.new'],
  ]
  it.each(doors)('/client %s asks as in test, then waits for the login', async (word, form, values, kind) => {
    const client = inProduction('Bak dør', { token_endpoint_auth_method: 'client_secret_basic' })
    const cecilie = house.as('cecilie')
    await cecilie.command(`/client ${word} ${client.client_id}`)
    expect((await untilModal(house, cecilie, form)).title).toContain('(prod)')
    await cecilie.submit(values)
    const waiting = await untilModal(house, cecilie, 'client-step-up')
    expect(words(waiting.blocks)).toContain('Bak dør')
    const change = await proposed(kind)
    expect(change).toMatchObject({ state: 'proposed', policy: 'step-up' })
    expect(change?.baseVersion).toMatch(/^\d+:true$/)
    expect(house.digdir.prod.registry.client(client.client_id)?.client.active).toBe(true)
    expect(kept(house)).not.toContain('client_secret":')
  })

  it('a key is added and removed by a login; a removal from a private message is answered there', async () => {
    const { kty, n, e, kid } = JSON.parse(second.publicJwk)
    const keys = [{ kty, n, e, kid, alg: 'RS256', use: 'sig' }]
    const client = inProduction('Nøkler i prod', { keys })
    const cecilie = house.as('cecilie')
    await cecilie.command(`/client keys ${client.client_id}`)
    await house.until(() => words(newest(cecilie)).includes('client-keys.add'))
    await cecilie.click({ action_id: 'client-keys.add' })
    await untilModal(house, cecilie, 'key-add')
    await cecilie.submit({ public_key: key.publicJwk })
    expect(words(await untilModal(house, cecilie, 'client-step-up'))).toContain(key.kid)
    await clearDesks(house)
    await cecilie.command(`/client keys ${client.client_id}`)
    await house.until(() => words(newest(cecilie)).includes('client-keys.remove'))
    await cecilie.click({ action_id: 'client-keys.remove' })
    await house.until(() => words(newest(cecilie)).includes('client-step-up.open'))
    const change = await proposed('key.remove')
    expect(change).toMatchObject({ state: 'proposed', payload: { kid } })
    expect(change?.surface.kind).toBe('response')
    expect(house.digdir.prod.registry.client(client.client_id)?.keys?.keys).toHaveLength(1)
  })
})
