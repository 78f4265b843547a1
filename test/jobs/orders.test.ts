import { expect, test } from 'vitest'
import { z } from 'zod'
import { giveUpDrafts } from '../../src/domain/order/give-up-drafts.ts'
import { dueReminder } from '../../src/domain/order/remind-orderer.ts'
import { remindOfOrders } from '../../src/jobs/orders-remind.ts'
import { eachEngine } from '../helpers/databases.ts'
import { existing } from '../helpers/order-samples.ts'
import { DAY, kjell, orderUseWorld } from '../helpers/order-world.ts'

const HOUR = 3_600_000
const reminder = z.object({ what: z.string(), state: z.string() })

test.each([
  ['five working days on', '2026-11-16T09:00:00Z', '2026-11-23T09:00:01Z', 0, 1],
  ['just before', '2026-11-16T09:00:00Z', '2026-11-23T09:00:00Z', 0, null],
  ['once', '2026-11-16T09:00:00Z', '2026-11-24T09:00:00Z', 1, null],
  ['ten working days on', '2026-11-09T09:00:00Z', '2026-11-23T09:00:01Z', 1, 2],
  ['after a pause, with the second alone', '2026-11-02T09:00:00Z', '2026-11-23T09:00:00Z', 0, 2],
  ['no more than twice', '2026-10-01T09:00:00Z', '2026-11-23T09:00:00Z', 2, null],
  ['later over Christmas', '2026-12-22T09:00:00Z', '2026-12-30T09:00:00Z', 0, null],
] as const)('somebody is reminded %s', (_, since, now, reminders, due) => {
  expect(dueReminder({ since: Date.parse(since), reminders }, Date.parse(now))).toBe(due)
})

eachEngine((engine) => {
  test('a draft that nobody touched for a year is given up, with all that is personal in it', async () => {
    const { deps, draft, sentOrder, pass, again } = await orderUseWorld(engine)
    const [left, sent] = [await draft(existing, kjell), await sentOrder('fictional')]
    pass(300 * DAY)
    const fresh = await draft(existing, kjell)
    expect(await giveUpDrafts(deps)).toBe(0)
    pass(80 * DAY)
    expect([await giveUpDrafts(deps), await giveUpDrafts(deps)]).toEqual([1, 0])
    expect(await again(left)).toMatchObject({ state: 'cancelled', content: null, ordererEmail: null })
    expect(await again(fresh)).toMatchObject({ state: 'draft' })
    expect(await again(sent)).toMatchObject({ state: 'sent' })
  })

  test('whoever answers for an order is asked after five and ten working days, in working hours, once each', async () => {
    const { deps, sentOrder, record, store, pass, again } = await orderUseWorld(engine)
    const asked = async () => {
      const rows = await store.deliveriesOf((await again(order)).organisationNumber, 100)
      return rows
        .filter(({ lane }) => lane === 'reminder')
        .map(({ address, data }) => `${address} ${Object.values(reminder.parse(data)).join(' ')}`)
        .sort()
    }
    const remind = async () => (await remindOfOrders(deps, null)).reminded
    // on a Sunday at 11 in Norway
    const order = await sentOrder('direct')
    pass(7 * DAY)
    expect(await remind()).toBe(0)
    pass(DAY - 4 * HOUR)
    // a Monday at 7
    expect(await remind()).toBe(0)
    pass(4 * HOUR)
    expect([await remind(), await remind()]).toEqual([1, 0])
    expect(await asked()).toEqual(['UKJELL reminder-1 sent'])
    pass(7 * DAY)
    expect([await remind(), await remind()]).toEqual([1, 0])
    expect(await asked()).toEqual(['UKJELL reminder-1 sent', 'UKJELL reminder-2 sent'])
    pass(30 * DAY)
    expect(await remind()).toBe(0)
    // a new state begins anew
    const more = await record(await again(order), { event: 'ask-more' })
    expect(more.reminders).toBe(0)
    pass(14 * DAY)
    expect(await remind()).toBe(1)
    expect(await asked()).toContain('UKJELL reminder-1 more-info')
  })

  test('two instances ask once, and what is over asks nobody', async () => {
    const { deps, draft, sentOrder, record, pass } = await orderUseWorld(engine)
    await draft(existing, kjell)
    const over = await record(await sentOrder('direct'), { event: 'refuse' })
    pass(9 * DAY)
    const rounds = await Promise.all([remindOfOrders(deps, null), remindOfOrders(deps, null)])
    expect(rounds.map(({ reminded }) => reminded).reduce((one, other) => one + other)).toBe(1)
    expect(await deps.store.order(over.id)).toMatchObject({ reminders: 0 })
  })
})
