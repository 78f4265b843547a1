import { hasControl, hasLineBreak, tidyLine } from './typed-line.ts'

export const nameFaults = ['empty', 'too-short', 'too-long', 'digits', 'line-break', 'characters'] as const
export type NameFault = (typeof nameFaults)[number]

export type NameRead = { ok: true; name: string; short: boolean } | { ok: false; code: NameFault }

const SHORTEST = 2
const LONGEST = 120
/** Letters of any script and what stands between them in names. */
const personal = /^[\p{L}\p{M} .,'’ʼ´`()/&-]+$/u

const refused = (code: NameFault): NameRead => ({ ok: false, code })

const readLine = (typed: string): NameRead => {
  if (hasLineBreak(typed)) return refused('line-break')
  const name = tidyLine(typed)
  if (name === '') return refused('empty')
  if ([...name].length > LONGEST) return refused('too-long')
  return hasControl(name) ? refused('characters') : { ok: true, name, short: false }
}

/**
 * A person's name (brreg.md 5.2): 2 to 120 characters, letters of any script, no digits. `short`: one word, or hardly any
 * letters ("RU BU" is a name), so that somebody should look twice.
 */
export const readPersonName = (typed: string): NameRead => {
  const read = readLine(typed)
  if (!read.ok) return read
  const { name } = read
  if ([...name].length < SHORTEST) return refused('too-short')
  if (/\p{N}/u.test(name)) return refused('digits')
  if (!personal.test(name) || !/\p{L}/u.test(name)) return refused('characters')
  const words = name.split(' ').filter((word) => /\p{L}/u.test(word))
  return { ok: true, name, short: words.length < 2 || [...name].length < 6 }
}

/** What a shared mailbox is called: whatever stands on one line, such as "Driftsvakt 24/7". */
export const readMailboxName = (typed: string): NameRead => readLine(typed)
