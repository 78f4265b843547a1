/**
 * What every rule is made of. A rule looks at one value, is told where it stands, and writes what it finds on the
 * sheet: nothing is thrown and nothing stops at the first fault, as with Slack.
 */

/** `pointer` is a JSON pointer such as `/view/title/text`; `message` is in Slack's wording. */
export type RuleFault = { pointer: string; message: string }

export type Surface = 'message' | 'modal' | 'home'

/** What one walk over a view, a message or an answer gathers. `surface` is null where no surface is at stake. */
export type Sheet = {
  surface: Surface | null
  faults: RuleFault[]
  /** block ids met so far, and action ids met in the block being looked at */
  blockIds: Set<string>
  actionIds: Set<string>
  /** elements that ask for the focus */
  focused: number
  tables: number
  charts: number
  /** characters in `markdown` blocks */
  markdown: number
}

export type Rule = (value: unknown, at: string, sheet: Sheet) => void

/** A value known to be an object: what rules across fields are given. */
export type Fields = Readonly<Record<string, unknown>>

export const emptySheet = (surface: Surface | null): Sheet => ({
  surface,
  faults: [],
  blockIds: new Set(),
  actionIds: new Set(),
  focused: 0,
  tables: 0,
  charts: 0,
  markdown: 0,
})

/** All faults of one value, its pointers beginning with `at`. */
export const judge = (rule: Rule, value: unknown, at: string, surface: Surface | null = null): RuleFault[] => {
  const sheet = emptySheet(surface)
  rule(value, at, sheet)
  return sheet.faults
}

export const fault = (sheet: Sheet, pointer: string, message: string): void => {
  sheet.faults.push({ pointer, message })
}

/** One step of a JSON pointer, escaped as RFC 6901 wants it. */
export const step = (name: string): string => `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`

export const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A field that is left out or `undefined`: JSON knows no difference. */
export const isAbsent = (value: unknown): value is undefined => value === undefined

/** Takes whatever comes: for parts Slack documents but does not limit. */
export const anything: Rule = () => {}
