import { z } from 'zod'
import { limits } from './limits.ts'

export type JsonText<T> = {
  /** @throws {RangeError} above Slack's limit: ids belong in there, not documents */
  write(value: T): string
  /** null for what was not written by us or by an older version */
  read(text: string): T | null
  /** the same as a schema, for a route's `input` */
  input: z.ZodType<T>
  /** the shape itself */
  schema: z.ZodType<T>
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const jsonText = <T>(schema: z.ZodType<T>, max: number): JsonText<T> => {
  const input = z.string().max(max).transform(parsed).pipe(schema) as unknown as z.ZodType<T>
  return {
    write(value) {
      const text = JSON.stringify(value)
      if (text.length > max) throw new RangeError(`more than ${max} characters`)
      return text
    },
    read: (text) => input.safeParse(text).data ?? null,
    input,
    schema,
  }
}

/** A view's `private_metadata`: JSON of a shape. It says where a form belongs, never who may send it. */
export const metadataOf = <T>(schema: z.ZodType<T>): JsonText<T> => jsonText(schema, limits.metadata)

/** A button's `value`: JSON of a shape. */
export const buttonValueOf = <T>(schema: z.ZodType<T>): JsonText<T> => jsonText(schema, limits.buttonValue)
