import { describe, expect, it } from 'vitest'
import { textFor } from '../../../src/text/index.ts'
import { clientBrowser } from '../../../views/client/browser.ts'
import { clientList } from '../../../views/client/list.ts'
import { fullPage, list, registration } from '../samples.ts'

const t = textFor('nb')
const said = (data: Parameters<typeof list>[0]) => JSON.stringify(clientList.render(t, list(data)).message.blocks)
const ids = (blocks: unknown) => [...JSON.stringify(blocks).matchAll(/"action_id":"([^"]+)"/g)].map(([, id]) => id)

describe('the list of clients', () => {
  it('shows name, type, state and id of each, with a button', () => {
    const json = said({ rows: [registration(), registration({ active: false, client_id: 'gammel' })], total: 2 })
    for (const part of [
      '*Byggesak*',
      'ID-porten · aktiv',
      '`7d0c0b1e-5a55-4f2f-9a77-0f4f3f1a2b3c`',
      '*deaktivert* · `gammel`',
    ])
      expect(json).toContain(part)
    expect(ids(clientList.render(t, list()).message.blocks)).toEqual(['client-list.show', 'client-list.new'])
  })

  it.each([
    ['none at all', { rows: [], total: 0 }, 'ingen klienter i testmiljøet ennå'],
    ['none that match', { rows: [], total: 0, text: 'xyz' }, 'Ingen klienter passer til «xyz»'],
    ['inactive ones only', { rows: [], total: 0, inactiveCount: 2 }, 'bare deaktiverte'],
    [
      'never fetched, Digdir down',
      { rows: [], total: 0, fetchedAt: null, freshness: 'unreachable' },
      'ikke hentet før',
    ],
    ['being fetched', { rows: [], total: 0, fetchedAt: null, freshness: 'checking' }, 'Ser etter hos Digdir'],
    ['old', { freshness: 'unreachable' }, '22. november 2026 kl. 14:32. Digdir svarer ikke'],
    ['of a supplier', { supplier: true }, 'vises kanskje ikke'],
    ['one', {}, '1 klient'],
    ['some inactive', { total: 2, inactiveCount: 1 }, '2 klienter, og 1 deaktivert'],
    ['inactive ones shown', { total: 5, inactiveCount: 2, inactive: true }, '3 klienter, og 2 deaktiverte'],
  ] as const)('says what there is: %s', (_, data, expected) => {
    expect(said(data as unknown as Parameters<typeof list>[0])).toContain(expected)
  })

  it('does not call a list empty while it is being fetched for the first time', () => {
    expect(said({ rows: [], total: 0, fetchedAt: null, freshness: 'checking' })).not.toContain('ingen klienter')
  })

  it('pages, and turns inactive ones on and off, keeping the search', () => {
    const { blocks } = clientList.render(
      t,
      list({ rows: fullPage, total: 20, page: 1, text: 'sak', inactiveCount: 4 }),
    ).message
    expect(ids(blocks).filter((id) => id !== 'client-list.show')).toEqual([
      'client-list.previous',
      'client-list.next',
      'client-list.new',
      'client-list.inactive',
    ])
    const values = [
      ...JSON.stringify(blocks).matchAll(/"value":"(\{\\"environment\\":\\"test\\",\\"text[^}]*\})"/g),
    ].map(([, value]) => JSON.parse(JSON.parse(`"${value}"`)))
    expect(values).toEqual([
      { environment: 'test', text: 'sak', inactive: false, page: 0 },
      { environment: 'test', text: 'sak', inactive: false, page: 2 },
      { environment: 'test', text: 'sak', inactive: true, page: 0 },
    ])
  })

  it('offers to show inactive ones only where there are any', () => {
    expect(said({})).not.toContain('client-list.inactive')
    expect(said({ inactive: true })).toContain('Skjul deaktiverte')
  })

  it('is the same in the browser, with its own ids, and a message where the modal is gone', () => {
    const { view, message } = clientBrowser.render(t, list({ environment: 'prod' }))
    expect(ids(view.blocks)).toEqual([
      'client-browser.environment',
      'client-browser.search',
      'client-browser.show',
      'client-browser.new',
    ])
    expect(view.title.text).toBe('Klienter (prod)')
    expect(message).toEqual(clientList.render(t, list({ environment: 'prod' })).message)
  })
})
