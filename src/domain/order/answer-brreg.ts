import { AppError } from '../../errors.ts'
import type { SlackUser } from '../belonging/types.ts'
import type { Deps } from '../deps.ts'
import { type MovedOrder, moveOrder, type OrderAsked } from './move-order.ts'
import { assertNoNationalNumber } from './national-number.ts'
import { contentOf } from './order-content.ts'
import { answerMailText, orderMailText } from './order-mail.ts'
import { mailsOf, mailToBrreg, threadOf } from './order-mails.ts'
import { freeLines } from './typed-text.ts'

/** Characters of an answer; Slack's own limit for a text input (slack.md). */
export const ANSWER_LENGTH = 3000

/** What is wrong with an answer as typed; null: nothing. */
export const faultOfAnswer = (typed: string): 'required' | 'too-long' | null => {
  const { length } = [...freeLines(typed)]
  return length === 0 ? 'required' : length > ANSWER_LENGTH ? 'too-long' : null
}

/**
 * Answers what brreg asked, in the order's own thread; the answer is in the history too. Throws `bad-input` with field
 * `text`, `holds-national-number`, `mail-off`, `order-state`, `changed-meanwhile`.
 *
 * @param asked `text` as typed, of several lines; `to`: `ORDER_MAIL_TO`, null: mail is not set up
 */
export const answerBrreg = (
  deps: Pick<Deps, 'store' | 'newId'>,
  actor: SlackUser,
  { text, to, ...asked }: OrderAsked & { text: string; to: string | null },
): Promise<MovedOrder> =>
  moveOrder(deps, actor, asked, async () => {
    const { order } = asked
    const answer = freeLines(text)
    const reason = faultOfAnswer(answer)
    if (reason !== null) throw new AppError('bad-input', 'no such answer', { fields: [{ field: 'text', reason }] })
    assertNoNationalNumber(answer)
    const content = contentOf(order)
    const thread = threadOf(await mailsOf(deps, order))
    const words = answerMailText(thread?.subject ?? orderMailText(content).subject, content, answer)
    const mail = mailToBrreg(deps, order, { purpose: 'answer', words, to, follows: thread?.follows ?? null })
    return {
      action: 'order.answer',
      via: { event: 'answer', by: 'people' },
      note: answer,
      values: { mail: mail.id },
      deliveries: mail.deliveries,
      also: mail.write,
    }
  })
