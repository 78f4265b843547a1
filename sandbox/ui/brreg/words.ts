import type { AnswerKind, DeskOrder, OrderKind, OrderState } from '../../protocol.ts'

/** What is ordered, by the letters that the reference has for it. */
export const kindWords: Record<OrderKind, string> = {
  direct: 'Direct access (A)',
  fictional: 'Fictional customer (B)',
  existing: 'Existing customer (C)',
}

export const kindOf = (order: Pick<DeskOrder, 'kind'>): string =>
  order.kind ? kindWords[order.kind] : 'Not recognised'

export const stateWords: Record<OrderState, string> = {
  received: 'Not answered',
  asked: 'Asked for more',
  silent: 'Left lying',
  refused: 'Refused',
  confirmed: 'Confirmed',
  delivered: 'Delivered',
  bounced: 'Sent back',
  withdrawn: 'Withdrawn',
  repeated: 'Already received',
}

type AnswerWords = { name: string; about: string; button: string }

/** The answers as one chooses between them, and what the button that gives one says. */
const answerWords: Record<AnswerKind, AnswerWords> = {
  confirm: { name: 'Confirm', about: 'Gives the company the scope, and writes which', button: 'Send the confirmation' },
  deliver: { name: 'Deliver', about: 'Makes TT02 ready, and writes how to log in', button: 'Send what was made' },
  ask: { name: 'Ask for more', about: 'Wants to know something before anything is done', button: 'Send the question' },
  refuse: { name: 'Refuse', about: 'Gives nothing', button: 'Send the refusal' },
  already: {
    name: 'Already received',
    about: 'The same came before: there is nothing to do',
    button: 'Send the answer',
  },
  'let-go': {
    name: 'Take note',
    about: 'The order is withdrawn: takes back what was given',
    button: 'Send the answer',
  },
  silent: { name: 'Stay silent', about: 'Writes nothing; it can be answered later', button: 'Leave it lying' },
  bounce: {
    name: 'Send it back',
    about: 'As if the mail had never come: a report goes to its sender',
    button: 'Send it back',
  },
}

/** What is done once more is done for a reason of its own. */
const againWords: Partial<Record<AnswerKind, AnswerWords>> = {
  confirm: { ...answerWords.confirm, name: 'Confirm again', about: 'For the other environment, or with another scope' },
  deliver: { ...answerWords.deliver, name: 'Send it again', about: 'The same once more, or with another scope' },
}

/** The words for an answer to this order as it stands. */
export const wordsFor = (kind: AnswerKind, { state }: Pick<DeskOrder, 'state'>): AnswerWords =>
  (state === 'confirmed' || state === 'delivered' ? againWords[kind] : undefined) ?? answerWords[kind]

/** What an officer would see at a glance, most pressing first. */
export function notesOn(order: DeskOrder): { level: 'wrong' | 'mind'; words: string }[] {
  const answered = order.answers.length === 0
  return [
    ...(order.withdrawal ? [{ level: 'mind' as const, words: 'They want to withdraw it.' }] : []),
    ...(order.repeats ? [{ level: 'mind' as const, words: `The same as ${order.repeats}, which came before.` }] : []),
    ...(!answered && order.obstacle ? [{ level: 'wrong' as const, words: `${order.obstacle}.` }] : []),
    ...(!answered && order.missing.length > 0
      ? [{ level: 'wrong' as const, words: `Missing: ${order.missing.join(', ')}.` }]
      : []),
  ]
}
