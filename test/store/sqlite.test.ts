import { existsSync } from 'node:fs'
import Database from 'better-sqlite3'
import { expect, it, onTestFinished } from 'vitest'
import { openStore } from '../../src/store/open.ts'
import { databaseUrl } from '../helpers/databases.ts'
import { rowsOf } from '../helpers/rows.ts'
import { aPerson, effect, user } from './samples.ts'

const locked = async (patience: number) => {
  const url = await databaseUrl('sqlite')
  const store = await openStore(url, { patience })
  await effect(store, (tx) => tx.savePerson(aPerson()))
  const other = new Database(url.slice('file:'.length))
  other.exec('begin immediate')
  onTestFinished(async () => {
    other.close()
    await store.close()
  })
  return { store, other }
}

it('reads while another process writes, and says that it is busy when that does not end', async () => {
  const { store, other } = await locked(150)
  let turns = 0
  const turn = setInterval(() => turns++, 1)
  const writing = expect(effect(store, (tx) => tx.savePerson(aPerson({ seenAt: 2000 })))).rejects.toMatchObject({
    code: 'store-busy',
  })
  expect((await store.person(user))?.person.seenAt).toBe(1000)
  await writing
  clearInterval(turn)
  // the thread was free between the tries
  expect(turns).toBeGreaterThan(2)
  other.exec('rollback')
  await effect(store, (tx) => tx.savePerson(aPerson({ seenAt: 3000 })))
  expect((await store.person(user))?.person.seenAt).toBe(3000)
})

it('writes as soon as the other process is done', async () => {
  const { store, other } = await locked(10_000)
  const writing = effect(store, (tx) => tx.savePerson(aPerson({ seenAt: 2000 })))
  await store.person(user)
  other.exec('rollback')
  await writing
  expect((await store.person(user))?.person.seenAt).toBe(2000)
})

it('makes the folder of the file, and keeps a write-ahead log', async () => {
  const url = `${(await databaseUrl('sqlite')).replace(/\.db$/, '')}/deep/portvakt.db`
  const store = await openStore(url)
  onTestFinished(() => store.close())
  expect(existsSync(url.slice('file:'.length))).toBe(true)
  expect(await rowsOf(url, 'pragma journal_mode')).toEqual([{ journal_mode: 'wal' }])
})

it('does not know other kinds of address', async () => {
  await expect(openStore('mysql://localhost/x')).rejects.toMatchObject({ code: 'internal' })
})
