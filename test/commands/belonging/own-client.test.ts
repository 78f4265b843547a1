import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { adminAccessFor } from '../../../src/domain/client/admin-access.ts'
import { giveCredential } from '../../../src/domain/client/credential-kinds.ts'
import { lapseProposals } from '../../../src/jobs/lapse-proposals.ts'
import { movableClock } from '../../helpers/clock.ts'
import { forgedClick } from '../../helpers/forge.ts'
import { assign, clear, pidOf, userOf } from '../../helpers/hats.ts'
import { type House, organisations, startHouse } from '../../helpers/house.ts'
import { rsaKey } from '../../helpers/keys.ts'
import { handOut } from '../../helpers/own-admin.ts'
import { type Actor, clearDesks, kept, makeLogin, newest, refusals, untilModal, words } from '../../helpers/walk.ts'
import { changeOfPath, logIn, loginLinkIn, visitorOf } from '../../helpers/walk-login.ts'

let house: House
let astrid: Actor
const clock = movableClock()
const kystverdi = organisations.kystverdi.organisation_number
const direktoratet = organisations.direktoratet.organisation_number
const submit = 'Prøv og lagre'

beforeAll(async () => {
  house = await startHouse({ now: clock.now, wait: async () => {}, outside: true })
  await assign(house, 'astrid', kystverdi, { admin: true })
  astrid = house.as('astrid')
})

afterEach(async () => {
  await clearDesks(house)
  expect(refusals(house)).toEqual([])
})

afterAll(async () => {
  await house.stop()
})

const open = async (actor: Actor) => {
  await actor.command('/portvakt admin')
  await untilModal(house, actor, 'admin-people')
  await actor.click({ action_id: 'admin-people.own-client' })
  return await untilModal(house, actor, 'admin-own-client')
}

/** As far as the modal with the login link. */
const begun = async (action = 'admin-own-client.give') => {
  await open(astrid)
  await astrid.click({ action_id: action })
  const path = loginLinkIn(await untilModal(house, astrid, 'client-step-up'))
  return { path, change: await changeOfPath(house, path) }
}

const stored = () => house.world.store.credential(kystverdi, 'test')
const login = { pid: pidOf('astrid') }

describe('an organisation’s own admin client', () => {
  it('needs a clearance, which is asked for from there', async () => {
    const shown = words(await open(astrid))
    expect(shown).toContain('Be om klarering først')
    for (const action of ['admin-own-client.give', 'admin-own-client.take']) expect(shown).not.toContain(action)
    // nor by a click that nobody offered
    await forgedClick(house, astrid, 'admin-own-client.give', { number: kystverdi })
    await house.until(() => words([astrid.modal(), newest(astrid)]).includes('ikke klarert'))
    await clearDesks(house)
    await open(astrid)
    await astrid.click({ action_id: 'clearance-answer.ask' })
    await house.until(() => words([astrid.modal(), newest(astrid)]).includes('clearance-asked.withdraw'))
    await astrid.click({ action_id: 'clearance-asked.withdraw' })
    await clear(house, 'astrid', kystverdi)
    clock.pass(61_000)
  })

  it('is begun in Slack, written on the page, tried, kept, and Slack says so by itself', async () => {
    const own = handOut(house, { orgno: kystverdi })
    const shown = words(await open(astrid))
    for (const part of ['KYSTVERDI KOMMUNE (310000019)', 'Portvakts admin-klient hører til virksomheten'])
      expect(shown).toContain(part)
    const { path, change } = await begun()
    const visitor = visitorOf(house)
    const page = await logIn(visitor, path, login)
    expect(page.heading).toBe('Gi virksomheten egen admin-klient')
    const values = { environment: 'test', client_id: own.clientId, kid: '' }
    const proof = page.proof(submit)
    // another client's key: Maskinporten itself says no, and nothing typed is lost but the key
    const stranger = rsaKey()
    const refused = await visitor.post(page.path, { proof, ...values, private_key: stranger.privateJwk })
    expect(refused.status).toBe(422)
    expect(refused.text).toMatch(/Maskinporten godtok den ikke \([^)]+\)/)
    expect(refused.text).toContain(`value="${own.clientId}"`)
    expect(await stored()).toBeNull()

    const done = await visitor.post(page.path, { proof, ...values, private_key: own.key.privateJwk })
    expect(done.heading).toBe('Virksomheten har egen admin-klient i testmiljøet')
    expect(await stored()).toMatchObject({
      clientId: own.clientId,
      kid: own.key.kid,
      givenBy: 'person:T0SANDKASSE:U0ASTRID',
    })
    // the modal that led to the page
    const told = words(await untilModal(house, astrid, 'admin-own-client-outcome'))
    for (const part of ['har nå egen admin-klient i testmiljøet', own.clientId, 'idporten:dcr.write'])
      expect(told).toContain(part)
    await astrid.click({ action_id: 'admin-own-client.open' })
    expect(words(await untilModal(house, astrid, 'admin-own-client'))).toContain('<@U0ASTRID>')
    expect(await house.world.store.change(change.id)).toMatchObject({
      state: 'done',
      payload: { organisationNumber: kystverdi },
    })
    for (const secret of [own.key.secretPart, stranger.secretPart]) {
      expect(kept(house)).not.toContain(secret)
      expect(words(house.slack.workspace.calls)).not.toContain(secret)
    }
  })

  it('acts for it from then on', async () => {
    const clientId = (await stored())?.clientId
    expect(await adminAccessFor(house.world, kystverdi, 'test')).toMatchObject({ mode: 'own', client: { clientId } })
    await makeLogin(house, house.as('kari'), 'Laget med egen')
  })

  it('is taken away after a login, and Slack says so', async () => {
    const before = await stored()
    const { path } = await begun('admin-own-client.take')
    expect(words(astrid.modal())).toContain(before?.clientId)
    const visitor = visitorOf(house)
    const page = await logIn(visitor, path, login)
    expect(page.heading).toBe('Ta bort egen admin-klient i testmiljøet')
    await visitor.post(page.path, { proof: page.proof('Utfør') })
    expect(words(await untilModal(house, astrid, 'admin-own-client-outcome'))).toContain('har ikke lenger egen')
    expect(await stored()).toBeNull()
  })

  it('is left as it is by whoever cancels in Slack: the link is dead then', async () => {
    const { path, change } = await begun()
    await astrid.click({ action_id: 'client-step-up.cancel' })
    expect(words(await untilModal(house, astrid, 'admin-own-client-outcome'))).toContain('Du avbrøt')
    expect((await visitorOf(house).get(path)).heading).toBe('Dette blir ikke gjort')
    expect((await house.world.store.change(change.id))?.state).toBe('declined')
  })

  it('is nobody’s to give but the own organisation’s admins', async () => {
    const all = async () =>
      (await house.world.store.proposedChanges({ organisationNumber: direktoratet })).concat(
        await house.world.store.proposedChanges({ organisationNumber: kystverdi }),
      )
    for (const [who, number] of [
      ['astrid', direktoratet],
      ['kari', kystverdi],
      ['vakt', kystverdi],
      ['vakt', direktoratet],
      ['gjest', kystverdi],
    ] as const) {
      const actor = house.as(who)
      for (const action of ['admin-people.own-client', 'admin-own-client.open', 'admin-own-client.give'])
        await forgedClick(house, actor, action, { number })
      await forgedClick(house, actor, 'admin-own-client.take', {
        organisationNumber: number,
        environment: 'test',
        clientId: 'x',
        kid: 'x',
        testedAt: 1,
      })
      expect(words(actor.modal())).not.toMatch(/admin-own-client|client-step-up/)
      await clearDesks(house)
    }
    expect((await all()).filter(({ kind }) => kind.startsWith('credential.'))).toEqual([])
  })

  it('opened by another person in Slack, or logged in for by another, is not theirs', async () => {
    const { path, change } = await begun()
    const other = await logIn(visitorOf(house), path, { pid: pidOf('cecilie') })
    expect([other.status, other.text.includes('ikke den som er klarert')]).toEqual([403, true])
    await forgedClick(house, house.as('oliver'), 'client-step-up.cancel', { change: change.id })
    expect(await house.world.store.change(change.id)).toMatchObject({ state: 'proposed', requester: userOf('astrid') })
  })

  it('that nobody finishes lapses, and whoever began is told', async () => {
    const { change } = await begun()
    await astrid.close(undefined, true)
    clock.pass(11 * 60_000)
    const told: string[] = []
    await lapseProposals({
      ...house.world,
      tell: { proposal: async () => {}, reach: async (of) => told.push(`${of.change.kind} ${of.state}`) > 0 },
    })
    expect(told).toContain(`${giveCredential.name} expired`)
    expect((await house.world.store.change(change.id))?.state).toBe('expired')
  })
})
