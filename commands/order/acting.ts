import { may } from '../../src/domain/may.ts'
import type { Order } from '../../src/domain/order/types.ts'
import type { Ask, Services } from '../../src/slack/route.ts'
import { organisationLabel } from '../../views/belonging/organisation-switch.ts'
import { clientOtherOrganisation } from '../../views/client/other-organisation.ts'
import type { Shown } from '../../views/kit/shown.ts'

/** Operators see every organisation's orders, and may order for any; others act for the organisation they are in. */

/** Whether the person may see and order for all organisations. */
export const seesAll = ({ viewer }: Ask<unknown>): boolean => may(viewer.belonging, 'order.choose-organisation').ok

/** The organisation that one acts for; null: an operator who belongs to none. */
export const ownOrganisation = ({ viewer }: Ask<unknown>) =>
  viewer.belonging.as === 'member' ? viewer.belonging.organisation : null

/** For whom a form is drawn: '' for an operator who belongs to none; by name where one may act for others too. */
export const drawnFor = (ask: Ask<unknown>): { organisation: string; acting?: string } => {
  const own = ownOrganisation(ask)
  const { belonging } = ask.viewer
  const several = belonging.as === 'member' && belonging.others.length > 0
  return { organisation: own?.number ?? '', ...(own && several && { acting: organisationLabel(own) }) }
}

/** Why a form is not sent: it was drawn for another organisation than the person acts for now. */
export const refusedElsewhere = (ask: Ask<unknown>, drawn: { organisation: string }): Shown | null => {
  const own = ownOrganisation(ask)
  if (drawn.organisation === (own?.number ?? '')) return null
  return clientOtherOrganisation.render(ask.t, { acting: own === null ? '–' : organisationLabel(own) })
}

/** Whose order it is by name, where it is another organisation's than the reader's own. */
export const foreignName = async (
  ask: Ask<unknown>,
  { store }: Pick<Services, 'store'>,
  { organisationNumber }: Pick<Order, 'organisationNumber'>,
): Promise<string | undefined> => {
  if (organisationNumber === ownOrganisation(ask)?.number) return undefined
  return (await store.organisation(organisationNumber))?.name ?? organisationNumber
}
