import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { readMigrations } from '../../src/store/migrate.ts'
import { openStore } from '../../src/store/open.ts'
import { databaseUrl, eachEngine } from '../helpers/databases.ts'
import { rowsOf } from '../helpers/rows.ts'
import { aPerson, effect, user } from './samples.ts'

const applied = (url: string) => rowsOf(url, 'select position, tag, hash from schema_migrations order by position')

eachEngine((engine) => {
  it('makes a fresh database, once, and leaves what is in it', async () => {
    const url = await databaseUrl(engine)
    const first = await openStore(url)
    await effect(first, (tx) => tx.savePerson(aPerson()))
    await first.close()
    const before = await applied(url)
    const second = await openStore(url)
    expect((await second.person(user))?.person).toEqual(aPerson())
    await second.close()
    expect(await applied(url)).toEqual(before)
    expect(before.map((row) => row.hash)).toEqual((await readMigrations(engine)).map((one) => one.hash))
  })

  it('lets one of several that open it at once make it', async () => {
    const url = await databaseUrl(engine)
    const stores = await Promise.all(Array.from({ length: 5 }, () => openStore(url)))
    await Promise.all(stores.map((store, i) => effect(store, (tx) => tx.savePerson(aPerson({ userId: `U${i}` })))))
    await Promise.all(stores.map((store) => store.close()))
    expect(await applied(url)).toHaveLength((await readMigrations(engine)).length)
    expect(await rowsOf(url, 'select user_id from people')).toHaveLength(5)
  })

  it('refuses a database that was made with another text, or by a newer release', async () => {
    const url = await databaseUrl(engine)
    await (await openStore(url)).close()
    await rowsOf(
      url,
      `insert into schema_migrations (position, tag, hash, applied_at) values (99, '0099_later', 'x', 1)`,
    )
    await expect(openStore(url)).rejects.toThrow('the database is newer than this release (0099_later)')
    await rowsOf(url, 'delete from schema_migrations where position = 99')
    await rowsOf(url, `update schema_migrations set hash = 'tampered' where position = 0`)
    await expect(openStore(url)).rejects.toMatchObject({
      code: 'internal',
      message: expect.stringContaining('is not what'),
    })
    await rowsOf(url, 'delete from schema_migrations')
    await expect(openStore(url)).rejects.toMatchObject({ code: 'internal' })
    expect(await applied(url)).toEqual([])
  })
})

it('refuses to commit a migration that leaves rows which refer to nothing', async () => {
  const url = await databaseUrl('sqlite')
  await (await openStore(url)).close()
  const careless = new Database(url.slice('file:'.length))
  careless.pragma('foreign_keys = off')
  careless.exec(`insert into audit_values (audit_id, salt, value) values ('none', 's', '1')`)
  careless.close()
  await expect(openStore(url)).rejects.toThrow('1 rows refer to nothing')
})
