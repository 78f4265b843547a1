import { cut } from '../../src/text/format.ts'
import { oneLine } from './one-line.ts'

const longest = 60
/** What a mail program makes a link of, or the reader an address: it goes to somebody who may not know its owner. */
const linkLike = /[@:/\\<>]|www\.|\p{L}\.\p{L}{2,}|\d\.\p{L}{2,}/iu

/** A name that its owner chose, as it may stand in a mail to somebody else; null when it is none or looks like a link. */
export const chosenName = (name: string | null): string | null => {
  const clean = oneLine(name ?? '')
  return clean === '' || linkLike.test(clean) ? null : cut(clean, longest)
}
