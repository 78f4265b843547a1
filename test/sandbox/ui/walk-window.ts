import type { Locator } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { chart, clientList } from './fixture-blocks.ts'
import { actsOf } from './fixture-server.ts'
import { message, start } from './fixture-world.ts'
import { focused, type PageNode, soon, type Walk } from './walk.ts'

/** Home, people, switchers, notices, systems and narrow windows. */
export function walkWindow(walk: Walk): void {
  const { composer, modal, press, say } = walk

  describe('the window', () => {
    test('Home is told to the bot, keeps its choices, and opens modals', async () => {
      await walk.page.getByRole('button', { name: 'Portvakt 1 unread' }).click()
      await walk.page.getByText('Welcome to Portvakt').waitFor()
      await soon(() => actsOf(walk.fixture, 'read')).toEqual([{ type: 'read', channel: 'DBOT' }])
      await walk.page.getByRole('tab', { name: 'Messages' }).press('ArrowLeft')
      const home = walk.page.getByRole('tabpanel', { name: 'Home' })
      await home.getByRole('combobox', { name: 'Language' }).click()
      await walk.page.getByRole('option', { name: 'English' }).click()
      await soon(() => actsOf(walk.fixture, 'click')[0]).toMatchObject({
        container: { type: 'view', view_id: 'VHOMEUKARI' },
        action: { action_id: 'home.language', selected_option: { value: 'en' } },
        values: { l: { 'home.language': { type: 'static_select', selected_option: { value: 'en' } } } },
      })
      await soon(() => home.getByRole('combobox', { name: 'Language' }).inputValue()).toBe('English')
      expect(actsOf(walk.fixture, 'home')).toHaveLength(1)
      await home.getByRole('button', { name: 'New client' }).click()
      await modal().waitFor()
    })

    test('another person is one keystroke away and stands in the address', async () => {
      await say('half a thought')
      await composer().fill('unsent')
      await press('Alt+P')
      await walk.page.getByRole('dialog', { name: 'Who do you want to be?' }).waitFor()
      await walk.page.keyboard.type('guovda')
      await press('Enter')
      await walk.page.getByRole('button', { name: /^You are Máhtte Sárá/ }).waitFor()
      expect(walk.page.url()).toContain('as=UMAHTTE')
      await soon(() => composer().inputValue()).toBe('')
      await walk.page.goBack()
      await walk.page.getByRole('button', { name: /^You are Kari Ødegård/ }).waitFor()
      await soon(() => composer().inputValue()).toBe('unsent')
    })

    test('people stand by organisation, with what they are trusted with, and are found by it', async () => {
      await press('Alt+P')
      const people = walk.page.getByRole('dialog')
      const groups = await people
        .getByRole('group')
        .evaluateAll((all: PageNode[]) => all.map((one) => one.getAttribute('aria-label')))
      expect(groups).toEqual(['Guovdageainnu suohkan Kautokeino kommune', 'Oslo kommune', 'Without an organisation'])
      await walk.page.keyboard.type('cleared admin')
      await soon(() => people.getByRole('option').allTextContents()).toEqual([
        expect.stringMatching(/Kari Ødegård Admin ?Cleared.*ukari@example\.no/),
      ])
    })

    test.each(['', '?as=UNOBODY&channel=CNONE'])('an address of %j gets its person and channel', async (search) => {
      await walk.page.goto(walk.fixture.url + search)
      await walk.page.getByRole('button', { name: /^You are Kari Ødegård/ }).waitFor()
      await soon(() => new URL(walk.page.url()).search).toBe('?as=UKARI&channel=CGENERAL')
    })

    test('Ctrl+K jumps to a channel and begins a command', async () => {
      await press('Control+K')
      await walk.page.keyboard.type('operations')
      await press('Enter')
      await walk.page.getByRole('heading', { name: 'operations', exact: true }).waitFor()
      expect(walk.page.url()).toContain('channel=GOPS')
      await press('Alt+ArrowUp')
      await walk.page.getByRole('heading', { name: /^hendelser/, level: 1 }).waitFor()
      await press('Control+K')
      await walk.page.keyboard.type('brønnøysund')
      await press('Enter')
      await soon(() => composer().inputValue()).toBe('/test-access ')
      await soon(() => focused(composer())).toBe(true)
    })

    test('a refusal stays, tells developers more, and can be dismissed', async () => {
      await say('/nope')
      const toast = walk.page.getByTestId('toast')
      await toast.getByText('For developers').click()
      await toast.getByText('/view/title must be less than 25 characters').waitFor()
      await toast.getByRole('button', { name: 'Dismiss' }).click()
      await toast.waitFor({ state: 'detached' })
      expect(actsOf(walk.fixture, 'dismiss')).toEqual([{ type: 'dismiss', toast: 'T1' }])
    })

    test('an outside system is made to fail', async () => {
      await walk.page.getByRole('button', { name: 'Outside systems' }).click()
      await walk.page.getByLabel('Maskinporten, test').selectOption('failing')
      await soon(() => actsOf(walk.fixture, 'mode')).toEqual([
        { type: 'mode', system: 'maskinporten', mode: 'failing' },
      ])
      await press('Escape')
      await walk.page.getByRole('button', { name: 'Outside systems 1 not well' }).waitFor()
    })

    test.each([640, 1024])('nothing runs over the edge at %d pixels', async (width) => {
      await walk.page.setViewportSize({ width, height: 700 })
      walk.fixture.change('UKARI', (desk) =>
        desk.messages.CGENERAL?.push(
          message('CGENERAL', 'UBOT', start + 300_000, { blocks: clientList() }),
          message('CGENERAL', 'UBOT', start + 301_000, { blocks: chart() }),
        ),
      )
      await walk.page.getByText('Logins a month').first().waitFor()
      const over = (locator: Locator) => locator.evaluate((node: PageNode) => node.scrollWidth - node.clientWidth)
      expect(await over(walk.page.getByRole('log'))).toBe(0)
      expect(await over(walk.page.locator('html'))).toBe(0)
    })
  })
}
