import { describe, expect, it } from 'vitest'
import { sendAddressLink } from '../../src/domain/login/address-link.ts'
import { linkToken } from '../../src/domain/login/tokens.ts'
import { asker } from '../helpers/client-world.ts'
import { MINUTE } from '../helpers/clock.ts'
import { type PagesWorld, pagesWorld } from './pages-world.ts'

const email = 'u1@faerder.kommune.example'

/** The path that the mail holds. */
const mailed = async (world: PagesWorld): Promise<string> => {
  let linkId = ''
  const store = {
    ...world.store,
    write: (effects: { deliveries?: { data: { linkId: string } }[] }, body: never) => {
      linkId = effects.deliveries?.[0]?.data.linkId ?? ''
      return world.store.write(effects as never, body)
    },
  } as PagesWorld['store']
  await sendAddressLink({ ...world.deps, store }, { user: asker, email, language: 'nb', once: 'once-1' })
  const link = await world.store.link(linkId)
  if (!link) throw new Error('no link was made')
  return `/link/${linkToken(world.deps.vault, link)}`
}

describe('the link in a mail', () => {
  it('confirms the address by one press of a button, and Slack hears of it', async () => {
    const world = await pagesWorld()
    const path = await mailed(world)
    const browser = world.browser()
    const page = await browser.get(path)
    expect([page.status, page.heading]).toEqual([200, 'Bekreft e-postadressen'])
    for (const word of [email, 'Ola Nordmann', 'Var det ikke deg?']) expect(page.text).toContain(word)
    expect((await world.store.standing(asker)).confirmedAddress).toBeNull()

    const done = await browser.post(path)
    expect([done.status, done.heading]).toEqual([200, 'Adressen er bekreftet'])
    expect((await world.store.standing(asker)).confirmedAddress).toBe(email)
    await world.settled()
    expect(world.told.people).toEqual([[asker, expect.stringContaining(email)]])

    for (const again of [await browser.get(path), await browser.post(path)]) {
      expect([again.status, again.heading]).toEqual([200, 'Adressen er bekreftet fra før'])
    }
    expect(world.told.people).toHaveLength(1)
  })

  it('confirms once when it is pressed twice at once', async () => {
    const world = await pagesWorld()
    const path = await mailed(world)
    const presses = await Promise.all([1, 2, 3].map(() => world.browser().post(path)))
    expect(presses.map(({ heading }) => heading).sort()).toEqual([
      'Adressen er bekreftet',
      'Adressen er bekreftet fra før',
      'Adressen er bekreftet fra før',
    ])
    expect(world.told.people).toHaveLength(1)
  })

  it('does nothing when it is too old, changed, or pressed from elsewhere', async () => {
    const world = await pagesWorld()
    const path = await mailed(world)
    const browser = world.browser()
    expect((await browser.post(path, {}, { origin: 'https://evil.example' })).status).toBe(403)
    expect((await browser.post(`${path.slice(0, -4)}AAAA`)).status).toBe(404)
    world.clock.pass(16 * MINUTE)
    for (const late of [await browser.get(path), await browser.post(path)]) {
      expect([late.status, late.text.includes('Lenken er for gammel')]).toEqual([410, true])
    }
    expect((await world.store.standing(asker)).confirmedAddress).toBeNull()
    expect(world.told.people).toEqual([])
  })
})
