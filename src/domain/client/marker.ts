import { createHash } from 'node:crypto'
import type { Registration } from './types.ts'

const marker = /\s*\[portvakt:[0-9a-f]{12}\]\s*$/u

/**
 * The mark that a create leaves in `description`, so that a client whose answer was lost can be found again (digdir.md
 * 7, trap 13: Digdir's POST is not idempotent). Made from the change's id, hence the same each time.
 */
export const markerOf = (changeId: string): string =>
  `[portvakt:${createHash('sha256').update(changeId).digest('hex').slice(0, 12)}]`

/** A description with the mark of a change behind it; any earlier mark goes. */
export const withMarker = (description: string, changeId: string): string =>
  `${withoutMarker(description)} ${markerOf(changeId)}`.trim()

/** A description as people may see it. */
export const withoutMarker = (description: string): string => {
  let bare = description
  while (marker.test(bare)) bare = bare.replace(marker, '')
  return bare
}

/** Whether a registration was made by the change. */
export const bearsMarker = (registration: Registration, changeId: string): boolean =>
  registration.description.trimEnd().endsWith(markerOf(changeId))

/** A registration as people may see it. */
export const shownRegistration = (registration: Registration): Registration => ({
  ...registration,
  description: withoutMarker(registration.description),
})
