import type { Language } from '../domain/belonging/types.ts'

/** Everybody who reads the bot's times lives by Norwegian time, wherever the bot runs. */
const timeZone = 'Europe/Oslo'

const locales = { nb: 'nb-NO', en: 'en-GB' } as const

/** How a language writes times (epoch ms, Norwegian time), numbers and lists. */
export type Formats = {
  /** `22. november 2026` */
  date(at: number): string
  /** `14:32` */
  time(at: number): string
  /** `22. november 2026, 14:32` */
  dateTime(at: number): string
  /** `10 000` */
  number(value: number): string
  /** `a, b og c` */
  list(items: readonly string[]): string
}

/** Made when it is first used: Intl's formatters are slow to make, and every text file wants some at the start. */
const lazily = <T>(make: () => T): (() => T) => {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}

export const formatsFor = (language: Language): Formats => {
  const locale = locales[language]
  const date = lazily(
    () => new Intl.DateTimeFormat(locale, { timeZone, day: 'numeric', month: 'long', year: 'numeric' }),
  )
  const time = lazily(
    () => new Intl.DateTimeFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
  )
  const number = lazily(() => new Intl.NumberFormat(locale))
  const list = lazily(() => new Intl.ListFormat(locale, { type: 'conjunction' }))
  // nb writes the clock with a colon in Portvakt, as people do in chat, whatever the ICU version prefers
  const clock = (at: number) => time().format(at).replace('.', ':')
  return {
    date: (at) => date().format(at),
    time: clock,
    dateTime: (at) => `${date().format(at)}, ${clock(at)}`,
    number: (value) => number().format(value),
    list: (items) => list().format(items),
  }
}

/**
 * A chooser of plural forms: `plural(2, { one: 'klient', other: 'klienter' })`. bokmål and English have these two
 * forms (CLDR).
 */
export const pluralsFor = (language: Language) => {
  const rules = lazily(() => new Intl.PluralRules(locales[language]))
  return (count: number, forms: { one: string; other: string }): string =>
    rules().select(count) === 'one' ? forms.one : forms.other
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** Makes text safe inside mrkdwn: these three characters and no others (slack.md 1.5). */
export const escapeMrkdwn = (text: string): string => text.replace(/[&<>]/g, (character) => escapes[character] ?? '')

/**
 * Inline code in mrkdwn, whatever the content: one line, escaped, and a grave accent of another sort for each
 * backtick, since mrkdwn has no way to write one inside code. Empty content becomes a dash.
 */
export const code = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').replaceAll('`', 'ˋ').trim()
  return `\`${line === '' ? '–' : escapeMrkdwn(line)}\``
}

/** At most `max` characters, counted in code points as Slack counts; what is cut ends in …. */
export const cut = (text: string, max: number): string => {
  if (text.length <= max) return text
  const points = Array.from(text)
  return points.length <= max ? text : `${points.slice(0, Math.max(0, max - 1)).join('')}…`
}
