import { describe, expect, it } from 'vitest'
import { languages } from '../../../src/domain/belonging/types.ts'
import { orderFields } from '../../../src/domain/order/fields.ts'
import { readOrder } from '../../../src/domain/order/read-order.ts'
import { typedOrder } from '../../../src/domain/order/typed-order.ts'
import { type OrderKind, orderKinds } from '../../../src/domain/order/types.ts'
import { textFor } from '../../../src/text/index.ts'
import { orderDetails } from '../../../views/order/details.ts'
import { unitGroups } from '../../../views/order/found.ts'
import { stateOf } from '../state-of.ts'
import { contents, unit, units, worstContents } from './orders.ts'

type Block = { type: string; block_id?: string; element?: { options?: { description?: { text: string } }[] } }
const inputs = (view: { blocks: unknown[] }) =>
  (view.blocks as Block[]).flatMap(({ type, block_id }) => (type === 'input' && block_id ? [block_id] : []))

const rendered = (kind: OrderKind, values = typedOrder(contents[kind])) =>
  orderDetails.render(textFor('nb'), {
    place: { organisation: '310000019', kind, order: { id: 'ORD-12', version: 3 } },
    mayChoose: false,
    values,
    found: units,
    notes: [],
  })

describe('the fields of an order', () => {
  it.each(orderKinds)('are those of the contract, and no others: %s', (kind) => {
    expect(inputs(rendered(kind)).sort()).toEqual([...orderFields[kind]].sort())
  })

  it.each(orderKinds.flatMap((kind) => [[kind, contents[kind]] as const, [kind, worstContents[kind]] as const]))(
    'give back all that stands in them: %s',
    (kind, content) => {
      const values = typedOrder(content)
      expect(orderDetails.read(stateOf(rendered(kind, values)), kind)).toEqual(values)
    },
  )

  it('give back a customer that was found by name, by its words', () => {
    const values = {
      ...typedOrder(contents.existing),
      customer_organisation_number: '',
      customer_name: '',
      customer_unit: '310000019',
      production_data_consent: true,
    }
    const view = rendered('existing', values)
    expect(orderDetails.read(stateOf(view), 'existing')).toEqual(values)
    expect(JSON.stringify(view)).toContain('KYSTVERDI KOMMUNE (310000019)')
  })

  it('name the companies whose data are read in, above the box that accepts it', () => {
    for (const kind of ['fictional', 'existing'] as const) {
      const { blocks } = rendered(kind)
      const at = (blocks as Block[]).findIndex(({ block_id }) => block_id === 'production_data_consent')
      const above = JSON.stringify(blocks.slice(at - 2, at))
      expect(above).toContain('EKSEMPEL SYSTEMLEVERANDØR AS (999900028)')
      expect(above.includes('KYSTVERDI KOMMUNE (310000019)')).toBe(kind === 'existing')
    }
  })

  it.each(orderKinds)('carry which draft they belong to: %s', (kind) => {
    const { private_metadata } = rendered(kind)
    expect(orderDetails.metadata.read(private_metadata ?? '')).toEqual({
      organisation: '310000019',
      kind,
      order: { id: 'ORD-12', version: 3 },
    })
  })

  it.each(languages)('have their faults at the field itself, in words of its own, in %s', (language) => {
    const reading = { own: '999900028', mayChoose: false, units: new Map(), ownDomains: [] }
    for (const kind of orderKinds) {
      const empty = Object.fromEntries(
        orderFields[kind].map((field) => [
          field,
          /^(same|production_data|legal_basis$|legal_basis_letter|customer_unit)/.test(field) ? null : '',
        ]),
      ) as never
      const read = readOrder(kind, empty, reading)
      if (read.ok) throw new Error('nothing at all was taken for an order')
      const t = textFor(language)
      const errors = orderDetails.errors(t, kind, read.faults)
      expect(Object.keys(errors).sort()).toEqual([...new Set(read.faults.map(({ field }) => field))].sort())
      expect(Object.values(errors)).not.toContain(t.order.form.faults.other)
    }
  })
})

describe('suggestions of companies', () => {
  const t = textFor('nb')

  it('say that there are more than are shown', () => {
    const many = Array.from({ length: 10 }, () => unit())
    expect(unitGroups(t, { units: many, total: 234 })).toMatchObject([
      { label: { text: '10 av 234 treff. Skriv mer for å finne rett.' }, options: { length: 10 } },
    ])
    expect(unitGroups(t, { units: many, total: 10 })).toMatchObject([{ label: { text: '10 treff' } }])
  })

  it('are none where there are no hits, or the register is down', () => {
    expect(unitGroups(t, { units: [], total: 0 })).toEqual([])
    expect(unitGroups(t, 'unknown')).toEqual([])
  })

  it('keep the number whole, however long the name is', () => {
    const [group] = unitGroups(t, { units: [unit({ name: 'Å'.repeat(200) })], total: 1 })
    expect(group?.options[0]?.text.text).toMatch(/^Å+… \(310000019\)$/)
    expect(group?.options[0]?.text.text.length).toBeLessThanOrEqual(75)
  })
})
