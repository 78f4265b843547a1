import { orderTolds } from '../../../src/domain/order/notices.ts'
import { orderMailText } from '../../../src/domain/order/order-mail.ts'
import { prefilledOrder, typedOrder } from '../../../src/domain/order/typed-order.ts'
import { orderKinds, orderStates } from '../../../src/domain/order/types.ts'
import { orderBrowser } from '../../../views/order/browser.ts'
import { orderCard } from '../../../views/order/card.ts'
import { type OrderDetailsData, orderDetails } from '../../../views/order/details.ts'
import { orderExport } from '../../../views/order/export.ts'
import { orderHelp } from '../../../views/order/help.ts'
import { orderHistory } from '../../../views/order/history.ts'
import { orderHome } from '../../../views/order/home.ts'
import { orderList } from '../../../views/order/list.ts'
import type { MailState } from '../../../views/order/mail-state.ts'
import { noAnswers, orderNew } from '../../../views/order/new.ts'
import { type OrderPreviewData, orderPreview } from '../../../views/order/preview.ts'
import type { OrderListData } from '../../../views/order/rows.ts'
import { orderSentMail } from '../../../views/order/sent-mail.ts'
import { orderTold } from '../../../views/order/told.ts'
import { firstOrders } from '../../../views/order/values.ts'
import { nasty } from '../nasty.ts'
import { type Sample, sample } from '../sample.ts'
import { nextSamples, nextViews } from './next-samples.ts'
import { contents, kari, now, order, units, worstContents, worstUnits } from './orders.ts'
import { recordSamples, recordViews } from './record-samples.ts'

const mail: MailState = { state: 'sent', attempts: 1, failure: null, failureCode: null, sentAt: now }
const mailStates: MailState[] = [
  mail,
  { ...mail, state: 'queued', attempts: 0, sentAt: null },
  { ...mail, state: 'queued', attempts: 3, failure: 'timeout', sentAt: null },
  { ...mail, state: 'failed', failure: 'refused-recipient', failureCode: 550, sentAt: null },
  { ...mail, state: 'unknown', failure: 'dropped-after-data', sentAt: null },
  { ...mail, state: 'suppressed', sentAt: null },
]

const details = (kind: OrderDetailsData['place']['kind'], over: Partial<OrderDetailsData> = {}): OrderDetailsData => ({
  place: { organisation: '310000019', kind, order: null },
  mayChoose: false,
  values: typedOrder(contents[kind]),
  found: units,
  notes: [],
  ...over,
})

const preview = (kind: OrderDetailsData['place']['kind'], over: Partial<OrderPreviewData> = {}): OrderPreviewData => ({
  order: order(kind, 'draft'),
  mail: { to: 'opendata@brreg.no', copy: 'kari.fjellvag@kystverdi.example', ...orderMailText(contents[kind]) },
  warnings: [],
  found: units,
  ...over,
})

const row = (id: string) => ({ ...order('existing', 'sent'), id })
const list = (over: Partial<OrderListData> = {}): OrderListData => ({ ...firstOrders, rows: [], total: 0, ...over })
const full = list({
  whose: 'all',
  state: 'all',
  turn: 'customer',
  text: nasty.long,
  page: 1,
  total: 250,
  notice: nasty.name,
  rows: orderKinds.flatMap((kind) =>
    orderStates.map((state, at) => ({
      ...order(kind, state, { content: state === 'cancelled' ? null : worstContents[kind], id: `ORD-9999999${at}` }),
      organisation: nasty.name,
    })),
  ),
})

const answers = [
  noAnswers,
  { ...noAnswers, purpose: 'report' },
  { ...noAnswers, purpose: 'other' },
  { ...noAnswers, purpose: 'read' },
  { ...noAnswers, purpose: 'read', own_right: 'yes' },
  { ...noAnswers, purpose: 'read', own_right: 'no' },
  { ...noAnswers, purpose: 'read', own_right: 'no', wants: 'production' },
  { ...noAnswers, purpose: 'read', own_right: 'no', wants: 'test' },
  { purpose: 'read', own_right: 'no', wants: 'test', customer_willing: 'yes' },
  { purpose: 'read', own_right: 'no', wants: 'test', customer_willing: 'no' },
] as const

const nobody = { organisation: null, person: { name: null, email: null }, last: null }

export const orderSamples: Sample[] = [
  ...answers.map((given) =>
    sample(`new order, ${JSON.stringify(given)}`, (t) =>
      orderNew.render(t, { organisation: '310000019', acting: nasty.name, answers: given, chosen: 'fictional' }),
    ),
  ),
  ...orderKinds.flatMap((kind) => [
    sample(`order details, ${kind}`, (t) => orderDetails.render(t, details(kind))),
    sample(`order details, ${kind}, empty`, (t) =>
      orderDetails.render(t, details(kind, { values: prefilledOrder(kind, nobody), found: [] })),
    ),
    sample(`order details, ${kind}, extreme`, (t) =>
      orderDetails.render(
        t,
        details(kind, {
          place: { organisation: '310000019', kind, order: { id: 'ORD-999999', version: 999 } },
          acting: nasty.name,
          mayChoose: true,
          values: typedOrder(worstContents[kind]),
          found: worstUnits,
          notes: ['last', 'meanwhile', 'register-down'],
        }),
      ),
    ),
    sample(`order preview, ${kind}`, (t) => orderPreview.render(t, preview(kind))),
    sample(`order preview, ${kind}, extreme`, (t) =>
      orderPreview.render(
        t,
        preview(kind, {
          order: { ...order(kind, 'draft'), content: worstContents[kind] },
          acting: nasty.name,
          mail: { to: 'opendata@brreg.no', copy: nasty.name, subject: nasty.long, text: nasty.long.repeat(3) },
          found: worstUnits,
          warnings: [
            { code: 'name-differs', field: 'customer_name', registered: nasty.name },
            { code: 'duplicate', ids: Array.from({ length: 40 }, (_, at) => `ORD-${at}`) },
            { code: 'already-granted', id: 'ORD-1' },
            ...Array.from({ length: 20 }, () => ({ code: 'free-mail', field: 'test_contact_email' }) as const),
          ],
        }),
      ),
    ),
    ...orderStates.map((state) =>
      sample(`order card, ${kind}, ${state}`, (t) => orderCard.render(t, { order: order(kind, state), mail })),
    ),
    sample(`order card, ${kind}, extreme`, (t) =>
      orderCard.render(t, {
        order: order(kind, 'in-use', { id: 'ORD-999999', content: worstContents[kind] }),
        organisation: nasty.name,
        mail,
        notice: { warning: nasty.name },
      }),
    ),
    ...orderTolds.map((what) =>
      sample(`told of an order, ${kind}, ${what}`, (t) =>
        orderTold.render(t, { order: order(kind, 'sent', { content: worstContents[kind] }), what, by: kari.userId }),
      ),
    ),
  ]),
  sample('order preview, confirmed by the customer', (t) => {
    const confirmed = order('existing', 'sent')
    return orderPreview.render(t, preview('existing', { order: { ...confirmed, state: 'draft' } }))
  }),
  ...mailStates.map((state) =>
    sample(`order card, mail ${state.state} ${state.attempts}`, (t) =>
      orderCard.render(t, { order: order('direct', 'sent'), mail: state, busy: kari }),
    ),
  ),
  sample('order card, a token refused', (t) =>
    orderCard.render(t, {
      order: order('existing', 'delegated', {
        facts: { ...order('existing', 'delegated').facts, refusedWith: 'MP-251', production: 'revoked' },
      }),
      mail: null,
      notice: 'ok',
    }),
  ),
  sample('no orders', (t) => orderBrowser.render(t, { ...list(), every: false })),
  sample('no orders in all', (t) => orderBrowser.render(t, { ...list({ state: 'all' }), every: false })),
  sample('orders', (t) => orderBrowser.render(t, { ...list({ rows: [row('ORD-1')], total: 30 }), every: false })),
  sample('orders, extreme', (t) => orderBrowser.render(t, { ...full, every: true })),
  sample('order list', (t) => orderList.render(t, full)),
  sample('orders at home, none', (t) => ({
    type: 'home',
    blocks: orderHome.render(t, { open: 0, yours: 0, rows: [] }),
  })),
  sample('orders at home', (t) => ({
    type: 'home',
    blocks: orderHome.render(t, { open: 12, yours: 9, rows: full.rows }),
  })),
  sample('order help', (t) => orderHelp.render(t)),
  sample('order export', (t) =>
    orderExport.render(t, { organisation: nasty.name, link: { url: 'https://portvakt.example/x', expiresAt: now } }),
  ),
  sample('order export, all', (t) =>
    orderExport.render(t, { organisation: null, link: { url: 'https://portvakt.example/x', expiresAt: now } }),
  ),
  sample('order export, off', (t) => orderExport.render(t, { organisation: null, link: null })),
  sample('order history, none', (t) =>
    orderHistory.render(t, { order: order('direct', 'draft'), events: [], mails: [] }),
  ),
  sample('order history, extreme', (t) =>
    orderHistory.render(t, {
      order: order('existing', 'in-use', { content: worstContents.existing }),
      events: Array.from({ length: 90 }, (_, at) => ({
        orderId: 'ORD-12',
        number: at,
        event: at % 2 === 0 ? 'ask-more' : 'mail-failed',
        state: 'sent',
        actor: at % 2 === 0 ? 'person:T0:U0KARI' : 'orders-refused',
        note: nasty.long,
        at: now,
      })),
      mails: (['order', 'answer', 'withdrawal', 'transfer'] as const).flatMap((purpose, at) => [
        { id: `${at}`, purpose, createdAt: now, state: mailStates[at] ?? null },
        { id: `${at}b`, purpose, createdAt: now, state: null },
        { id: `${at}c`, purpose, createdAt: now, state: null },
      ]),
    }),
  ),
  ...[nasty.long.repeat(3), ''].map((text) =>
    sample(`a mail of an order, ${text.length}`, (t) =>
      orderSentMail.render(t, {
        order: order('direct'),
        mail: {
          id: 'mail-1',
          orderId: 'ORD-12',
          purpose: 'order',
          subject: nasty.long,
          text,
          to: 'opendata@brreg.no',
          replyTo: nasty.name,
          follows: null,
          createdAt: now,
        },
        state: mail,
        messageId: '<mail-1@portvakt.example>',
      }),
    ),
  ),
  ...recordSamples,
  ...nextSamples,
]

/** Those views by their ids, with the action ids they say they render. */
export const orderViews = [
  orderNew,
  orderDetails,
  orderPreview,
  orderCard,
  orderBrowser,
  orderList,
  orderHome,
  orderHelp,
  orderExport,
  orderHistory,
  orderSentMail,
  orderTold,
  ...recordViews,
  ...nextViews,
]
