import type { Text } from '../../src/text/index.ts'
import { chosenName } from '../kit/chosen-name.ts'
import type { Told } from './told.ts'
import type { ToldTo } from './told-shared.ts'

export type ToldNobodyLeftData = Pick<ToldTo, 'organisation'> & {
  /** who was the last, as it was typed */
  name: string
  /** whether nobody is registered any more, or those who are can't be reached */
  how: 'left' | 'unreachable'
}

/** Tells an organisation's admin that no contact of it can be told of anything. */
export const toldNobodyLeft = (
  t: Text,
  { organisation: { name: organisation }, name, how }: ToldNobodyLeftData,
): Told => {
  const words = t.contact.mail.nobodyLeft
  const who = chosenName(name) ?? t.contact.mail.common.somebody
  return {
    subject: words.subject[how]({ organisation }),
    heading: words.subject[how]({ organisation }),
    paragraphs: [
      words.what[how]({ name: who }),
      words.cost({ organisation }),
      { what: words.list, command: '/contacts list' },
      { what: words.add, command: '/contacts add' },
    ],
    button: null,
    closing: [words.you],
  }
}
