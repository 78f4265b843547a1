import { describe, expect, it } from 'vitest'
import type { SendOutcome } from '../../src/domain/delivery/message.ts'
import { SECOND } from '../helpers/clock.ts'
import { settle, until } from './manual-clock.ts'
import { anOffice, mail, open, write } from './post-office.ts'

describe('a stop', () => {
  it('gives back what was not begun, and waits for what is under way', async () => {
    const { store, start, begun, answer, stop } = await anOffice({ connections: 1 })
    const gate = open<SendOutcome>()
    answer(() => gate.promise)
    await write(store, 'd1', 'd2', 'd3')
    start()
    await until(() => begun.length === 1)
    const stopped = stop(25 * SECOND)
    await until(async () => (await store.delivery('d2'))?.state === 'queued')
    gate.resolve({ sent: true })
    expect(await stopped).toBe(true)
    const states = await Promise.all(['d1', 'd2', 'd3'].map(async (id) => (await store.delivery(id))?.state))
    expect(states).toEqual(['sent', 'queued', 'queued'])
    expect((await store.delivery('d3'))?.attempts).toBe(0)
  })

  it('leaves no timer behind, and is done at once when nothing is under way', async () => {
    const { start, asleep, stop, clock } = await anOffice()
    start()
    await until(asleep)
    expect(await stop(25 * SECOND)).toBe(true)
    expect(clock.pending()).toEqual([])
  })

  it('begins nothing of which the words are made meanwhile', async () => {
    const gate = open<void>()
    const { store, start, begun, stop } = await anOffice({ compose: () => gate.promise.then(() => ({ mail })) })
    await write(store, 'd1')
    start()
    await until(async () => (await store.delivery('d1'))?.state === 'claimed')
    const stopped = stop(25 * SECOND)
    gate.resolve()
    expect(await stopped).toBe(true)
    expect(begun).toEqual([])
    expect(await store.delivery('d1')).toMatchObject({ state: 'queued', attempts: 0 })
  })

  it('tells when the deadline came first', async () => {
    const { store, start, begun, answer, stop, clock } = await anOffice()
    answer(() => new Promise(() => undefined))
    await write(store, 'd1')
    start()
    await until(() => begun.length === 1)
    const stopped = stop(5 * SECOND)
    await settle()
    clock.pass(5 * SECOND)
    expect(await stopped).toBe(false)
    expect((await store.delivery('d1'))?.state).toBe('sending')
  })
})
