import { describe, expect, test } from 'vitest'
import { createTurns } from '../../src/domain/turns.ts'

const gate = () => {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { open, opened }
}

describe('turns', () => {
  test('those who ask while work runs share it, and the next one starts anew', async () => {
    const turns = createTurns()
    const { open, opened } = gate()
    let runs = 0
    const body = async () => {
      runs += 1
      await opened
      return runs
    }
    const all = [turns.shared('a', body), turns.shared('a', body), turns.shared('b', async () => 'other')]
    open()
    expect(await Promise.all(all)).toEqual([1, 1, 'other'])
    expect(await turns.shared('a', body)).toBe(2)
  })

  test('a failure is shared too, and forgotten', async () => {
    const turns = createTurns()
    const fail = async (): Promise<string> => {
      throw new Error('no')
    }
    const both = await Promise.allSettled([turns.shared('a', fail), turns.shared('a', fail)])
    expect(both.map((each) => each.status)).toEqual(['rejected', 'rejected'])
    expect(await turns.shared('a', async () => 'yes')).toBe('yes')
  })

  test('work in order never overlaps under one key, also after a failure', async () => {
    const turns = createTurns()
    const seen: string[] = []
    const body =
      (name: string, fails = false) =>
      async () => {
        seen.push(`${name} begins`)
        await Promise.resolve()
        seen.push(`${name} ends`)
        if (fails) throw new Error(name)
      }
    await Promise.allSettled([
      turns.inOrder('k', body('one')),
      turns.inOrder('k', body('two', true)),
      turns.inOrder('k', body('three')),
    ])
    expect(seen).toEqual(['one begins', 'one ends', 'two begins', 'two ends', 'three begins', 'three ends'])
  })
})
