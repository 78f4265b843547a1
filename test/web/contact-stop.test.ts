import { describe, expect, it } from 'vitest'
import type { ContactTopic } from '../../src/domain/contact/types.ts'
import { contactWorld } from './contact-world.ts'

const all: ContactTopic[] = ['major', 'maintenance', 'logins', 'reminders']
const click = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' })
const multipart = () => {
  const form = new FormData()
  form.set('List-Unsubscribe', 'One-Click')
  return form
}

describe('the unsubscribe link of a mail', () => {
  it.each([
    ['?topic=maintenance', 'Slutte å få «Planlagt vedlikehold»?', ['major', 'logins', 'reminders']],
    ['', 'Bare få det som er kritisk?', []],
  ])('asks first, and a button stops what it is about: %s', async (query, heading, left) => {
    const world = await contactWorld({ hears: all })
    const path = `${world.paths.manage}/stop${query}`
    const browser = world.browser()
    const page = await browser.get(path)
    expect([page.status, page.heading]).toEqual([200, heading])
    expect(page.text).toContain('Kritiske hendelser kommer fortsatt')
    expect((await world.now())?.hears).toEqual(all)
    const action = /<form method="post" action="([^"]+)"/.exec(page.text)?.[1] ?? ''
    for (const _ of [1, 2]) {
      const done = await browser.post(action.replace('https://portvakt.example.no', ''))
      expect([done.status, done.heading]).toEqual([200, 'Da sender vi det ikke mer'])
      expect(done.text).toContain(`href="https://portvakt.example.no${world.paths.manage}"`)
      expect((await world.now())?.hears).toEqual(left)
    }
  })

  it.each([
    ['a form', {}, () => click],
    ['a form in parts', {}, multipart],
    ['a web mail', { origin: 'https://mail.example', 'sec-fetch-site': 'cross-site' }, () => click],
    ['a sandboxed web mail', { origin: 'null' }, () => click],
  ])('is pressed by a mail provider, which comes from no page of ours: %s', async (_, headers, body) => {
    const world = await contactWorld({ hears: all })
    const path = `${world.paths.manage}/stop?topic=reminders`
    const answer = await world.browser().send(path, { method: 'POST', headers, body: body() })
    expect(answer.status).toBe(200)
    expect((await world.now())?.hears).toEqual(['major', 'maintenance', 'logins'])
  })

  it.each([
    ['another value', '/stop', new URLSearchParams({ 'List-Unsubscribe': 'Yes' })],
    ['more than the click', '/stop', new URLSearchParams({ 'List-Unsubscribe': 'One-Click', topic: 'major' })],
    ['twice', '/stop', new URLSearchParams('List-Unsubscribe=One-Click&List-Unsubscribe=One-Click')],
    ['nothing', '/stop', new URLSearchParams()],
    ['another form', '/leave', click],
    ['another form that looks like it', '/leave/stop', click],
    ['the page itself', '', click],
    ['the choices', '/preferences', click],
  ])('opens no other door to strangers: %s', async (_, more, body) => {
    const world = await contactWorld({ hears: all })
    const strangers: Record<string, string>[] = [{}, { origin: 'https://evil.example' }]
    for (const headers of strangers) {
      const { status } = await world.browser().send(`${world.paths.manage}${more}`, { method: 'POST', headers, body })
      expect([403, 404]).toContain(status)
    }
    expect(await world.now()).toEqual(world.contact)
  })

  it('does not take a body that breaks off for a click, nor a topic there is not for all of them', async () => {
    const world = await contactWorld({ hears: all })
    const headers = { 'content-type': 'multipart/form-data; boundary=x' }
    const broken = { method: 'POST', headers, body: '--x\r\nContent-Disposition: form-data; name="List-Unsubs' }
    expect((await world.browser().send(`${world.paths.manage}/stop`, broken)).status).toBe(403)
    for (const topic of ['critical', 'everything', '', 'major%00']) {
      const path = `${world.paths.manage}/stop?topic=${topic}`
      expect((await world.browser().get(path)).status).toBe(404)
      expect((await world.browser().post(path)).status).toBe(404)
    }
    expect(await world.now()).toEqual(world.contact)
  })

  it('is counted as a guess when it is wrong, also from a mail provider', async () => {
    const world = await contactWorld()
    const wrong = `${world.paths.manage.slice(0, -6)}AAAAAA/stop`
    const press = () => world.browser().send(wrong, { method: 'POST', body: click })
    for (let count = 0; count < 20; count++) expect((await press()).status).toBe(404)
    expect((await press()).status).toBe(429)
  })
})
