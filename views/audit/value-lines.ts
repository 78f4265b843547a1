import type { Text } from '../../src/text/index.ts'

/** Between the years 2000 and 2100 in epoch ms: no other number that is kept is of this size. */
const isInstant = (value: number): boolean =>
  Number.isInteger(value) && value > 946_684_800_000 && value < 4_102_444_800_000

const indented = (lines: string[]): string[] => lines.map((line) => `  ${line}`)

const isBranch = (value: unknown): value is object => typeof value === 'object' && value !== null

const leaf = (t: Text, value: unknown): string => {
  if (value === null || value === undefined || value === '') return '–'
  if (typeof value === 'number' && isInstant(value)) return t.format.dateTime(value)
  return String(value)
}

/**
 * What an audit line keeps of a value, a line for each part of it: `name: value`, a dash before each of a list, what is
 * inside something moved in. Instants are in Norwegian time. Plain text.
 */
export const valueLines = (t: Text, value: unknown): string[] => {
  if (!isBranch(value)) return [leaf(t, value)]
  const parts = Array.isArray(value) ? value.map((one) => ['-', one] as const) : Object.entries(value)
  if (parts.length === 0) return ['–']
  return parts.flatMap(([name, part]) => {
    const mark = name === '-' ? '-' : `${name}:`
    if (!isBranch(part) || Object.keys(part).length === 0) return [`${mark} ${valueLines(t, part).join(' ')}`]
    return [mark, ...indented(valueLines(t, part))]
  })
}
