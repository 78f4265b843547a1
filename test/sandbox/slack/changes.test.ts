import { describe, expect, test } from 'vitest'
import { createChanges } from '../../../sandbox/slack/changes.ts'

describe('waiting for a change', () => {
  test('ends at once when it is so already, with the answer', async () => {
    expect(await createChanges().until(() => 'there')).toBe('there')
  })

  test('asks again at every change, and no longer than needed', async () => {
    const changes = createChanges()
    let asked = 0
    const third = changes.until(() => {
      asked += 1
      return asked === 3
    })
    changes.tell()
    changes.tell()
    await third
    changes.tell()
    expect(asked).toBe(3)
  })

  test('fails by name when it does not come', async () => {
    const waiting = createChanges().until(() => false, 5, 'the modal')
    await expect(waiting).rejects.toThrow('the modal did not happen within 5 ms')
  })

  test('fails with what the question throws', async () => {
    const changes = createChanges()
    let broken = false
    const waiting = changes.until(() => {
      if (broken) throw new Error('no such person')
    })
    broken = true
    changes.tell()
    await expect(waiting).rejects.toThrow('no such person')
  })

  test('a listener that is taken off hears no more', () => {
    const changes = createChanges()
    let heard = 0
    const off = changes.on(() => {
      heard += 1
    })
    changes.tell()
    off()
    changes.tell()
    expect(heard).toBe(1)
  })
})
