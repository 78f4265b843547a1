import type { ModalView } from '@slack/types'
import type { OrganisationDetails } from '../../../src/domain/belonging/store.ts'
import type { SlackUser } from '../../../src/domain/belonging/types.ts'
import { type Action, may } from '../../../src/domain/may.ts'
import { AppError } from '../../../src/errors.ts'
import type { Ask, Services } from '../../../src/slack/route.ts'
import { loading } from '../../../views/kit/loading.ts'

/** What every conversation of the administration asks first, and how it shows what it has to show. */

/** Asks the table for the very organisation. @throws {AppError} `not-found` for another's, as for one that is not there */
export const assertMayOf = (ask: Ask<unknown>, action: Action, organisationNumber: string): void => {
  const verdict = may(ask.viewer.belonging, action, { organisationNumber })
  if (!verdict.ok) throw new AppError(verdict.code, `may not ${action} of the organisation`)
}

/** The organisation that something is to be done with. @throws {AppError} as `assertMayOf` */
export const organisationFor = async (
  ask: Ask<unknown>,
  { store }: Pick<Services, 'store'>,
  action: Action,
  organisationNumber: string,
): Promise<OrganisationDetails> => {
  assertMayOf(ask, action, organisationNumber)
  const found = await store.organisationDetails(organisationNumber)
  if (!found) throw new AppError('not-found', 'no such organisation')
  return found
}

/** One who may manage every organisation. */
export const isOperator = (ask: Ask<unknown>): boolean => may(ask.viewer.belonging, 'organisation.manage').ok

/** Somebody whom Slack let be chosen: they are of the workspace that the bot is installed in. */
export const chosenUser = async (services: Pick<Services, 'teamId'>, userId: string): Promise<SlackUser> => ({
  teamId: await services.teamId(),
  userId,
})

/** A form in the place of what was clicked; where that is no modal, a modal of its own. */
export const putForm = async (ask: Ask<unknown>, view: ModalView): Promise<void> => {
  if (ask.door === 'modal') await ask.show({ view, message: loading.render(ask.t).message })
  else await ask.open(view)
}
