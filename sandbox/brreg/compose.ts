import type { Answer } from './answers.ts'
import type { AskAbout } from './letters.ts'
import { already, asking, confirming, delivering, letGo, refusing } from './letters.ts'
import { type Contents, officers, type Written } from './officers.ts'
import type { Order, OrderLetter } from './order.ts'

const contentsOf = (answer: Answer, before: Order, after: Order, about: AskAbout): Contents | null => {
  switch (answer.kind) {
    case 'ask':
      return asking(after, answer.about ?? about)
    case 'refuse':
      return refusing(after)
    case 'confirm': {
      const corrects = Object.values(before.granted).some((scope) => scope !== answer.scope)
      const scope = answer.written ?? answer.scope
      return confirming(after, { scope, environments: answer.environments ?? 'both', corrects })
    }
    case 'deliver':
      return delivering(after, answer.written ?? after.granted.test ?? null)
    case 'already':
      return already(after)
    case 'let-go':
      return letGo(before)
    case 'silent':
    case 'bounce':
      return null
  }
}

/** The newest mail that came: the one that is answered. */
export const answeredIn = ({ letters }: Order): OrderLetter => {
  const found = letters.findLast(({ way }) => way === 'in')
  if (!found) throw new Error('an order begins with a mail that came')
  return found
}

/**
 * The mail that an answer is, in the words of the officer whose turn it is with the order; null for one without a mail.
 *
 * @param before the order before what the mail tells of was done, `after` as it is now
 * @param context.about what is asked about when the answer leaves it open; `at` is epoch ms
 */
export const compose = (
  answer: Answer,
  { before, after }: { before: Order; after: Order },
  { about, at }: { about: AskAbout; at: number },
): Written | null => {
  const contents = contentsOf(answer, before, after, about)
  if (contents === null) return null
  const own = 'words' in answer ? (answer.words?.trim() ?? '') : ''
  const nth = Number(after.id.replace(/\D/g, ''))
  const officer = officers[(nth - 1) % officers.length] ?? officers[0]
  return officer.write(
    { ...contents, paragraphs: [...(own === '' ? [] : [own]), ...contents.paragraphs] },
    {
      letter: answeredIn(after),
      greeted: after.replyTo[0]?.name.split(' ')[0] ?? '',
      caseNumber: `${new Date(at).getUTCFullYear()}/${10_400 + nth}`,
    },
  )
}
