import type { BelongingReads, BelongingWrites } from '../domain/belonging/store.ts'
import type { Ground, Tx } from './engine.ts'
import { membershipReads, membershipWrites } from './memberships.ts'
import { organisationDirectory } from './organisation-directory.ts'
import { organisationPeople } from './organisation-people.ts'
import { standingReads } from './standing.ts'

/** Questions about who belongs where. */
export const belongingReads = (ground: Ground): BelongingReads => ({
  ...standingReads(ground),
  ...organisationDirectory(ground),
  ...organisationPeople(ground),
  ...membershipReads(ground),
})

/** Effects on who belongs where; those on rows that others save too stand with them, in `organisations` and `people`. */
export const belongingWrites = (tx: Tx): Omit<BelongingWrites, 'saveOrganisation' | 'chooseOrganisation'> =>
  membershipWrites(tx)
