const unstorable = /[\0\ud800-\udfff]/
const halves = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** NUL, which PostgreSQL takes in no text, and halves of surrogate pairs, which are in no UTF-8 (RFC 3629 3). */
const text = (typed: string): string =>
  unstorable.test(typed) ? typed.replaceAll('\0', '').replace(halves, '\ufffd') : typed

/**
 * What Slack sent, without what can be neither stored nor sent on; the very same where there is nothing of that, which
 * is nearly always.
 */
export const storable = <T>(value: T): T => {
  if (typeof value === 'string') return text(value) as T
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    const items = value.map(storable)
    return items.some((one, at) => one !== value[at]) ? (items as T) : value
  }
  const members = Object.entries(value)
  const kept = members.map(([name, member]) => [name, storable(member)] as const)
  return kept.some(([, member], at) => member !== members[at]?.[1]) ? (Object.fromEntries(kept) as T) : value
}
