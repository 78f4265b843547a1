import type { KnownBlock, ModalView } from '@slack/types'
import { type OrderAnswers, orderQuestions, recommend, relevantQuestions } from '../../src/domain/order/recommend.ts'
import { type OrderKind, orderKinds } from '../../src/domain/order/types.ts'
import { cut } from '../../src/text/format.ts'
import type { Text } from '../../src/text/index.ts'
import { context, divider, section } from '../kit/blocks.ts'
import { defineForm, type FaultAt, type ViewValues } from '../kit/form.ts'
import { modal } from '../kit/modal.ts'
import { mailLink, mrkdwn, stacked } from '../kit/mrkdwn.ts'
import { drawnForMetadata } from './values.ts'

const id = 'test-access-new'

/** Questions tell at once what was answered, so that the next one is asked; one may go on without any. */
const question = { kind: 'radio', optional: true, dispatch: true } as const

const form = defineForm({
  id,
  fields: {
    purpose: { ...question, values: orderQuestions.purpose },
    own_right: { ...question, values: orderQuestions.own_right },
    wants: { ...question, values: orderQuestions.wants },
    customer_willing: { ...question, values: orderQuestions.customer_willing },
    order_kind: { kind: 'radio', values: orderKinds, optional: true },
  },
})

/** What answers are told by. */
const actions = {
  purpose: form.actionId('purpose'),
  own_right: form.actionId('own_right'),
  wants: form.actionId('wants'),
  customer_willing: form.actionId('customer_willing'),
} as const

export const noAnswers: OrderAnswers = { purpose: null, own_right: null, wants: null, customer_willing: null }

export type OrderNewData = {
  /** the number of the organisation that orders; '' for an operator who belongs to none */
  organisation: string
  /** what it is called, where the person may act for others too and has to see it */
  acting?: string | undefined
  answers: OrderAnswers
  /** chosen by hand, whatever the answers say */
  chosen?: OrderKind | null
}

/** Where reporting, other registers and open data are asked for (brreg.md, introduction). */
const addresses = { register: 'opendata@brreg.no', others: 'oa-fagstillinger@brreg.no' }

const stopped = (t: Text, why: 'report' | 'other'): KnownBlock[] => {
  const words = t.order.new.stop
  const what = section(mrkdwn`:octagonal_sign: *${words[why].what}*`)
  if (why === 'report') return [what, section(mrkdwn`${words.report.next} ${mailLink(addresses.register)}`)]
  return [
    what,
    section(
      stacked([
        mrkdwn`${words.other.next} ${mailLink(addresses.others)}`,
        mrkdwn`${words.other.open} ${mailLink(addresses.register)}`,
      ]),
    ),
  ]
}

const advice = (t: Text, answers: OrderAnswers): KnownBlock[] => {
  const words = t.order.new
  const found = recommend(answers)
  if (found.is === 'ask') return []
  if (found.is === 'stop') return stopped(t, found.why)
  return [
    section(
      stacked([
        mrkdwn`:point_right: *${words.recommended({ kind: words.fields.order_kind.options[found.kind].label })}*`,
        words.why[found.why],
      ]),
    ),
  ]
}

/**
 * The questions that lead to an order, as they become relevant, and the choice itself, which is always there. Slack keeps
 * what stands in a field when a view is drawn anew, so the recommendation is no preselected choice: it counts where
 * nothing was chosen by hand.
 */
const render = (t: Text, { organisation, acting, answers, chosen = null }: OrderNewData): ModalView => {
  const words = t.order.new
  return modal({
    id,
    title: words.title,
    environment: null,
    close: t.common.cancel,
    submit: words.submit,
    metadata: drawnForMetadata.write({ organisation }),
    blocks: [
      section(words.intro),
      section(mrkdwn`:information_source: ${words.production}`),
      context(words.machine, ...(acting ? [t.client.actingFor({ organisation: cut(acting, 250) })] : [])),
      ...form.render({ t: words.fields, values: answers, only: relevantQuestions(answers) }),
      ...advice(t, answers),
      divider,
      ...form.render({ t: words.fields, values: { order_kind: chosen }, only: ['order_kind'] }),
    ],
  })
}

/** The answers so far, without those to questions that are not asked any more; and the kind to go on with. */
const read = (state: ViewValues): { answers: OrderAnswers; chosen: OrderKind | null; kind: OrderKind | null } => {
  const { order_kind: chosen, ...given } = form.read(state)
  const asked = relevantQuestions(given)
  const answers = Object.fromEntries(
    Object.entries(given).map(([name, answer]) => [name, (asked as string[]).includes(name) ? answer : null]),
  ) as OrderAnswers
  const found = recommend(answers)
  return { answers, chosen, kind: found.is === 'stop' ? null : (chosen ?? (found.is === 'kind' ? found.kind : null)) }
}

/** Why one can't go on: nothing that is ordered here, or nothing chosen yet. */
const errors = (t: Text, answers: OrderAnswers): Record<string, string> => {
  const words = t.order.new.faults
  const fault: FaultAt =
    recommend(answers).is === 'stop'
      ? { field: 'purpose', message: words.purpose }
      : { field: 'order_kind', message: words.order_kind }
  return form.errors([fault])
}

export const orderNew = { id, actions, metadata: drawnForMetadata, render, read, errors }
