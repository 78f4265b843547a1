import { randomUUID } from 'node:crypto'

/** Most that a counter of twelve bits holds. */
const mostCounted = 0xfff

/**
 * Makes ids of which each is greater than the one before (UUIDv7, RFC 9562 5.7 with the counter of 6.2 method 1), so
 * that rows which are written together lie together, and a mark of a few of them touches few pages of the disk. The
 * other 62 bits are random: nobody guesses one.
 *
 * @param now epoch ms; a clock that was set back makes no smaller ids
 */
export const orderedIds = (now: () => number): (() => string) => {
  let at = 0
  let counter = 0
  return () => {
    const time = now()
    const random = randomUUID()
    if (time > at) {
      at = time
      // from anywhere in the lower half: another instance's of the same millisecond begin elsewhere
      counter = Number.parseInt(random.slice(0, 3), 16) >> 1
    } else if (counter < mostCounted) counter += 1
    else {
      at += 1
      counter = 0
    }
    const stamp = at.toString(16).padStart(12, '0')
    return `${stamp.slice(0, 8)}-${stamp.slice(8)}-7${counter.toString(16).padStart(3, '0')}-${random.slice(19)}`
  }
}
