import type { OrderKind } from './types.ts'

/** The questions that lead to an order, four at most, with their answers (brreg.md 1, "Decision tree"). */
export const orderQuestions = {
  purpose: ['read', 'report', 'other'],
  own_right: ['yes', 'no'],
  wants: ['test', 'production'],
  customer_willing: ['yes', 'no'],
} as const
export type OrderQuestion = keyof typeof orderQuestions
export const questionNames = Object.keys(orderQuestions) as OrderQuestion[]

/** Null: not answered. */
export type OrderAnswers = { [Q in OrderQuestion]: (typeof orderQuestions)[Q][number] | null }

/** Why an order is the right one. */
export type RecommendedWhy = 'own-right' | 'customer-willing' | 'no-customer' | 'production-by-customer'

/**
 * `stop`: nothing that is ordered here. `ask`: the next question. Production is never a supplier's to order: its customer
 * orders it, and the supplier's own order is the test with that customer.
 */
export type Recommendation =
  | { is: 'stop'; why: 'report' | 'other' }
  | { is: 'ask'; question: OrderQuestion }
  | { is: 'kind'; kind: OrderKind; why: RecommendedWhy }

/** What the answers lead to. Answers to questions that are not asked any more do not count. */
export const recommend = (answers: OrderAnswers): Recommendation => {
  const { purpose, own_right, wants, customer_willing } = answers
  if (purpose === null) return { is: 'ask', question: 'purpose' }
  if (purpose !== 'read') return { is: 'stop', why: purpose }
  if (own_right === null) return { is: 'ask', question: 'own_right' }
  if (own_right === 'yes') return { is: 'kind', kind: 'direct', why: 'own-right' }
  if (wants === null) return { is: 'ask', question: 'wants' }
  if (wants === 'production') return { is: 'kind', kind: 'existing', why: 'production-by-customer' }
  if (customer_willing === null) return { is: 'ask', question: 'customer_willing' }
  return customer_willing === 'yes'
    ? { is: 'kind', kind: 'existing', why: 'customer-willing' }
    : { is: 'kind', kind: 'fictional', why: 'no-customer' }
}

/** The questions that are relevant by now, answered ones included, in their order. */
export const relevantQuestions = (answers: OrderAnswers): OrderQuestion[] => {
  const { purpose, own_right, wants } = answers
  const asked: OrderQuestion[] = ['purpose']
  if (purpose === 'read') asked.push('own_right')
  if (purpose === 'read' && own_right === 'no') asked.push('wants')
  if (purpose === 'read' && own_right === 'no' && wants === 'test') asked.push('customer_willing')
  return asked
}
