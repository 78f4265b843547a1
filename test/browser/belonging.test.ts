import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { channels, heroy } from '../../sandbox/world.ts'
import { textFor } from '../../src/text/index.ts'
import type { Desk } from './desk.ts'
import { buttonOf, complaintsOf, expectNarrow, headed, pressByKeyboard } from './leaf.ts'
import { type Stage, startStage } from './stage.ts'

/** What stands in the operations channel is in the installation's own language. */
const operations = textFor('nb')

// several people, on a machine that may be busy
const long = { timeout: 90_000 }

// somebody belongs once and for all: each language has a sandbox of its own
describe.each(['nb', 'en'] as const)('somebody who reads %s and belongs nowhere yet', long, (language) => {
  const t = textFor(language)
  let stage: Stage

  beforeAll(async () => {
    stage = await startStage()
  })
  afterAll(() => stage?.stop())

  const picture = (desk: Desk, name: string) => desk.picture(`${name}-${language}`)

  it('picks one of the organisations that share a domain, and is a member once its admin approves', async () => {
    const [hege, hakon] = await Promise.all([stage.reader('U0HEGE', language), stage.reader('U0HAKON', language)])
    const { title, submit } = t.belonging.membership.pick
    await hege.say('/portvakt whoami')
    const stranger = hege.message(t.belonging.strangerTitle)
    await stranger.waitFor()
    await picture(hege, '20-stranger')
    await stranger.getByRole('button', { name: t.belonging.pick, exact: true }).click()
    await hege.modalTitled(title)
    await picture(hege, '21-pick')
    await hege
      .modal()
      .getByRole('radio', { name: new RegExp(heroy.inNordland) })
      .check()
    await hege.press(submit)
    await hege.modalTitled(t.belonging.membership.waiting.title)
    await hege.modal().getByText('Håkon Nes').waitFor()
    await picture(hege, '22-waiting')
    await hege.leave()

    await hakon.directMessages()
    const asked = hakon.message(t.belonging.membership.request.title)
    await asked.getByText('Hege Sand').waitFor()
    await picture(hakon, '23-admin-asked')
    await asked.getByRole('button', { name: t.belonging.membership.request.approve, exact: true }).click()
    await asked.getByText(t.belonging.decided.approved).waitFor()
    await picture(hakon, '24-admin-approved')
    await hakon.goHome()

    await hege.directMessages()
    await hege.message(t.belonging.membership.answer.title).waitFor()
    await picture(hege, '25-told')
    await hege.say('/portvakt whoami')
    const known = hege.message(t.belonging.whoami.title)
    await known.getByText(heroy.inNordland).waitFor()
    expect(await known.innerText()).toContain(t.belonging.whoami.rights.change)
    await picture(hege, '26-member')
    await hege.goHome()

    const vigdis = await stage.desk('U0VAKT', { channel: channels.operations.id })
    const card = vigdis.message(operations.belonging.membership.request.title)
    await card.getByText(operations.belonging.decided.approved).waitFor()
    expect(await card.innerText()).toContain('Håkon Nes')
    expect(await card.getByRole('button', { name: operations.belonging.membership.request.approve }).count()).toBe(0)
    await picture(vigdis, '27-operations')
    await vigdis.goHome()
  })

  it('confirms an address by the link in a mail, and only once', async () => {
    const ulrik = await stage.reader('U0UBEKREFTET', language)
    const complaints = complaintsOf(ulrik.page.context())
    const { title, send, sent } = t.belonging.unconfirmed
    await ulrik.say('/portvakt whoami')
    await ulrik.message(title).getByRole('button', { name: send, exact: true }).waitFor()
    await picture(ulrik, '30-unconfirmed')
    await ulrik.message(title).getByRole('button', { name: send, exact: true }).click()
    await ulrik.message(sent({ email: 'ulrik.berge@kystverdi.example' })).waitFor()
    await picture(ulrik, '31-link-sent')

    await ulrik.page.getByRole('button', { name: /^Mailbox/ }).click()
    await ulrik.page
      .getByRole('list', { name: 'Mails' })
      .getByRole('button', { name: new RegExp(t.mail.addressLink.subject) })
      .first()
      .click()
    const link = ulrik.page.frameLocator('iframe').getByRole('link', { name: t.mail.addressLink.button, exact: true })
    await link.waitFor()
    await picture(ulrik, '32-mail')
    const page = await ulrik.opened(link)

    await headed(page, t.pages.address.heading)
    await page.getByText('ulrik.berge@kystverdi.example').waitFor()
    await expectNarrow(page, `33-address-${language}`)
    const again = await page.context().newPage()
    await again.goto(page.url())
    await pressByKeyboard(page, t.pages.address.submit)
    await headed(page, t.pages.address.confirmed)
    await expectNarrow(page, `34-address-confirmed-${language}`)
    await buttonOf(again, t.pages.address.submit).click()
    await headed(again, t.pages.address.already)
    expect(complaints).toEqual([])

    await ulrik.directMessages()
    await ulrik.message(t.pages.address.told.title).waitFor()
    await ulrik.say('/portvakt whoami')
    const known = ulrik.message(t.belonging.whoami.title)
    await known.getByText('KYSTVERDI KOMMUNE').waitFor()
    await picture(ulrik, '35-member')
    await ulrik.goHome()
  })
})
