/** NUL, which PostgreSQL takes in no text, and halves of surrogate pairs, which are in no UTF-8 (RFC 3629 3). */
const unstorable = /\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/
const halves = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

const text = (typed: string): string => typed.replaceAll('\0', '').replace(halves, '\ufffd')

const isUnstorable = (value: unknown): boolean => {
  if (typeof value === 'string') return unstorable.test(value)
  if (typeof value !== 'object' || value === null) return false
  for (const name in value) if (isUnstorable((value as Record<string, unknown>)[name])) return true
  return false
}

const mended = (value: unknown): unknown => {
  if (typeof value === 'string') return text(value)
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(mended)
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, mended(member)]))
}

/**
 * What Slack sent, without what can be neither stored nor sent on; the very same where there is nothing of that, which
 * is nearly always, so it is looked for before anything is copied.
 */
export const storable = <T>(value: T): T => (isUnstorable(value) ? (mended(value) as T) : value)
