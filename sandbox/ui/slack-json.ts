import type { Block, Json } from '../protocol.ts'

/** A JSON object of Slack's: an element, an option, a text object. */
export type Obj = { [key: string]: Json | undefined }

/** What sits in a block and is filled in or pressed: a button, a select, a text field. */
export type Element = Obj & { type: string }

/** `value` as an object, or `null` when it is anything else. */
export function asObject(value: unknown): Obj | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Obj) : null
}

/** `value` as a string, or `''`. */
export function asString(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** The objects of an array; everything else in it is left out. */
export function asObjects(value: unknown): Obj[] {
  return Array.isArray(value) ? value.filter((item): item is Obj => asObject(item) !== null) : []
}

/** The strings of an array; everything else in it is left out. */
export function asStrings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : []
}

/** `value` as an element, or `null` when it has no `type`. */
export function asElement(value: unknown): Element | null {
  const found = asObject(value)
  return found && typeof found.type === 'string' ? (found as Element) : null
}

/** The words of a text object, whichever its type; `''` when there is none. */
export function wordsOf(text: unknown): string {
  return asString(asObject(text)?.text)
}

/** The id that values and clicks of a block are filed under; a block without one is known by its place. */
export function blockIdOf(block: Block, index: number): string {
  return block.block_id ?? `block-${index}`
}
