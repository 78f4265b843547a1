import type { Locator, Page } from 'playwright-core'
import { takePicture } from './pictures.ts'

/** What a person does at the sandbox's workspace, by the keyboard and by what they read on the page. */
export type Desk = {
  page: Page
  modal(): Locator
  /** types into the composer and sends */
  say(text: string): Promise<void>
  /** a field of the modal in front, by its label */
  field(label: string): Locator
  press(name: string): Promise<void>
  /** waits until a modal with this title is in front */
  modalTitled(title: string): Promise<void>
  /** closes the modal in front by the keyboard, and waits until it is gone: what lies beneath takes no keys before */
  leave(): Promise<void>
  lastMessage(): Locator
  /** the newest message that says this, as soon as there is one */
  message(words: string): Locator
  /** goes to the direct messages with the bot */
  directMessages(): Promise<void>
  /** the tab that opens when a button or link is pressed */
  opened(what: Locator): Promise<Page>
  /** ends all tabs of this person */
  goHome(): Promise<void>
  /** saves a picture when PICTURES names a folder */
  picture(name: string): Promise<void>
}

export const deskOf = (page: Page): Desk => {
  const modal = () => page.getByTestId('modal').last()
  return {
    page,
    modal,
    async say(text) {
      const composer = page.getByTestId('composer')
      await composer.fill(text)
      await composer.press('Escape')
      await composer.press('Enter')
    },
    field: (label) => modal().getByLabel(label, { exact: true }),
    async press(name) {
      await modal().getByRole('button', { name, exact: true }).click()
    },
    async modalTitled(title) {
      await modal().getByRole('heading', { name: title, exact: true }).first().waitFor()
    },
    async leave() {
      await page.keyboard.press('Escape')
      await modal().waitFor({ state: 'detached' })
    },
    lastMessage: () => page.getByTestId('message').last(),
    message: (words) => page.getByTestId('message').filter({ hasText: words }).last(),
    async directMessages() {
      await page
        .getByRole('navigation')
        .getByRole('button', { name: /^Portvakt/ })
        .click()
      await page.getByRole('tab', { name: /^Messages/ }).click()
    },
    async opened(what) {
      const [tab] = await Promise.all([page.context().waitForEvent('page'), what.click()])
      tab.setDefaultTimeout(25_000)
      await tab.waitForLoadState()
      return tab
    },
    goHome: () => page.context().close(),
    picture: (name) => takePicture(page, name),
  }
}
