import { describe, expect, test } from 'vitest'
import { actsOf } from './fixture-server.ts'
import { focused, type PageNode, soon, type Walk } from './walk.ts'

/** The mailbox: whose mail, the list, the reader, and mail that goes wrong. */
export function walkMailbox(walk: Walk): void {
  const { press } = walk
  const inSidebar = () => walk.page.getByRole('button', { name: /^Mailbox/ })
  const list = () => walk.page.getByRole('list', { name: 'Mails' })
  const line = (name: RegExp) => list().getByRole('button', { name })
  const letter = () => walk.page.getByRole('article')
  const open = async () => {
    await inSidebar().click()
    await list().waitFor()
  }

  describe('the mailbox', () => {
    test('counts what is unread, and a mail is read by opening it', async () => {
      await soon(() => inSidebar().textContent()).toContain('2 unread')
      await open()
      expect(walk.page.url()).toContain('channel=mailbox')
      expect(await walk.page.title()).toMatch(/^Mailbox/)
      await line(/^Unread\. .*Bekreft/).click()
      await letter().getByRole('heading', { name: 'Bekreft e-postadressen din' }).waitFor()
      expect(actsOf(walk.fixture, 'read-mail')).toEqual([{ type: 'read-mail', mail: 'M3' }])
      await soon(() => inSidebar().textContent()).toContain('1 unread')
      const told = await letter().innerText()
      for (const words of ['Portvakt <portvakt@portvakt.example>', 'Kari Ødegård <ukari@example.no>', '15:04'])
        expect(told).toContain(words)
    })

    test('shows HTML in a frame that runs nothing, and its links open beside', async () => {
      await open()
      await line(/Bekreft/).click()
      const frame = letter().frameLocator('iframe')
      await frame.getByText('Trykk på knappen').waitFor()
      expect(await frame.locator('body').innerText()).not.toContain('the script ran')
      const given = (name: string) => letter().locator('iframe').getAttribute(name)
      expect(await given('sandbox')).toBe(
        'allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation',
      )
      expect(await given('referrerpolicy')).toBe('no-referrer')
      const popup = walk.page.waitForEvent('popup')
      await frame.getByRole('link', { name: 'Bekreft adressen' }).click()
      expect((await popup).url()).toContain('/index.html?confirmed')
      await (await popup).close()
      await letter().waitFor()
    })

    test('switches to the text, whose addresses are links, and to the source', async () => {
      await open()
      await line(/Bekreft/).click()
      await letter().getByRole('radio', { name: 'HTML' }).focus()
      await press('ArrowRight')
      const link = letter().getByRole('link', { name: 'https://portvakt.example/l/Zk3q' })
      expect(await link.getAttribute('rel')).toBe('noopener noreferrer')
      expect(await link.getAttribute('target')).toBe('_blank')
      await press('ArrowRight')
      await letter().getByText('Message-ID: <3@portvakt.example>').waitFor()
    })

    test('is walked by the keyboard alone', async () => {
      await press('Control+K')
      await walk.page.keyboard.type('mailbox')
      await press('Enter')
      await list().waitFor()
      await line(/Bekreft/).focus()
      await press('ArrowDown', 'Enter')
      await letter()
        .getByRole('heading', { name: /^Åpne tilgang/ })
        .waitFor()
      expect(await focused(line(/Åpne/))).toBe(true)
      await press('End')
      expect(await focused(line(/Åpne/))).toBe(true)
      await press('Home')
      expect(await focused(line(/Bekreft/))).toBe(true)
      await press('Alt+ArrowUp')
      await walk.page.getByTestId('composer').waitFor()
      await press('Alt+ArrowDown')
      await list().waitFor()
    })

    test('shows all mail too, by whom it is for, and what is wrong with it', async () => {
      await open()
      await walk.page.getByRole('tab', { name: /^To Kari/ }).press('ArrowRight')
      await soon(() => list().getByRole('button').count()).toBe(3)
      await walk.page.getByLabel('For', { exact: true }).selectOption('servicedesk@digdir.example')
      await soon(() => list().getByRole('button').count()).toBe(2)
      await line(/Åpne/).click()
      await letter().getByText('no Date').waitFor()
      await letter().getByText('Handed over for').waitFor()
      await line(/No subject/).click()
      await letter().getByText('This mail has no text part.').waitFor()
      expect(actsOf(walk.fixture, 'read-mail')).toEqual([{ type: 'read-mail', mail: 'M2' }])
    })

    test('says so when nothing has come, also to those who have no address', async () => {
      walk.fixture.change('UKARI', (desk) => Object.assign(desk, { mail: { mails: [], unread: 0, troubles: [] } }))
      await inSidebar().click()
      await walk.page.getByText('Nothing has come to ukari@example.no yet').waitFor()
      await walk.page.goto(`${walk.fixture.url}?as=USTRANGER&channel=mailbox`)
      await soon(() => list().getByRole('button').count()).toBe(3)
      await walk.page.getByRole('tab', { name: /^To Stig/ }).click()
      await walk.page.getByText('Without an e-mail address nothing comes here.').waitFor()
    })

    test('a new mail stands in the list at once, and the open one stays open', async () => {
      await open()
      await line(/Bekreft/).click()
      await letter().waitFor()
      walk.fixture.change('UKARI', ({ mail }) => {
        const [first] = mail?.mails ?? []
        if (mail && first) mail.mails.unshift({ ...first, id: 'M4', subject: 'Enda en', unread: true })
      })
      await line(/Enda en/).waitFor()
      await letter().getByRole('heading', { name: 'Bekreft e-postadressen din' }).waitFor()
    })

    test('one address is made to refuse, and to work again', async () => {
      await walk.page.getByRole('button', { name: 'Outside systems' }).click()
      const systems = walk.page.getByRole('dialog')
      await soon(() => systems.getByLabel('E-post').locator('option').allTextContents()).toContain(
        'Refusing: no such address (550)',
      )
      await systems.getByLabel('Address', { exact: true }).fill('ukari@example.no')
      await press('Enter')
      await systems.getByRole('button', { name: 'Make ukari@example.no work again' }).click()
      await soon(() => actsOf(walk.fixture, 'mail-trouble')).toEqual([
        { type: 'mail-trouble', to: 'ukari@example.no', mode: 'refusing' },
        { type: 'mail-trouble', to: 'ukari@example.no', mode: 'well' },
      ])
    })

    test.each([640, 1024])('at %d pixels nothing runs over the edge', async (width) => {
      await walk.page.setViewportSize({ width, height: 700 })
      await open()
      await line(/Åpne/).click()
      await letter().waitFor()
      const over = (node: PageNode) => node.scrollWidth - node.clientWidth
      expect(await letter().evaluate(over)).toBe(0)
      expect(await walk.page.locator('html').evaluate(over)).toBe(0)
      if (width > 820) return
      expect(await list().isVisible()).toBe(false)
      await letter().getByRole('button', { name: 'All mails' }).click()
      await line(/Bekreft/).waitFor()
    })
  })
}
