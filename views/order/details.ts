import type { KnownBlock, ModalView } from '@slack/types'
import { z } from 'zod'
import type { RegisterUnit } from '../../src/domain/belonging/register-unit.ts'
import { type OrderFault, type OrderField, orderFields, type TypedOrder } from '../../src/domain/order/fields.ts'
import { basisLetters, legalBases, type OrderKind, orderKinds } from '../../src/domain/order/types.ts'
import { cut } from '../../src/text/format.ts'
import type { Text } from '../../src/text/index.ts'
import { context, section } from '../kit/blocks.ts'
import { defineForm, type Labels, type ViewValues } from '../kit/form.ts'
import { metadataOf } from '../kit/metadata.ts'
import { modal } from '../kit/modal.ts'
import { bold, mrkdwn } from '../kit/mrkdwn.ts'
import { oneLine } from '../kit/one-line.ts'
import { type DetailsPart, detailsParts, requiredFields } from './details-parts.ts'
import { orderFaultWords } from './fault-words.ts'
import { foundLine, unitLabel } from './found.ts'
import { organisation } from './values.ts'

const id = 'test-access-details'

/** Plain texts throughout: Slack's own fields refuse pasted markup before the bot can take it off. Roomier than the rules. */
const number = { kind: 'text', max: 60 } as const
const name = { kind: 'text', max: 400 } as const
const email = { kind: 'text', max: 600 } as const
const phone = { kind: 'text', max: 100 } as const

const fields = {
  organisation_number: number,
  organisation_name: name,
  test_contact_name: name,
  test_contact_email: email,
  test_contact_phone: phone,
  same_contact: { kind: 'checkbox' },
  production_contact_name: name,
  production_contact_email: email,
  production_contact_phone: phone,
  legal_basis: { kind: 'radio', values: legalBases },
  legal_basis_letter: { kind: 'select', values: basisLetters },
  legal_basis_text: { kind: 'multiline', max: 2000 },
  supplier_organisation_number: number,
  supplier_name: name,
  supplier_test_contact_name: name,
  supplier_test_contact_email: email,
  supplier_test_contact_phone: phone,
  customer_organisation_number: number,
  customer_unit: { kind: 'external-select', letters: 3 },
  customer_name: name,
  customer_test_contact_name: name,
  customer_test_contact_email: email,
  customer_test_contact_phone: phone,
  remark: { kind: 'multiline', max: 3000 },
  production_data_consent: { kind: 'checkbox' },
} as const

const form = defineForm({ id, fields })

/** `order`: the draft that is edited, as it was seen; null: a new one. */
export type OrderDetailsPlace = {
  organisation: string
  kind: OrderKind
  order: { id: string; version: number } | null
}
const metadata = metadataOf<OrderDetailsPlace>(
  z.strictObject({
    organisation,
    kind: z.enum(orderKinds),
    order: z.strictObject({ id: z.string().min(1).max(40), version: z.number().int() }).nullable(),
  }),
)

/** Why the fields hold what they hold, or what to know of them. */
export type OrderDetailsNote = 'last' | 'meanwhile' | 'register-down'

export type OrderDetailsData = {
  place: OrderDetailsPlace
  /** what the organisation is called, where the person may act for others too and has to see it */
  acting?: string | undefined
  /** operators may order for another organisation than their own */
  mayChoose: boolean
  values: TypedOrder
  /** what the register said of the companies */
  found: readonly RegisterUnit[]
  notes: readonly OrderDetailsNote[]
}

type Loose = Partial<Record<OrderField, string | boolean | null>>

const typedName = (values: Loose, nameField: OrderField, numberField: OrderField): string => {
  const shown = oneLine(String(values[nameField] ?? ''))
  const ofNumber = oneLine(String(values[numberField] ?? ''))
  if (shown === '') return ''
  return ofNumber === '' ? cut(shown, 180) : `${cut(shown, 180)} (${cut(ofNumber, 40)})`
}

/** Whose production data are read in, by the names that stand in the fields by now. */
const affected = (t: Text, kind: OrderKind, values: Loose, found: readonly RegisterUnit[]): string[] => {
  const words = t.order.form
  const supplier = typedName(values, 'supplier_name', 'supplier_organisation_number') || words.yourself
  if (kind !== 'existing') return [supplier]
  const unit = found.find((one) => one.number === values.customer_unit)
  const customer = unit ? `${unit.name} (${unit.number})` : ''
  return [supplier, typedName(values, 'customer_name', 'customer_organisation_number') || customer || words.theCustomer]
}

const labels = (t: Text, kind: OrderKind): Labels<typeof fields> => {
  const words = t.order.form
  if (kind === 'direct') return words.fields
  const { production_data_consent: consent } = words.fields
  return {
    ...words.fields,
    production_data_consent: { ...consent, options: { yes: { label: words.consent[kind] } } },
  }
}

/** What stands above the fields of a part. */
const above = (t: Text, part: DetailsPart, data: OrderDetailsData): KnownBlock[] => {
  const words = t.order.form
  const { kind } = data.place
  const values: Loose = data.values
  if (part.name === 'consent')
    return [
      section(mrkdwn`:warning: *${words.readIn({ companies: affected(t, kind, values, data.found) })}*`),
      context(words.personal),
    ]
  const units = data.found.filter((unit) => part.companies.some((field) => values[field] === unit.number))
  return [
    section(bold(words.parts[part.name])),
    ...units.slice(0, 2).map((unit) => context(foundLine(t, unit))),
    ...(part.own && !data.mayChoose ? [context(words.fixed)] : []),
  ]
}

const notes = (t: Text, { place, acting, notes: of }: OrderDetailsData): KnownBlock[] => {
  const words = t.order.form
  const warning = place.kind === 'direct' ? null : words.warning[place.kind]
  return [
    ...of.map((note) => section(mrkdwn`:information_source: ${words.notes[note]}`)),
    section(words.intro[place.kind]),
    ...(warning === null ? [context(words.personal)] : [section(mrkdwn`:warning: ${warning}`)]),
    ...(acting ? [context(t.client.actingFor({ organisation: cut(acting, 250) }))] : []),
  ]
}

/** The fields of an order by its kind. What comes back has the same fields, so that nothing typed is ever lost. */
const render = (t: Text, data: OrderDetailsData): ModalView => {
  const { place, values, found } = data
  const { kind } = place
  const words = labels(t, kind)
  const names = Object.fromEntries(found.map((unit) => [unit.number, unitLabel(unit)]))
  return modal({
    id,
    title: t.order.form.titles[kind],
    environment: null,
    close: t.common.cancel,
    submit: t.order.form.submit,
    metadata: metadata.write(place),
    blocks: [
      ...notes(t, data),
      ...detailsParts[kind].flatMap((part) => [
        ...above(t, part, data),
        ...form.render({
          t: words,
          values: values as Partial<ReturnType<typeof form.read>>,
          only: part.fields,
          required: requiredFields,
          names: { customer_unit: names },
        }),
      ]),
    ],
  })
}

const read = (state: ViewValues, kind: OrderKind): TypedOrder => form.read(state, orderFields[kind]) as TypedOrder

const errors = (t: Text, kind: OrderKind, faults: readonly OrderFault[]): Record<string, string> =>
  form.errors(
    faults.map((fault) => ({ field: fault.field, message: orderFaultWords(t, fault) })),
    orderFields[kind],
  )

/** What suggestions of customers are asked for by. */
const customerUnit = form.actionId('customer_unit')

export const orderDetails = { id, actions: {}, customerUnit, metadata, render, read, errors }
