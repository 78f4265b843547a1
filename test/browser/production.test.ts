import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { syntheticPid } from '../../sandbox/idporten/pid.ts'
import { channels } from '../../sandbox/world.ts'
import { textFor } from '../../src/text/index.ts'
import { titleFor } from '../../views/kit/modal.ts'
import type { Desk } from './desk.ts'
import { atIdporten, logInAs, logInByKeyboard } from './idporten-steps.ts'
import { buttonOf, complaintsOf, expectNarrow, headed, pressByKeyboard } from './leaf.ts'
import { type Stage, startStage } from './stage.ts'
import { wordsIn } from './words.ts'

/** What stands in the operations channel is in the installation's own language. */
const operations = textFor('nb').belonging.clearance

let stage: Stage

beforeAll(async () => {
  stage = await startStage()
})
afterAll(() => stage?.stop())

// two logins and several people, on a machine that may be busy
const long = { timeout: 90_000 }

describe.each(['nb', 'en'] as const)('production, for somebody who reads %s', long, (language) => {
  const { t, person, ...words } = wordsIn(language)
  const where = t.common.inEnvironment.prod
  const prod = (title: string) => titleFor(title, 'prod')
  const picture = (desk: Desk, name: string) => desk.picture(`${name}-${language}`)
  const shown = (page: Page, name: string) => expectNarrow(page, `${name}-${language}`)

  /** Fills in a new client, as far as the modal that waits for the login. */
  const askForClient = async (desk: Desk, name: string): Promise<void> => {
    await desk.say('/client new idporten prod')
    await desk.modalTitled(prod(t.client.details.title))
    await desk.field(words.name).fill(name)
    await desk.field(words.description).fill(name)
    await desk.field(words.redirectUris).fill('https://havn.kystverdi.example/callback')
    await desk.field(words.postLogoutUris).fill('https://havn.kystverdi.example/')
    await desk.press(words.create)
    await desk.modalTitled(prod(t.client.production.stepUp.title))
  }

  /** The login page that the modal in front leads to, in a tab of its own. */
  const followLink = (desk: Desk): Promise<Page> => desk.opened(buttonOf(desk.page, t.client.production.stepUp.open))

  const listed = async (desk: Desk, name: string): Promise<number> => {
    await desk.say(`/client list prod ${name}`)
    const list = desk.lastMessage().filter({ hasText: t.client.list.searched({ text: name }) })
    await list.or(desk.lastMessage().filter({ hasText: t.client.list.noneMatching({ text: name }) })).waitFor()
    return desk.lastMessage().getByText(name, { exact: true }).count()
  }

  it('a new client is made once after a login, told on the page and in Slack', async () => {
    const name = language === 'nb' ? 'Havnekontoret' : 'Harbour office'
    const cecilie = await stage.reader('U0CECILIE', language)
    const complaints = complaintsOf(cecilie.page.context())
    await askForClient(cecilie, name)
    await picture(cecilie, '40-step-up')

    const page = await followLink(cecilie)
    await headed(page, t.pages.change.headings['client.create']({ where }))
    await page.getByText('https://havn.kystverdi.example/callback').waitFor()
    await shown(page, '41-login')
    await pressByKeyboard(page, t.pages.login.submit)
    await atIdporten(page, language)
    await shown(page, '42-idporten')
    await logInByKeyboard(page, language, 'Cecilie Hauge')

    await buttonOf(page, t.pages.carryOut.submit).waitFor()
    await page.getByText('https://havn.kystverdi.example/callback').waitFor()
    await shown(page, '43-carry-out')
    const second = await page.context().newPage()
    await second.goto(page.url())
    await pressByKeyboard(page, t.pages.carryOut.submit)
    const done = t.pages.became.done.headings['client.create']({ where })
    await headed(page, done)
    const clientId = await page
      .locator('dl div')
      .filter({ hasText: t.client.created.clientId })
      .locator('dd')
      .innerText()
    await shown(page, '44-done')

    await buttonOf(second, t.pages.carryOut.submit).click()
    await headed(second, done)
    await second.getByText(clientId, { exact: true }).waitFor()
    await page.goBack()
    await headed(page, done)
    expect(await buttonOf(page, t.pages.carryOut.submit).count()).toBe(0)
    await pressByKeyboard(second, t.pages.logOut.submit)
    await headed(second, t.pages.logOut.heading)
    await shown(second, '48-logged-out')

    await cecilie.modalTitled(prod(words.created))
    expect(await cecilie.modal().innerText()).toContain(clientId)
    await picture(cecilie, '45-slack-told')
    await cecilie.leave()
    await cecilie.directMessages()
    await picture(cecilie, '47-direct')
    expect(await listed(cecilie, name)).toBe(1)
    await picture(cecilie, '46-list')
    expect(complaints).toEqual([])
    await cecilie.goHome()
  })

  it('another person’s login carries nothing out', async () => {
    const name = language === 'nb' ? 'Badeplassen' : 'Bathing place'
    const cecilie = await stage.reader('U0CECILIE', language)
    await askForClient(cecilie, name)
    const page = await followLink(cecilie)
    await buttonOf(page, t.pages.login.submit).click()
    await logInAs(page, language, { name: 'Kari Fjellvåg' })
    await page.getByText(t.errors['login-mismatch']({ serviceDesk: '' }).what).waitFor()
    await shown(page, '50-another-person')
    expect(await buttonOf(page, t.pages.carryOut.submit).count()).toBe(0)
    await cecilie.leave()
    expect(await listed(cecilie, name)).toBe(0)
    await cecilie.goHome()
  })

  it('somebody without a clearance asks for one, proves who they are, is confirmed, and deactivates a client', async () => {
    // who is not among the test persons types a number of their own
    const who = language === 'nb' ? { name: 'Kari Fjellvåg' } : { pid: syntheticPid('1988-05-05', 300) }
    const asker = await stage.reader(person, language)
    const complaints = complaintsOf(asker.page.context())
    await asker.say('/client new idporten prod')
    await asker.message(t.client.production.notCleared.body).waitFor()
    await picture(asker, '60-not-cleared')
    await asker.lastMessage().getByRole('button', { name: t.client.production.notCleared.ask, exact: true }).click()
    await asker.message(t.belonging.clearance.asked.waits).waitFor()
    await picture(asker, '61-asked')

    const vigdis = await stage.desk('U0VAKT', { channel: channels.operations.id })
    const question = vigdis.message(prod(operations.request.title))
    await question.waitFor()
    await picture(vigdis, '62-question')
    await question.getByRole('button', { name: operations.request.give, exact: true }).click()
    await vigdis.message(operations.give.waits).waitFor()
    await picture(vigdis, '63-given')

    await asker.directMessages()
    const invitation = asker.message(t.belonging.clearance.login.title)
    await invitation.getByRole('button', { name: t.belonging.clearance.login.open, exact: true }).waitFor()
    await picture(asker, '64-invited')
    const page = await asker.opened(
      invitation.getByRole('button', { name: t.belonging.clearance.login.open, exact: true }),
    )
    await headed(page, t.pages.change.headings['clearance.give']())
    await shown(page, '65-clearance')
    await buttonOf(page, t.pages.login.submit).click()
    await logInAs(page, language, who)
    await headed(page, t.pages.clearance.proved)
    await shown(page, '66-proved')
    await page.close()
    await asker.message(t.belonging.clearance.login.proved).waitFor()
    await picture(asker, '67-told-proved')

    const odd = await stage.desk('U0ODD', { channel: channels.operations.id })
    const proved = odd.message(operations.give.proved)
    await picture(odd, '68-to-confirm')
    await proved.getByRole('button', { name: operations.give.confirm, exact: true }).click()
    const sure = odd.page.getByRole('alertdialog')
    await sure.getByText(operations.give.confirmSure.text).waitFor()
    await picture(odd, '69-sure')
    await sure.getByRole('button', { name: operations.give.confirmSure.yes, exact: true }).click()
    await odd.lastMessage().getByText(textFor('nb').belonging.decided.approved).waitFor()
    await picture(odd, '70-confirmed')
    await Promise.all([odd.goHome(), vigdis.goHome()])
    await asker.message(t.belonging.clearance.answer.title).waitFor()
    await picture(asker, '71-cleared')

    await asker.say('/client list prod')
    const list = asker.message(prod(t.client.list.title))
    await list.getByRole('button', { name: t.client.list.show }).first().click()
    await asker.lastMessage().getByRole('button', { name: t.client.card.deactivate, exact: true }).click()
    await asker.modalTitled(prod(t.client.deactivate.title))
    const name = await asker.modal().locator('pre').innerText()
    await asker.field(words.confirmName).fill(name.trim())
    await asker.press(t.client.deactivate.submit)
    await asker.modalTitled(prod(t.client.production.stepUp.title))
    await picture(asker, '72-deactivate')
    const leaf = await followLink(asker)
    await asker.leave()
    await buttonOf(leaf, t.pages.login.submit).click()
    await logInAs(leaf, language, who)
    await buttonOf(leaf, t.pages.carryOut.submit).waitFor()
    await shown(leaf, '74-carry-out')
    await buttonOf(leaf, t.pages.carryOut.submit).click()
    await headed(leaf, t.pages.became.done.headings['client.deactivate']({ where }))
    await shown(leaf, '75-done')
    await asker.message(t.client.deactivated.body({ name: name.trim(), where })).waitFor()
    await picture(asker, '76-told')
    expect(complaints).toEqual([])
    await asker.goHome()
  })
})
