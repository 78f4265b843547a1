import { type Browser, chromium, type Page } from 'playwright-core'

/** Debian's Chromium, quiet: no look-ups of its own, no sandbox where tests run as root. */
export const startChromium = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })

/** A page of the size of the README's pictures, in a context of its own whose pages are wanted in this language. */
export const openPage = async (browser: Browser, url: string, locale = 'nb-NO'): Promise<Page> => {
  const context = await browser.newContext({
    viewport: { width: 1200, height: 820 },
    deviceScaleFactor: 1,
    locale,
    timezoneId: 'Europe/Oslo',
  })
  const page = await context.newPage()
  // shorter than a test's own limit, so that a failure names what was waited for
  page.setDefaultTimeout(25_000)
  await page.goto(url)
  return page
}
