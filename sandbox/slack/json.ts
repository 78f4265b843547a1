/** JSON on its way: fields that are undefined fall out when it is written. */
export type Value = null | boolean | number | string | Value[] | JsonObject
export type JsonObject = { [key: string]: Value | undefined }

/** Whether it is an object, not null and not an array. */
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A string field of an object; undefined when it is something else. */
export const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/** The words of a Slack text object, or of a plain string. */
export const wordsOf = (value: unknown): string | undefined => (isObject(value) ? textOf(value.text) : textOf(value))
