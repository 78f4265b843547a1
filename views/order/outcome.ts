import type { KnownBlock, ModalView } from '@slack/types'
import type { OutcomeRead } from '../../src/domain/order/read-outcome.ts'
import type { Order } from '../../src/domain/order/types.ts'
import { cut } from '../../src/text/format.ts'
import type { Text } from '../../src/text/index.ts'
import { context, section } from '../kit/blocks.ts'
import { defineForm, type ViewValues } from '../kit/form.ts'
import { modal } from '../kit/modal.ts'
import { inCode, mrkdwn, stacked } from '../kit/mrkdwn.ts'
import { mpAdvice } from './mp-words.ts'
import { aboutOrder } from './record-kit.ts'
import { type OrderTry, orderTryMetadata } from './values.ts'

const id = 'order-outcome'

const form = defineForm({ id, fields: { pasted: { kind: 'multiline', focus: true } } })

export type OrderOutcomeData = {
  order: Order
  environment: OrderTry['environment']
  /** the client that the try was made with; null: not known */
  client: string | null
  /** what was pasted last, where it was no token that fits; what was pasted itself is not shown again */
  outcome?: Extract<OutcomeRead, { outcome: 'refused' | 'mismatch' }>
}

const explained = (t: Text, { order, environment, outcome }: OrderOutcomeData): KnownBlock[] => {
  if (outcome === undefined) return []
  const words = t.order.outcome
  if (outcome.outcome === 'mismatch') {
    const { what, who } = words.mismatch[outcome.what]
    const { expected, found } = outcome
    const pair =
      expected === null
        ? []
        : [words.expected({ expected: cut(expected, 300), found: cut(found ?? words.nothing, 300) })]
    return [
      section(stacked([mrkdwn`:warning: *${what}*`, ...pair, mrkdwn`*${words.next}* ${who}`])),
      context(words.again),
    ]
  }
  const { mpCode, error, traceId } = outcome
  const { what, who } = mpAdvice(t, { mpCode, kind: order.kind, environment })
  const said = mrkdwn`${words.said} ${inCode([mpCode, error].filter((one) => one !== null).join(' '), 100)}`
  return [
    section(stacked([mrkdwn`:warning: *${words.refused}: ${what}*`, mrkdwn`*${words.next}* ${who}`])),
    context(said, ...(traceId === null ? [] : [mrkdwn`${words.trace} ${inCode(traceId, 100)}`]), words.again),
  ]
}

/** Takes what a try for a token came to, and explains it in place where it was no token. */
const render = (t: Text, data: OrderOutcomeData): ModalView => {
  const { order, environment, client } = data
  const words = t.order.outcome
  return modal({
    id,
    title: words.title,
    environment,
    close: t.common.close,
    submit: words.submit,
    metadata: orderTryMetadata.write({ order: order.id, version: order.version, environment, client }),
    blocks: [...explained(t, data), aboutOrder(t, order), section(words.intro), ...form.render({ t: words.fields })],
  })
}

const read = (state: ViewValues): { pasted: string } => form.read(state)

const errors = (t: Text, why: Extract<OutcomeRead, { outcome: 'unreadable' }>['why']): Record<string, string> =>
  form.errors([{ field: 'pasted', message: t.order.outcome.unreadable[why] }])

export const orderOutcome = { id, actions: {}, metadata: orderTryMetadata, render, read, errors }
