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

  it('says so when the deadline comes first', async () => {
    const inHand = createInHand(() => {})
    inHand.take(new Promise(() => {}))
    expect(await inHand.finished(1)).toBe(false)
  })

  it('passes on what failed', async () => {
    const errors: unknown[] = []
    const inHand = createInHand((error) => errors.push(error))
    inHand.take(Promise.reject(new Error('x')))
    await inHand.finished(1_000)
    expect(errors).toHaveLength(1)
  })
})
