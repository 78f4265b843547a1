import type { KnownBlock } from '@slack/types'
import { isOver, type OrderEventName, possibleEvents } from '../../src/domain/order/machine.ts'
import { nextStepsOf } from '../../src/domain/order/next-steps.ts'
import type { Order } from '../../src/domain/order/types.ts'
import type { Text } from '../../src/text/index.ts'
import { actions as actionRow, button, type Confirm } from '../kit/blocks.ts'
import { firstOrders, newOrder, orderIn, orderSeen, ordersRef } from './values.ts'

export const cardActions = {
  preview: 'order-card.preview',
  edit: 'order-card.edit',
  cancel: 'order-card.cancel',
  customerMessage: 'order-card.customer-message',
  customerSaid: 'order-card.customer-said',
  sendAgain: 'order-card.send-again',
  confirm: 'order-card.confirm',
  deliver: 'order-card.deliver',
  correct: 'order-card.correct',
  askMore: 'order-card.ask-more',
  answer: 'order-card.answer',
  refuse: 'order-card.refuse',
  nextSteps: 'order-card.next-steps',
  delegated: 'order-card.delegated',
  delegationFailed: 'order-card.delegation-failed',
  revoke: 'order-card.revoke',
  outcome: 'order-card.outcome',
  production: 'order-card.production',
  history: 'order-card.history',
  transfer: 'order-card.transfer',
  withdraw: 'order-card.withdraw',
  newOrder: 'order-card.new',
  list: 'order-card.list',
} as const

type Name = keyof typeof cardActions

/** Which button is the next step of a state; the others of its row are as likely or less. */
const leading: Record<Order['state'], readonly Name[]> = {
  draft: ['preview'],
  'waiting-for-customer': ['customerMessage'],
  sent: ['confirm', 'deliver'],
  'send-failed': ['sendAgain'],
  'more-info': ['answer'],
  granted: ['nextSteps'],
  'ready-to-delegate': ['nextSteps'],
  delegated: ['nextSteps'],
  'in-use': ['nextSteps'],
  rejected: ['newOrder'],
  withdrawn: ['newOrder'],
  cancelled: ['newOrder'],
}

/** Whether brreg has done its part. */
const hasAccess = ({ state }: Order): boolean =>
  state === 'granted' || state === 'ready-to-delegate' || state === 'delegated' || state === 'in-use'

/** Buttons by what may happen next (`possibleEvents`), so that none is there that would be refused. */
const rows = (order: Order): { first: Name[]; second: Name[] } => {
  const { kind, state, facts } = order
  const events = possibleEvents(kind, state, 'people')
  const may = (event: OrderEventName) => events.includes(event)
  const supplied = kind !== 'direct'
  const hasSteps = nextStepsOf(order).length > 0
  const stopped = state === 'rejected' || state === 'withdrawn' || state === 'cancelled'
  const asks = kind === 'existing' && facts.proof === null && (state === 'draft' || state === 'waiting-for-customer')
  const first: [Name, boolean][] = [
    ['preview', state === 'draft'],
    ['customerMessage', asks || (kind === 'existing' && hasAccess(order))],
    ['customerSaid', asks],
    ['edit', state === 'draft'],
    ['sendAgain', may('send-again')],
    ['answer', may('answer')],
    ['confirm', may('confirm') && state !== 'granted' && state !== 'in-use'],
    ['deliver', may('deliver')],
    ['askMore', may('ask-more')],
    ['refuse', may('refuse')],
    ['nextSteps', hasSteps && hasAccess(order)],
    ['delegated', may('delegate')],
    ['outcome', may('token-issued')],
    ['delegationFailed', may('delegation-failed')],
    ['newOrder', stopped],
    ['cancel', may('cancel')],
  ]
  const second: [Name, boolean][] = [
    ['nextSteps', hasSteps && !hasAccess(order)],
    // the customer's own access is enough, whatever became of the test (brreg.md 3)
    ['production', kind === 'existing' && facts.proof !== null && !stopped],
    ['confirm', may('confirm') && (state === 'granted' || state === 'in-use')],
    ['correct', supplied && hasAccess(order)],
    ['revoke', may('revoke')],
    ['history', true],
    ['transfer', !isOver(state)],
    ['withdraw', may('withdraw')],
    ['list', true],
  ]
  const those = (pairs: [Name, boolean][]) => pairs.filter(([, there]) => there).map(([name]) => name)
  const led = those(first)
  const leads = (name: Name) => leading[state].includes(name)
  return { first: [...led.filter(leads), ...led.filter((name) => !leads(name))], second: those(second) }
}

const carriedBy = (order: Order, name: Name): string => {
  if (name === 'list') return ordersRef(firstOrders)
  if (name === 'newOrder') return newOrder()
  if (name === 'outcome' || name === 'nextSteps') return orderIn(order, nextStepsOf(order)[0]?.environment ?? 'test')
  return orderSeen(order)
}

const sureOf = (t: Text, name: Name): Confirm | undefined => {
  const { sure } = t.order.card
  const asked: Partial<Record<Name, Confirm>> = {
    cancel: t.order.preview.cancelSure,
    sendAgain: sure.sendAgain,
    delegated: sure.delegated,
    delegationFailed: sure.delegationFailed,
    revoke: sure.revoke,
  }
  return asked[name]
}

const styleOf = ({ state }: Order, name: Name): 'primary' | 'danger' | undefined => {
  if (name === 'cancel' || name === 'withdraw') return 'danger'
  return leading[state].includes(name) ? 'primary' : undefined
}

/** The buttons of a card: what moves the order on first, what one seldom wants below. */
export const cardButtons = (t: Text, order: Order): KnownBlock[] => {
  const words = t.order.card.buttons
  const more = order.state === 'granted' || order.state === 'in-use'
  const one = (name: Name) => {
    const style = styleOf(order, name)
    const confirm = sureOf(t, name)
    return button({
      id: cardActions[name],
      text: name === 'confirm' && more ? words.confirmMore : words[name],
      value: carriedBy(order, name),
      ...(style && { style }),
      ...(confirm && { confirm }),
    })
  }
  const { first, second } = rows(order)
  return [...actionRow(...first.map(one)), ...actionRow(...second.map(one))]
}
