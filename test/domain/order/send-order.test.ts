import { expect, test } from 'vitest'
import { answerBrreg } from '../../../src/domain/order/answer-brreg.ts'
import { cancelOrder } from '../../../src/domain/order/cancel-order.ts'
import { draftOrder } from '../../../src/domain/order/draft-order.ts'
import { duplicatesOf } from '../../../src/domain/order/duplicates.ts'
import { editDraft } from '../../../src/domain/order/edit-draft.ts'
import { findOrder } from '../../../src/domain/order/find-order.ts'
import { orderMailText } from '../../../src/domain/order/order-mail.ts'
import { sendOrderAgain } from '../../../src/domain/order/send-again.ts'
import { sendOrder } from '../../../src/domain/order/send-order.ts'
import type { Order } from '../../../src/domain/order/types.ts'
import { waitForCustomer } from '../../../src/domain/order/wait-for-customer.ts'
import { withdrawOrder } from '../../../src/domain/order/withdraw-order.ts'
import { markOrdersRefused } from '../../../src/jobs/orders-refused.ts'
import { heroy, kinn } from '../../helpers/belonging-world.ts'
import { eachEngine } from '../../helpers/databases.ts'
import { direct, existing, fictional, kari, nationalNumbers, OTHER_COMPANY } from '../../helpers/order-samples.ts'
import { hanne, kinnAdmin, kjell, mailTo, orderUseWorld } from '../../helpers/order-world.ts'

eachEngine((engine) => {
  test('a draft is kept once, and nobody of another organisation finds it', async () => {
    const { deps, store, history, audited } = await orderUseWorld(engine)
    const about = { organisationNumber: kinn.number, content: fictional, ordererEmail: kari.email, once: 'click' }
    const asked = { ...about, language: 'nb' } as const
    const [one, other] = await Promise.all([draftOrder(deps, kjell, asked), draftOrder(deps, kjell, asked)])
    expect([one.fresh, other.fresh].sort()).toEqual([false, true])
    expect(one.order).toMatchObject({ id: 'ORD-1', kind: 'fictional', state: 'draft', turn: 'orderer', orderer: kjell })
    expect(await store.orders({ page: 0, size: 10 })).toMatchObject({ total: 1 })
    expect(await history(one.order)).toEqual(['draft > draft'])
    expect(await audited(one.order)).toEqual(['order.draft'])
    expect(await findOrder(deps, { id: 'ord-1', organisationNumber: kinn.number })).toEqual(one.order)
    for (const id of ['ORD-1', 'ORD-2'])
      await expect(findOrder(deps, { id, organisationNumber: heroy.number })).rejects.toMatchObject({
        code: 'not-found',
      })
  })

  test('a draft that is sent becomes one mail, with the accepted warning and who answers', async () => {
    const { deps, draft, store, waiting, history } = await orderUseWorld(engine)
    const { order, fresh } = await sendOrder(deps, kjell, { order: await draft(fictional), to: mailTo })
    expect(fresh).toBe(true)
    expect(order).toMatchObject({
      state: 'sent',
      turn: 'brreg',
      facts: {
        acknowledged: { by: kjell, at: deps.now(), companies: [{ number: kinn.number, name: kinn.name }] },
      },
    })
    const [mail] = await store.orderMails(order.id)
    expect(mail).toMatchObject({ ...orderMailText(fictional), to: mailTo, replyTo: kari.email, follows: null })
    // the mail's id is its delivery's, and so its Message-ID
    expect(await waiting()).toEqual([`order-mail ${mail?.id} to ${mailTo}`])
    expect(await store.delivery(mail?.id ?? '')).toMatchObject({ data: { mailId: mail?.id }, lane: 'transactional' })
    expect(await history(order)).toEqual(['draft > draft', 'send > sent'])
  })

  test('whoever of two sends the same draft, one mail leaves, and both are shown the order that was sent', async () => {
    const { deps, draft, store } = await orderUseWorld(engine)
    const order = await draft(direct)
    const sends = [kjell, kinnAdmin, kjell].map((who) => sendOrder(deps, who, { order, to: mailTo }))
    const sent = await Promise.all(sends)
    expect(sent.map(({ fresh }) => fresh).filter(Boolean)).toHaveLength(1)
    expect(sent.map((one) => one.order.state)).toEqual(['sent', 'sent', 'sent'])
    expect(await store.orderMails(order.id)).toHaveLength(1)
    // from a window that was drawn before, after all is over
    expect(await sendOrder(deps, kinnAdmin, { order, to: mailTo })).toMatchObject({ fresh: false })
    const moved = { ...order, state: 'sent' as const, version: 2 }
    await expect(sendOrder(deps, kjell, { order: moved, version: 2, to: mailTo })).rejects.toMatchObject({
      code: 'order-state',
    })
  })

  test('what somebody has edited meanwhile is not sent', async () => {
    const { deps, draft, once, store } = await orderUseWorld(engine)
    const seen = await draft(direct)
    const edited = await editDraft(deps, kinnAdmin, { order: seen, content: { ...direct, remark: 'Ny' }, once: once() })
    expect(edited.order).toMatchObject({ version: 2, content: { remark: 'Ny' } })
    for (const asked of [{ order: seen }, { order: edited.order, version: 1 }])
      await expect(sendOrder(deps, kjell, { ...asked, to: mailTo })).rejects.toMatchObject({
        code: 'changed-meanwhile',
      })
    expect(await store.orderMails(seen.id)).toEqual([])
  })

  test('without mail nothing is sent, and the draft stays', async () => {
    const { deps, draft, again, waiting } = await orderUseWorld(engine)
    const order = await draft(fictional)
    await expect(sendOrder(deps, kjell, { order, to: null })).rejects.toMatchObject({ code: 'mail-off' })
    expect(await again(order)).toEqual(order)
    expect(await waiting()).toEqual([])
  })

  test('C is not sent before its customer’s own access is confirmed; it can wait for that', async () => {
    const { deps, draft, once, again } = await orderUseWorld(engine)
    const order = await draft(existing)
    await expect(sendOrder(deps, kjell, { order, to: mailTo })).rejects.toMatchObject({ code: 'order-needs-customer' })
    expect(await again(order)).toEqual(order)
    const waits = await waitForCustomer(deps, kjell, { order, once: once() })
    expect(waits.order).toMatchObject({ state: 'waiting-for-customer', turn: 'customer' })
    const other = await draft(fictional)
    await expect(waitForCustomer(deps, kjell, { order: other, once: once() })).rejects.toMatchObject({
      code: 'order-state',
    })
  })

  test('an edit takes what another customer proved, and a draft stays of its kind', async () => {
    const { deps, draft, once, accept, code, again, store } = await orderUseWorld(engine)
    const order = await draft(existing)
    await accept(await code(order), { confirmedOn: '2026-11-20', scope: 'media', environments: ['test'] })
    const proved = await again(order)
    const renamed = { ...existing, customer: { ...existing.customer, name: 'Herøy' } }
    const same = await editDraft(deps, kjell, { order: proved, content: renamed, once: once() })
    expect(same.order.facts).toMatchObject({ proof: { how: 'customer' }, scope: 'media' })
    const another = { ...existing, customer: { number: OTHER_COMPANY, name: 'ANNEN AS', verified: true } }
    const moved = await editDraft(deps, kjell, { order: same.order, content: another, once: once() })
    expect(moved.order.facts).toMatchObject({ proof: null, scope: null })
    expect(await store.consentOf(order.id)).toBeNull()
    await expect(editDraft(deps, kjell, { order: moved.order, content: direct, once: once() })).rejects.toMatchObject({
      code: 'order-state',
    })
  })

  test('a draft that is given up forgets at once what is personal', async () => {
    const { deps, draft, once, store, audited } = await orderUseWorld(engine)
    const order = await draft(direct)
    const gone = await cancelOrder(deps, kjell, { order, once: 'cancel' })
    expect(gone.order).toMatchObject({ state: 'cancelled', turn: 'nobody', content: null, ordererEmail: null })
    const lines = await store.auditLines({ organisationNumber: null, subject: `order:${order.id}`, size: 10 })
    const everything = JSON.stringify([lines, gone.order, await store.orderEvents(order.id)])
    expect(everything).not.toMatch(/Nordmann|kommune\.example|40000000/)
    expect(await audited(order)).toEqual(['order.cancel', 'order.draft'])
    expect(await cancelOrder(deps, kjell, { order, once: 'cancel' })).toMatchObject({ fresh: false })
    await expect(editDraft(deps, kjell, { order: gone.order, content: direct, once: once() })).rejects.toMatchObject({
      code: 'order-state',
    })
  })

  test('answers, and a withdrawal, follow in the thread', async () => {
    const { deps, sentOrder, record, once, store, history } = await orderUseWorld(engine)
    const asked = await record(await sentOrder('direct'), { event: 'ask-more' })
    expect(asked).toMatchObject({ state: 'more-info', turn: 'orderer' })
    const text = '  Hjemmelen er bokstav a.\r\n\r\n\r\nSe vedtaket. '
    const answered = await answerBrreg(deps, kjell, { order: asked, text, to: mailTo, once: once() })
    expect(answered.order).toMatchObject({ state: 'sent', turn: 'brreg' })
    const gone = await withdrawOrder(deps, kjell, { order: answered.order, to: mailTo, once: once() })
    expect(gone.order).toMatchObject({ state: 'withdrawn', turn: 'nobody' })
    const mails = await store.orderMails(asked.id)
    expect(mails.map(({ purpose }) => purpose)).toEqual(['order', 'answer', 'withdrawal'])
    expect(mails.map(({ follows }) => follows)).toEqual([null, mails[0]?.id, mails[1]?.id])
    expect(new Set(mails.slice(1).map(({ subject }) => subject))).toEqual(new Set([`Re: ${mails[0]?.subject}`]))
    expect(mails[1]?.text).toContain('Hei,\n\nHjemmelen er bokstav a.\n\nSe vedtaket.\n\n')
    expect(await history(asked)).toEqual([
      'draft > draft',
      'send > sent',
      'ask-more > more-info',
      'answer > sent: Hjemmelen er bokstav a.\n\nSe vedtaket.',
      'withdraw > withdrawn',
    ])
  })

  test.each([
    ['', 'bad-input'],
    ['   \n ', 'bad-input'],
    ['a'.repeat(3001), 'bad-input'],
    [`Personen er ${nationalNumbers[0]}`, 'holds-national-number'],
  ])('an answer is refused: %j', async (text, code) => {
    const { deps, sentOrder, record, once, again, store } = await orderUseWorld(engine)
    const order = await record(await sentOrder('direct'), { event: 'ask-more' })
    const answer = answerBrreg(deps, kjell, { order, text, to: mailTo, once: once() })
    await expect(answer).rejects.toMatchObject({ code })
    expect(await again(order)).toEqual(order)
    expect(await store.orderMails(order.id)).toHaveLength(1)
  })

  test('a mail that was refused for good is marked, told of once, and sent again as the same mail', async () => {
    const { deps, sentOrder, store, lose, waiting, once, again } = await orderUseWorld(engine)
    const order = await sentOrder('direct')
    const [mail] = await store.orderMails(order.id)
    const shown: string[] = []
    const job = { ...deps, showOrder: async ({ id, state }: Order) => shown.push(`${id} ${state}`) }
    expect(await markOrdersRefused(job)).toBe(0)
    await lose(mail?.id ?? '')
    expect(await markOrdersRefused(job)).toBe(1)
    expect(await markOrdersRefused(job)).toBe(0)
    expect(shown).toEqual([`${order.id} send-failed`])
    expect(await waiting()).toEqual(['UKJELL mail-failed', `order-mail ${mail?.id} to ${mailTo}`])
    const failed = await again(order)
    expect(failed).toMatchObject({ state: 'send-failed', turn: 'orderer' })
    const sent = await sendOrderAgain(deps, kjell, { order: failed, to: mailTo, once: once() })
    expect(sent.order).toMatchObject({ state: 'sent', turn: 'brreg' })
    expect(await store.orderMails(order.id)).toEqual([mail])
    expect(await store.delivery(mail?.id ?? '')).toMatchObject({ state: 'queued' })
    expect(await markOrdersRefused(job)).toBe(0)
  })

  test('a mail that went to a wrong address is sent as a new one, with the words that were approved', async () => {
    const { deps, sentOrder, store, lose, once, again } = await orderUseWorld(engine)
    const order = await sentOrder('fictional')
    const [mail] = await store.orderMails(order.id)
    await lose(mail?.id ?? '')
    await markOrdersRefused(deps)
    const asked = { order: await again(order), to: 'rett@brreg.example', once: once() }
    await sendOrderAgain(deps, kjell, asked)
    const [, second] = await store.orderMails(order.id)
    expect(second).toMatchObject({ subject: mail?.subject, text: mail?.text, to: 'rett@brreg.example', follows: null })
    expect(second?.id).not.toBe(mail?.id)
  })

  test('an order that never reached brreg is withdrawn without a word', async () => {
    const { deps, sentOrder, store, lose, once, again } = await orderUseWorld(engine)
    const order = await sentOrder('direct')
    await lose((await store.orderMails(order.id))[0]?.id ?? '')
    await markOrdersRefused(deps)
    const gone = await withdrawOrder(deps, kjell, { order: await again(order), to: null, once: once() })
    expect(gone.order.state).toBe('withdrawn')
    expect(await store.orderMails(order.id)).toHaveLength(1)
  })

  test('own orders about the same companies are warned of; another organisation’s never', async () => {
    const { deps, draft, sentOrder, record } = await orderUseWorld(engine)
    const about = { organisationNumber: kinn.number, content: fictional }
    expect(await duplicatesOf(deps, about)).toEqual([])
    const one = await draft(fictional)
    expect(await duplicatesOf(deps, { ...about, except: one.id })).toEqual([])
    expect(await duplicatesOf(deps, about)).toEqual([{ code: 'duplicate', ids: [one.id] }])
    expect(await duplicatesOf(deps, { ...about, organisationNumber: heroy.number })).toEqual([])
    expect(await duplicatesOf(deps, { ...about, content: existing })).toEqual([])
    const sent = await sentOrder('fictional')
    const done = await record(sent, { event: 'deliver', scope: null, unitNumber: '', unitName: '' })
    expect(await duplicatesOf(deps, about)).toEqual([
      { code: 'duplicate', ids: [one.id] },
      { code: 'already-granted', id: done.id },
    ])
  })

  test('one that came to its token is warned of too', async () => {
    const { deps, sentOrder, record } = await orderUseWorld(engine)
    const granted = await record(await sentOrder('direct'), {
      event: 'confirm',
      scope: 'media',
      environments: ['test'],
    })
    await deps.store.write({}, async (tx) => {
      await tx.moveOrder(granted.id, granted.version, { state: 'in-use', turn: 'nobody' }, null)
      return null
    })
    const about = { organisationNumber: kinn.number, content: direct }
    expect(await duplicatesOf(deps, about)).toEqual([{ code: 'already-granted', id: granted.id }])
    const other = { ...direct, organisation: { ...direct.organisation, number: OTHER_COMPANY } }
    expect(await duplicatesOf(deps, { ...about, content: other })).toEqual([])
  })
})

test('of twenty who send one draft at once, one sends it', async () => {
  const { deps, draft, store } = await orderUseWorld('postgres')
  const order = await draft(direct)
  const sends = Array.from({ length: 20 }, (_, index) =>
    sendOrder(deps, index % 2 ? kjell : hanne, { order, to: mailTo }),
  )
  const all = await Promise.all(sends)
  expect(all.filter(({ fresh }) => fresh)).toHaveLength(1)
  expect(await store.orderMails(order.id)).toHaveLength(1)
})
