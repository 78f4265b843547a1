import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium, type Locator, type Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { type Fixture, startFixture } from './fixture-server.ts'

const config = fileURLToPath(new URL('../../../sandbox/ui/vite.config.ts', import.meta.url))
const args = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** What these tests ask of an element inside the page; this project has no browser types. */
export type PageNode = {
  scrollWidth: number
  clientWidth: number
  contains: (other: unknown) => boolean
  getAttribute: (name: string) => string | null
  ownerDocument: { activeElement: unknown; getElementById: (id: string) => { textContent: string } | null }
}

export type Walk = ReturnType<typeof startWalk>

/**
 * The built page in a browser, anew for each test of the file that calls this: Kari Ødegård in #general.
 * Every test also fails by errors of the page and by requests to elsewhere.
 */
export function startWalk() {
  let dist: string
  let browser: Browser
  let fixture: Fixture
  let page: Page
  let problems: string[]
  let homes: string[]

  beforeAll(async () => {
    dist = await mkdtemp(join(tmpdir(), 'sandbox-ui-'))
    await build({ configFile: config, logLevel: 'error', build: { outDir: dist, emptyOutDir: true } })
    browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args })
  }, 60_000)

  afterAll(async () => {
    await browser?.close()
    await rm(dist, { recursive: true, force: true })
  })

  beforeEach(async () => {
    fixture = await startFixture(dist)
    page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'en-GB', timezoneId: 'Europe/Oslo' })
    page.setDefaultTimeout(5000)
    problems = []
    homes = [fixture.url, 'data:']
    page.on('pageerror', (error) => problems.push(String(error)))
    page.on('request', (request) => {
      if (!homes.some((home) => request.url().startsWith(home))) problems.push(request.url())
    })
    await page.goto(`${fixture.url}?as=UKARI&channel=CGENERAL`)
    await page.getByTestId('composer').waitFor()
  })

  afterEach(async () => {
    await page.close()
    await fixture.close()
    expect(problems, 'errors of the page, and requests to elsewhere').toEqual([])
  })

  const composer = () => page.getByTestId('composer')
  const modal = () => page.getByTestId('modal')
  return {
    get page() {
      return page
    },
    get fixture() {
      return fixture
    },
    /** folder of the built page, for servers of a test's own; what they serve is no request to elsewhere */
    get dist() {
      return dist
    },
    async goTo(server: string, query: string) {
      homes.push(server)
      await page.goto(`${server}/?${query}`)
    },
    composer,
    modal,
    /** a field of the modal, by its whole label */
    field: (name: string) => modal().getByLabel(name, { exact: true }),
    press: async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key)
    },
    say: async (text: string) => {
      await composer().fill(text)
      await composer().press('Enter')
    },
  }
}

/** The page has no way to say that it is done: asks until it is so, or five seconds are up. */
export const soon = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: 5000, interval: 20 })

export const focused = (locator: Locator) =>
  locator.evaluate((node: PageNode) => node.ownerDocument.activeElement === node)

/** What a field is described by: its error and hint. */
export async function describedBy(locator: Locator): Promise<string> {
  return locator.evaluate((node: PageNode) => {
    const ids = (node.getAttribute('aria-describedby') ?? '').split(' ')
    return ids.map((id) => node.ownerDocument.getElementById(id)?.textContent ?? '').join(' ')
  })
}
