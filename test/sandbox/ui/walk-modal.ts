import { describe, expect, test } from 'vitest'
import { actsOf } from './fixture-server.ts'
import { describedBy, focused, type PageNode, soon, type Walk } from './walk.ts'

/** Modals and the fields in them. */
export function walkModals(walk: Walk): void {
  const { composer, modal, field, press, say } = walk

  describe('a modal', () => {
    test('sends every kind of input in Slack’s shapes', async () => {
      await say('/client new')
      await soon(() => focused(field('Name'))).toBe(true)
      await walk.page.keyboard.type('Brønnøysund')
      await field('E-mail').fill('kari@oslo.kommune.no')
      await field('Address (optional)').fill('https://oslo.kommune.no')

      await field('Type').focus()
      await press('ArrowDown', 'ArrowDown', 'Enter')
      await soon(() => field('Type').inputValue()).toBe('Maskinporten')
      await field('Months (optional)').click()
      for (const month of ['January', 'February', 'March']) await walk.page.getByRole('option', { name: month }).click()
      await press('Escape')
      await field('Organisation (optional)').click()
      await walk.page.getByText('Type 2 more characters to search').waitFor()
      await walk.page.keyboard.type('Ås')
      await walk.page.getByRole('option', { name: 'Kommunen Ås' }).click()
      await field('Scopes').click()
      await walk.page.getByRole('option', { name: 'eksempel-12.read' }).click()
      await press('Escape')

      await field('Native').check()
      await field('Single sign-on off').check()
      await field('From (optional)').fill('2026-12-01')
      await field('Next update (optional)').getByLabel('Date').fill('2026-12-24')
      await field('Next update (optional)').getByLabel('Time').fill('17:00')
      await field('Contact (optional)').click()
      await walk.page.getByRole('option', { name: 'Máhtte Sárá' }).click()
      await field('Tell (optional)').click()
      await walk.page.getByRole('option', { name: '#operations' }).click()
      await press('Escape')
      await field('Channel (optional)').click()
      await walk.page.getByRole('option', { name: '#general' }).click()
      await field('Environment').click()
      await walk.page.getByRole('option', { name: 'Production' }).click()
      await soon(() => actsOf(walk.fixture, 'click').map(({ action }) => action.action_id)).toEqual([
        'everything.environment',
      ])

      await modal().getByRole('button', { name: 'Create' }).click()
      await modal().waitFor({ state: 'detached' })
      expect(plainState(actsOf(walk.fixture, 'submit')[0]?.values ?? {})).toEqual({
        client_name: 'Brønnøysund',
        description: 'Innbyggerportal',
        email: 'kari@oslo.kommune.no',
        client_uri: 'https://oslo.kommune.no',
        lifetime: '120',
        type: 'maskinporten',
        method: 'private_key_jwt',
        months: ['january', 'february'],
        owner: 'org-Ås',
        scopes: ['digdir:oppslag.forvaltning.eksempel-12.read'],
        application: 'native',
        agree: ['sso'],
        from: '2026-12-01',
        at: '08:30',
        next: Date.UTC(2026, 11, 24, 16) / 1000,
        contact: 'UMAHTTE',
        where: ['GOPS'],
        channel: 'CGENERAL',
        search: null,
        environment: 'prod',
      })
      await soon(() => focused(composer())).toBe(true)
    })

    test('shows what Slack refuses, then what the bot refuses, under the field', async () => {
      await say('/client new')
      await modal().waitFor()
      await modal().getByRole('button', { name: 'Create' }).click()
      await soon(() => describedBy(field('Name'))).toContain('Please complete this required field.')
      await soon(() => focused(field('Name'))).toBe(true)
      expect(actsOf(walk.fixture, 'submit')).toEqual([])

      await field('Name').fill('Taken')
      await soon(() => field('Name').getAttribute('aria-invalid')).toBeNull()
      await field('E-mail').fill('kari@oslo.kommune.no')
      await field('Type').click()
      await press('Enter')
      await field('Scopes').click()
      await walk.page.getByRole('option', { name: 'eksempel-2.read' }).click()
      await field('Name').press('Enter')
      await soon(() => describedBy(field('Name'))).toContain('Another client has this name.')
      await soon(() => describedBy(field('Scopes'))).toContain('This scope is not yours.')
      await soon(() => field('Name').inputValue()).toBe('Taken')
    })

    test('keeps what is typed when the view is updated under the same ids', async () => {
      await say('/client new')
      await field('Name').fill('Half a na')
      walk.fixture.change('UKARI', (desk) => {
        const view = desk.modals[0]
        if (!view) throw new Error('no modal')
        Object.assign(view, { hash: '2', title: 'New client, again' })
        const description = view.blocks.find(({ block_id }) => block_id === 'description')
        if (description) description.block_id = 'description-2'
      })
      await modal().getByRole('heading', { name: 'New client, again' }).waitFor()
      expect(await field('Name').inputValue()).toBe('Half a na')
      expect(await focused(field('Name'))).toBe(true)
    })

    test('Enter in a field that dispatches tells the bot, and submits nothing', async () => {
      await say('/client new')
      await field('Search (optional)').fill('bygg')
      await press('Enter')
      await soon(() => actsOf(walk.fixture, 'click').map(({ action }) => action)).toEqual([
        { type: 'plain_text_input', block_id: 'search', action_id: 'everything.search', value: 'bygg' },
      ])
      expect(await modal().getByRole('alert').count()).toBe(0)
    })

    test('is a stack: Escape closes the front, the cross closes all, Tab stays inside', async () => {
      await say('/client new')
      await field('Name').fill('Kept')
      await modal().getByRole('button', { name: 'More about types' }).click()
      await modal().getByRole('heading', { name: 'Types of clients' }).waitFor()
      for (let times = 0; times < 6; times += 1) await press('Tab')
      expect(await modal().evaluate((node: PageNode) => node.contains(node.ownerDocument.activeElement))).toBe(true)
      await press('Escape')
      await soon(() => field('Name').inputValue()).toBe('Kept')
      await modal().getByRole('button', { name: 'More about types' }).click()
      await modal().getByRole('button', { name: 'Close all' }).click()
      await modal().waitFor({ state: 'detached' })
      expect(actsOf(walk.fixture, 'close').map(({ view_id, all }) => [view_id, all])).toEqual([
        ['VUKARI2', undefined],
        ['VUKARI2', true],
      ])
    })

    test('says that it works, and cannot be submitted meanwhile', async () => {
      await say('/client new')
      await modal().waitFor()
      walk.fixture.change('UKARI', (desk) => Object.assign(desk.modals[0] ?? {}, { busy: true }))
      await soon(() => modal().getByRole('button', { name: 'Create' }).isDisabled()).toBe(true)
      expect(await modal().getByRole('status').first().innerText()).toBe('Working…')
    })
  })

  describe('a multi external select', () => {
    test('searches, chooses and lets go by keyboard', async () => {
      await say('/client new')
      await field('Scopes').focus()
      await press('Enter')
      await soon(() => walk.page.getByRole('option').count()).toBe(20)
      await walk.page.getByRole('group', { name: 'Open to all' }).waitFor()
      await walk.page.keyboard.type('-7')
      await soon(() => walk.page.getByRole('option').count()).toBe(1)
      await press('Enter')
      await soon(() => walk.page.getByRole('option').count()).toBe(20)
      await press('ArrowDown', 'Enter', 'Escape')
      const remove = modal().getByRole('button', { name: 'Remove digdir' })
      await soon(() => remove.count()).toBe(2)
      await press('Backspace')
      await soon(() => remove.count()).toBe(1)
      expect(await modal().count()).toBe(1)
      const asked = actsOf(walk.fixture, 'suggest')
      expect([...new Set(asked.map(({ value }) => value))]).toEqual(['', '-7'])
      expect(asked[0]).toMatchObject({
        block_id: 'scopes',
        action_id: 'everything.scopes',
        container: { view_id: 'VUKARI1' },
      })
    })
  })
}

/** State values without their wrapping: options by value. */
function plainState(values: Record<string, Record<string, object>>): Record<string, unknown> {
  const bare = (content: unknown): unknown =>
    Array.isArray(content) ? content.map(bare) : ((content as { value?: unknown } | null)?.value ?? content)
  return Object.fromEntries(
    Object.entries(values).map(([block, actions]) => {
      const { type: _type, ...state } = (Object.values(actions)[0] ?? {}) as { type: string }
      return [block, bare(Object.values(state)[0])]
    }),
  )
}
