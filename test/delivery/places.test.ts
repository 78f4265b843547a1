import { expect, it } from 'vitest'
import { createLedger } from '../../src/delivery/ledger.ts'
import { createPace } from '../../src/delivery/pace.ts'
import { createPlaces } from '../../src/delivery/places.ts'
import type { Store, Writes } from '../../src/domain/deps.ts'
import { manualClock, settle } from './manual-clock.ts'
import { open } from './post-office.ts'

/** Asks for a place again and again; how many got one. */
const asking = (places: ReturnType<typeof createPlaces>, times: number) => {
  let entered = 0
  const count = () => {
    entered += 1
  }
  for (let i = 0; i < times; i += 1) void places.enter().then(count)
  return () => entered
}

it('lets in as many as there are connections, and one for each that leaves', async () => {
  const places = createPlaces(2, () => 0)
  const entered = asking(places, 4)
  await settle()
  expect(entered()).toBe(2)
  places.leave()
  await settle()
  expect([entered(), places.taken()]).toEqual([3, 2])
})

it('lets in several at a time where they may be begun ahead, and none before that many have left', async () => {
  const places = createPlaces(5, () => 20)
  const entered = asking(places, 60)
  await settle()
  expect(entered()).toBe(11)
  places.leave()
  await settle()
  expect([entered(), places.taken()]).toEqual([26, 25])
  for (let i = 0; i < 14; i += 1) places.leave()
  await settle()
  expect(entered()).toBe(26)
  places.leave()
  await settle()
  expect([entered(), places.taken()]).toEqual([41, 25])
})

it('takes a pace for fast by what leaves in a time, and not by how long each takes', () => {
  const pace = createPace()
  expect(pace.isFast()).toBe(false)
  pace.note(100, 25)
  expect(pace.isFast()).toBe(true)
  for (let i = 0; i < 5; i += 1) pace.note(100, 5)
  expect(pace.isFast()).toBe(false)
})

it('writes marks down together that are asked for while others are being written', async () => {
  const written: string[] = []
  let gate = open<void>()
  const tx = {
    beginSending: async (rows: { id: string }[]) => rows.map(({ id }) => id),
    endSending: async (rows: { id: string }[]) => rows.map(({ id }) => id).filter((id) => id !== 'lost'),
  } as unknown as Writes
  const store = {
    write: async (_: unknown, body: (tx: Writes) => Promise<unknown>) => {
      written.push('one')
      await gate.promise
      return { fresh: true, value: await body(tx) }
    },
  } as unknown as Pick<Store, 'write'>
  const clock = manualClock()
  const ledger = createLedger(store, clock)
  const sent = { state: 'sent' } as const
  const row = (id: string) => ({ id, token: 't' })
  const first = ledger.begin(row('a'))
  await settle()
  const rest = [ledger.begin(row('b')), ledger.end(row('c'), sent, false), ledger.end(row('lost'), sent, true)]
  await settle()
  expect(written).toHaveLength(1)
  gate.resolve()
  expect(await Promise.all([first, ...rest])).toEqual([true, true, true, false])
  expect(written).toHaveLength(2)

  // what may wait does, until somebody says that nothing more comes
  gate = open<void>()
  gate.resolve()
  const waiting = ledger.end(row('d'), sent, true)
  await settle()
  expect(written).toHaveLength(2)
  ledger.flush()
  expect(await waiting).toBe(true)
  const patient = ledger.end(row('e'), sent, true)
  clock.pass(50)
  expect(await patient).toBe(true)
  expect(clock.pending()).toEqual([])
})
