import { AppError } from '../../errors.ts'
import type { OrderContent } from './types.ts'

/** A mail to brreg: `subject` one line, `text` with lines ended by `\n`. */
export type OrderMailWords = { subject: string; text: string }

/** What an order B must say (brreg.md 5.6); without it brreg can't tell it from a C. */
export const fictionalSentence = 'Vi ønsker å delegere tilgang selv via en fiktiv virksomhet.'

export const hasFictionalSentence = (text: string): boolean => text.split('\n').includes(fictionalSentence)

/** The mail of an order as it leaves (brreg.md 2): in Norwegian, one field a line under brreg's own labels. */
export const orderMailText = (_content: OrderContent): OrderMailWords => {
  throw new AppError('internal', 'not written yet')
}

/** An answer in the order's thread. */
export const answerMailText = (_subject: string, _content: OrderContent, _answer: string): OrderMailWords => {
  throw new AppError('internal', 'not written yet')
}

export const withdrawalMailText = (_subject: string, _content: OrderContent): OrderMailWords => {
  throw new AppError('internal', 'not written yet')
}

/** That somebody else is asked from now on. */
export const transferMailText = (
  _subject: string,
  _content: OrderContent,
  _to: { name: string; email: string },
): OrderMailWords => {
  throw new AppError('internal', 'not written yet')
}
