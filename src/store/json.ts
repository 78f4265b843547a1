import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { AppError } from '../errors.ts'

/**
 * JSON with one spelling (RFC 8785: members sorted by code unit, no blanks), so that equal values are equal text on
 * both engines and have one digest. Members that are undefined are left out.
 */
export const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join(',')}}`
}

/** sha-256 of the text in UTF-8, hex. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** A json column as its schema has it. Throws `internal` for what this release can't read, without showing it. */
export const parsed = <T>(schema: z.ZodType<T>, text: string, column: string): T => {
  const result = schema.safeParse(JSON.parse(text))
  if (result.success) return result.data
  const where = result.error.issues.map((issue) => issue.path.join('.')).join(', ')
  throw new AppError('internal', `${column} holds what this release cannot read, at: ${where}`)
}
