import { describe, expect, it } from 'vitest'
import { registration } from '../helpers/client-world.ts'
import { contactWorld, eva, week } from './contact-world.ts'
import type { Browser } from './pages-world.ts'

/** What a browser says of a form that stands on somebody else's page. */
const elsewhere: Record<string, string>[] = [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }]

/** Ticks these boxes and no others. */
const hear = (browser: Browser, path: string, ...topics: string[]) => {
  const form = new URLSearchParams([['part', 'hears'], ...topics.map((topic) => ['hears', topic])] as [
    string,
    string,
  ][])
  const headers = { origin: 'https://portvakt.example.no', 'sec-fetch-site': 'same-origin' }
  return browser.send(`${path}/preferences`, { method: 'POST', headers, body: form })
}

describe('the page of a contact', () => {
  it('shows all that is registered, by whom, since when and for what', async () => {
    const world = await contactWorld({ scope: 'prod' })
    const page = await world.browser().get(world.paths.link)
    expect([page.status, page.heading]).toEqual([200, 'Stemmer dette?'])
    const words = ['FÆRDER KOMMUNE (817263992)', 'Ola Olsen', 'ola.olsen@faerder.kommune.example', '22 33 44 55']
    const more = ['Teknisk kontakt', 'Alle klienter i produksjon', 'Kari Nordmann', 'Ikke bekreftet ennå']
    for (const word of [...words, ...more]) expect(page.text).toContain(word)
  })

  it('names the clients that it is about, and the way it came where no person registered it', async () => {
    const clients = [
      { environment: 'prod' as const, clientId: 'known' },
      { environment: 'test' as const, clientId: 'unknown-client' },
    ]
    const world = await contactWorld({ scope: 'clients', clients, registeredBy: 'admin contacts import' })
    await world.store.write({}, async (tx) => {
      const row = registration({ client_id: 'known', client_name: 'Byggesak' })
      await tx.saveRegistration(world.contact.organisationNumber, 'prod', row)
      return null
    })
    const { text } = await world.browser().get(world.paths.manage)
    for (const word of ['Byggesak (produksjon)', 'unknown-client (testmiljø)', 'fra en liste'])
      expect(text).toContain(word)
  })

  it('changes nothing when it is looked at, by whom and however often', async () => {
    const world = await contactWorld()
    const [before, sent] = [await world.now(), await world.sent()]
    for (const door of Object.values(world.paths)) {
      for (const more of ['', '/preferences', '/hand-over', '/leave', '/new-link', '/stop', '/stop?topic=major']) {
        for (const method of ['GET', 'HEAD']) {
          const { status } = await world.browser().send(`${door}${more}`, { method })
          expect([200, 303]).toContain(status)
        }
      }
    }
    expect(await world.now()).toEqual(before)
    expect(await world.sent()).toEqual(sent)
    expect((await world.store.contactLink('link-0001'))?.usedAt).toBeNull()
  })

  it('is confirmed by one press, however many follow', async () => {
    const world = await contactWorld()
    const browser = world.browser()
    expect((await browser.post(world.paths.link)).heading).toBe('Takk, da er det bekreftet')
    expect((await world.now())?.verifiedAt).not.toBeNull()
    const first = await world.now()
    for (const again of [await browser.get(world.paths.link), await browser.post(world.paths.link)]) {
      expect([again.status, again.heading]).toEqual([200, 'Adressen er bekreftet fra før'])
      expect(again.text).toContain('Lagre valgene')
      expect(again.text).not.toContain('Ja, dette stemmer')
    }
    expect(await world.now()).toEqual(first)
  })

  it('is confirmed once when two tabs press at once', async () => {
    const world = await contactWorld()
    const presses = await Promise.all([1, 2, 3].map(() => world.browser().post(world.paths.link)))
    expect(presses.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(presses.map(({ heading }) => heading).sort()).toEqual([
      'Adressen er bekreftet fra før',
      'Adressen er bekreftet fra før',
      'Takk, da er det bekreftet',
    ])
  })

  it('is said to be right still by the other link, again and again', async () => {
    const world = await contactWorld()
    const browser = world.browser()
    expect((await browser.get(world.paths.manage)).text).toContain('Ja, dette stemmer fortsatt')
    for (const _ of [1, 2]) {
      world.clock.pass(week)
      expect((await browser.post(world.paths.manage)).heading).toBe('Takk, da er det bekreftet')
      expect((await world.now())?.confirmedAt).toBeGreaterThan(world.clock.now() - 60_000)
    }
  })

  it('speaks the contact’s language, and another from the press that chooses it', async () => {
    const world = await contactWorld()
    const browser = world.browser({ headers: { 'accept-language': 'en' } })
    const page = await browser.get(world.paths.link)
    expect(page.text).toContain('<html lang="nb">')
    expect(page.text).toMatch(/lang="en">Switch to English</)
    const english = await browser.post(`${world.paths.link}/preferences`, { part: 'language', language: 'en' })
    expect([english.status, english.heading]).toEqual([200, 'Now it is in English'])
    expect(english.text).toContain('Yes, this is right')
    expect(await world.now()).toMatchObject({ language: 'en', hears: world.contact.hears, verifiedAt: null })
    expect((await browser.get(world.paths.manage)).heading).toBe('Is this still right?')
  })

  it('keeps what is chosen to hear, and what is critical always', async () => {
    const world = await contactWorld()
    const browser = world.browser()
    const page = await browser.get(world.paths.manage)
    expect(page.text).toMatch(/id="hear-critical" disabled checked/)
    expect(page.text).toMatch(/id="hear-logins" name="hears" value="logins" aria/)
    const saved = await hear(browser, world.paths.manage, 'logins', 'major')
    expect([saved.status, saved.heading]).toEqual([200, 'Valgene dine er lagret'])
    expect(saved.text).toMatch(/id="hear-logins" name="hears" value="logins" checked/)
    expect([...((await world.now())?.hears ?? [])].sort()).toEqual(['logins', 'major'])
    await hear(browser, world.paths.manage)
    expect((await world.now())?.hears).toEqual([])
    expect((await world.now())?.language).toBe('nb')
  })

  it.each([
    [{ part: 'hears', hears: 'critical' }],
    [{ part: 'language', language: 'se' }],
    [{ part: 'name', name: 'Somebody else' }],
    [{}],
  ])('takes no choice that it does not offer: %o', async (form: Record<string, string>) => {
    const world = await contactWorld()
    expect((await world.browser().post(`${world.paths.manage}/preferences`, form)).status).toBe(400)
    expect(await world.now()).toEqual(world.contact)
  })

  it.each(['', '/preferences', '/hand-over', '/leave', '/new-link', '/stop'])(
    'takes no form of another site: %s',
    async (more) => {
      const world = await contactWorld()
      const forms = { part: 'hears', name: 'Per Hansen', email: 'per@faerder.kommune.example' }
      for (const headers of elsewhere) {
        expect((await world.browser().post(`${world.paths.manage}${more}`, forms, headers)).status).toBe(403)
      }
      const bare = { method: 'POST', body: new URLSearchParams(forms) }
      expect((await world.browser().send(`${world.paths.manage}${more}`, bare)).status).toBe(403)
      expect(await world.now()).toEqual(world.contact)
    },
  )

  it('shows what somebody wrote as what it is', async () => {
    const world = await contactWorld({ name: `<script>alert(1)</script>\u202e"'` })
    const { text } = await world.browser().get(world.paths.manage)
    expect(text).not.toContain('<script')
    expect(text).not.toContain('\u202e')
    expect(text).toContain('&lt;script&gt;')
  })
})

describe('a link that is too old', () => {
  it('says so and nothing else, and sends a new one to the registered address', async () => {
    const world = await contactWorld()
    const browser = world.browser()
    world.clock.pass(week)
    for (const late of [
      await browser.get(world.paths.link),
      await browser.post(world.paths.link),
      await browser.post(`${world.paths.link}/leave`),
      await browser.post(`${world.paths.link}/preferences`, { part: 'language', language: 'en' }),
      await browser.get(`${world.paths.link}/hand-over`),
    ]) {
      expect([late.status, late.heading]).toEqual([410, 'Lenken er for gammel'])
      expect(late.text).not.toMatch(/Ola Olsen|ola\.olsen/)
      expect(late.text).toContain('Send en ny lenke')
    }
    expect(await world.now()).toEqual(world.contact)
    const answer = await browser.post(`${world.paths.link}/new-link`)
    expect([answer.status, answer.heading]).toEqual([200, 'En ny lenke er på vei'])
    expect(await world.sent()).toEqual(['contact-registered ola.olsen@faerder.kommune.example'])
  })

  it('sends five a day and no more, and none where no mail can be sent', async () => {
    const world = await contactWorld()
    world.clock.pass(week)
    const statuses: number[] = []
    for (let count = 0; count < 6; count++) {
      statuses.push((await world.browser().post(`${world.paths.link}/new-link`)).status)
      world.clock.pass(60_000)
    }
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429])
    const mute = await contactWorld({}, { mailOn: false })
    mute.clock.pass(week)
    const answer = await mute.browser().post(`${mute.paths.link}/new-link`)
    expect(answer.text).toContain('Portvakt kan ikke sende e-post her.')
    expect(await mute.sent()).toEqual([])
  })

  it('belongs to nobody once the contact is removed, or has another address', async () => {
    const removed = await contactWorld()
    await removed.store.write({}, (tx) => tx.forgetContact(removed.contact.id, null))
    const moved = await contactWorld()
    const content = { ...moved.contact, email: 'ola@annet.example' }
    await moved.store.write({}, async (tx) => {
      await tx.saveContact(moved.contact.id, moved.contact.version, content)
      return null
    })
    for (const world of [removed, moved]) {
      const browser = world.browser()
      const answers = Object.values(world.paths).flatMap((path) => [
        browser.get(path),
        browser.post(path),
        browser.post(`${path}/leave`),
        browser.get(`${path}/stop?topic=major`),
      ])
      for (const answer of await Promise.all(answers)) {
        expect([answer.status, answer.heading]).toEqual([410, 'Du er ikke lenger registrert som varslingskontakt'])
        expect(answer.text).not.toMatch(/Ola Olsen|ola\.olsen|annet\.example|<form/)
      }
    }
  })
})

describe('guessing a contact’s link', () => {
  it.each(['', '/preferences', '/hand-over', '/leave', '/new-link', '/stop'])(
    'ends after 20 wrong ones, for ten minutes: %s',
    async (more) => {
      const world = await contactWorld()
      await world.add(eva)
      const guesser = world.browser()
      const wrong = `${world.paths.manage.slice(0, -6)}AAAAAA${more}`
      for (let count = 0; count < 20; count++) expect((await guesser.post(wrong)).status).toBe(404)
      for (const path of [wrong, world.paths.manage, world.paths.link]) {
        const { status, headers } = await guesser.get(path)
        expect([status, headers.get('retry-after')]).toEqual([429, '600'])
      }
      expect((await world.browser({ address: '198.51.100.9' }).get(world.paths.manage)).status).toBe(200)
      world.clock.pass(600_001)
      expect((await guesser.get(world.paths.manage)).status).toBe(200)
    },
  )
})
