import { expect, it } from 'vitest'
import type { SendOutcome } from '../../src/domain/delivery/message.ts'
import { freshStore } from '../helpers/databases.ts'
import { until } from './manual-clock.ts'
import { open, postOffice, write } from './post-office.ts'

it('two workers on one PostgreSQL send every row once', async () => {
  const store = await freshStore('postgres')
  const ids = Array.from({ length: 60 }, (_, i) => `d${i}`)
  const early = { dueAt: 1 }
  await write(store, ...ids.map((id) => ({ id, ...early })))
  const offices = [postOffice(store, { connections: 5 }), postOffice(store, { connections: 5 })]
  const gate = open<SendOutcome>()
  for (const one of offices) {
    one.answer(() => gate.promise)
    one.start()
  }
  await until(() => offices.every((one) => one.begun.length === 5))
  gate.resolve({ sent: true })
  await until(() => offices.reduce((sum, { ended }) => sum + ended.length, 0) >= ids.length)
  await until(() => offices.every(({ asleep }) => asleep()))
  const begun = offices.flatMap((one) => one.begun.map(({ id }) => id))
  expect(begun.toSorted()).toEqual(ids.toSorted())
  const rows = await Promise.all(ids.map((id) => store.delivery(id)))
  expect(new Set(rows.map((row) => `${row?.state} ${row?.attempts}`))).toEqual(new Set(['sent 1']))
})
