import type { Order, OrderKind, OrderState, OrderTurn } from './types.ts'

/** The steps of a card, in order; a state is the work on exactly one of them. */
export const orderSteps = ['write', 'customer', 'brreg', 'delegate', 'token'] as const
export type OrderStep = (typeof orderSteps)[number]

const stepsOfKind: Record<OrderKind, readonly OrderStep[]> = {
  direct: ['write', 'brreg', 'token'],
  fictional: ['write', 'brreg', 'delegate', 'token'],
  existing: ['customer', 'write', 'brreg', 'delegate', 'token'],
}

const stepOfState: Record<OrderState, OrderStep> = {
  draft: 'write',
  'waiting-for-customer': 'customer',
  sent: 'brreg',
  'send-failed': 'brreg',
  'more-info': 'brreg',
  granted: 'token',
  'ready-to-delegate': 'delegate',
  delegated: 'token',
  'in-use': 'token',
  rejected: 'brreg',
  withdrawn: 'brreg',
  cancelled: 'write',
}

/** `stopped`: the order ended here before it came to a token. */
export type StepState = 'done' | 'now' | 'next' | 'stopped'
export type DrawnStep = { step: OrderStep; state: StepState; turn: OrderTurn | null }

/** The steps of an order with how far each came; `turn` stands at the one that is under way. */
export const stepsOf = ({ kind, state, turn }: Pick<Order, 'kind' | 'state' | 'turn'>): DrawnStep[] => {
  const steps = stepsOfKind[kind]
  const at = steps.indexOf(stepOfState[state])
  const stopped = state === 'rejected' || state === 'withdrawn' || state === 'cancelled'
  return steps.map((step, index) => {
    if (state === 'in-use' || index < at) return { step, state: 'done', turn: null }
    if (index > at) return { step, state: 'next', turn: null }
    return stopped ? { step, state: 'stopped', turn: null } : { step, state: 'now', turn }
  })
}
