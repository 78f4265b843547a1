import type { System, SystemMode } from '../../protocol.ts'

type Modes = [SystemMode, string][]

const http: Modes = [
  ['well', 'Well'],
  ['slow', 'Slow: answers late'],
  ['failing', 'Failing: answers 500'],
  ['silent', 'Silent: never answers'],
  ['rate-limited', 'Rate-limited: answers 429'],
  ['html', 'Answers HTML in place of JSON'],
  ['cutting', 'Does the work, then hangs up'],
]

const smtp: Modes = [
  ['well', 'Well'],
  ['slow', 'Slow: answers late'],
  ['failing', 'Failing: try again later (451)'],
  ['silent', 'Silent: never answers'],
  ['rate-limited', 'Full: no connection (421)'],
  ['refusing', 'Refusing: no such address (550)'],
  ['returning', 'Takes the mail, then sends it back'],
  ['cutting', 'Takes the mail, then hangs up'],
]

const register: Modes = [
  ...http,
  ['rejecting', 'Rejecting: answers 400'],
  ['gone', 'Answers 410: taken out for legal reasons'],
]

/** What a system can do wrong by what it speaks, with words for each. */
export const modesOf = (speaks: System['speaks']): Modes => ({ smtp, register, http })[speaks ?? 'http']

/** What can go wrong with mail to one address. */
export const addressModes: Modes = [
  ['refusing', 'No such address (550)'],
  ['returning', 'Taken, then sent back (5.1.1)'],
  ['rate-limited', 'Mailbox is full (452)'],
  ['failing', 'Try again later (451)'],
  ['slow', 'Answered late'],
  ['silent', 'Never answered'],
  ['cutting', 'Taken, then cut off'],
]
