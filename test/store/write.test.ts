import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { openStore } from '../../src/store/open.ts'
import { databaseUrl, eachEngine, freshStore } from '../helpers/databases.ts'
import { rowsOf } from '../helpers/rows.ts'
import { aChange, anEntry, aPerson, twenty, user } from './samples.ts'

eachEngine((engine) => {
  it('runs a body once for a key, and gives its outcome to whoever repeats it', async () => {
    const store = await freshStore(engine)
    const outcome = { made: ['a', 1, true, null] }
    expect(await store.write({ once: 'k' }, async () => outcome)).toEqual({ fresh: true, value: outcome })
    const again = await store.write({ once: 'k' }, async (): Promise<typeof outcome> => expect.fail('ran twice'))
    expect(again).toEqual({ fresh: false, value: outcome })
    expect(await store.write({ once: 'null' }, async () => null)).toEqual({ fresh: true, value: null })
    expect(await store.write({ once: 'null' }, async () => null)).toEqual({ fresh: false, value: null })
  })

  it('runs one of 20 at once with the same key; the others wait for it and get what it returned', async () => {
    const store = await freshStore(engine)
    const written = await twenty((i) =>
      store.write({ once: 'k' }, async (tx) => {
        await tx.savePerson(aPerson({ userId: `U${i}` }))
        return i
      }),
    )
    const first = written.filter((one) => one.fresh)
    expect(first).toHaveLength(1)
    expect(new Set(written.map((one) => one.value))).toEqual(new Set([first[0]?.value]))
  })

  it('runs the next one when whoever held the key rolled back', async () => {
    const store = await freshStore(engine)
    let runs = 0
    const written = await Promise.allSettled(
      Array.from({ length: 5 }, () =>
        store.write({ once: 'k' }, async (tx) => {
          const first = ++runs === 1
          await tx.savePerson(aPerson())
          if (first) throw new Error('no')
          return runs
        }),
      ),
    )
    expect(written.filter((one) => one.status === 'rejected')).toHaveLength(1)
    expect(written.filter((one) => one.status === 'fulfilled' && one.value.fresh)).toHaveLength(1)
    expect(runs).toBe(2)
  })

  it('forgets once-keys from before an instant, and those alone', async () => {
    let clock = 1_000
    const store = await freshStore(engine, { now: () => clock })
    await store.write({ once: 'old' }, async () => 1)
    clock = 2_000
    await store.write({ once: 'young' }, async () => 1)
    await store.write({}, async (tx) => {
      await tx.forgetOnceKeys(2_000)
      return null
    })
    expect((await store.write({ once: 'young' }, async () => 2)).fresh).toBe(false)
    expect((await store.write({ once: 'old' }, async () => 2)).fresh).toBe(true)
  })

  it('leaves nothing of a body that throws, nor of one whose audit cannot be written', async () => {
    const url = await databaseUrl(engine)
    const store = await openStore(url)
    const failed = store.write({ once: 'k', audit: [anEntry()] }, async (tx) => {
      await tx.savePerson(aPerson())
      await tx.addChange(aChange('c1'))
      throw new Error('my own')
    })
    await expect(failed).rejects.toThrow('my own')
    const secret = anEntry({ values: { after: { kty: 'RSA', d: 'private' } } })
    const refused = store.write({ once: 'k', audit: [anEntry(), secret] }, async (tx) => {
      await tx.savePerson(aPerson())
      return null
    })
    await expect(refused).rejects.toThrow('a secret at audit.values.after.d')
    expect(await store.person(user)).toBeNull()
    expect(await store.change('c1')).toBeNull()
    expect((await store.write({ once: 'k' }, async () => 1)).fresh).toBe(true)
    await store.close()
    expect(await rowsOf(url, 'select * from audit')).toEqual([])
  })

  it('writes the audit beside the body, with a digest that outlives the values', async () => {
    const url = await databaseUrl(engine)
    let n = 0
    const store = await openStore(url, { now: () => 42, id: () => `id${++n}` })
    const values = { before: { name: 'Å', b: 1 }, after: { token_endpoint_auth_method: 'private_key_jwt' } }
    await store.write({ audit: (id) => [anEntry({ subject: `client:${id}`, values })] }, async () => 'x1')
    const program = anEntry({
      actor: { program: 'admin' },
      outcome: 'failed',
      code: 'digdir-refused',
      environment: null,
    })
    await store.write({ once: 'k', audit: [program] }, async () => null)
    await store.write({ once: 'k', audit: [program] }, async () => null)
    await store.close()
    const [first, second, ...more] = await rowsOf(url, 'select * from audit order by id')
    expect(more).toEqual([])
    expect(first).toMatchObject({ id: 'id1', actor_user: 'U01', subject: 'client:x1', seq: null, hash: null })
    expect(Number(first?.at)).toBe(42)
    expect(second).toMatchObject({
      actor_program: 'admin',
      actor_user: null,
      code: 'digdir-refused',
      values_digest: null,
    })
    const [side, ...others] = await rowsOf(url, 'select * from audit_values')
    expect(others).toEqual([])
    expect(side?.value).toBe('{"after":{"token_endpoint_auth_method":"private_key_jwt"},"before":{"b":1,"name":"Å"}}')
    const digest = createHash('sha256').update(`${side?.salt}${side?.value}`).digest('hex')
    expect(first?.values_digest).toBe(digest)
    await rowsOf(url, 'delete from audit_values')
    expect((await rowsOf(url, 'select values_digest from audit order by id'))[0]?.values_digest).toBe(digest)
  })

  it('refuses what is called after the transaction is over', async () => {
    const store = await freshStore(engine)
    let late: () => Promise<void> = async () => undefined
    await store.write({}, async (tx) => {
      late = () => tx.savePerson(aPerson())
      return null
    })
    await expect(late()).rejects.toThrow('the transaction is over')
    expect(await store.person(user)).toBeNull()
  })

  it('answers a ping, and says so when it is closed', async () => {
    const store = await openStore(await databaseUrl(engine))
    await store.ping()
    await store.close()
    await expect(store.ping()).rejects.toThrow()
    await expect(store.write({}, async () => null)).rejects.toThrow()
  })
})
