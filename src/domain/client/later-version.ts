import type { Registration } from './types.ts'

type Version = Pick<Registration, 'active' | 'last_updated'>

/**
 * Whether what is saved of a registration is a later version than what was fetched: by Digdir's own clock on both
 * sides, and of one moment a deactivation is the later, since it is final (digdir.md 2.9).
 */
export const savedIsLater = (saved: Version, fetched: Version): boolean => {
  const [ours, theirs] = [saved.last_updated ?? 0, fetched.last_updated ?? 0]
  return ours > theirs || (ours === theirs && !saved.active)
}
