/** What a pure function made of an object, kept as long as the object lives: `key` says what else it was made of. */
export type Memo = <T>(of: object, key: string, make: () => T) => T

/** An object is made something of in a few ways: languages, states. More than these are made anew. */
const most = 16

export const createMemo = (): Memo => {
  const made = new WeakMap<object, Map<string, unknown>>()
  return <T>(of: object, key: string, make: () => T): T => {
    const byKey = made.get(of) ?? new Map<string, unknown>()
    if (byKey.has(key)) return byKey.get(key) as T
    const value = make()
    if (byKey.size < most) byKey.set(key, value)
    made.set(of, byKey)
    return value
  }
}
