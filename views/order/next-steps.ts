import type { KnownBlock } from '@slack/types'
import type { Environment } from '../../src/domain/client/types.ts'
import type { ClaimsExample, NextStep } from '../../src/domain/order/next-steps.ts'
import type { Text } from '../../src/text/index.ts'
import { actions as actionRow, button, context, divider, section } from '../kit/blocks.ts'
import { bold, mrkdwn, stacked } from '../kit/mrkdwn.ts'
import { type Shown, shown } from '../kit/shown.ts'
import { type ClientStepData, clientChoice, clientStep } from './next-client.ts'
import { calling, delegating, fetching, helping, testing } from './next-parts.ts'
import { aboutOrder } from './record-kit.ts'
import { orderIn, orderRef } from './values.ts'

const id = 'order-next'
const actions = {
  make: 'order-next.make',
  client: 'order-next.client',
  message: 'order-next.message',
  outcome: 'order-next.outcome',
  other: 'order-next.other',
  back: 'order-next.back',
} as const

export type OrderNextData = ClientStepData & {
  /** environments that the order has steps in, this one among them */
  environments: readonly Environment[]
  /** fetches a token with the owner's key; null: there is no client yet, or the scope is not known */
  command: string | null
  /** false: `KID` stands in the command, since no key of the client is known here */
  kidKnown: boolean
  claims: ClaimsExample | null
  /** what was just done */
  notice?: string | undefined
}

type Part = { heading: string; blocks: KnownBlock[] }

const customerMessage = (t: Text, { order, steps }: OrderNextData): KnownBlock[] =>
  actionRow(
    button({ id: actions.message, text: t.order.next.delegate.message, value: orderIn(order, steps.environment) }),
  )

const outcome = (t: Text, { order, steps }: OrderNextData): Part => {
  const words = t.order.next.paste
  const value = orderIn(order, steps.environment)
  return {
    heading: words.heading,
    blocks: [
      section(words.body),
      ...actionRow(button({ id: actions.outcome, text: words.button, value, style: 'primary' })),
    ],
  }
}

/** Each step of the domain with its words; a token that was fetched is pasted in a step of its own. */
const partsOf = (t: Text, data: OrderNextData, step: NextStep): Part[] => {
  const words = t.order.next
  const { order, steps } = data
  switch (step) {
    case 'ask-scope':
      return [{ heading: words.scope.heading, blocks: [section(words.scope.body)] }]
    case 'delegate-fictional':
      return [{ heading: words.delegate.heading.fictional, blocks: delegating(t, steps) }]
    case 'customer-delegates-test':
    case 'customer-delegates-production':
      return [
        {
          heading: words.delegate.heading[steps.environment],
          blocks: [...delegating(t, steps), ...customerMessage(t, data)],
        },
      ]
    case 'make-client':
      return [{ heading: words.client.heading[steps.environment], blocks: clientStep(t, data, actions) }]
    case 'fetch-token':
      return [{ heading: words.token.heading, blocks: fetching(t, order, steps, data) }, outcome(t, data)]
    case 'call':
      return [{ heading: words.call.heading, blocks: calling(t, steps) }]
    case 'test-data':
      return [{ heading: words.testData.heading, blocks: testing(t, steps) }]
  }
}

const numbered = (t: Text, { heading, blocks }: Part, at: number): KnownBlock[] => [
  divider,
  section(bold(t.order.next.step({ number: at + 1, heading }))),
  ...blocks,
]

/** What is left to do once access was given, in one environment: step by step, with what to copy and whom to ask. */
const render = (t: Text, data: OrderNextData): Shown => {
  const { order, steps, environments, notice } = data
  const words = t.order.next
  const others = environments.filter((one) => one !== steps.environment)
  return shown({
    id,
    title: words.title,
    environment: steps.environment,
    close: t.common.close,
    summary: `${words.title}: ${order.id}`,
    blocks: [
      ...(notice === undefined ? [] : [section(mrkdwn`:white_check_mark: ${notice}`)]),
      aboutOrder(t, order),
      section(stacked([bold(words.of[steps.variant]), ...(steps.variant === 'fictional' ? [words.testOnly] : [])])),
      ...steps.steps.flatMap((step) => partsOf(t, data, step)).flatMap((part, at) => numbered(t, part, at)),
      divider,
      section(bold(words.support.heading)),
      ...helping(t),
      ...actionRow(
        ...others.map((one) => button({ id: actions.other, text: words.toOther[one], value: orderIn(order, one) })),
        button({ id: actions.back, text: words.back, value: orderRef(order) }),
      ),
      context(words.never),
    ],
  })
}

export const orderNext = { id, actions, clientChoice, render }
