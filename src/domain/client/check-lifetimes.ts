import type { ClientDraft } from './draft.ts'
import type { Fault } from './faults.ts'
import { typeRules } from './type-table.ts'

const DAY = 86_400

/** Seconds. Digdir's own maxima are not known (digdir.md 2.3); these stop slips of the finger. */
export const longestLifetimes = {
  access_token_lifetime: DAY,
  refresh_token_lifetime: 365 * DAY,
  authorization_lifetime: 365 * DAY,
} as const

type Lifetime = keyof typeof longestLifetimes

const checkOne = (draft: ClientDraft, field: Lifetime): Fault[] => {
  const seconds = draft[field]
  const limit = longestLifetimes[field]
  if (seconds === null) return []
  if (!Number.isInteger(seconds)) return [{ field, reason: 'number-malformed' }]
  if (seconds < 1) return [{ field, reason: 'number-too-small', limit: 1 }]
  return seconds > limit ? [{ field, reason: 'number-too-large', limit }] : []
}

/**
 * Lifetimes: whole seconds from 1, and access <= refresh <= authorization among those that are set (digdir.md 2.3
 * recommends access < refresh, and equality works). Machines have an access lifetime only.
 */
export const checkLifetimes = (draft: ClientDraft): Fault[] => {
  if (!typeRules(draft.integration_type).usesRedirectUris) return checkOne(draft, 'access_token_lifetime')
  const faults = (Object.keys(longestLifetimes) as Lifetime[]).flatMap((field) => checkOne(draft, field))
  if (faults.length > 0) return faults

  const { access_token_lifetime: access, refresh_token_lifetime: refresh, authorization_lifetime: whole } = draft
  const longest = Math.max(access ?? 0, refresh ?? 0)
  if (refresh !== null && access !== null && refresh < access) {
    faults.push({ field: 'refresh_token_lifetime', reason: 'refresh-below-access', limit: access })
  }
  if (whole !== null && whole < longest) {
    faults.push({ field: 'authorization_lifetime', reason: 'authorization-below-refresh', limit: longest })
  }
  return faults
}
