import { tidyLine } from '../contact/typed-line.ts'

/** What steers instead of showing: control characters, and those that turn the direction of text. */
const steering = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu

/** Free text on one line, so that it can't pretend to be another line of a mail. */
export const freeLine = (typed: string): string => tidyLine(tidyLine(typed).replace(steering, ''))

/** Free text of several lines, ended by `\n` between them; no more than one empty line in a row. */
export const freeLines = (typed: string): string =>
  typed
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .split('\n')
    .map(freeLine)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
