import type { KnownBlock, ModalView } from '@slack/types'
import type { RegisterUnit } from '../../src/domain/belonging/register-unit.ts'
import { companiesOf, readIntoTest } from '../../src/domain/order/companies.ts'
import type { OrderWarning } from '../../src/domain/order/fields.ts'
import { expectedScope } from '../../src/domain/order/legal-basis.ts'
import type { Order, OrderContent } from '../../src/domain/order/types.ts'
import { cut } from '../../src/text/format.ts'
import type { Text } from '../../src/text/index.ts'
import { actions as actionRow, button, context, divider, section } from '../kit/blocks.ts'
import { modal } from '../kit/modal.ts'
import { bold, mrkdwn, named, stacked, type Words } from '../kit/mrkdwn.ts'
import { oneLine } from '../kit/one-line.ts'
import { exactText } from './exact-text.ts'
import { orderWarningWords } from './fault-words.ts'
import { foundLine } from './found.ts'
import { dayOf, scopeWords, unitName, unitWords } from './order-words.ts'
import { orderSeen, orderSeenMetadata } from './values.ts'

const id = 'test-access-preview'
const actions = {
  edit: 'test-access-preview.edit',
  ask: 'test-access-preview.ask',
  said: 'test-access-preview.said',
  cancel: 'test-access-preview.cancel',
} as const

/** More warnings than these nobody reads. */
const mostWarnings = 12

export type OrderPreviewData = {
  /** a draft whose content is there */
  order: Order & { content: OrderContent }
  /** what the organisation is called, where the person may act for others too and has to see it */
  acting?: string | undefined
  /** the mail as it would leave; `copy`: where answers and a copy go */
  mail: { to: string; copy: string; subject: string; text: string }
  warnings: readonly OrderWarning[]
  /** what the register said of the companies; one that is missing was not checked */
  found: readonly RegisterUnit[]
}

/** A supplier's order for a customer whose own access nobody has confirmed. */
const needsCustomer = ({ order }: OrderPreviewData): boolean => order.kind === 'existing' && order.facts.proof === null

const companies = (t: Text, { order, found }: OrderPreviewData): KnownBlock[] => {
  const lines = companiesOf(order.content).map((unit): Words => {
    const known = found.find(({ number }) => number === unit.number)
    if (known) return foundLine(t, known)
    return mrkdwn`:warning: *${unitName(t, unit)}*, ${unit.number}, ${t.order.preview.found.unchecked}`
  })
  return [section(stacked([bold(t.order.preview.companies), ...lines]))]
}

const warningLines = (t: Text, warnings: readonly OrderWarning[]): KnownBlock[] => {
  if (warnings.length === 0) return []
  const lines = warnings.slice(0, mostWarnings).map((one) => mrkdwn`• ${orderWarningWords(t, one)}`)
  return [section(stacked([mrkdwn`:eyes: *${t.order.preview.look}*`, ...lines]))]
}

const letter = (t: Text, { mail }: OrderPreviewData): KnownBlock[] => {
  const words = t.order.preview
  return [
    divider,
    section(
      stacked([
        named(words.to, mail.to),
        named(words.copy, cut(mail.copy, 254)),
        named(words.subject, cut(oneLine(mail.subject), 300)),
      ]),
    ),
    ...exactText(mail.text),
    divider,
  ]
}

/** What whoever sends answers for, by name of company (brreg.md 2). */
const accepted = (t: Text, { order }: OrderPreviewData): KnownBlock[] => {
  const words = t.order.preview
  const { content } = order
  const units = readIntoTest(content)
  const lines: string[] = [
    ...(units.length === 0 ? [] : [words.readIn({ companies: units.map((unit) => unitWords(t, unit)) })]),
    ...(content.kind === 'existing' ? [words.customerAgrees({ customer: unitName(t, content.customer) })] : []),
    ...(content.kind === 'fictional' ? [words.testOnly] : []),
    ...(content.kind === 'direct' ? [] : [words.noProduction]),
    words.personal,
  ]
  return [section(stacked([mrkdwn`:warning: *${words.accept}*`, ...lines.map((line) => mrkdwn`• ${line}`)]))]
}

const standing = (t: Text, data: OrderPreviewData): KnownBlock[] => {
  const words = t.order.preview
  const { content, facts } = data.order
  if (content.kind === 'direct') {
    const scope = expectedScope(content.legalBasis)
    return [context(scope === null ? words.expectedUnknown : words.expected({ scope: scopeWords(t, scope) }))]
  }
  if (content.kind === 'fictional') return []
  const customer = unitName(t, content.customer)
  const { proof } = facts
  if (proof !== null) {
    const at = t.format.date(dayOf(proof.confirmedOn))
    return [section(mrkdwn`:white_check_mark: ${words.proof[proof.how]({ customer, at })}`)]
  }
  return [
    section(
      stacked([
        mrkdwn`:octagonal_sign: *${words.needsCustomer.what({ customer })}*`,
        words.needsCustomer.why,
        words.needsCustomer.next,
      ]),
    ),
  ]
}

const buttons = (t: Text, data: OrderPreviewData): KnownBlock[] => {
  const words = t.order.preview
  const value = orderSeen(data.order)
  const waits = needsCustomer(data)
  return actionRow(
    waits ? button({ id: actions.ask, text: words.ask, value, style: 'primary' }) : null,
    waits ? button({ id: actions.said, text: words.said, value }) : null,
    button({ id: actions.edit, text: words.edit, value }),
    button({ id: actions.cancel, text: words.cancel, value, style: 'danger', confirm: words.cancelSure }),
  )
}

/**
 * The last look: the mail word for word, whom it names, and what sending it means. The submit sends; a supplier's order
 * for an existing customer has none before the customer's own access was confirmed.
 */
const render = (t: Text, data: OrderPreviewData): ModalView => {
  const words = t.order.preview
  return modal({
    id,
    title: words.title,
    environment: null,
    close: t.common.close,
    ...(!needsCustomer(data) && { submit: words.submit }),
    metadata: orderSeenMetadata.write({ order: data.order.id, version: data.order.version }),
    blocks: [
      context(words.intro, ...(data.acting ? [t.client.actingFor({ organisation: cut(data.acting, 250) })] : [])),
      ...standing(t, data),
      ...companies(t, data),
      ...warningLines(t, data.warnings),
      ...letter(t, data),
      ...accepted(t, data),
      ...buttons(t, data),
      context(words.later),
    ],
  })
}

export const orderPreview = { id, actions, metadata: orderSeenMetadata, needsCustomer, render }
