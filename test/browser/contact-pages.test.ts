import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { textFor } from '../../src/text/index.ts'
import { eva, week } from '../web/contact-world.ts'
import { openPage, startChromium } from './chromium.ts'
import { contactStage } from './contact-stage.ts'
import { buttonOf, complaintsOf, expectNarrow, hasFocus, headed, pressByKeyboard } from './leaf.ts'

let chromium: Browser

beforeAll(async () => {
  chromium = await startChromium()
})
afterAll(() => chromium?.close())

/** On a machine that may be busy. */
const long = { timeout: 90_000 }

describe.each(['nb', 'en'] as const)('a contact who reads %s', long, (language) => {
  const t = textFor(language)
  const words = t.contact.page
  const other = textFor(language === 'nb' ? 'en' : 'nb').contact.page

  /** A page of the contact's in a browser of its own, with all that this browser complains of. */
  const open = async (url: string): Promise<{ page: Page; complaints: string[] }> => {
    // whom a page knows it speaks to as they chose, and everybody else as the browser asks
    const page = await openPage(chromium, 'about:blank', language === 'nb' ? 'nb-NO' : 'en-GB')
    onTestFinished(() => page.context().close())
    const complaints = complaintsOf(page.context())
    await page.goto(url)
    return { page, complaints }
  }
  const pictured = (page: Page, name: string) => expectNarrow(page, `pages-${name}-${language}`)

  it('confirms by the keyboard, in two tabs and with Back, and it is done once', async () => {
    const stage = await contactStage({ language })
    const { page, complaints } = await open(stage.url.link)
    await headed(page, words.open.heading)
    await pictured(page, 'confirm')
    const twin = await page.context().newPage()
    await twin.goto(page.url())
    await pressByKeyboard(page, words.confirm.submit)
    await headed(page, words.said.confirmed.heading)
    await pictured(page, 'confirmed')
    const confirmed = await stage.now()
    await buttonOf(twin, words.confirm.submit).click()
    await headed(twin, words.used.heading)
    await pictured(twin, 'used')
    await page.goBack()
    await page.goto(stage.url.link)
    await headed(page, words.used.heading)
    expect(await stage.now()).toEqual(confirmed)
    expect(complaints).toEqual([])
  })

  it('changes the language, and chooses what to hear', async () => {
    const stage = await contactStage({ language })
    const { page, complaints } = await open(stage.url.manage)
    await pressByKeyboard(page, words.otherLanguage)
    await headed(page, other.said.language.heading)
    await pressByKeyboard(page, other.otherLanguage)
    await headed(page, words.said.language.heading)

    const { critical, topics, submit } = words.hears
    const box = (label: string) => page.getByRole('checkbox', { name: label, exact: true })
    expect([await box(critical.label).isChecked(), await box(critical.label).isDisabled()]).toEqual([true, true])
    await box(topics.logins.label).focus()
    await page.keyboard.press('Space')
    await page.getByText(topics.major.label, { exact: true }).click()
    await pressByKeyboard(page, submit)
    await headed(page, words.said.topics.heading)
    expect(await box(topics.logins.label).isChecked()).toBe(true)
    expect(await box(topics.major.label).isChecked()).toBe(false)
    await pictured(page, 'chosen')
    expect([...((await stage.now())?.hears ?? [])].sort()).toEqual(['logins', 'maintenance', 'reminders'])
    expect(complaints).toEqual([])
  })

  it('is led to what is wrong with a colleague, and hands over', async () => {
    const stage = await contactStage({ language })
    const { page, complaints } = await open(stage.url.manage)
    const { name, email, submit, faults, heading, done } = words.handOver
    await page.getByLabel(name, { exact: true }).fill('Per Hansen 2')
    await page.getByLabel(email, { exact: true }).fill('per.hansen@')
    await pressByKeyboard(page, submit)
    await headed(page, heading)
    const alert = page.getByRole('alert')
    expect(await hasFocus(page, alert)).toBe(true)
    await pictured(page, 'hand-over-wrong')
    // what the browser itself says of a page refused (422) is no fault of the page
    const own = complaints.splice(0).filter((one) => !one.includes('422'))
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await hasFocus(page, page.getByLabel(name, { exact: true }))).toBe(true)
    await alert.getByRole('link', { name: faults.email.form, exact: true }).click()
    const field = page.getByLabel(email, { exact: true })
    expect([await hasFocus(page, field), await field.inputValue()]).toEqual([true, 'per.hansen@'])
    await field.fill('per.hansen@faerder.kommune.example')
    await page.getByLabel(name, { exact: true }).fill('Per Hansen')
    await pressByKeyboard(page, submit)
    await headed(page, done.heading)
    await pictured(page, 'handed-over')
    expect([own, complaints]).toEqual([[], []])
    expect(await stage.now()).toBeNull()

    await page.goto(stage.url.manage)
    await headed(page, words.gone.heading)
    await pictured(page, 'gone')
  })

  it('sees what it costs to leave, goes back, and leaves', async () => {
    const stage = await contactStage({ language })
    const { page, complaints } = await open(stage.url.manage)
    await page.getByRole('link', { name: words.leave.link, exact: true }).click()
    await headed(page, words.leave.heading)
    await page.getByText(words.leave.nobody).waitFor()
    await pictured(page, 'leave-last')
    await page.getByRole('link', { name: words.back, exact: true }).click()
    await headed(page, words.manage.heading)
    await stage.add(eva)
    await page.getByRole('link', { name: words.leave.link, exact: true }).click()
    await page.getByText(words.leave.others({ count: 1 })).waitFor()
    await pictured(page, 'leave')
    await pressByKeyboard(page, words.leave.button)
    await headed(page, words.leave.done.heading)
    await pictured(page, 'left')
    expect(await stage.now()).toBeNull()
    expect(complaints).toEqual([])
  })

  it('stops what a mail was about, and gets a new link for an old one', async () => {
    const stage = await contactStage({ language })
    const { page } = await open(`${stage.url.manage}/stop?topic=maintenance`)
    await headed(page, words.stop.heading({ topic: words.hears.topics.maintenance.label }))
    await pictured(page, 'stop')
    await pressByKeyboard(page, words.stop.submit)
    await headed(page, words.stop.done.heading)
    await pictured(page, 'stopped')
    expect((await stage.now())?.hears).toEqual(['major', 'reminders'])

    stage.clock.pass(week)
    await page.goto(stage.url.link)
    await headed(page, words.expired.heading)
    await pictured(page, 'expired')
    await pressByKeyboard(page, words.expired.submit)
    await headed(page, words.expired.sent.heading)
    await pictured(page, 'new-link')
    expect(await stage.sent()).toEqual([`contact-registered ${stage.contact.email}`])
  })
})
