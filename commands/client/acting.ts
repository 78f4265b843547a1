import type { Ask } from '../../src/slack/route.ts'
import { organisationOf } from '../../src/viewer.ts'
import { organisationLabel } from '../../views/belonging/organisation-switch.ts'
import type { DrawnFor } from '../../views/client/new.ts'
import { clientOtherOrganisation } from '../../views/client/other-organisation.ts'
import type { Shown } from '../../views/kit/shown.ts'

/** Somebody of several organisations acts for one at a time: what was drawn for one is not sent for another. */

/** For whom a form is drawn, by name too where the person may act for others. @throws {AppError} `not-a-member` */
export const drawnFor = ({ viewer }: Ask<unknown>): DrawnFor => {
  const organisation = organisationOf(viewer)
  const several = viewer.belonging.as === 'member' && viewer.belonging.others.length > 0
  return { organisation: organisation.number, ...(several && { acting: organisationLabel(organisation) }) }
}

/**
 * Why nothing is done with what was drawn for another organisation than the person acts for now, chosen by themselves or
 * moved by others; null where it is the same. The number comes from the request: it is compared and never used.
 *
 * @throws {AppError} `not-a-member`
 */
export const refusedElsewhere = ({ viewer, t }: Ask<unknown>, drawn: { organisation: string }): Shown | null => {
  const organisation = organisationOf(viewer)
  if (drawn.organisation === organisation.number) return null
  return clientOtherOrganisation.render(t, { acting: organisationLabel(organisation) })
}
