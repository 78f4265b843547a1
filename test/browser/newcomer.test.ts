import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Stage, startStage } from './stage.ts'
import { wordsIn } from './words.ts'

let stage: Stage

beforeAll(async () => {
  stage = await startStage()
})
afterAll(() => stage?.stop())

describe.each(['nb', 'en'] as const)('a newcomer who reads %s', (language) => {
  const { t, person, ...words } = wordsIn(language)
  const name = language === 'nb' ? 'Gjestehavn Østre bukt' : 'Guest harbour, Eastern bay'

  it('creates an ID-porten client with two redirect URIs, sees it in the list and deactivates it', async () => {
    const desk = await stage.desk(person, { channel: 'C0GENERELT' })
    const { page } = desk
    const picture = (what: string) => desk.picture(`${what}-${language}`)

    await page.getByTestId('composer').pressSequentially('/cl')
    await page.getByText('[new|list|', { exact: false }).first().waitFor()
    await picture('1-completion')

    await desk.say('/client new')
    await desk.modalTitled(t.client.new.title)
    await desk
      .modal()
      .getByRole('radio', { name: /^ID-porten/ })
      .check()
    await picture('2-type')
    await desk.press(words.continue)

    await desk.field(words.name).fill(name)
    await desk
      .field(words.description)
      .fill(language === 'nb' ? 'Plass i gjestehavna, team Havn' : 'Berths in the guest harbour, team Harbour')
    await desk.field(words.redirectUris).fill('https://havn.kystverdi.example/callback\nhttp://localhost:3000/callback')
    await desk.field(words.postLogoutUris).fill('https://havn.kystverdi.example/')
    await picture('3-details')
    await desk.press(words.create)

    await desk.modalTitled(words.created)
    await picture('4-created')
    await desk.press(t.client.created.show)
    await desk.modalTitled(t.client.card.title)
    const card = await desk.modal().innerText()
    expect(card).toContain('https://havn.kystverdi.example/callback')
    expect(card).toContain('http://localhost:3000/callback')
    await picture('5-card')
    await desk.leave()

    await desk.say(`/client list ${name}`)
    const row = desk.lastMessage()
    await row.getByText(name, { exact: true }).waitFor()
    await picture('6-list')
    await row.getByRole('button', { name: t.client.list.show }).first().click()
    await row.getByRole('button', { name: t.client.card.deactivate, exact: true }).click()

    await desk.modalTitled(t.client.deactivate.title)
    await desk.field(words.confirmName).fill(`${name}!`)
    await desk.press(t.client.deactivate.submit)
    await desk.modal().getByText(t.client.deactivate.wrongName).first().waitFor()
    await desk.field(words.confirmName).fill(name)
    await picture('7-deactivate')
    await desk.press(t.client.deactivate.submit)
    await desk.modalTitled(t.client.deactivated.title)
    await picture('8-deactivated')
    await desk.leave()

    await desk.say(`/client list ${name}`)
    await desk
      .lastMessage()
      .getByText(t.client.list.noneMatching({ text: name }))
      .waitFor()
    await picture('9-gone')
    expect(await page.getByTestId('toast').count()).toBe(0)
    await desk.goHome()
  })

  it('finds the way from the Home tab', async () => {
    const desk = await stage.desk(person)
    const { page } = desk
    await page
      .getByRole('link', { name: /Portvakt/ })
      .or(page.getByRole('button', { name: /Portvakt/ }))
      .first()
      .click()
    await page.getByRole('tab', { name: 'Home' }).click()
    await page.getByText('KYSTVERDI KOMMUNE', { exact: false }).first().waitFor()
    await desk.picture(`10-home-${language}`)
    await page.getByRole('button', { name: t.home.new, exact: true }).click()
    await desk.modalTitled(t.client.new.title)
    await desk.goHome()
  })
})
