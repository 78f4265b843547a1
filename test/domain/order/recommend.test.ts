import { describe, expect, it } from 'vitest'
import {
  type OrderAnswers,
  orderQuestions,
  questionNames,
  recommend,
  relevantQuestions,
} from '../../../src/domain/order/recommend.ts'

const none: OrderAnswers = { purpose: null, own_right: null, wants: null, customer_willing: null }

/** Every combination of answers, unanswered ones too. */
const all = questionNames.reduce<OrderAnswers[]>(
  (some, question) =>
    some.flatMap((answers) =>
      [null, ...orderQuestions[question]].map((answer) => ({ ...answers, [question]: answer })),
    ),
  [none],
)

describe('what the questions lead to', () => {
  it.each([
    [
      { purpose: 'read', own_right: 'yes' },
      { is: 'kind', kind: 'direct', why: 'own-right' },
    ],
    [
      { purpose: 'read', own_right: 'no', wants: 'production' },
      { is: 'kind', kind: 'existing', why: 'production-by-customer' },
    ],
    [
      { purpose: 'read', own_right: 'no', wants: 'test', customer_willing: 'yes' },
      { is: 'kind', kind: 'existing', why: 'customer-willing' },
    ],
    [
      { purpose: 'read', own_right: 'no', wants: 'test', customer_willing: 'no' },
      { is: 'kind', kind: 'fictional', why: 'no-customer' },
    ],
    [{ purpose: 'report' }, { is: 'stop', why: 'report' }],
    [
      { purpose: 'other', own_right: 'yes' },
      { is: 'stop', why: 'other' },
    ],
    [{}, { is: 'ask', question: 'purpose' }],
    [{ purpose: 'read' }, { is: 'ask', question: 'own_right' }],
    [
      { purpose: 'read', own_right: 'no' },
      { is: 'ask', question: 'wants' },
    ],
    [
      { purpose: 'read', own_right: 'no', wants: 'test' },
      { is: 'ask', question: 'customer_willing' },
    ],
  ] as const)('%j: %j', (answers, expected) => {
    expect(recommend({ ...none, ...answers })).toEqual(expected)
  })

  it('asks four questions at most, and never one that does not matter', () => {
    expect(all.length).toBe(4 * 3 * 3 * 3)
    for (const answers of all) {
      const asked = relevantQuestions(answers)
      expect(asked.length).toBeLessThanOrEqual(4)
      const found = recommend(answers)
      if (found.is === 'ask') expect(asked.at(-1)).toBe(found.question)
      else expect(asked.every((question) => answers[question] !== null)).toBe(true)
    }
  })

  it('never leads a supplier to an order of production, nor a fictional customer to production', () => {
    for (const answers of all) {
      const found = recommend(answers)
      if (found.is !== 'kind') continue
      if (found.kind === 'direct') expect(answers.own_right).toBe('yes')
      if (found.kind === 'fictional') expect(answers.wants).toBe('test')
    }
  })
})
