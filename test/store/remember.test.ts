import { describe, expect, it } from 'vitest'
import type { Reads } from '../../src/domain/deps.ts'
import { openStore } from '../../src/store/open.ts'
import { rememberReads } from '../../src/store/remember.ts'
import { databaseUrl, eachEngine } from '../helpers/databases.ts'
import { aPerson } from './samples.ts'

const counting = () => {
  const asked: string[] = []
  const reads = {
    listing: async (organisationNumber: string) => {
      asked.push(organisationNumber)
      return organisationNumber === 'none' ? null : { fetchedAt: 1, complete: true }
    },
    registrations: async ({ size }: { size: number }) => {
      asked.push(`size ${size}`)
      return { rows: [], total: 0, inactive: 0 }
    },
  }
  return { asked, reads: reads as unknown as Reads }
}

describe('remembered reads', () => {
  it('ask once until the database changes, and give the very same object', async () => {
    const { asked, reads } = counting()
    let mark = 1
    const remembered = rememberReads(reads, () => mark)
    const first = await remembered.listing('a', 'test')
    expect(await remembered.listing('a', 'test')).toBe(first)
    expect(asked).toEqual(['a'])
    mark = 2
    expect(await remembered.listing('a', 'test')).not.toBe(first)
    expect(asked).toEqual(['a', 'a'])
  })

  it('keep nothing that was read while somebody wrote, and no lack of an answer', async () => {
    const { asked, reads } = counting()
    let mark = 1
    const remembered = rememberReads(reads, () => mark)
    const pending = remembered.listing('a', 'test')
    mark = 2
    await pending
    await remembered.listing('a', 'test')
    await remembered.listing('none', 'test')
    await remembered.listing('none', 'test')
    expect(asked).toEqual(['a', 'a', 'none', 'none'])
  })

  it('do not keep whole lists', async () => {
    const { asked, reads } = counting()
    const remembered = rememberReads(reads, () => 1)
    const query = { organisationNumber: 'a', environment: 'test', page: 0, size: 100_000 } as const
    await remembered.registrations(query)
    await remembered.registrations(query)
    expect(asked).toHaveLength(2)
  })

  it('ask when the mark cannot be read, so that the read says what is wrong', async () => {
    const { asked, reads } = counting()
    let broken = false
    const remembered = rememberReads(reads, () => {
      if (broken) throw new Error('closed')
      return 1
    })
    await remembered.listing('a', 'test')
    broken = true
    await remembered.listing('a', 'test')
    expect(asked).toEqual(['a', 'a'])
  })
})

eachEngine((engine) => {
  it('sees what it and what another connection wrote, at once', async () => {
    const url = await databaseUrl(engine)
    const [mine, other] = [await openStore(url), await openStore(url)]
    const seen = async () => (await mine.person(aPerson()))?.person.email ?? null
    expect(await seen()).toBeNull()
    for (const [store, email] of [
      [mine, 'first@kystverdi.example'],
      [other, 'second@kystverdi.example'],
      [mine, 'third@kystverdi.example'],
    ] as const) {
      await store.write({}, async (tx) => {
        await tx.savePerson({ ...aPerson(), email, seenAt: Date.now() })
        return null
      })
      // word of another process's write can't come within this turn of the event loop
      await new Promise(setImmediate)
      expect(await seen()).toBe(email)
    }
    await Promise.all([mine.close(), other.close()])
  })
})
