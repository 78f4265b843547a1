import { describe, expect, test } from 'vitest'
import { actsOf } from './fixture-server.ts'
import { message, start } from './fixture-world.ts'
import { focused, soon, type Walk } from './walk.ts'

/** Commands, messages and threads. */
export function walkMessages(walk: Walk): void {
  const { composer, press, say } = walk

  describe('commands', () => {
    test('are completed and sent by keyboard alone', async () => {
      await walk.page.keyboard.type('/')
      const options = walk.page.getByRole('listbox', { name: 'Commands' }).getByRole('option')
      await soon(() => options.count()).toBe(5)
      await soon(() => options.first().innerText()).toContain('[new | list')
      await press('ArrowDown', 'ArrowDown', 'ArrowUp', 'Tab')
      await soon(() => composer().inputValue()).toBe('/contacts ')
      await press('Control+A')
      await walk.page.keyboard.type('/cl')
      await press('Enter')
      await soon(() => composer().inputValue()).toBe('/client ')
      expect(actsOf(walk.fixture, 'send')).toEqual([])
      await walk.page.keyboard.type('list')
      await press('Enter')
      await walk.page.getByText('Clients of Oslo kommune').waitFor()
      expect(actsOf(walk.fixture, 'send')).toEqual([{ type: 'send', channel: 'CGENERAL', text: '/client list' }])
      expect(await walk.page.getByTestId('message').filter({ hasText: 'Only visible to you' }).count()).toBe(2)
    })

    test('Escape hides the list until more is typed', async () => {
      await walk.page.keyboard.type('/')
      const list = walk.page.getByRole('listbox', { name: 'Commands' })
      await list.waitFor()
      await press('Escape')
      await list.waitFor({ state: 'detached' })
      await walk.page.keyboard.type('c')
      await list.waitFor()
    })

    test('Shift+Enter makes a line, Enter sends, and what is refused comes back', async () => {
      await walk.page.keyboard.type('one')
      await press('Shift+Enter')
      await walk.page.keyboard.type('two')
      await press('Enter')
      await soon(() => actsOf(walk.fixture, 'send').map(({ text }) => text)).toEqual(['one\ntwo'])
      await soon(() => composer().inputValue()).toBe('')
      await say('refuse me')
      await walk.page.getByTestId('toast').getByText('The workspace refused the message.').waitFor()
      await soon(() => composer().inputValue()).toBe('refuse me')
    })
  })

  describe('a message', () => {
    test('asks before a button with a confirm object, and is edited in place', async () => {
      await say('/client list')
      const button = walk.page.getByRole('button', { name: 'Deactivate' })
      await button.click()
      const dialog = walk.page.getByRole('alertdialog', { name: 'Deactivate the client?' })
      await soon(() => focused(dialog.getByRole('button', { name: 'Deactivate' }))).toBe(true)
      await press('Escape')
      await dialog.waitFor({ state: 'detached' })
      expect(actsOf(walk.fixture, 'click')).toEqual([])
      await button.click()
      await dialog.getByRole('button', { name: 'Deactivate' }).click()
      await walk.page.getByText('Deactivated.').waitFor()
      await walk.page.getByTestId('message').last().getByText('(edited)').waitFor()
      expect(actsOf(walk.fixture, 'click')[0]?.action).toMatchObject({
        action_id: 'list.deactivate',
        block_id: 'do',
        value: '1',
      })
    })

    test('has a menu that the arrows walk', async () => {
      await say('/client list')
      await walk.page.getByRole('button', { name: 'More actions' }).first().press('Enter')
      await soon(() => focused(walk.page.getByRole('menuitem', { name: 'Show' }))).toBe(true)
      await press('ArrowDown', 'Enter')
      await soon(() => actsOf(walk.fixture, 'click')[0]?.action).toMatchObject({
        type: 'overflow',
        selected_option: { value: 'keys-0' },
      })
    })

    test('two presses are two clicks', async () => {
      await say('/client list')
      await walk.page.getByRole('button', { name: 'Next' }).dblclick()
      await soon(() => actsOf(walk.fixture, 'click').length).toBe(2)
    })

    test('words of others are never markup', async () => {
      const text = '<img src=x onerror=alert(1)> &lt;b&gt;fet&lt;/b&gt; <javascript:alert(1)|klikk>'
      walk.fixture.change('UKARI', (desk) =>
        desk.messages.CGENERAL?.push(message('CGENERAL', 'UOLA', start + 300_000, { text })),
      )
      const said = walk.page.getByTestId('message').last()
      await said.getByText('<b>fet</b>').waitFor()
      expect(await said.locator('img, b, a').count()).toBe(0)
    })

    test('a thread opens beside it and takes a reply', async () => {
      await walk.page.getByRole('button', { name: '1 reply' }).click()
      const thread = walk.page.getByRole('complementary', { name: /Thread/ })
      await soon(() => focused(thread.getByLabel('Reply…'))).toBe(true)
      await walk.page.keyboard.type('Fint')
      await press('Enter')
      await thread.getByText('Fint').waitFor()
      expect(actsOf(walk.fixture, 'send')[0]).toMatchObject({ text: 'Fint', thread_ts: `${start + 90_000}.000100` })
      await press('Escape')
      await thread.waitFor({ state: 'detached' })
    })
  })
}
