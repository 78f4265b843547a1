import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'

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
    async picture(name) {
      const folder = process.env.PICTURES
      if (folder === undefined) return
      await mkdir(folder, { recursive: true })
      await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' })
    },
  }
}
