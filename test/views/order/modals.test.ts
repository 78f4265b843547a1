import { describe, expect, it } from 'vitest'
import { languages } from '../../../src/domain/belonging/types.ts'
import { outcomeMismatches } from '../../../src/domain/order/read-outcome.ts'
import { textFor } from '../../../src/text/index.ts'
import { orderAnswer } from '../../../views/order/answer.ts'
import { orderAskMore } from '../../../views/order/ask-more.ts'
import { orderBrowser } from '../../../views/order/browser.ts'
import { orderCode } from '../../../views/order/code.ts'
import { orderConfirm } from '../../../views/order/confirm.ts'
import { orderConsent } from '../../../views/order/consent.ts'
import { orderCustomerMessage } from '../../../views/order/customer-message.ts'
import { orderCustomerSaid } from '../../../views/order/customer-said.ts'
import { orderCorrect, orderDeliver } from '../../../views/order/deliver.ts'
import { noAnswers, orderNew } from '../../../views/order/new.ts'
import { orderOutcome } from '../../../views/order/outcome.ts'
import { orderPreview } from '../../../views/order/preview.ts'
import { orderProduction } from '../../../views/order/production.ts'
import { orderTransfer } from '../../../views/order/transfer.ts'
import { firstOrders } from '../../../views/order/values.ts'
import { stateOf } from '../state-of.ts'
import { order, proof, units } from './orders.ts'

const t = textFor('nb')
const mail = {
  to: 'opendata@brreg.no',
  copy: 'kari.fjellvag@kystverdi.example',
  subject: 'Bestilling',
  text: 'Navn: A',
}

describe('modals about an order', () => {
  const place = { order: 'ORD-12', version: 3 }

  it.each([
    [
      'what is asked',
      orderAskMore,
      orderAskMore.render(t, { order: order('direct', 'sent'), values: { note: 'a\nb' } }),
      { note: 'a\nb' },
    ],
    [
      'an answer',
      orderAnswer,
      orderAnswer.render(t, { order: order('direct', 'more-info'), to: mail.to, asked: null, values: { text: 'Ja.' } }),
      { text: 'Ja.' },
    ],
    [
      'a confirmation',
      orderConfirm,
      orderConfirm.render(t, {
        order: order('direct', 'sent'),
        values: { scope: 'media', environments: ['test', 'prod'], note: 'Se e-post.' },
      }),
      { scope: 'media', environments: ['test', 'prod'], note: 'Se e-post.' },
    ],
    [
      'a fictional enterprise',
      orderDeliver,
      orderDeliver.render(t, {
        order: order('fictional', 'sent'),
        values: { unit_number: '313513408', unit_name: 'FALSK ØDE TIGER AS', scope: 'offentlig', note: '' },
      }),
      { unit_number: '313513408', unit_name: 'FALSK ØDE TIGER AS', scope: 'offentlig', note: '' },
    ],
    [
      'what is put right',
      orderCorrect,
      orderCorrect.render(t, { order: order('fictional', 'delegated') }),
      { unit_number: '313513408', unit_name: 'FALSK ØDE TIGER AS', scope: 'rapporteringspliktig', note: '' },
    ],
    [
      'what a customer said',
      orderCustomerSaid,
      orderCustomerSaid.render(t, {
        order: order('existing', 'draft'),
        values: { confirmed_on: '2026-11-12', scope: 'media', environments: ['prod'], note: '' },
      }),
      { confirmed_on: '2026-11-12', scope: 'media', environments: ['prod'], note: '' },
    ],
    [
      'a colleague',
      orderTransfer,
      orderTransfer.render(t, {
        order: order('direct', 'sent'),
        canTell: true,
        values: { user: 'U0CECILIE', tell_brreg: true },
      }),
      { user: 'U0CECILIE', tell_brreg: true },
    ],
    [
      'production',
      orderProduction,
      orderProduction.render(t, {
        order: order('existing', 'in-use'),
        possible: ['delegated', 'revoked'],
        values: { production: 'revoked', note: '' },
      }),
      { production: 'revoked', note: '' },
    ],
  ] as const)('give back what stands in them, and which order it is about: %s', (_, view, rendered, values) => {
    const read = view.read as (state: ReturnType<typeof stateOf>) => unknown
    expect(read(stateOf(rendered))).toEqual(values)
    expect(view.metadata.read(rendered.private_metadata ?? '')).toEqual(place)
  })

  it('ask nothing of a fictional enterprise where there is none', () => {
    const rendered = orderDeliver.render(t, { order: order('existing', 'sent') })
    expect(orderDeliver.read(stateOf(rendered))).toEqual({ unit_number: '', unit_name: '', scope: null, note: '' })
    const errors = orderDeliver.errors(t, order('existing', 'sent'), [{ field: 'unit_number', reason: 'required' }])
    expect(Object.keys(errors)).toEqual(['scope'])
  })

  it.each(languages)('warn of national identity numbers where brreg’s answer is written down, in %s', (language) => {
    const words = textFor(language)
    for (const view of [orderDeliver, orderCorrect])
      expect(JSON.stringify(view.render(words, { order: order('fictional', 'sent') }))).toContain(
        words.order.record.never,
      )
  })

  it('say why a colleague can’t take over, at the colleague', () => {
    for (const reason of ['same', 'not-a-member', 'no-address', 'required'])
      expect(Object.keys(orderTransfer.errors(t, [{ field: 'user', reason }]))).toEqual(['user'])
    expect(orderTransfer.errors(t, [{ field: 'user', reason: 'no-address' }])).toEqual({
      user: t.order.record.transfer.faults['no-address'],
    })
  })
})

describe('the questions', () => {
  const read = (answers: object, chosen: 'fictional' | null = null) =>
    orderNew.read(
      stateOf(orderNew.render(t, { organisation: '310000019', answers: { ...noAnswers, ...answers }, chosen })),
    )

  it('go on with what they recommend, unless something was chosen by hand', () => {
    expect(read({ purpose: 'read', own_right: 'yes' }).kind).toBe('direct')
    expect(read({ purpose: 'read', own_right: 'yes' }, 'fictional').kind).toBe('fictional')
    expect(read({}, 'fictional').kind).toBe('fictional')
    expect(read({}).kind).toBeNull()
  })

  it('lead nowhere where nothing is ordered here, whatever is chosen', () => {
    const stopped = read({ purpose: 'report' }, 'fictional')
    expect(stopped.kind).toBeNull()
    expect(Object.keys(orderNew.errors(t, stopped.answers))).toEqual(['purpose'])
    expect(Object.keys(orderNew.errors(t, read({}).answers))).toEqual(['order_kind'])
  })

  it('forget the answer to a question that is not asked any more', () => {
    const state = {
      purpose: { 'test-access-new.purpose': { selected_option: { value: 'read' } } },
      own_right: { 'test-access-new.own_right': { selected_option: { value: 'yes' } } },
      wants: { 'test-access-new.wants': { selected_option: { value: 'test' } } },
      customer_willing: { 'test-access-new.customer_willing': { selected_option: { value: 'no' } } },
    }
    expect(orderNew.read(state)).toEqual({
      answers: { purpose: 'read', own_right: 'yes', wants: null, customer_willing: null },
      chosen: null,
      kind: 'direct',
    })
  })

  it('say before anything is asked that suppliers can’t order production', () => {
    const [, second, ...rest] = orderNew.render(t, { organisation: '', answers: noAnswers }).blocks
    expect(JSON.stringify(second)).toContain(t.order.new.production)
    expect(rest.some(({ type }) => type === 'input')).toBe(true)
  })
})

describe('the preview', () => {
  it('sends nothing for a customer whose own access nobody has confirmed', () => {
    const draft = order('existing', 'draft')
    const data = { order: draft, mail, warnings: [], found: units }
    expect(orderPreview.render(t, data).submit).toBeUndefined()
    const confirmed = { ...draft, facts: { ...draft.facts, proof } }
    expect(orderPreview.render(t, { ...data, order: confirmed }).submit).toBeDefined()
  })

  it('shows the mail as it is, every line of it', () => {
    const text = Array.from({ length: 400 }, (_, at) => `Felt ${at}: <b> & *verdi*`).join('\n')
    const view = orderPreview.render(t, {
      order: order('direct', 'draft'),
      mail: { ...mail, text },
      warnings: [],
      found: units,
    })
    const boxes = (view.blocks as { type: string; elements?: { elements: { text: string }[] }[] }[])
      .filter(({ type }) => type === 'rich_text')
      .map(({ elements }) => elements?.[0]?.elements[0]?.text)
    expect(boxes.join('\n')).toBe(text)
  })

  it.each([
    ['direct', 0],
    ['fictional', 1],
    ['existing', 2],
  ] as const)('names every company whose data are read in: %s', (kind, count) => {
    const text = JSON.stringify(
      orderPreview.render(t, { order: order(kind, 'draft'), mail, warnings: [], found: units }),
    )
    const line = text.match(/Ekte opplysninger \(produksjonsdata\) om ([^"]*) leses inn/)?.[1] ?? ''
    expect([...line.matchAll(/\(\d{9}\)/g)].length).toBe(count)
  })

  it('says of a company that was not looked up that it was not', () => {
    const data = { order: order('existing', 'draft'), mail, warnings: [], found: [] }
    expect(JSON.stringify(orderPreview.render(t, data))).toContain(t.order.preview.found.unchecked)
  })
})

describe('a message to the customer', () => {
  it('holds the code and both companies in both languages, whatever the reader’s', () => {
    const code = { code: 'K7QM-3XW9', expiresAt: Date.parse('2026-12-24T12:00:00Z') }
    for (const language of languages) {
      const shown = orderCustomerMessage.render(textFor(language), {
        order: order('existing', 'draft'),
        about: 'order',
        code,
      })
      const text = JSON.stringify(shown.view)
      expect(text).toContain('Hei, KYSTVERDI KOMMUNE!')
      expect(text).toContain('Dear KYSTVERDI KOMMUNE,')
      expect(text.match(/K7QM-3XW9/g)?.length).toBeGreaterThanOrEqual(3)
      expect(text).toContain('24. desember 2026')
    }
  })

  it('names the form that the scope belongs to, and the number to delegate to', () => {
    const text = JSON.stringify(
      orderCustomerMessage.render(t, { order: order('existing', 'delegated'), about: 'delegate-test', code: null })
        .view,
    )
    expect(text).toContain('Register over reelle rettighetshavere - Rapporteringspliktig virksomhet - På vegne av')
    expect(text).toContain('999900028')
  })
})

describe('a customer’s yes', () => {
  const look = {
    code: 'K7QM-3XW9',
    supplier: { number: '999900028', name: 'EKSEMPEL SYSTEMLEVERANDØR AS', verified: true },
    customer: { number: '310000019', name: 'KYSTVERDI KOMMUNE', verified: true },
    confirmed: null,
    expiresAt: 0,
  }

  it('takes what the customer knows, all of it or nothing', () => {
    const values = { confirmed_on: '2026-11-12', scope: 'media', environments: ['test'] } as const
    const read = (some: object) =>
      orderConsent.read(
        stateOf(orderConsent.render(t, { organisation: '310000019', look, pending: null, values: some })),
      )
    expect(read({})).toBeNull()
    expect(read(values)).toEqual(values)
    expect(orderConsent.isHalf({ ...values, environments: ['test'] })).toBe(false)
    const half = read({ scope: 'media' })
    if (half === null) throw new Error('a scope alone was taken for nothing')
    expect(orderConsent.isHalf(half)).toBe(true)
    expect(Object.keys(orderConsent.halfErrors(t, half))).toEqual(['confirmed_on'])
  })

  it('asks nothing where the bot knows', () => {
    const view = orderConsent.render(t, {
      organisation: '310000019',
      look: { ...look, confirmed: proof },
      pending: null,
    })
    expect(view.blocks.some(({ type }) => type === 'input')).toBe(false)
    expect(orderConsent.metadata.read(view.private_metadata ?? '')).toEqual({
      organisation: '310000019',
      code: 'K7QM-3XW9',
      asks: false,
    })
  })

  it('answers a code the same way whatever is wrong with it', () => {
    expect(orderCode.errors(t, 'invalid')).toEqual({
      code: expect.stringContaining(t.errors['code-invalid']({ serviceDesk: '' }).what),
    })
  })
})

describe('the outcome of a try for a token', () => {
  it.each(outcomeMismatches)('is explained in place, and what was pasted is not shown again: %s', (what) => {
    const view = orderOutcome.render(t, {
      order: order('existing', 'delegated'),
      environment: 'test',
      client: null,
      outcome: { outcome: 'mismatch', what, expected: 'a', found: 'b' },
    })
    expect(JSON.stringify(view)).toContain(t.order.outcome.mismatch[what].what)
    expect(orderOutcome.read(stateOf(view))).toEqual({ pasted: '' })
  })

  it('says prod in the title where it is of production', () => {
    const data = { order: order('existing', 'in-use'), environment: 'prod', client: null } as const
    expect(orderOutcome.render(t, data).title.text).toContain('(prod)')
  })
})

describe('the browser of orders', () => {
  const render = (every: boolean) =>
    orderBrowser.render(t, { ...firstOrders, whose: every ? 'all' : 'organisation', rows: [], total: 0, every }).view

  it('offers all organisations’ orders to those who may see them', () => {
    expect(JSON.stringify(render(true))).toContain(t.order.browse.form.whose.options.all.label)
    expect(JSON.stringify(render(false))).not.toContain(t.order.browse.form.whose.options.all.label)
  })

  it('begins at the first page with another filter', () => {
    const before = { ...firstOrders, page: 7 }
    const read = orderBrowser.read(stateOf(render(true)), before)
    expect(read).toEqual({ ...firstOrders, whose: 'all', text: null, page: 0 })
  })
})
