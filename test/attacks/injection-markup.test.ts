import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { movableClock } from '../helpers/clock.ts'
import { giveHats, pidOf } from '../helpers/hats.ts'
import { type House, heroy, organisations, people, startHouse } from '../helpers/house.ts'
import { foreignTags, mrkdwnIn, shownInSlack } from '../helpers/markup.ts'
import { clearDesks, loginValues, makeLogin, newest, refusals, stored, untilModal, words } from '../helpers/walk.ts'
import { carryOut, logIn, loginLinkIn, proposeClient, type Visitor, visitorOf } from '../helpers/walk-login.ts'

let house: House
const clock = movableClock()
const { kystverdi } = organisations

/** Says who is called, calls everybody, leads elsewhere, and is a page of its own. */
const hostile =
  '<!channel> <https://evil.example|Digdir> *x* <script>alert(1)</script>"><img src=x onerror=alert(1)>&amp;'
/** The same as a name that a form takes as it is. */
const typed = '<!channel> <!here> *x* <script>alert(1)</script>"><img src=x onerror=alert(1)>'
/** What would be markup in Slack, if it got there as it is. */
const alive = /<!(channel|here|everyone|subteam)|<https?:\/\/evil|<\/?(script|img)/

beforeAll(async () => {
  house = await startHouse({ outside: true, now: clock.now, wait: async () => {} })
  await giveHats(house)
  const { workspace } = house.slack
  const names = { name: hostile, handle: hostile }
  for (const one of [people.kari, people.cecilie, people.hege, people.ubekreftet])
    await workspace.changeUser(one.id, names)
  const unit = {
    name: hostile,
    form: 'KOMM' as const,
    fate: { kind: 'live' as const },
    registered: '1995-03-09',
    language: 'Bokmål' as const,
    address: { land: hostile, landkode: 'NO', poststed: hostile, kommune: hostile },
    email: hostile,
    website: hostile,
  }
  for (const number of Object.values(heroy)) house.outside.enhetsregisteret.addUnit({ ...unit, number })
  await house.world.store.write({}, async (tx) => {
    const language = 'nb' as const
    await tx.saveOrganisations([
      { number: kystverdi.organisation_number, name: hostile, language, domains: kystverdi.domains },
      ...Object.values(heroy).map((number) => ({
        number,
        name: hostile,
        language,
        domains: ['heroy.kommune.example'],
      })),
    ])
    return null
  })
})

const expectDead = () => {
  const texts = mrkdwnIn(shownInSlack(house))
  expect(texts.length).toBeGreaterThan(10)
  expect(texts.filter((text) => alive.test(text))).toEqual([])
}

afterEach(async () => {
  expectDead()
  await clearDesks(house)
  expect(refusals(house)).toEqual([])
})

afterAll(async () => {
  await house.stop()
})

/** Everything that a page shows is data: no tag, handler or address of anybody else's. */
const expectPlain = ({ text }: Awaited<ReturnType<Visitor['get']>>) => {
  expect(foreignTags(text)).toEqual([])
  expect(text).toContain('&lt;script&gt;')
}

describe('names that are markup', () => {
  it('of a client, its organisation and its maker, in Slack', async () => {
    const kari = house.as('kari')
    const made = { client_name: hostile, description: hostile }
    const elsewhere = house.digdir.test.registry.addClient(kystverdi.organisation_number, made).client_id
    const { client_id } = await makeLogin(house, kari, typed, { description: hostile })
    for (const line of [
      `/client show ${client_id}`,
      `/client show ${elsewhere}`,
      '/client list',
      `/client list test ${hostile}`,
      `/client keys ${client_id}`,
      '/portvakt whoami',
      `/client show ${hostile}`,
      `/client ${hostile}`,
      `/portvakt ${hostile}`,
      `/portvakt audit ${hostile}`,
    ]) {
      const before = words(newest(kari))
      await kari.command(line)
      await house.until(() => words([newest(kari)]) !== before && !/Et øyeblikk/.test(words(newest(kari))))
    }
    await kari.command('/client')
    await untilModal(house, kari, 'client-browser')
    await kari.openHome()
    await house.until(() => kari.desk().home !== null)
    await kari.command(`/client show ${client_id}`)
    await house.until(() => words(newest(kari)).includes('client-card.deactivate'))
    await kari.click({ action_id: 'client-card.deactivate' })
    await untilModal(house, kari, 'client-deactivate')
    expectDead()
    await kari.submit({ confirm_name: typed })
    await untilModal(house, kari, 'client-deactivated')
  })

  it('of a client and all around it, on the pages of a login', async () => {
    const cecilie = house.as('cecilie')
    const { path } = await proposeClient(house, cecilie, hostile, { description: hostile })
    const visitor = visitorOf(house)
    expectPlain(await visitor.get(path))
    const page = await logIn(visitor, path, { pid: pidOf('cecilie'), level: 'idporten-loa-high' })
    expectPlain(page)
    expectPlain(await carryOut(visitor, page))
    expectPlain(await visitor.get(page.path))
    await house.until(() => cecilie.modal()?.callback_id !== 'client-step-up')
  })

  it('of those who ask and of whom Enhetsregisteret tells, on cards and forms', async () => {
    const hege = house.as('hege')
    await hege.command('/portvakt whoami')
    await hege.click({ action_id: 'stranger-card.pick' })
    const view = await untilModal(house, hege, 'pick-organisation')
    expect(words(view.blocks)).toContain(heroy.inNordland)
    expectDead()
    await hege.submit({ organisation_number: heroy.inNordland })
    await untilModal(house, hege, 'membership-waiting')
    await house.until(() => words(house.as('hakon').messages()).includes('membership-request.approve'))
  })

  it('of those who ask to be cleared, and of what they ask the service desk', async () => {
    const kari = house.as('kari')
    await kari.command('/portvakt whoami')
    await kari.click({ action_id: 'whoami.clearance' })
    await house.until(() => words(house.as('vakt').messages('C0PORTVAKT')).includes('clearance-request.give'))
    const ukjent = house.as('ukjent')
    await ukjent.command('/portvakt whoami')
    await ukjent.click({ action_id: 'service-desk-ask.open' })
    await untilModal(house, ukjent, 'service-desk-ask')
    await ukjent.submit({ question: hostile })
    await house.until(() => words(house.as('vakt').messages('C0PORTVAKT')).includes('service-desk-card.reply'))
  })

  it('where admins and operators look', async () => {
    const [astrid, vakt] = [house.as('astrid'), house.as('vakt')]
    for (const [actor, line] of [
      [astrid, '/portvakt admin'],
      [vakt, '/portvakt admin'],
      [astrid, '/portvakt audit'],
      [vakt, '/portvakt audit'],
    ] as const) {
      await clearDesks(house)
      await actor.command(line)
      await house.until(() => !['loading', undefined].includes(actor.modal()?.callback_id))
      expect(actor.modal()?.callback_id).toMatch(/^(admin|audit)/)
      expectDead()
    }
  })
})

describe('a mail', () => {
  it('to somebody whose name, address and organisation are markup is text and nothing else', async () => {
    const ulrik = house.as('ubekreftet')
    const email = `"<script>x</script>\\"<b>"@kystverdi.example`
    await house.slack.workspace.changeUser(ulrik.id, { email })
    await ulrik.command('/portvakt whoami')
    if (words(newest(ulrik)).includes('unconfirmed-card.send')) {
      await ulrik.click({ action_id: 'unconfirmed-card.send' })
      const ended = () => (stored(house).deliveries ?? []).some(({ state }) => state === 'sent' || state === 'failed')
      // what is refused before it leaves moves nothing outside
      await expect.poll(ended, { timeout: 10_000 }).toBe(true)
    }
    for (const { html, problems } of house.outside.mailbox.mails()) {
      expect(foreignTags(html ?? '')).toEqual([])
      expect(problems).toEqual([])
    }
  })

  it('names whoever asked without letting them write its headers', async () => {
    const ulrik = house.as('ubekreftet')
    const name = 'Ulrik\r\nBcc: evil@evil.example\r\nSubject: Annet\r\n\r\n<script>alert(1)</script>'
    await house.slack.workspace.changeUser(ulrik.id, { name, handle: name, email: 'ulrik.navn@kystverdi.example' })
    await ulrik.command('/portvakt whoami')
    await ulrik.click({ action_id: 'unconfirmed-card.send' })
    const mail = await house.outside.mailbox.until(({ envelope }) =>
      envelope.to.includes('ulrik.navn@kystverdi.example'),
    )
    expect(mail.envelope.to).toEqual(['ulrik.navn@kystverdi.example'])
    expect(mail.headers.filter(([header]) => /^(bcc|cc|subject)$/i.test(header))).toHaveLength(1)
    expect(mail.subject).not.toContain('Annet')
    expect(foreignTags(mail.html ?? '')).toEqual([])
    const path = /\/link\/[\w.-]+/.exec(mail.text)?.[0] ?? ''
    expectPlain(await visitorOf(house).get(path))
    expectPlain(await visitorOf(house).post(path))
  })

  it.each([
    'ulrik@kystverdi.example\r\nBcc: evil@evil.example',
    'ulrik@kystverdi.example, evil@evil.example',
    'evil@evil.example <ulrik@kystverdi.example',
    'ulrik@evil.example@kystverdi.example',
    '<evil@evil.example>ulrik@kystverdi.example',
  ])('goes to no address that is two: %j', async (email) => {
    const ulrik = house.as('ubekreftet')
    house.outside.mailbox.clear()
    clock.pass(61 * 60_000)
    await house.slack.workspace.changeUser(ulrik.id, { email, name: 'Ulrik', handle: 'ulrik' })
    await ulrik.command('/portvakt whoami')
    if (words(newest(ulrik)).includes('"unconfirmed-card.send"')) {
      const sent = (stored(house).deliveries ?? []).length
      await ulrik.click({ action_id: 'unconfirmed-card.send' })
      const over = () => {
        const rows = stored(house).deliveries ?? []
        return (
          rows.length === sent || rows.every(({ state }) => !['queued', 'claimed', 'sending'].includes(String(state)))
        )
      }
      await expect.poll(over, { timeout: 10_000 }).toBe(true)
    }
    const reached = house.outside.mailbox.mails().flatMap(({ envelope }) => envelope.to)
    for (const address of reached) expect(address).not.toMatch(/evil@evil\.example/)
  })
})

it('an address of a client that is a script is refused at its field', async () => {
  const kari = house.as('kari')
  for (const uri of [
    'javascript:alert(1)//https://',
    'data:text/html,<script>x</script>',
    'https://a.example/"><script>',
  ]) {
    await kari.command('/client new idporten test')
    await untilModal(house, kari, 'client-new-details')
    const outcome = await kari.submit({ ...loginValues('Adresse'), redirect_uris: uri })
    expect(Object.keys(outcome.errors ?? {}), uri).toContain('redirect_uris')
    await clearDesks(house)
  }
  expect(() => loginLinkIn(kari.modal())).toThrow()
})
