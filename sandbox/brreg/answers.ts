import type { AskAbout, Environments } from './letters.ts'
import type { Order, OrderKind, OrderState } from './order.ts'
import type { RegisterScope } from './scopes.ts'

/**
 * What can be done with an order. `words` are the officer's own, before the rest; `written` is the scope that the mail
 * tells when it is not the one that was given, as by a slip.
 */
export type Answer =
  | { kind: 'ask'; about?: AskAbout; words?: string }
  | { kind: 'refuse'; words?: string }
  /** A; in both environments when they are left out */
  | { kind: 'confirm'; scope: RegisterScope; environments?: Environments; written?: RegisterScope; words?: string }
  /** B, where brreg chooses the scope, and C, where the customer has it already */
  | { kind: 'deliver'; scope?: RegisterScope; written?: RegisterScope; words?: string }
  /** the same came before */
  | { kind: 'already'; words?: string }
  /** takes note of a withdrawal */
  | { kind: 'let-go'; words?: string }
  /** writes nothing */
  | { kind: 'silent' }
  /** the order itself comes back to its sender; RFC 3463 status and SMTP code, 5.1.1 and 550 when left out */
  | { kind: 'bounce'; status?: string; code?: number }

export type AnswerKind = Answer['kind']

const OPEN: readonly OrderState[] = ['received', 'asked', 'silent']

/** In which states each answer makes sense. */
const states: Record<AnswerKind, readonly OrderState[]> = {
  ask: OPEN,
  refuse: OPEN,
  // again: for the other environment, or another scope than was given by mistake
  confirm: [...OPEN, 'confirmed'],
  // again: the same information once more
  deliver: [...OPEN, 'delivered'],
  already: OPEN,
  'let-go': [...OPEN, 'refused', 'confirmed', 'delivered'],
  silent: ['received', 'asked'],
  // whoever has answered has seen it
  bounce: ['received', 'silent'],
}

const kinds: Partial<Record<AnswerKind, readonly (OrderKind | null)[]>> = {
  confirm: ['direct'],
  deliver: ['fictional', 'existing'],
}

/** What may be answered now, in the order that an officer thinks of it. */
export const possibleAnswers = (order: Pick<Order, 'state' | 'kind' | 'repeats' | 'withdrawal'>): AnswerKind[] =>
  (['let-go', 'already', 'confirm', 'deliver', 'ask', 'refuse', 'silent', 'bounce'] as const).filter(
    (one) =>
      states[one].includes(order.state) &&
      (kinds[one]?.includes(order.kind) ?? true) &&
      (one !== 'already' || order.repeats !== null) &&
      (one !== 'let-go' || order.withdrawal),
  )

const AFTER: Record<AnswerKind, OrderState> = {
  ask: 'asked',
  refuse: 'refused',
  confirm: 'confirmed',
  deliver: 'delivered',
  already: 'repeated',
  'let-go': 'withdrawn',
  silent: 'silent',
  bounce: 'bounced',
}

/** The state that an answer leaves an order in. */
export const stateAfter = (answer: AnswerKind): OrderState => AFTER[answer]
