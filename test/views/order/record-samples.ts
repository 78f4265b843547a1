import type { CodeLook } from '../../../src/domain/order/look-at-code.ts'
import { orderAnswer } from '../../../views/order/answer.ts'
import { orderAskMore } from '../../../views/order/ask-more.ts'
import { orderCode } from '../../../views/order/code.ts'
import { orderConfirm } from '../../../views/order/confirm.ts'
import { orderConsent } from '../../../views/order/consent.ts'
import { orderConsented } from '../../../views/order/consented.ts'
import { orderConsents } from '../../../views/order/consents.ts'
import { messagesToCustomer, orderCustomerMessage } from '../../../views/order/customer-message.ts'
import { orderCustomerSaid } from '../../../views/order/customer-said.ts'
import { orderCorrect, orderDeliver } from '../../../views/order/deliver.ts'
import { orderProduction } from '../../../views/order/production.ts'
import { orderRefuse } from '../../../views/order/refuse.ts'
import { orderTransfer } from '../../../views/order/transfer.ts'
import { orderWithdraw } from '../../../views/order/withdraw.ts'
import { nasty } from '../nasty.ts'
import { type Sample, sample } from '../sample.ts'
import { kari, now, order, proof, worstContents } from './orders.ts'

const worstExisting = worstContents.existing as ReturnType<typeof order<'existing'>>['content']
const worstSupplier = { number: '999999999', name: nasty.name, verified: false }
const look = (over: Partial<CodeLook> = {}): CodeLook => ({
  code: 'K7QM-3XW9',
  supplier: worstSupplier,
  customer: { ...worstSupplier, number: '888888888' },
  confirmed: null,
  expiresAt: now,
  ...over,
})

export const recordSamples: Sample[] = [
  sample('order, more is asked', (t) =>
    orderAskMore.render(t, { order: order('direct', 'sent'), values: { note: nasty.long } }),
  ),
  sample('order, refused', (t) => orderRefuse.render(t, { order: order('existing', 'sent') })),
  sample('order, answer', (t) =>
    orderAnswer.render(t, { order: order('direct', 'more-info'), to: 'opendata@brreg.no', asked: null }),
  ),
  sample('order, answer, extreme', (t) =>
    orderAnswer.render(t, {
      order: order('direct', 'more-info', { content: worstContents.direct }),
      to: 'opendata@brreg.no',
      asked: nasty.long,
      values: { text: nasty.long },
    }),
  ),
  sample('order, confirmed', (t) => orderConfirm.render(t, { order: order('direct', 'sent') })),
  sample('order, confirmed once more', (t) =>
    orderConfirm.render(t, { order: order('direct', 'granted'), values: { environments: ['prod'], note: nasty.long } }),
  ),
  sample('order, delivered', (t) => orderDeliver.render(t, { order: order('fictional', 'sent') })),
  sample('order, delivered to a customer', (t) => orderDeliver.render(t, { order: order('existing', 'sent') })),
  sample('order, corrected', (t) => orderCorrect.render(t, { order: order('fictional', 'delegated') })),
  sample('order, the customer said', (t) => orderCustomerSaid.render(t, { order: order('existing', 'draft') })),
  sample('order, the customer said, extreme', (t) =>
    orderCustomerSaid.render(t, {
      order: { ...order('existing', 'draft'), content: worstExisting },
      values: { confirmed_on: '2026-11-12', scope: 'media', environments: ['test'], note: nasty.long },
    }),
  ),
  sample('order, withdrawn', (t) =>
    orderWithdraw.render(t, {
      order: order('direct', 'sent'),
      mail: { to: 'opendata@brreg.no', text: nasty.long.repeat(2) },
    }),
  ),
  sample('order, withdrawn unsent', (t) =>
    orderWithdraw.render(t, { order: order('direct', 'send-failed'), mail: null }),
  ),
  sample('order, transferred', (t) =>
    orderTransfer.render(t, {
      order: order('direct', 'sent'),
      canTell: true,
      values: { user: 'U0KARI', tell_brreg: false },
    }),
  ),
  sample('order, transferred unsent', (t) =>
    orderTransfer.render(t, { order: order('direct', 'draft'), canTell: false }),
  ),
  ...(['none', 'delegated', 'in-use', 'revoked'] as const).map((production) =>
    sample(`order in production, ${production}`, (t) =>
      orderProduction.render(t, {
        order: order('existing', 'in-use', { facts: { ...order('existing', 'in-use').facts, production } }),
        possible: ['delegated', 'revoked'],
      }),
    ),
  ),
  ...messagesToCustomer.flatMap((about) => [
    sample(`message to a customer, ${about}`, (t) =>
      orderCustomerMessage.render(t, { order: order('existing', 'draft'), about, code: null }),
    ),
    sample(`message to a customer, ${about}, extreme`, (t) =>
      orderCustomerMessage.render(t, {
        order: { ...order('existing', 'waiting-for-customer'), content: worstExisting },
        about,
        code: { code: 'K7QM-3XW9', expiresAt: now },
      }),
    ),
  ]),
  sample('message to a customer, no more codes', (t) =>
    orderCustomerMessage.render(t, {
      order: order('existing', 'draft'),
      about: 'order',
      code: null,
      tooMany: true,
    }),
  ),
  sample('code of a supplier', (t) => orderCode.render(t, { organisation: '310000019' })),
  sample('code of a supplier, typed', (t) =>
    orderCode.render(t, { organisation: '310000019', values: { code: 'k7qm 3xw9' } }),
  ),
  sample('consent, nothing known', (t) =>
    orderConsent.render(t, { organisation: '310000019', look: look(), pending: null }),
  ),
  sample('consent, ordered', (t) =>
    orderConsent.render(t, {
      organisation: '310000019',
      look: look(),
      pending: { id: 'ORD-7' },
      values: { confirmed_on: '2026-11-12', scope: 'media', environments: ['test', 'prod'] },
    }),
  ),
  sample('consent, confirmed', (t) =>
    orderConsent.render(t, { organisation: '310000019', look: look({ confirmed: proof }), pending: null }),
  ),
  sample('consent, confirmed without a scope', (t) =>
    orderConsent.render(t, {
      organisation: '310000019',
      look: look({ confirmed: { ...proof, scope: null } }),
      pending: null,
    }),
  ),
  sample('consented', (t) =>
    orderConsented.render(t, { supplier: worstSupplier, outcome: 'confirmed', ordered: true }),
  ),
  sample('consented, waits', (t) =>
    orderConsented.render(t, { supplier: worstSupplier, outcome: 'waits', ordered: false }),
  ),
  sample('no consents', (t) => orderConsents.render(t, { consents: [] })),
  sample('consents', (t) =>
    orderConsents.render(t, {
      consents: Array.from({ length: 40 }, (_, at) => ({
        orderId: `ORD-${at}`,
        supplier: worstSupplier,
        by: kari,
        at: now,
      })),
      withdrawn: worstSupplier,
    }),
  ),
]

/** Those views by their ids, with the action ids they say they render. */
export const recordViews = [
  orderAskMore,
  orderRefuse,
  orderAnswer,
  orderConfirm,
  orderDeliver,
  orderCorrect,
  orderCustomerSaid,
  orderWithdraw,
  orderTransfer,
  orderProduction,
  orderCustomerMessage,
  orderCode,
  orderConsent,
  orderConsented,
  orderConsents,
]
