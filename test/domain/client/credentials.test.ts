import { expect, test } from 'vitest'
import { removeCredential, saveCredential } from '../../../src/domain/client/credentials.ts'
import type { Store } from '../../../src/domain/deps.ts'
import { belongingWorld, kinn, user } from '../../helpers/belonging-world.ts'
import { eachEngine } from '../../helpers/databases.ts'
import { cameTo, oneOfTwenty } from '../../store/samples.ts'

const place = { organisationNumber: kinn.number, environment: 'test' as const }
const tryCredential = async () => ({ owner: kinn.number, holds: [], lacks: [] })

/** The store, whose credential 20 have read before any of them learns what it is. */
const readByTwenty = (store: Store): Store => {
  let waiting: (() => void)[] = []
  return {
    ...store,
    credential: async (...where) => {
      const row = await store.credential(...where)
      await new Promise<void>((go) => {
        waiting.push(go)
        if (waiting.length < 20) return
        for (const one of waiting) one()
        waiting = []
      })
      return row
    },
  }
}

eachEngine((engine) => {
  const setting = async () => {
    const { deps, store } = await belongingWorld(engine)
    const give = (clientId: string, over: Partial<typeof deps> = {}) => {
      const candidate = { ...place, clientId, key: { kty: 'RSA' as const, kid: `key of ${clientId}`, alg: 'RS256' } }
      return saveCredential({ ...deps, ...over, tryCredential }, candidate, user('kinnAdmin'))
    }
    const lines = async (action: string) =>
      (await store.auditLines({ organisationNumber: kinn.number, size: 50 })).filter((line) => line.action === action)
    return { deps, store, give, lines }
  }

  test('of 20 who give an organisation an admin client at once, or replace the same one, one does', async () => {
    const { store, give, lines } = await setting()
    const together = { store: readByTwenty(store) }
    for (const round of ['first', 'second']) {
      const given = Array.from({ length: 20 }, (_, i) => give(`${round}-${i}`, together))
      expect(await cameTo(given)).toEqual(oneOfTwenty)
    }
    const [added, replaced] = [await lines('credential.add'), await lines('credential.replace')]
    expect([added.length, replaced.length]).toEqual([1, 1])
    expect(replaced[0]?.values).toMatchObject({ before: added[0]?.values?.after })
  })

  test('of 20 who take it away at once, one does, and not what nobody saw', async () => {
    const { deps, store, give, lines } = await setting()
    await give('c1')
    const together = { store: readByTwenty(store) }
    const taken = Array.from({ length: 20 }, () => removeCredential(together, place, user('kinnAdmin')))
    expect(await cameTo(taken)).toEqual(oneOfTwenty)
    expect(await lines('credential.remove')).toHaveLength(1)
    await give('c2')
    const replacing: Store = {
      ...store,
      credential: async (...where) => {
        const row = await store.credential(...where)
        await give('c3')
        return row
      },
    }
    const late = removeCredential({ ...deps, store: replacing }, place, user('kinnAdmin'))
    await expect(late).rejects.toMatchObject({ code: 'changed-meanwhile' })
    expect(await store.credential(kinn.number, 'test')).toMatchObject({ clientId: 'c3' })
  })
})
