import { expect, it } from 'vitest'
import { openStore } from '../../src/store/open.ts'
import { databaseUrl, eachEngine, freshStore } from '../helpers/databases.ts'
import { rowsOf } from '../helpers/rows.ts'
import { effect, twenty } from './samples.ts'

const minute = 60_000

eachEngine((engine) => {
  it('gives a round to one of 20 at once, and to nobody before it is due again', async () => {
    const store = await freshStore(engine)
    const take = (holder: string, leaseMs = minute) => effect(store, (tx) => tx.takeRound('look', holder, leaseMs))
    expect(await store.roundDueAt('look')).toBeNull()
    const taken = await twenty(async (at) => ((await take(`h${at}`)) === null ? null : `h${at}`))
    const [holder = '', ...others] = taken.filter((one) => one !== null)
    expect(others).toEqual([])
    expect(await effect(store, (tx) => tx.endRound('look', 'somebody', { dueInMs: -minute }))).toBe(false)
    expect(await effect(store, (tx) => tx.endRound('look', holder, { dueInMs: minute, after: 'CON-7' }))).toBe(true)
    expect(await store.roundDueAt('look')).toBeGreaterThan(Date.now())
    expect(await take('later')).toBeNull()
    expect(await effect(store, (tx) => tx.takeRound('another', 'later', minute))).toEqual({ after: null })
  })

  it('goes on where it was ended, and where it began when it was ended without', async () => {
    const store = await freshStore(engine)
    const take = () => effect(store, (tx) => tx.takeRound('look', 'h', minute))
    const end = (after?: string | null) =>
      effect(store, (tx) => tx.endRound('look', 'h', { dueInMs: -1, ...(after !== undefined && { after }) }))
    await take()
    await end('CON-7')
    expect(await take()).toEqual({ after: 'CON-7' })
    await end()
    expect(await take()).toEqual({ after: 'CON-7' })
    await end(null)
    expect(await take()).toEqual({ after: null })
  })

  it('is taken over from somebody who is gone, who then ends nothing any more', async () => {
    const url = await databaseUrl(engine)
    const store = await openStore(url)
    await effect(store, (tx) => tx.takeRound('look', 'gone', minute))
    expect(await effect(store, (tx) => tx.takeRound('look', 'next', minute))).toBeNull()
    await rowsOf(url, 'update rounds set lease_until = 1')
    expect(await effect(store, (tx) => tx.takeRound('look', 'next', minute))).toEqual({ after: null })
    expect(await effect(store, (tx) => tx.endRound('look', 'gone', { dueInMs: 1, after: 'CON-1' }))).toBe(false)
    await store.close()
  })
})
