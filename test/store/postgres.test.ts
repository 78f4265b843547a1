import { createServer } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { openStore } from '../../src/store/open.ts'
import { databaseUrl } from '../helpers/databases.ts'
import { rowsOf } from '../helpers/rows.ts'
import { aPerson, effect, user } from './samples.ts'

it('goes on when the server has cut its connections, and says that it is busy meanwhile', async () => {
  const url = await databaseUrl('postgres')
  const store = await openStore(url)
  onTestFinished(() => store.close())
  await effect(store, (tx) => tx.savePerson(aPerson()))
  const cut = `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`
  const inside = store.write({}, async (tx) => {
    await rowsOf(url, cut)
    await tx.savePerson(aPerson({ seenAt: 2000 }))
    return null
  })
  await expect(inside).rejects.toMatchObject({ code: 'store-busy' })
  await expect
    .poll(() =>
      store.person(user).then(
        (known) => known?.person.seenAt,
        () => null,
      ),
    )
    .toBe(1000)
})

it('says what is wrong when it cannot open, without the password', async () => {
  const url = new URL(await databaseUrl('postgres'))
  url.password = 'feil-passord'
  const refused = await openStore(url.href).catch((error: unknown) => error)
  expect(refused).toMatchObject({ code: 'internal', message: expect.stringContaining('28P01') })
  expect(String(refused)).not.toContain('feil')
  const server = createServer((socket) => socket.destroy())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  const lost = openStore(`postgres://u:hemmelig@127.0.0.1:${port}/x`, { patience: 100 })
  await expect(lost).rejects.toMatchObject({ code: 'store-busy' })
})

it('never shows the values of a query that the database refuses', async () => {
  const url = await databaseUrl('postgres')
  const store = await openStore(url)
  onTestFinished(() => store.close())
  await rowsOf(url, 'alter table people add constraint no_kari check (email is null)')
  const refused = await effect(store, (tx) => tx.savePerson(aPerson())).catch((error: unknown) => error as Error)
  expect(refused).toMatchObject({ code: 'internal', message: 'the database refused: 23514 no_kari' })
  expect((refused as Error).cause).toBeUndefined()
})
