import { expect, it } from 'vitest'
import type { AuditLine, AuditQuery } from '../../src/domain/audit/store.ts'
import { auditWorld, start } from '../helpers/audit-world.ts'
import { eachEngine } from '../helpers/databases.ts'
import { anEntry, org, user } from './samples.ts'

const other = { teamId: 'T01', userId: 'U02' }

eachEngine((engine) => {
  it('gives a line back as it was told, with its place once it has one', async () => {
    const { store, seal } = await auditWorld(engine)
    const values = { before: { name: 'Å' }, after: { name: 'Ø', list: [1, null] } }
    const entry = anEntry({ outcome: 'declined', code: 'not-found', changeId: 'c1', correlationId: 'k1', values })
    await store.write({ audit: [entry] }, async () => null)
    const all = () => store.auditLines({ organisationNumber: null, size: 10 })
    const line = { ...entry, id: 'id000001', at: start, seq: null, hash: null, purged: false }
    expect(await all()).toEqual([line])
    await seal()
    expect(await all()).toEqual([{ ...line, seq: 1, hash: expect.stringMatching(/^[0-9a-f]{64}$/) }])
  })

  it('finds by organisation, person, subject, environment and time', async () => {
    const { store, add } = await auditWorld(engine)
    await add(1)
    await add(1, { organisationNumber: '820956532' })
    await add(1, { actor: other })
    await add(1, { actor: { program: 'admin' }, organisationNumber: null, environment: null, subject: null })
    await add(1, { subject: 'client:2', environment: 'prod' })
    const found = async (query: Partial<AuditQuery>) =>
      (await store.auditLines({ organisationNumber: null, size: 10, ...query })).map(
        (line) => (line.at - start) / 1_000,
      )
    const cases: [Partial<AuditQuery>, number[]][] = [
      [{}, [4, 3, 2, 1, 0]],
      [{ organisationNumber: org }, [4, 2, 0]],
      [{ organisationNumber: '999999999' }, []],
      [{ actor: other }, [2]],
      [{ actor: user }, [4, 1, 0]],
      [{ actor: { ...other, teamId: 'T02' } }, []],
      [{ subject: 'client:1' }, [2, 1, 0]],
      [{ environment: 'prod' }, [4]],
      [{ from: start + 1_000, to: start + 3_000 }, [2, 1]],
      [{ organisationNumber: org, environment: 'test', to: start + 2_000 }, [0]],
      [{ subject: "client:1' or '1'='1" }, []],
      [{ size: 2 }, [4, 3]],
    ]
    for (const [query, expected] of cases) expect(await found(query), JSON.stringify(query)).toEqual(expected)
  })

  it('pages without losing or repeating a line, also where many have the same time', async () => {
    const { store, add } = await auditWorld(engine)
    await add(2)
    await store.write({ audit: Array.from({ length: 7 }, () => anEntry()) }, async () => null)
    const ids: string[] = []
    let last: AuditLine | undefined
    do {
      const before: AuditQuery['before'] = last && { at: last.at, id: last.id }
      const page = await store.auditLines({ organisationNumber: org, size: 2, ...(before && { before }) })
      ids.push(...page.map((line) => line.id))
      last = page.at(-1)
    } while (last)
    expect(ids).toEqual(Array.from({ length: 9 }, (_, i) => `id00000${9 - i}`))
  })
})
