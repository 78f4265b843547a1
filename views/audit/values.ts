import { z } from 'zod'
import { environments } from '../../src/domain/client/types.ts'
import { limits } from '../kit/limits.ts'
import { buttonValueOf, metadataOf } from '../kit/metadata.ts'

/** A place in the audit: the line after which a page begins. It proves nothing: whose lines one sees is asked again. */
const place = z.object({ at: z.number().int(), id: z.string().min(1).max(64) })
export type Place = z.infer<typeof place>
export const lineValue = buttonValueOf<Place>(place)

/** A choice that means none, since Slack's menus can't be emptied. */
export const everything = '*'

/** Pages that one can turn back through; above it, the first one is next. */
const mostPages = 24

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

const filters = z.object({
  /** null: the own one's for an admin, all of them for an operator */
  organisation: z.string().max(20).nullable(),
  /** Slack's user id of who did it */
  person: z.string().max(30).nullable(),
  /** Digdir's client id */
  client: z.string().max(limits.optionValue).nullable(),
  environment: z.enum(environments).nullable(),
  /** days in Norway, both included */
  from: day.nullable(),
  to: day.nullable(),
})
export type AuditFilters = z.infer<typeof filters>

const shape = filters.extend({
  /** where each page after the first began; the last is the one that is shown */
  trail: z.array(place).max(mostPages),
  /** goes up where the filters are set by anything but themselves: Slack keeps what stands in a block of the same id */
  turn: z.number().int().min(0),
})

/** What the modal shows: kept in its `private_metadata`. */
export type AuditRef = z.infer<typeof shape>
export const auditRef = metadataOf<AuditRef>(shape)

export const noFilters: AuditFilters = {
  organisation: null,
  person: null,
  client: null,
  environment: null,
  from: null,
  to: null,
}

/** The newest lines, unfiltered. */
export const wholeAudit: AuditRef = { ...noFilters, trail: [], turn: 0 }

export const filtersOf = (ref: AuditFilters): AuditFilters => ({
  organisation: ref.organisation,
  person: ref.person,
  client: ref.client,
  environment: ref.environment,
  from: ref.from,
  to: ref.to,
})

export const isFiltered = (ref: AuditFilters): boolean => Object.values(filtersOf(ref)).some((value) => value !== null)

/** The page that begins after a line. */
export const older = (ref: AuditRef, after: Place): AuditRef => ({
  ...ref,
  trail: [...ref.trail, after].slice(-mostPages),
})

/** The page before this one. */
export const newer = (ref: AuditRef): AuditRef => ({ ...ref, trail: ref.trail.slice(0, -1) })

/** The first page of other filters, which the menus show anew. */
export const refiltered = (ref: AuditRef, more: Partial<AuditFilters>): AuditRef => ({
  ...ref,
  ...more,
  trail: [],
  turn: ref.turn + 1,
})

/** What a find offers to look at alone. */
const found = z.union([
  z.object({ client: z.string().min(1).max(limits.optionValue) }),
  z.object({ person: z.string().min(1).max(30) }),
  z.object({ organisation: z.string().min(1).max(20) }),
])
export type Found = z.infer<typeof found>
export const foundValue = buttonValueOf<Found>(found)
