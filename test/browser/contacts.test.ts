import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { textFor } from '../../src/text/index.ts'
import type { Desk } from './desk.ts'
import { expectNarrow, headed, pressByKeyboard } from './leaf.ts'
import { type Stage, startStage } from './stage.ts'

// a mail on its way and back, on a machine that may be busy
const long = { timeout: 90_000 }

/** Somebody who can hear, and an address whose mail comes back; each language is an organisation of its own. */
const cast = {
  nb: { me: 'U0KARI', domain: 'kystverdi.example', organisation: 'KYSTVERDI KOMMUNE', number: '310000019' },
  en: { me: 'U0INGRID', domain: 'eksempel.example', organisation: 'DIREKTORATET FOR EKSEMPLER', number: '310000027' },
} as const

let stage: Stage

beforeAll(async () => {
  stage = await startStage()
})
afterAll(() => stage?.stop())

/** Makes the mail server say that there is no such address. */
const refuseMail = async ({ page }: Desk, address: string): Promise<void> => {
  await page.getByRole('button', { name: /^Outside systems/ }).click()
  const panel = page.getByRole('dialog', { name: 'Outside systems' })
  await panel.getByRole('combobox', { name: 'Address', exact: true }).fill(address)
  await panel.getByRole('combobox', { name: 'What goes wrong' }).selectOption('refusing')
  await panel.getByRole('button', { name: 'Add', exact: true }).click()
  await panel.getByText(address, { exact: true }).waitFor()
  await panel.getByRole('button', { name: 'Close', exact: true }).click()
}

// the words of both languages are looked at by the tests of views, mails and pages: one is enough for the way itself
describe.each(['nb'] as const)('the contacts of somebody who reads %s', long, (language) => {
  const t = textFor(language)
  const { browse, form, invoice, mail, page: pageWords } = t.contact
  const { me, domain, organisation, number } = cast[language]
  const person = { name: 'Randi Moe', email: `randi.moe@${domain}` }
  const mailbox = { name: 'Driftsvakten', email: `drift@${domain}` }
  const picture = (desk: Desk, name: string) => desk.picture(`walk-${language}-${name}`)

  const button = (within: Locator, name: string) => within.getByRole('button', { name, exact: true })

  /** Adds somebody by the form in front, which suggests the whole organisation; ends at what was saved. */
  const add = async (
    desk: Desk,
    { name, email, phone, kind }: { name: string; email: string; phone: string; kind: 'technical' | 'mailbox' },
    shot: string,
  ): Promise<void> => {
    const { fields, whole, add: words, saved } = form
    await desk.modalTitled(words.title)
    await desk.field(fields.name.label).fill(name)
    await desk.field(fields.email.label).fill(email)
    await desk.modal().getByLabel(fields.phone.label).fill(phone)
    const choose = (label: string) => desk.modal().getByRole('radio', { name: new RegExp(`^${label}`) })
    await choose(fields.kind.options[kind].label.replace(/[()]/g, '.')).check()
    await choose(fields.language.options[language].label.replace(/[()]/g, '.')).check()
    await desk.modal().getByText(whole.organisation, { exact: true }).waitFor()
    await picture(desk, `${shot}-form`)
    await desk.press(words.submit)
    await desk.modalTitled(saved.added)
    await desk.modal().getByText(saved.portal).waitFor()
    await picture(desk, `${shot}-saved`)
  }

  /** Opens the newest mail with a subject, whoever it is for. */
  const openMail = async (desk: Desk, subject: string): Promise<void> => {
    const { page } = desk
    await page.getByRole('button', { name: /^Mailbox/ }).click()
    await page.getByRole('tab', { name: /^All mail/ }).click()
    const mails = page.getByRole('list', { name: 'Mails' })
    await mails.getByRole('button').filter({ hasText: subject }).first().click()
    await page.getByRole('article', { name: subject, exact: true }).waitFor()
  }

  const letter = (desk: Desk) => desk.page.frameLocator('iframe')
  const showAs = (desk: Desk, part: string) => desk.page.getByRole('radio', { name: part, exact: true }).check()

  it('are added, hear of it by mail, confirm on a page, and stand as verified', async () => {
    const desk = await stage.reader(me, language)
    await desk.say('/contacts')
    await desk.modalTitled(browse.title)
    await picture(desk, '01-browser')
    await button(desk.modal(), browse.add).click()
    await add(desk, { ...person, phone: '412 34 567', kind: 'technical' }, '02')
    const toPaste = (await desk.modal().innerText()).split(/[\t\n]/)
    expect(toPaste).toEqual(expect.arrayContaining([person.name, person.email, '41 23 45 67']))
    await desk.press(form.saved.mirror)
    await desk
      .modal()
      .getByText(browse.notices.mirrored({ count: 1 }))
      .waitFor()
    await picture(desk, '03-mirrored')
    await button(desk.modal(), t.common.close).first().click()
    await desk.modalTitled(browse.title)
    await picture(desk, '04-beneath')
    await button(desk.modal(), t.common.close).first().click()
    await desk.modal().waitFor({ state: 'detached' })

    await openMail(desk, mail.registered.subject({ organisation }))
    const follow = letter(desk).getByRole('link', { name: mail.registered.button, exact: true })
    await follow.waitFor()
    await picture(desk, '05-mail')
    await showAs(desk, 'Text')
    await desk.page.locator('.letter-text').getByText(mail.registered.privacy.heading).waitFor()
    await picture(desk, '06-mail-text')
    await showAs(desk, 'HTML')
    const page = await desk.opened(follow)
    await headed(page, pageWords.open.heading)
    await page.getByText(person.email).first().waitFor()
    await expectNarrow(page, `walk-${language}-07-page`)
    await pressByKeyboard(page, pageWords.confirm.submit)
    await headed(page, pageWords.said.confirmed.heading)
    await page.close()

    await desk.directMessages()
    await desk.say('/contacts list')
    const listed = desk.message(person.email)
    await listed.getByText(browse.state.verified).waitFor()
    await picture(desk, '08-list')
    await listed.getByRole('button', { name: browse.show, exact: true }).last().click()
    await desk.message(browse.card.states).waitFor()
    await picture(desk, '09-card')
    await desk.page.getByRole('tab', { name: /^Home/ }).click()
    await desk.page.getByText(browse.home.heading, { exact: true }).waitFor()
    await picture(desk, '10-home')
    await desk.goHome()
  })

  it('hear of it when mail to another of them comes back', async () => {
    const desk = await stage.reader(me, language)
    await refuseMail(desk, mailbox.email)
    await desk.say('/contacts add')
    await add(desk, { ...mailbox, phone: '', kind: 'mailbox' }, '20')
    await desk.leave()

    await openMail(desk, mail.bounced.subject({ name: mailbox.name }))
    await letter(desk).getByText(mailbox.email, { exact: true }).waitFor()
    await picture(desk, '21-mail')
    await showAs(desk, 'Text')
    await desk.page.locator('.letter-text').getByText('/contacts edit').waitFor()
    await picture(desk, '22-mail-text')

    await desk.directMessages()
    await desk.say(`/contacts list ${mailbox.name}`)
    const listed = desk.message(mailbox.email)
    await listed.getByText(browse.state.bounced).waitFor()
    await picture(desk, '23-list')
    await listed.getByRole('button', { name: browse.show, exact: true }).click()
    const card = desk.message(browse.card.states)
    await card.getByText(browse.bounceReasons.refused).waitFor()
    await picture(desk, '24-card')
    await desk.goHome()
  })

  it('have an invoice sent where it is told to', async () => {
    const desk = await stage.reader(me, language)
    await desk.say('/contacts invoice')
    const none = desk.message(invoice.none)
    await none.waitFor()
    await picture(desk, '30-none')
    await button(none, invoice.add).click()
    await desk.modalTitled(invoice.formTitle)
    await picture(desk, '31-form')
    expect(await desk.field(invoice.form.invoice_organisation_number.label).inputValue()).toBe(number)
    await desk.field(invoice.form.invoice_address.label).fill('Postboks 12\n8800 Sandnessjøen')
    await desk.field(invoice.form.invoice_reference.label).fill('IT-4410')
    await desk.press(invoice.save)
    await desk.modal().getByText(invoice.saved).waitFor()
    expect(await desk.modal().innerText()).toContain('IT-4410')
    await picture(desk, '32-saved')
    await desk.goHome()
  })
})
