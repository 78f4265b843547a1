import type { BrowserContext, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { takePicture } from './pictures.ts'

/** The narrowest screen that the pages are made for, px. */
const narrowest = 320
/** No page of ours has more stops than this. */
const mostStops = 20

/** Whatever the browser complains of, in any tab of a context from now on. */
export const complaintsOf = (context: BrowserContext): string[] => {
  const complaints: string[] = []
  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  context.on('weberror', (error) => complaints.push(String(error.error())))
  return complaints
}

/** On a narrow screen nothing scrolls sideways. Pictures of both are taken under the name. */
export const expectNarrow = async (page: Page, name: string): Promise<void> => {
  await takePicture(page, name)
  const before = page.viewportSize()
  await page.setViewportSize({ width: narrowest, height: 640 })
  const width = await page.evaluate<number>('document.documentElement.scrollWidth')
  await takePicture(page, `${name}-narrow`, { whole: true })
  if (before !== null) await page.setViewportSize(before)
  expect(width).toBeLessThanOrEqual(narrowest)
}

/** A button of a page, by what stands on it. */
export const buttonOf = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true })

/** Whether the keyboard is at something now. */
export const hasFocus = async (page: Page, what: Locator): Promise<boolean> =>
  (await what.and(page.locator(':focus')).count()) === 1

/** Goes to a button by Tab alone and presses Enter. */
export const pressByKeyboard = async (page: Page, name: string): Promise<void> => {
  const button = buttonOf(page, name)
  await button.waitFor()
  for (let stop = 0; stop < mostStops && !(await hasFocus(page, button)); stop += 1) await page.keyboard.press('Tab')
  expect(await hasFocus(page, button), `${name} is reached by Tab`).toBe(true)
  await page.keyboard.press('Enter')
}

/** Waits until the page's one heading says this. */
export const headed = async (page: Page, heading: string): Promise<void> => {
  await page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor()
}
