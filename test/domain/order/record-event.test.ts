import { describe, expect, test } from 'vitest'
import type { Belonging } from '../../../src/domain/belonging/types.ts'
import { correctDelivery } from '../../../src/domain/order/correct-delivery.ts'
import type { OrderAsked } from '../../../src/domain/order/move-order.ts'
import { recordEvent } from '../../../src/domain/order/record-event.ts'
import { recordOutcome } from '../../../src/domain/order/record-outcome.ts'
import { productionSteps, recordProduction } from '../../../src/domain/order/record-production.ts'
import { faultsOfRecorded, type Recorded } from '../../../src/domain/order/recorded.ts'
import { faultOfTransfer, type NewOrderer, transferOrder } from '../../../src/domain/order/transfer-order.ts'
import type { Order } from '../../../src/domain/order/types.ts'
import { heroy, kinn } from '../../helpers/belonging-world.ts'
import { eachEngine } from '../../helpers/databases.ts'
import { existing, nationalNumbers } from '../../helpers/order-samples.ts'
import { kinnAdmin, kjell, mailTo, orderUseWorld } from '../../helpers/order-world.ts'

const confirm = { event: 'confirm', scope: 'offentlig', environments: ['test'] } as const
const deliver = {
  event: 'deliver',
  scope: 'offentlig',
  unitNumber: '310 000 019',
  unitName: 'Fiktiv Bedrift AS',
} as const
const [national = ''] = nationalNumbers

const issued = {
  outcome: 'issued',
  clientId: 'client-1',
  scope: 'brreg:reelle/offentlig',
  consumerOrg: heroy.number,
  issuedAt: 0,
  expiresAt: null,
} as const
const refused = { outcome: 'refused', mpCode: 'MP-251', error: 'forbidden', traceId: null } as const

describe('what may be recorded', () => {
  test.each([
    ['direct', { event: 'confirm', scope: null, environments: [] }, '', ['scope required', 'environments required']],
    ['direct', confirm, 'a'.repeat(2001), ['note too-long']],
    ['direct', { event: 'refuse' }, `Gjelder ${national}`, ['note national-number']],
    ['fictional', { ...deliver, unitNumber: '310000018' }, '', ['unit_number number-form']],
    ['fictional', { ...deliver, unitNumber: '' }, '', ['unit_number required']],
    ['fictional', { ...deliver, unitName: '' }, '', ['unit_name required']],
    ['fictional', { ...deliver, unitName: '<!channel>' }, '', ['unit_name company-characters']],
    // somebody who copies the wrong number out of brreg's mail
    ['fictional', { ...deliver, unitNumber: national }, '', ['unit_number national-number']],
    ['fictional', { ...deliver, unitName: `AS ${national}` }, '', ['unit_name national-number']],
    ['fictional', { ...deliver, unitNumber: ' ', unitName: '' }, '', []],
    // a number that no register knows, of any beginning
    ['fictional', { ...deliver, unitNumber: '123456785' }, '', []],
    ['existing', { ...deliver, unitNumber: 'x' }, '', []],
  ] as const)('%s %j %s', (kind, recorded, note, faults) => {
    expect(faultsOfRecorded(kind, recorded as Recorded, note).map(({ field, reason }) => `${field} ${reason}`)).toEqual(
      faults,
    )
  })
})

eachEngine((engine) => {
  test('A: asked, confirmed in test and later in production, token issued', async () => {
    const { deps, sentOrder, record, pass, once, history } = await orderUseWorld(engine)
    const granted = await record(await sentOrder('direct'), confirm)
    const first = deps.now()
    expect(granted).toMatchObject({ state: 'granted', facts: { scope: 'offentlig', granted: { test: first } } })
    pass(1000)
    const both = await record(granted, { ...confirm, scope: 'media', environments: ['test', 'prod'] })
    expect(both).toMatchObject({
      state: 'granted',
      facts: { scope: 'media', granted: { test: first, prod: deps.now() } },
    })
    const about = { order: both, once: once() }
    const done = await recordOutcome(deps, kjell, { ...about, environment: 'test', outcome: issued })
    expect(done.order).toMatchObject({
      state: 'in-use',
      turn: 'nobody',
      facts: { clientId: 'client-1', refusedWith: null, tokenAt: { test: deps.now() } },
    })
    const prod = await recordOutcome(deps, kjell, {
      order: done.order,
      once: once(),
      environment: 'prod',
      outcome: { ...issued, clientId: 'prod-client' },
    })
    expect(prod.order).toMatchObject({
      state: 'in-use',
      facts: { clientId: 'client-1', tokenAt: { test: deps.now(), prod: deps.now() } },
    })
    expect(await history(both)).toEqual([
      'draft > draft',
      'send > sent',
      'confirm > granted',
      'confirm > granted',
      'token-issued > in-use',
      'token-issued > in-use',
    ])
  })

  test('A: a refusal ends it, and nothing comes after', async () => {
    const { sentOrder, record } = await orderUseWorld(engine)
    const order = await record(await sentOrder('direct'), { event: 'refuse' })
    expect(order).toMatchObject({ state: 'rejected', turn: 'nobody' })
    for (const recorded of [confirm, { event: 'ask-more' }, { event: 'refuse' }] as const)
      await expect(record(order, recorded)).rejects.toMatchObject({ code: 'order-state' })
  })

  test('B: delivered, delegated, refused for the delegation, delegated again, token issued', async () => {
    const { deps, sentOrder, record, once, history } = await orderUseWorld(engine)
    const ready = await record(await sentOrder('fictional'), deliver)
    expect(ready).toMatchObject({
      state: 'ready-to-delegate',
      turn: 'orderer',
      facts: { scope: 'offentlig', fictionalUnit: { number: '310000019', name: 'Fiktiv Bedrift AS' } },
    })
    const delegated = await record(ready, { event: 'delegate' })
    const tried = (order: Order, outcome: typeof issued | typeof refused) =>
      recordOutcome(deps, kjell, { order, once: once(), environment: 'test', outcome })
    const failed = await tried(delegated, refused)
    expect(failed.order).toMatchObject({ state: 'delegated', facts: { refusedWith: 'MP-251' } })
    const back = await record(failed.order, { event: 'delegation-failed' })
    expect(back).toMatchObject({ state: 'ready-to-delegate', facts: { refusedWith: null } })
    const noCode = await tried(back, { ...refused, mpCode: null, error: 'invalid_request' } as never)
    expect(noCode.order.facts.refusedWith).toBe('invalid_request')
    const done = await tried(noCode.order, issued)
    expect(done.order.state).toBe('in-use')
    // there is no production
    const prod = { order: done.order, once: once(), environment: 'prod', outcome: issued } as const
    await expect(recordOutcome(deps, kjell, prod)).rejects.toMatchObject({ code: 'order-state' })
    expect((await history(done.order)).slice(2)).toEqual([
      'deliver > ready-to-delegate',
      'delegate > delegated',
      'token-refused > delegated',
      'delegation-failed > ready-to-delegate',
      'token-refused > ready-to-delegate',
      'token-issued > in-use',
    ])
    const revoked = await record(done.order, { event: 'revoke' })
    expect(revoked.state).toBe('ready-to-delegate')
  })

  test('what brreg’s mail said is put right, or added, afterwards', async () => {
    const { deps, sentOrder, record, once } = await orderUseWorld(engine)
    const sent = await sentOrder('fictional')
    const given = { scope: 'media', unitNumber: '123456785', unitName: 'Annen AS', note: '' } as const
    const correct = (order: Order, over: object = {}) =>
      correctDelivery(deps, kjell, { order, once: once(), ...given, ...over })
    await expect(correct(sent)).rejects.toMatchObject({ code: 'order-state' })
    const ready = await record(sent, { event: 'deliver', scope: null, unitNumber: '', unitName: '' })
    expect(ready.facts).toMatchObject({ scope: null, fictionalUnit: null })
    const right = await correct(ready)
    expect(right.order).toMatchObject({
      state: 'ready-to-delegate',
      facts: { scope: 'media', fictionalUnit: { number: '123456785', name: 'Annen AS' } },
    })
    await expect(correct(right.order, { unitNumber: '1' })).rejects.toMatchObject({
      code: 'bad-input',
      details: { fields: [{ field: 'unit_number', reason: 'number-form' }] },
    })
    const granted = await record(await sentOrder('direct'), confirm)
    await expect(correct(granted)).rejects.toMatchObject({ code: 'order-state' })
  })

  test('C: the test and production go beside each other, and no mail leaves for production', async () => {
    const { deps, draft, sentOrder, record, once, store } = await orderUseWorld(engine)
    const sent = await sentOrder('existing')
    expect(productionSteps(sent)).toEqual(['delegated'])
    const produce = (order: Order, production: 'delegated' | 'in-use' | 'revoked') =>
      recordProduction(deps, kjell, { order, production, note: '', once: once() })
    await expect(produce(sent, 'in-use')).rejects.toMatchObject({ code: 'order-state' })
    const delegated = await produce(sent, 'delegated')
    expect(delegated.order).toMatchObject({ state: 'sent', facts: { production: 'delegated' } })
    const asked = { order: delegated.order, once: once(), environment: 'prod', outcome: issued } as const
    const token = await recordOutcome(deps, kjell, asked)
    expect(token.order).toMatchObject({
      state: 'sent',
      facts: { production: 'in-use', clientId: null, tokenAt: { prod: deps.now() } },
    })
    const revoked = await produce(token.order, 'revoked')
    expect(productionSteps(revoked.order)).toEqual(['delegated'])
    expect(await store.orderMails(sent.id)).toHaveLength(1)
    const ready = await record(revoked.order, { ...deliver, scope: null })
    expect(ready).toMatchObject({
      state: 'ready-to-delegate',
      turn: 'customer',
      facts: { scope: 'offentlig', fictionalUnit: null },
    })
    // before the customer's own access nothing of production is known, and other kinds have none
    expect(productionSteps(await draft(existing))).toEqual([])
    expect(productionSteps(await sentOrder('fictional'))).toEqual([])
  })

  test('a national identity number is kept nowhere, whatever is recorded', async () => {
    const { deps, sentOrder, store, again, once } = await orderUseWorld(engine)
    const order = await sentOrder('fictional')
    const spaced = `${national.slice(0, 6)} ${national.slice(6)}`
    for (const [recorded, note] of [
      [deliver, `Logg inn med ${spaced}`],
      [{ ...deliver, unitNumber: national }, ''],
      [{ ...deliver, unitName: `Fiktiv ${national}` }, ''],
      [{ event: 'refuse' }, national],
    ] as const) {
      const asked = { order, recorded, note, once: once() }
      const error = await recordEvent(deps, kjell, asked).catch((thrown: unknown) => thrown)
      expect(error).toMatchObject({ code: 'holds-national-number' })
      expect(JSON.stringify(error)).not.toContain(national.slice(0, 6))
    }
    expect(await again(order)).toEqual(order)
    const lines = await store.auditLines({ organisationNumber: null, subject: `order:${order.id}`, size: 50 })
    expect(JSON.stringify([await store.orderEvents(order.id), lines])).not.toContain(national.slice(0, 6))
  })

  test('somebody else than the orderer records, and the orderer is told', async () => {
    const { sentOrder, record, waiting, store } = await orderUseWorld(engine)
    const order = await sentOrder('direct')
    const asked = await record(order, { event: 'ask-more' }, kinnAdmin)
    await record(asked, confirm, kjell)
    const told = (await waiting()).filter((line) => !line.startsWith('order-mail'))
    expect(told).toEqual(['UKJELL recorded'])
    const events = await store.orderEvents(order.id)
    expect(events.map(({ actor }) => actor).slice(-2)).toEqual(['person:T1:UKINNADMIN', 'person:T1:UKJELL'])
  })

  test('a repeated click records once, and gives the order as it is', async () => {
    const { deps, sentOrder, record, history } = await orderUseWorld(engine)
    const order = await sentOrder('direct')
    const asked: OrderAsked & { recorded: Recorded; note: string } = {
      order,
      recorded: { event: 'ask-more' },
      note: 'Hvilken bokstav?',
      once: 'click',
    }
    const [one, other] = await Promise.all([recordEvent(deps, kjell, asked), recordEvent(deps, kjell, asked)])
    expect([one.fresh, other.fresh].sort()).toEqual([false, true])
    await record(one.order, confirm)
    expect(await recordEvent(deps, kjell, asked)).toMatchObject({ fresh: false, order: { state: 'granted' } })
    expect((await history(order)).slice(2)).toEqual(['ask-more > more-info: Hvilken bokstav?', 'confirm > granted'])
  })

  test('an order goes to a colleague, who is asked from then on; brreg is told where it waits', async () => {
    const { deps, sentOrder, once, store, waiting, belonging } = await orderUseWorld(engine)
    const order = await sentOrder('direct')
    const to: NewOrderer = {
      user: kinnAdmin,
      name: 'Kinn Admin',
      belonging: await belonging(kinnAdmin),
      email: 'admin@kinn.kommune.example',
    }
    const moved = await transferOrder(deps, kjell, { order, to, tellBrreg: true, mailTo, once: once() })
    expect(moved.order).toMatchObject({ orderer: kinnAdmin, ordererEmail: to.email, state: 'sent', turn: 'brreg' })
    const [first, second] = await store.orderMails(order.id)
    expect(second).toMatchObject({ purpose: 'transfer', follows: first?.id, replyTo: to.email, to: mailTo })
    expect(second?.text).toContain('Kinn Admin (admin@kinn.kommune.example)')
    // who does it themselves knows
    const told = (await waiting()).filter((line) => !line.startsWith('order-mail'))
    expect(told).toEqual(['UKINNADMIN transferred'])
    const back = await transferOrder(deps, kinnAdmin, {
      order: moved.order,
      to: { ...to, user: kjell, belonging: await belonging(kjell), email: 'kjell@kinn.kommune.example' },
      tellBrreg: false,
      mailTo: null,
      once: once(),
    })
    expect(back.order.orderer).toEqual(kjell)
    expect(await store.orderMails(order.id)).toHaveLength(2)
  })

  test('an order goes to nobody outside, to nobody without an address, and not when it is over', async () => {
    const { deps, sentOrder, record, once, belonging } = await orderUseWorld(engine)
    const order = await sentOrder('direct')
    const own = await belonging(kinnAdmin)
    const colleague: NewOrderer = { user: kinnAdmin, name: null, belonging: own, email: 'a@kinn.kommune.example' }
    const stranger: Belonging = { operator: true, as: 'stranger', reason: 'unknown-domain', domain: null }
    const elsewhere = await belonging({ teamId: 'T1', userId: 'UHANNE' })
    const both: Belonging = { ...own, ...(own.as === 'member' && { organisation: heroy, others: [kinn] }) }
    for (const [over, reason] of [
      [{ user: kjell }, 'same'],
      [{ belonging: stranger }, 'not-a-member'],
      [{ belonging: elsewhere }, 'not-a-member'],
      [{ email: null }, 'no-address'],
      [{ belonging: both }, null],
    ] as const) {
      expect(faultOfTransfer(order, { ...colleague, ...over })).toBe(reason)
      if (reason === null) continue
      const asked = { order, to: { ...colleague, ...over }, tellBrreg: false, mailTo, once: once() }
      await expect(transferOrder(deps, kjell, asked)).rejects.toMatchObject({
        code: 'bad-input',
        details: { fields: [{ field: 'user', reason }] },
      })
    }
    const over = await record(order, { event: 'refuse' })
    const asked = { order: over, to: colleague, tellBrreg: false, mailTo, once: once() }
    await expect(transferOrder(deps, kjell, asked)).rejects.toMatchObject({ code: 'order-state' })
  })
})

test('of twenty who record at once, one does', async () => {
  const { deps, sentOrder, once, history } = await orderUseWorld('postgres')
  const order = await sentOrder('direct')
  const all = await Promise.allSettled(
    Array.from({ length: 20 }, () =>
      recordEvent(deps, kjell, { order, recorded: { event: 'ask-more' }, note: '', once: once() }),
    ),
  )
  expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(all.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []))).toEqual(
    Array.from({ length: 19 }, () => 'changed-meanwhile'),
  )
  expect(await history(order)).toHaveLength(3)
})
