import { describe, expect, it } from 'vitest'
import { manageToken } from '../../src/domain/contact/contact-token.ts'
import { FAERDER } from '../helpers/client-world.ts'
import { contactWorld, eva } from './contact-world.ts'

const per = { name: 'Per Hansen', email: 'Per.Hansen@Faerder.Kommune.example' }
const normal = 'Per.Hansen@faerder.kommune.example'

describe('handing over', () => {
  it('makes a colleague the contact for the same, who is told by mail, and ends the old one', async () => {
    const world = await contactWorld({ scope: 'prod' })
    const browser = world.browser()
    const done = await browser.post(`${world.paths.link}/hand-over`, per)
    expect([done.status, done.heading]).toEqual([200, 'Du har gitt det videre'])
    expect(done.text).toContain('Per Hansen har tatt over')
    expect(await world.now()).toBeNull()
    const [colleague, ...others] = await world.store.contactsOf(FAERDER)
    expect(others).toEqual([])
    expect(colleague).toMatchObject({ name: 'Per Hansen', email: normal, scope: 'prod', verifiedAt: null })
    expect(await world.sent()).toContain(`contact-registered ${normal}`)
    expect((await browser.get(world.paths.manage)).status).toBe(410)
  })

  it('happens once when it is pressed twice at once', async () => {
    const world = await contactWorld()
    const presses = [1, 2, 3].map(() => world.browser().post(`${world.paths.manage}/hand-over`, per))
    const statuses = (await Promise.all(presses)).map(({ status }) => status)
    expect(statuses).toContain(200)
    expect(statuses.filter((status) => status !== 200 && status !== 410)).toEqual([])
    expect(await world.store.contactsOf(FAERDER)).toHaveLength(1)
    expect((await world.sent()).filter((one) => one.startsWith('contact-registered'))).toHaveLength(1)
  })

  it.each([
    ['', '', ['name: Skriv navnet til kollegaen.', 'email: Skriv e-postadressen til kollegaen.']],
    ['P', 'per', ['name: Skriv hele navnet.', 'email: Dette er ikke en e-postadresse.']],
    ['Per 2', 'per@a.example, eva@a.example', ['name: Et navn har ikke tall.', 'email: Skriv bare én e-postadresse.']],
    [
      'Per\r\nHansen',
      'per@a.example\r\nBcc: x@y.example',
      ['name: Skriv navnet på én', 'email: Skriv e-postadressen på én'],
    ],
    [
      'x'.repeat(200),
      `${'x'.repeat(250)}@a.example`,
      ['name: Navnet er for langt.', 'email: E-postadressen er for lang.'],
    ],
    ['<b>"Per"</b>', 'pér@a.example', ['name: Navnet har tegn', 'email: Det som står foran @']],
    ['Per Hansen', 'per@127.0.0.1', ['email: Det som står bak @']],
    ['Per Hansen', 'OLA.OLSEN@faerder.kommune.example', ['email: Dette er din egen adresse.']],
    ['Per Hansen', 'EVA.BERG@faerder.kommune.example', ['email: Denne adressen er registrert fra før.']],
  ])('keeps what was typed and says what is wrong with it: %j, %j', async (name, email, wrongs) => {
    const world = await contactWorld()
    await world.add(eva)
    const answer = await world.browser().post(`${world.paths.manage}/hand-over`, { name, email })
    expect([answer.status, answer.heading]).toEqual([422, 'Gi videre til en kollega'])
    const fields = ['name', 'email'] as const
    for (const field of fields) {
      const id = `colleague-${field}`
      const [input = ''] = new RegExp(`<input[^>]*id="${id}"[^>]*>`).exec(answer.text) ?? []
      const typed = { name, email }[field]
      expect(decoded(/value="([^"]*)"/.exec(input)?.[1] ?? '?')).toBe(typed)
      const wrong = wrongs.find((one) => one.startsWith(`${field}: `))?.slice(field.length + 2)
      expect(input.includes(`aria-invalid="true" aria-describedby="${id}-wrong"`)).toBe(wrong !== undefined)
      if (wrong === undefined) continue
      expect(answer.text).toContain(`id="${id}-wrong">${wrong}`)
      expect(answer.text).toContain(`<a href="#${id}">${wrong}`)
    }
    expect(answer.text.match(/role="alert"/g)).toHaveLength(1)
    expect(await world.now()).toEqual(world.contact)
    expect(await world.store.contactsOf(FAERDER)).toHaveLength(2)
  })

  it('says so when the colleague has asked to be none', async () => {
    const world = await contactWorld()
    const other = await world.add(eva)
    await world.browser().post(`/contact/${manageToken(world.deps.vault, other)}/leave`)
    const answer = await world.browser().post(`${world.paths.manage}/hand-over`, { name: 'Eva Berg', email: eva.email })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('id="colleague-email-wrong">Den som har denne adressen, har bedt om å slippe')
    expect(await world.now()).toEqual(world.contact)
  })

  it('takes another sort of name from a shared mailbox', async () => {
    const world = await contactWorld({ kind: 'mailbox', name: 'Driftsvakt' })
    const answer = await world.browser().post(`${world.paths.manage}/hand-over`, { ...per, name: 'Driftsvakt 24/7' })
    expect(answer.heading).toBe('Du har gitt det videre')
  })

  it('has a page of its own, with the way back', async () => {
    const world = await contactWorld({ language: 'en' })
    const page = await world.browser().get(`${world.paths.manage}/hand-over`)
    expect([page.status, page.heading]).toEqual([200, 'Hand over to a colleague'])
    expect(page.text).toContain(`<a href="https://portvakt.example.no${world.paths.manage}">`)
  })
})

const decoded = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

describe('leaving', () => {
  it('shows what it costs first, and then is done; the others are told', async () => {
    const world = await contactWorld()
    const other = await world.add(eva)
    const browser = world.browser()
    const page = await browser.get(`${world.paths.manage}/leave`)
    expect([page.status, page.heading]).toEqual([200, 'Vil du slutte som varslingskontakt?'])
    for (const words of [
      'heller ikke om kritiske hendelser',
      'én varslingskontakt til',
      'et avtrykk av adressen i 12 måneder',
    ])
      expect(page.text).toContain(words)
    expect(await world.now()).not.toBeNull()
    const left = await browser.post(`${world.paths.manage}/leave`)
    expect([left.status, left.heading]).toEqual([200, 'Du er ikke lenger varslingskontakt'])
    expect((await world.store.contactsOf(FAERDER)).map(({ id }) => id)).toEqual([other.id])
    expect((await world.sent()).some((one) => one.startsWith('contact-left '))).toBe(true)
    for (const again of [await browser.post(`${world.paths.manage}/leave`), await browser.get(world.paths.link)])
      expect(again.status).toBe(410)
  })

  it('warns the last one, offers to hand over, and keeps nobody', async () => {
    const world = await contactWorld()
    const browser = world.browser()
    const { text } = await browser.get(`${world.paths.link}/leave`)
    expect(text).toContain('Da får ingen hos dere beskjed om kritiske hendelser')
    expect(text).toContain(`${world.paths.link}/hand-over">Gi videre til en kollega</a>`)
    expect((await browser.post(`${world.paths.link}/leave`)).status).toBe(200)
    expect(await world.store.contactsOf(FAERDER)).toEqual([])
  })
})
