import { describe, expect, it } from 'vitest'
import { MINUTE } from '../helpers/clock.ts'
import { logIn, PUBLIC_URL, pagesWorld } from './pages-world.ts'

const carryOut = 'Utfør'

describe('a login link', () => {
  it('that is too late says so, also to a page that was opened in time', async () => {
    const world = await pagesWorld()
    const { path } = await world.proposeSecret()
    const browser = world.browser()
    const asked = await logIn(browser, path)
    world.clock.pass(11 * MINUTE)
    for (const answer of [
      await browser.get(path),
      await browser.post(path),
      await browser.get(asked.path),
      await browser.post(asked.path, { proof: asked.proof(carryOut) }),
    ]) {
      expect(answer.heading).toBe('Tiden er ute')
    }
    expect(world.digdir.count('create')).toBe(0)
  })

  it('of something that was taken back says so', async () => {
    const world = await pagesWorld()
    const { path, change } = await world.proposeSecret()
    await world.store.write({}, async (tx) => {
      await tx.moveChange(change.id, change.version, { state: 'declined' })
      return null
    })
    expect((await world.browser().get(path)).heading).toBe('Dette blir ikke gjort')
    expect((await world.browser().post(path)).location).toBeNull()
  })

  it('without ID-porten behind it says what to do', async () => {
    const off = await pagesWorld({ idporten: null })
    const page = await off.browser().get((await off.proposeSecret()).path)
    expect([page.status, page.text.includes('IDPORTEN_CLIENT_ID')]).toEqual([503, true])

    const world = await pagesWorld()
    const { path } = await world.proposeSecret()
    world.login.down(true)
    for (const answer of [await world.browser().get(path), await world.browser().post(path)]) {
      expect(answer.status).toBe(503)
      expect(answer.text).toContain('ID-porten svarer ikke nå')
      expect(answer.text).toContain(`href="${PUBLIC_URL}${path}"`)
    }
  })
})

describe('a clearance', () => {
  it('is proved by its person’s login, and then waits for another person', async () => {
    const world = await pagesWorld()
    const { path, change } = await world.proposeClearance()
    const browser = world.browser()
    const link = await browser.get(path)
    expect(link.heading).toBe('Rett til å endre produksjon')
    expect(link.text).toContain('Ola Nordmann vil gi deg rett til å endre produksjon for FÆRDER KOMMUNE (817263992)')
    expect(link.text).toContain('Kari Nordmann')
    const proved = await logIn(browser, path)
    expect(proved.heading).toBe('Nå vet vi hvem du er')
    await world.settled()
    expect(world.told.proposals.map(({ id, loginId }) => [id, loginId !== null])).toEqual([[change.id, true]])
    expect(await world.store.change(change.id)).toMatchObject({ state: 'proposed' })
    expect((await browser.get(path)).heading).toBe('Nå vet vi hvem du er')
    expect((await browser.get(path)).text).not.toContain('Logg inn med ID-porten</button>')
    const forced = await browser.post(proved.path, { proof: world.deps.vault.sign('carry out', 'x', 'y') })
    expect(forced.status).toBe(404)
    expect((await browser.post(path)).location).toBeNull()
  })
})
