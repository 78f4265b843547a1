import { expect, it } from 'vitest'
import type { Card } from '../../src/domain/deps.ts'
import { eachEngine, freshStore } from '../helpers/databases.ts'
import { effect } from './samples.ts'

const card = (subject: string, userId = 'U1', over: Partial<Card> = {}): Card => ({
  subject,
  user: { teamId: 'T1', userId },
  channel: 'D1',
  ts: '1.1',
  ...over,
})

eachEngine((engine) => {
  it('keeps one card for each subject and person, and forgets it when told to', async () => {
    const store = await freshStore(engine)
    await effect(store, (tx) => tx.saveCard(card('a')))
    await effect(store, (tx) => tx.saveCard(card('a', 'U2')))
    await effect(store, (tx) => tx.saveCard(card('a', 'U1', { ts: '2.2' })))
    expect(await store.cards('a')).toEqual([card('a', 'U1', { ts: '2.2' }), card('a', 'U2')])
    await effect(store, (tx) => tx.forgetCard('a', { teamId: 'T1', userId: 'U1' }))
    expect([await store.card('a', { teamId: 'T1', userId: 'U1' }), await store.cards('a')]).toEqual([
      null,
      [card('a', 'U2')],
    ])
  })

  it('gives those whose subject begins so, page by page in order', async () => {
    const store = await freshStore(engine)
    for (const subject of ['post:b', 'posting', 'post:a', 'change:1', 'post:å', 'pos'])
      await effect(store, (tx) => tx.saveCard(card(subject)))
    const page = async (after: string | null, size: number) =>
      (await store.cardsUnder('post:', after, size)).map(({ subject }) => subject)
    expect(await page(null, 2)).toEqual(['post:a', 'post:b'])
    expect(await page('post:b', 2)).toEqual(['post:å'])
    expect(await page('post:å', 2)).toEqual([])
  })
})
