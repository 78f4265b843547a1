import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { logInAs } from './idporten-steps.ts'
import { buttonOf, complaintsOf, expectNarrow, headed } from './leaf.ts'
import { type Stage, startStage } from './stage.ts'
import { wordsIn } from './words.ts'

let stage: Stage

beforeAll(async () => {
  stage = await startStage()
})
afterAll(() => stage?.stop())

/** What Digdir handed out to Kystverdi in test, as it stands on the sandbox's page. */
const handedOut = async (desk: { opened(what: ReturnType<Page['locator']>): Promise<Page>; page: Page }) => {
  const leaf = await desk.opened(desk.page.getByRole('link', { name: /Handed out by Digdir/ }))
  const clientId = await leaf.locator('#id-test').inputValue()
  const key = await leaf.locator('#key-test').inputValue()
  await leaf.close()
  return { clientId, key }
}

const long = { timeout: 90_000 }

describe.each(['nb', 'en'] as const)('an organisation’s own admin client, in %s', long, (language) => {
  const { t } = wordsIn(language)
  const words = t.pages.credential
  const shown = (page: Page, name: string) => expectNarrow(page, `${name}-${language}`)

  it('is given by its admin on a page after a login, and taken away again', async () => {
    const astrid = await stage.reader('U0ASTRID', language)
    const complaints = complaintsOf(astrid.page.context())
    const { clientId, key } = await handedOut(astrid)
    const where = t.common.inEnvironment.test

    await astrid.say('/portvakt admin')
    await astrid.modalTitled(t.admin.people.title)
    await astrid.picture(`80-people-${language}`)
    await astrid.press(t.admin.ownClient.open)
    await astrid.modalTitled(t.admin.ownClient.title)
    await astrid.picture(`81-own-client-${language}`)
    await astrid.press(t.admin.ownClient.give)
    await astrid.modalTitled(t.client.production.stepUp.title)
    await astrid.picture(`82-step-up-${language}`)
    const page = await astrid.opened(buttonOf(astrid.page, t.client.production.stepUp.open))
    await headed(page, words.heading)
    await shown(page, '83-login')
    await buttonOf(page, t.pages.login.submit).click()
    await logInAs(page, language, { name: 'Astrid Nesse' })

    await buttonOf(page, words.submit).waitFor()
    await shown(page, '84-form')
    await page.getByLabel(words.clientId, { exact: true }).fill('not an id')
    await page.getByLabel(words.key, { exact: true }).fill('no key')
    await buttonOf(page, words.submit).click()
    const alert = page.getByRole('alert')
    await alert.getByText(words.wrong).waitFor()
    await shown(page, '85-wrong')
    expect(await page.getByLabel(words.clientId, { exact: true }).inputValue()).toBe('not an id')
    expect(await page.getByLabel(words.key, { exact: true }).inputValue()).toBe('')
    // each line leads to its field
    await alert.getByRole('link', { name: words.faults.clientId.form }).click()
    expect(await page.evaluate<string>('location.hash')).toBe('#client-id')

    await page.getByRole('radio', { name: t.common.environmentNames.test }).check()
    await page.getByLabel(words.clientId, { exact: true }).fill('a1b2c3d4-0000-4000-8000-000000000000')
    await page.getByLabel(words.key, { exact: true }).fill(key)
    await buttonOf(page, words.submit).click()
    await page.locator('#client-id-wrong').waitFor()
    await shown(page, '86-refused')

    await page.getByLabel(words.clientId, { exact: true }).fill(clientId)
    await page.getByLabel(words.key, { exact: true }).fill(key)
    await buttonOf(page, words.submit).click()
    await headed(page, words.done.given({ where }))
    await page.getByText(clientId, { exact: true }).waitFor()
    await shown(page, '87-done')
    await page.close()

    await astrid.modalTitled(t.admin.ownClient.title)
    await astrid
      .modal()
      .getByText(t.admin.ownClient.outcome.given({ name: 'KYSTVERDI KOMMUNE', where }))
      .waitFor()
    await astrid.picture(`88-told-${language}`)
    await astrid.press(t.admin.ownClient.outcome.back)
    await astrid.modal().getByRole('button', { name: t.admin.ownClient.take, exact: true }).waitFor()
    await astrid.picture(`89-own-${language}`)

    await astrid.press(t.admin.ownClient.take)
    await astrid.page.getByRole('alertdialog').getByText(t.admin.ownClient.takeSure.text).waitFor()
    await astrid.picture(`90-sure-${language}`)
    await astrid.page.getByRole('alertdialog').getByRole('button', { name: t.admin.ownClient.takeSure.yes }).click()
    await astrid.modalTitled(t.client.production.stepUp.title)
    await astrid.picture(`91-step-up-${language}`)
    const leaf = await astrid.opened(buttonOf(astrid.page, t.client.production.stepUp.open))
    await headed(leaf, words.take.heading({ where }))
    await buttonOf(leaf, t.pages.login.submit).click()
    await logInAs(leaf, language, { name: 'Astrid Nesse' })
    await buttonOf(leaf, t.pages.carryOut.submit).waitFor()
    await shown(leaf, '92-take')
    await buttonOf(leaf, t.pages.carryOut.submit).click()
    await headed(leaf, words.done.taken({ where }))
    await shown(leaf, '93-taken')
    await leaf.close()
    await astrid
      .modal()
      .getByText(t.admin.ownClient.outcome.taken({ name: 'KYSTVERDI KOMMUNE', where }))
      .waitFor()
    await astrid.picture(`94-told-${language}`)
    // the form that came back with what was wrong
    expect(complaints.filter((one) => !one.includes('422'))).toEqual([])
    await astrid.leave()
    await astrid.goHome()
  })

  it('an error leads to the service desk, which is told which it was', async () => {
    const kari = await stage.reader('U0KARI', language)
    await kari.say('/client show not-there')
    const error = kari.message(t.common.problem)
    await error.waitFor()
    await kari.picture(`95-error-${language}`)
    await error.getByRole('button', { name: t.belonging.desk.ask.open, exact: true }).click()
    await kari.modalTitled(t.belonging.desk.ask.title)
    const question = await kari.field(t.belonging.desk.ask.form.question.label).inputValue()
    expect(question).toMatch(language === 'nb' ? /^Jeg fikk denne feilen: / : /^I got this error: /)
    await kari.picture(`96-ask-${language}`)
    await kari.leave()
    await kari.goHome()
  })
})
