import { expect, test } from 'vitest'
import { acceptCode } from '../../../src/domain/order/accept-code.ts'
import { consentsGiven } from '../../../src/domain/order/consents-given.ts'
import { customerSaid, faultsOfSaid } from '../../../src/domain/order/customer-said.ts'
import { editDraft } from '../../../src/domain/order/edit-draft.ts'
import { lookAtCode } from '../../../src/domain/order/look-at-code.ts'
import { makeCode } from '../../../src/domain/order/make-code.ts'
import { recordEvent } from '../../../src/domain/order/record-event.ts'
import { settleConsented } from '../../../src/domain/order/settle-consented.ts'
import { waitForCustomer } from '../../../src/domain/order/wait-for-customer.ts'
import { withdrawConsent } from '../../../src/domain/order/withdraw-consent.ts'
import { heroy, kinn, user } from '../../helpers/belonging-world.ts'
import { eachEngine } from '../../helpers/databases.ts'
import { direct, existing, fictional, OTHER_COMPANY } from '../../helpers/order-samples.ts'
import { DAY, hanne, kjell, orderUseWorld } from '../../helpers/order-world.ts'

const said = { confirmedOn: '2026-11-20', scope: 'media', environments: ['test'] } as const
const forHeroy = { organisationNumber: heroy.number }
const invalid = { code: 'code-invalid' }

test.each([
  [{ confirmedOn: '2026-11-22' }, []],
  [{ confirmedOn: ' 2026-01-01 ' }, []],
  [{ confirmedOn: '2026-11-23' }, ['confirmed_on future']],
  [{ confirmedOn: '2026-02-30' }, ['confirmed_on date']],
  [{ confirmedOn: '20.11.2026' }, ['confirmed_on date']],
  [{ confirmedOn: '', environments: [] }, ['confirmed_on required', 'environments required']],
] as const)('what a customer said: %j', (over, faults) => {
  // in Norway the day has not changed yet
  const now = Date.parse('2026-11-22T22:59:00Z')
  expect(faultsOfSaid({ ...said, ...over }, now).map(({ field, reason }) => `${field} ${reason}`)).toEqual(faults)
})

eachEngine((engine) => {
  test('a customer whose own access is confirmed here lets the supplier see it, and the order can be sent', async () => {
    const { deps, draft, send, again, code, once, heroyConfirmed, waiting, history, store } =
      await orderUseWorld(engine)
    const own = await heroyConfirmed()
    const order = await draft(existing)
    const typed = (await code(order)).toLowerCase().replace('-', ' ')
    const look = await lookAtCode(deps, hanne, { code: typed, ...forHeroy })
    expect(look).toMatchObject({
      supplier: existing.supplier,
      customer: existing.customer,
      confirmed: { confirmedOn: '2026-11-22', scope: 'offentlig', environments: ['test'] },
      expiresAt: deps.now() + 30 * DAY,
    })
    expect(JSON.stringify(look)).not.toMatch(/Nordmann|ORD-/)
    const accepted = await acceptCode(deps, hanne, { code: look.code, ...forHeroy, said, once: once() })
    expect(accepted).toMatchObject({ outcome: 'confirmed', fresh: true, supplier: existing.supplier })
    const proved = await again(order)
    // the own order speaks before what somebody says
    expect(proved.facts).toMatchObject({
      scope: 'offentlig',
      proof: { how: 'customer', scope: 'offentlig', environments: ['test'], orderId: own.id, by: hanne },
    })
    expect(await store.consentOf(order.id)).toEqual({
      orderId: order.id,
      customerNumber: heroy.number,
      by: hanne,
      at: deps.now(),
    })
    expect(await waiting()).toEqual(['UKJELL customer-confirmed'])
    expect(await history(order)).toEqual(['draft > draft', 'code > draft', 'customer-confirmed > draft'])
    expect((await send(proved)).state).toBe('sent')
  })

  test('a yes before the confirmation waits for it, and the confirmation takes the supplier’s order with it', async () => {
    const { deps, draft, send, again, code, accept, record, once, waiting, history, audited } =
      await orderUseWorld(engine)
    const order = (await waitForCustomer(deps, kjell, { order: await draft(existing), once: once() })).order
    expect(await accept(await code(order))).toMatchObject({
      outcome: 'waits',
      order: { state: 'waiting-for-customer' },
    })
    expect(await waiting()).toEqual(['UKJELL customer-consented'])
    const own = await send(await draft({ ...direct, organisation: existing.customer }, hanne, heroy.number), hanne)
    await record(own, { event: 'confirm', scope: 'offentlig', environments: ['test'] }, hanne)
    const proved = await again(order)
    expect(proved).toMatchObject({ state: 'draft', turn: 'orderer', facts: { proof: { orderId: own.id, by: hanne } } })
    expect(await waiting()).toEqual(['UKJELL customer-confirmed', 'UKJELL customer-consented'])
    expect((await history(order)).slice(-2)).toEqual(['consent > waiting-for-customer', 'customer-confirmed > draft'])
    expect(await audited(order)).toContain('order.record')
    // production is confirmed later: the supplier's order learns of it, and nobody is told twice
    await record(await again(own), { event: 'confirm', scope: 'offentlig', environments: ['prod'] }, hanne)
    expect((await again(order)).facts.proof?.environments).toEqual(['test', 'prod'])
    expect(await waiting()).toHaveLength(2)
  })

  test('a customer that ordered elsewhere says when it was confirmed', async () => {
    const { draft, code, accept, again } = await orderUseWorld(engine)
    const order = await draft(existing)
    const typed = await code(order)
    await expect(accept(typed, { ...said, confirmedOn: '2027-01-01' })).rejects.toMatchObject({
      code: 'bad-input',
      details: { fields: [{ field: 'confirmed_on', reason: 'future' }] },
    })
    expect(await accept(typed, said)).toMatchObject({ outcome: 'confirmed' })
    expect((await again(order)).facts).toMatchObject({
      scope: 'media',
      proof: { how: 'customer', confirmedOn: '2026-11-20', orderId: null },
    })
  })

  test('the supplier writes down what the customer told', async () => {
    const { deps, draft, once, sentOrder } = await orderUseWorld(engine)
    const order = (await waitForCustomer(deps, kjell, { order: await draft(existing), once: once() })).order
    const about = { said: { ...said, scope: null }, note: 'På telefon' }
    const proved = await customerSaid(deps, kjell, { order, ...about, once: once() })
    expect(proved.order).toMatchObject({ state: 'draft', facts: { scope: null, proof: { how: 'said', by: kjell } } })
    for (const other of [await draft(fictional), await sentOrder('existing')])
      await expect(customerSaid(deps, kjell, { order: other, ...about, once: once() })).rejects.toMatchObject({
        code: 'order-state',
      })
    const bad = { order: proved.order, said: { ...said, environments: [] }, note: '', once: once() }
    await expect(customerSaid(deps, kjell, bad)).rejects.toMatchObject({ code: 'bad-input' })
  })

  test('a wrong code, one of another, a used one and an old one all look the same', async () => {
    const { deps, draft, code, accept, pass, once } = await orderUseWorld(engine)
    const used = await code(await draft(existing))
    await accept(used, said)
    const others = await code(
      await draft({ ...existing, customer: { number: OTHER_COMPANY, name: 'ANNEN AS', verified: true } }),
    )
    const given = await draft(existing)
    const moved = await code(given)
    const content = { ...existing, customer: { number: OTHER_COMPANY, name: 'ANNEN AS', verified: true } }
    await editDraft(deps, kjell, {
      order: await deps.store.order(given.id).then((one) => one ?? given),
      content,
      once: once(),
    })
    const sent = await draft(existing)
    const late = await code(sent)
    const old = await code(await draft(existing))
    await deps.store.write({}, async (tx) => {
      const now = await deps.store.order(sent.id)
      await tx.moveOrder(sent.id, now?.version ?? 0, { state: 'sent', turn: 'brreg' }, null)
      return null
    })
    const errors = []
    for (const typed of ['', 'K7QX-42MN', used, others, moved, late])
      errors.push(await lookAtCode(deps, hanne, { code: typed, ...forHeroy }).catch((error: unknown) => error))
    pass(30 * DAY)
    errors.push(await lookAtCode(deps, hanne, { code: old, ...forHeroy }).catch((error: unknown) => error))
    for (const error of errors) expect(error).toEqual(errors[0])
    expect(errors[0]).toMatchObject(invalid)
  })

  test('a code is good for its customer alone, and is not used up by looking or by another', async () => {
    const { deps, draft, code, accept } = await orderUseWorld(engine)
    const typed = await code(await draft(existing))
    const elsewhere = { code: typed, organisationNumber: kinn.number }
    await expect(lookAtCode(deps, kjell, elsewhere)).rejects.toMatchObject(invalid)
    await expect(acceptCode(deps, kjell, { ...elsewhere, said, once: 'k' })).rejects.toMatchObject(invalid)
    await lookAtCode(deps, hanne, { code: typed, ...forHeroy })
    expect(await accept(typed, said)).toMatchObject({ outcome: 'confirmed' })
    await expect(accept(typed, said)).rejects.toMatchObject(invalid)
  })

  test('whoever guesses ten codes in ten minutes is not listened to, and nobody else suffers', async () => {
    const { deps, draft, code, accept, pass } = await orderUseWorld(engine)
    const typed = await code(await draft(existing))
    for (let guess = 0; guess < 10; guess += 1) await expect(accept('AAAA-AAAA')).rejects.toMatchObject(invalid)
    for (const attempt of [() => accept(typed, said), () => lookAtCode(deps, hanne, { code: typed, ...forHeroy })])
      await expect(attempt()).rejects.toMatchObject({ code: 'too-many-attempts' })
    await expect(lookAtCode(deps, user('admin'), { code: typed, ...forHeroy })).resolves.toMatchObject({ code: typed })
    pass(10 * 60_000 + 1)
    expect(await accept(typed, said)).toMatchObject({ outcome: 'confirmed' })
  })

  test('five codes a day, of drafts of C alone; a repeated click makes none', async () => {
    const { deps, draft, sentOrder, once, pass, store } = await orderUseWorld(engine)
    const order = await draft(existing)
    const make = (key = once()) => makeCode(deps, kjell, { order, once: key })
    const first = await make('click')
    expect(first.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
    await expect(make('click')).rejects.toMatchObject({ code: 'already-done' })
    // nobody finds it in what is kept
    const kept = JSON.stringify([
      await store.orderEvents(order.id),
      await store.keptOutcome('click'),
      await store.order(order.id),
    ])
    expect(kept).not.toContain(first.code)
    for (let more = 0; more < 4; more += 1) await make()
    await expect(make()).rejects.toMatchObject({ code: 'too-many-attempts' })
    pass(DAY + 1)
    await expect(make()).resolves.toMatchObject({ order: { id: order.id } })
    for (const other of [await draft(fictional), await sentOrder('existing')])
      await expect(makeCode(deps, kjell, { order: other, once: once() })).rejects.toMatchObject({ code: 'order-state' })
  })

  test('a consent is withdrawn: the draft waits for its customer again, what was sent stays, and the supplier is told', async () => {
    const { deps, draft, code, accept, again, once, waiting, sentOrder } = await orderUseWorld(engine)
    const order = await draft(existing)
    await accept(await code(order), said)
    const sent = await sentOrder('existing')
    expect((await consentsGiven(deps, heroy.number)).map(({ orderId, supplier }) => [orderId, supplier.name])).toEqual([
      [order.id, kinn.name],
      [sent.id, kinn.name],
    ])
    const none = { orderId: order.id, organisationNumber: kinn.number, once: once() }
    await expect(withdrawConsent(deps, kjell, none)).rejects.toMatchObject({ code: 'not-found' })
    for (const { id } of [order, sent])
      await withdrawConsent(deps, hanne, { orderId: id, ...forHeroy, once: `withdraw ${id}` })
    const twice = { orderId: order.id, ...forHeroy, once: `withdraw ${order.id}` }
    expect(await withdrawConsent(deps, hanne, twice)).toMatchObject({ fresh: false })
    expect((await again(order)).facts).toMatchObject({ proof: null, scope: null })
    expect((await again(sent)).facts).toMatchObject({ proof: { how: 'customer' }, scope: 'offentlig' })
    expect(await consentsGiven(deps, heroy.number)).toEqual([])
    expect((await waiting()).filter((line) => line.endsWith('consent-withdrawn'))).toHaveLength(2)
    await expect(withdrawConsent(deps, hanne, { orderId: order.id, ...forHeroy, once: once() })).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  test('what the supplier wrote down itself is not the customer’s to take back', async () => {
    const { deps, draft, code, accept, again, once } = await orderUseWorld(engine)
    const order = await draft(existing)
    await accept(await code(order))
    await customerSaid(deps, kjell, { order: await again(order), said, note: '', once: once() })
    await withdrawConsent(deps, hanne, { orderId: order.id, ...forHeroy, once: once() })
    expect((await again(order)).facts.proof?.how).toBe('said')
  })

  test('a yes and a confirmation that did not see each other meet afterwards', async () => {
    const { deps, draft, again, heroyConfirmed, waiting } = await orderUseWorld(engine)
    const order = await draft(existing)
    await heroyConfirmed()
    // as if it had been said in the very instant of the confirmation
    await deps.store.write({}, async (tx) => {
      await tx.addConsent({ orderId: order.id, customerNumber: heroy.number, by: hanne, at: deps.now() })
      return null
    })
    expect((await settleConsented(deps, heroy.number)).map(({ id }) => id)).toEqual([order.id])
    expect((await again(order)).facts.proof?.how).toBe('customer')
    expect(await settleConsented(deps, heroy.number)).toEqual([])
    expect(await waiting()).toEqual(['UKJELL customer-confirmed'])
  })

  test('a repeated yes gives what came of the first', async () => {
    const { deps, draft, code } = await orderUseWorld(engine)
    const order = await draft(existing)
    const asked = { code: await code(order), ...forHeroy, said, once: 'yes' }
    expect(await acceptCode(deps, hanne, asked)).toMatchObject({ outcome: 'confirmed', fresh: true })
    expect(await acceptCode(deps, hanne, asked)).toMatchObject({ outcome: 'confirmed', fresh: false })
  })
})

test('of twenty who use one code at once, one does', async () => {
  const { draft, code, accept, history, store } = await orderUseWorld('postgres')
  const order = await draft(existing)
  const typed = await code(order)
  const people = Array.from({ length: 20 }, (_, index) => ({ teamId: 'T1', userId: `U${index}` }))
  const all = await Promise.allSettled(people.map((who) => accept(typed, said, who)))
  expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const one of all) if (one.status === 'rejected') expect(one.reason).toMatchObject(invalid)
  expect(await history(order)).toEqual(['draft > draft', 'code > draft', 'customer-confirmed > draft'])
  expect(await store.consentsOf(heroy.number)).toHaveLength(1)
})

test('a confirmation goes through while suppliers edit their drafts, and moves all of them', async () => {
  const { deps, draft, code, accept, again, send, once } = await orderUseWorld('postgres')
  const orders = []
  for (let index = 0; index < 4; index += 1) {
    const order = await draft(existing)
    await accept(await code(order))
    orders.push(order)
  }
  const own = await send(await draft({ ...direct, organisation: existing.customer }, hanne, heroy.number), hanne)
  const edits = orders.map(async ({ id }) => {
    const order = await again({ id })
    const content = { ...existing, remark: `Rettet ${id}` }
    // who edits learns of it where the confirmation was first
    await editDraft(deps, kjell, { order, content, once: once() }).catch(() => undefined)
  })
  const recorded = { event: 'confirm', scope: 'offentlig', environments: ['test'] } as const
  const confirmed = recordEvent(deps, hanne, { order: own, recorded, note: '', once: once() })
  const [{ others }] = await Promise.all([confirmed, ...edits])
  // whoever shows cards brings those up to date too
  expect(others.map(({ id }) => id).sort()).toEqual(orders.map(({ id }) => id).sort())
  for (const order of orders) expect((await again(order)).facts.proof?.orderId).toBe(own.id)
})
