import type { KnownBlock, ModalView } from '@slack/types'
import { z } from 'zod'
import { environments } from '../../src/domain/client/types.ts'
import type { CodeLook } from '../../src/domain/order/look-at-code.ts'
import { registerScopes } from '../../src/domain/order/types.ts'
import type { FieldFault } from '../../src/errors.ts'
import { cut } from '../../src/text/format.ts'
import type { Text } from '../../src/text/index.ts'
import { context, section } from '../kit/blocks.ts'
import { defineForm, type Values, type ViewValues } from '../kit/form.ts'
import { metadataOf } from '../kit/metadata.ts'
import { modal } from '../kit/modal.ts'
import { bold, mrkdwn, stacked } from '../kit/mrkdwn.ts'
import { dayOf, scopeWords, unitName } from './order-words.ts'
import { recordFaultsAt } from './record-kit.ts'
import { organisation } from './values.ts'

const id = 'order-consent'

const fields = {
  confirmed_on: { kind: 'date', optional: true },
  scope: { kind: 'select', values: registerScopes, optional: true },
  environments: { kind: 'checkboxes', values: environments, optional: true },
} as const
const form = defineForm({ id, fields })

/** The code goes on from the modal before; it is good only for its customer, and whoever reads it here has typed it. */
export type OrderConsentPlace = { organisation: string; code: string; asks: boolean }
const metadata = metadataOf<OrderConsentPlace>(
  z.strictObject({ organisation, code: z.string().min(1).max(100), asks: z.boolean() }),
)

export type OrderConsentValues = Values<typeof fields>
export type OrderConsentData = {
  organisation: string
  look: CodeLook
  /** the customer's own direct order that brreg has not confirmed yet; null: there is none */
  pending: { id: string } | null
  values?: Partial<OrderConsentValues>
}

const standing = (t: Text, { look, pending }: OrderConsentData): KnownBlock => {
  const words = t.order.customer.consent
  const { confirmed } = look
  if (confirmed !== null)
    return section(
      words.known({
        scope: confirmed.scope === null ? t.order.card.noScope : scopeWords(t, confirmed.scope),
        environments: confirmed.environments.map((one) => t.common.environments[one]),
        on: dayOf(confirmed.confirmedOn),
      }),
    )
  return section(pending === null ? words.none : words.pending({ id: pending.id }))
}

/** The own words of this form over those that the same fields have elsewhere. */
const labels = (t: Text) => {
  const own = t.order.customer.consent.fields
  const { scope, environments: where } = t.order.record.confirm.fields
  return {
    confirmed_on: own.confirmed_on,
    scope: { ...own.scope, options: scope.options },
    environments: { ...own.environments, options: where.options },
  }
}

/**
 * Who asks a customer, and exactly what they would see; saying yes is the submit. Where Portvakt knows nothing of the
 * customer's access, what the customer knows can be written beside it.
 */
const render = (t: Text, data: OrderConsentData): ModalView => {
  const { look, values } = data
  const words = t.order.customer.consent
  const supplier = unitName(t, look.supplier)
  const customer = unitName(t, look.customer)
  const asks = look.confirmed === null
  return modal({
    id,
    title: words.title,
    environment: null,
    close: t.common.cancel,
    submit: words.submit,
    metadata: metadata.write({ organisation: data.organisation, code: look.code, asks }),
    blocks: [
      section(stacked([bold(words.who({ supplier, number: look.supplier.number })), words.customer({ customer })])),
      section(stacked([bold(words.sees), ...words.seen.map((line) => mrkdwn`• ${line}`), words.unseen])),
      section(mrkdwn`:warning: ${words.readIn({ customer, supplier })}`),
      standing(t, data),
      ...(asks ? form.render({ t: labels(t), ...(values && { values }) }) : []),
      context(cut(words.regret, 300)),
    ],
  })
}

/** What the customer wrote of its own access; null where it wrote nothing. Half of it is `errors`' to say. */
const read = (state: ViewValues): OrderConsentValues | null => {
  const values = form.read(state)
  const { confirmed_on, scope, environments: where } = values
  return confirmed_on === null && scope === null && where.length === 0 ? null : values
}

/** All of it, or nothing of it. */
const isHalf = ({ confirmed_on, scope, environments: where }: OrderConsentValues): boolean =>
  confirmed_on === null || scope === null || where.length === 0

const errors = (t: Text, faults: readonly FieldFault[]) => form.errors(recordFaultsAt(t, faults))
const halfErrors = (t: Text, { confirmed_on, scope }: OrderConsentValues) => {
  const field = confirmed_on === null ? 'confirmed_on' : scope === null ? 'scope' : 'environments'
  return form.errors([{ field, message: t.order.customer.consent.together }])
}

export const orderConsent = { id, actions: {}, metadata, render, read, isHalf, errors, halfErrors }
