import { fault, type Rule } from './rule.ts'

/** Length in code points, as Slack counts: an emoji is one character, not two UTF-16 units. */
export const lengthOf = (text: string): number => {
  let length = text.length
  for (let i = 1; i < text.length; i += 1) {
    const unit = text.charCodeAt(i)
    if (unit < 0xdc00 || unit > 0xdfff) continue
    const before = text.charCodeAt(i - 1)
    if (before >= 0xd800 && before <= 0xdbff) length -= 1
  }
  return length
}

const isLonger = (text: string, most: number): boolean => text.length > most && lengthOf(text) > most

/** A string of `from` to `to` characters. Slack says "less than to+1" and "more than from-1". */
export const string =
  (to = Number.POSITIVE_INFINITY, from = 1): Rule =>
  (value, at, sheet) => {
    if (typeof value !== 'string') return fault(sheet, at, 'must provide a string')
    if (isLonger(value, to)) fault(sheet, at, `must be less than ${to + 1} characters`)
    if (value.length < from || (from > 1 && lengthOf(value) < from))
      fault(sheet, at, `must be more than ${from - 1} characters`)
  }

/** A string that may be empty. */
export const stringOrEmpty = (to?: number): Rule => string(to, 0)

/** A string of a given form; `message` is said when it has another. */
export const pattern = (form: RegExp, message: string, to?: number, from?: number): Rule => {
  const text = string(to, from)
  return (value, at, sheet) => {
    text(value, at, sheet)
    if (typeof value === 'string' && value !== '' && !form.test(value)) fault(sheet, at, message)
  }
}

/** An address with any scheme (buttons may open `mailto:` and app links). */
export const address = (to: number): Rule => pattern(/^[a-z][a-z0-9+.-]*:\S+$/i, 'must be a valid url', to)

/** An address that Slack itself fetches or posts to. */
export const webAddress = (to: number): Rule => pattern(/^https?:\/\/\S+$/i, 'must be a valid url', to)

export const secureAddress = (to: number): Rule => pattern(/^https:\/\/\S+$/i, 'must be a valid https url', to)

export const boolean: Rule = (value, at, sheet) => {
  if (typeof value !== 'boolean') fault(sheet, at, 'must provide a boolean')
}

export const number: Rule = (value, at, sheet) => {
  if (typeof value !== 'number' || !Number.isFinite(value)) fault(sheet, at, 'must provide a number')
}

export const integer =
  (from: number, to = Number.POSITIVE_INFINITY): Rule =>
  (value, at, sheet) => {
    if (!Number.isInteger(value)) return fault(sheet, at, 'must provide an integer')
    if ((value as number) < from) fault(sheet, at, `must be greater than ${from - 1}`)
    if ((value as number) > to) fault(sheet, at, `must be less than ${to + 1}`)
  }

export const oneOf = (...allowed: readonly (string | number)[]): Rule => {
  const members = new Set<unknown>(allowed)
  return (value, at, sheet) => {
    if (!members.has(value)) fault(sheet, at, 'must be a valid enum value')
  }
}
