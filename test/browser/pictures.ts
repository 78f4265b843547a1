import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'

/** Saves a picture of what is seen of a page, or of the `whole` of it, when PICTURES names a folder. */
export const takePicture = async (page: Page, name: string, { whole = false } = {}): Promise<void> => {
  const folder = process.env.PICTURES
  if (folder === undefined) return
  await mkdir(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled', fullPage: whole })
}
