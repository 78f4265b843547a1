import type { Page } from 'playwright-core'
import { words } from '../../sandbox/idporten/words.ts'
import { hasFocus } from './leaf.ts'

type Language = 'nb' | 'en'

/** Waits until the simulator's login page is there. */
export const atIdporten = async (page: Page, language: Language): Promise<void> => {
  await page.getByRole('heading', { name: words[language].login.title, exact: true }).waitFor()
  await page.getByText(words[language].mark).first().waitFor()
}

/** Chooses somebody there, by the name on the list or by a number of one's own, and goes on. */
export const logInAs = async (page: Page, language: Language, who: { name: string } | { pid: string }) => {
  const { login } = words[language]
  await atIdporten(page, language)
  if ('name' in who) await page.getByRole('radio', { name: who.name }).check()
  else await page.getByLabel(login.other).fill(who.pid)
  await page.getByRole('radio', { name: login.levels['idporten-loa-substantial'] }).check()
  await page.getByRole('button', { name: login.submit, exact: true }).click()
}

/** The same without a mouse: from the top of the page by Tab, among the people by the arrows, and Enter at the end. */
export const logInByKeyboard = async (page: Page, language: Language, name: string): Promise<void> => {
  await atIdporten(page, language)
  await page.keyboard.press('Tab')
  const people = await page.locator('input[name=pid]').count()
  const wanted = page.getByRole('radio', { name })
  for (let step = 0; step < people && !(await hasFocus(page, wanted)); step += 1) await page.keyboard.press('ArrowDown')
  // a number of one's own, the level that is asked for, the button
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
}
