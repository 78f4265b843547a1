import { describe, expect, it } from 'vitest'
import { createInHand } from '../../src/slack/in-hand.ts'

const latch = () => {
  let open = () => {}
  const closed = new Promise<void>((resolve) => {
    open = resolve
  })
  return { closed, open }
}

describe('work in hand', () => {
  it('is waited for, and so is the work that it takes in', async () => {
    const inHand = createInHand(() => {})
    const first = latch()
    const second = latch()
    inHand.take(first.closed.then(() => inHand.take(second.closed)))
    let done = false
    const finished = inHand.finished(10_000).then((all) => {
      done = true
      return all
    })
    first.open()
    await new Promise(setImmediate)
    expect(done).toBe(false)
    second.open()
    expect(await finished).toBe(true)
    expect(inHand.count()).toBe(0)
  })

  it('waits for requests that are being run, and for what they leave behind', async () => {
    const inHand = createInHand(() => {})
    const running = latch()
    const later = latch()
    const settled: string[] = []
    void inHand.request(running.closed.then(() => inHand.take(later.closed)))
    const answered = inHand.answered(10_000).then(() => settled.push('answered'))
    const finished = inHand.finished(10_000).then(() => settled.push('finished'))
    await new Promise(setImmediate)
    expect(settled).toEqual([])
    expect(inHand.count()).toBe(1)
    running.open()
    await answered
    await new Promise(setImmediate)
    expect(settled).toEqual(['answered'])
    later.open()
    await finished
    expect(inHand.count()).toBe(0)
  })

  it('gives a request’s failure to whoever waits for it, and is done with it', async () => {
    const inHand = createInHand(() => {})
    await expect(inHand.request(Promise.reject(new Error('x')))).rejects.toThrow('x')
    expect(await inHand.answered(0)).toBe(true)
  })

  it('is done at once when nothing is in hand, however little time there is', async () => {
    expect(await createInHand(() => {}).finished(0)).toBe(true)
  })

  it('says so when the deadline comes first', async () => {
    const inHand = createInHand(() => {})
    inHand.take(new Promise(() => {}))
    expect(await inHand.finished(1)).toBe(false)
    void inHand.request(new Promise(() => {}))
    expect(await inHand.answered(1)).toBe(false)
  })

  it('passes on what failed', async () => {
    const errors: unknown[] = []
    const inHand = createInHand((error) => errors.push(error))
    inHand.take(Promise.reject(new Error('x')))
    await inHand.finished(1_000)
    expect(errors).toHaveLength(1)
  })
})
