import { AppError } from '../../errors.ts'
import type { Deps } from '../deps.ts'
import type { Belonging, Organisation, SlackUser } from './types.ts'

/**
 * Of several organisations, acts for another one from now on. Throws `not-found` for one that the person does not
 * belong to, as for one that does not exist.
 */
export const switchOrganisation = async (
  deps: Pick<Deps, 'store'>,
  asked: { user: SlackUser; belonging: Belonging; organisationNumber: string },
): Promise<Organisation> => {
  const { user, belonging, organisationNumber } = asked
  const places = belonging.as === 'member' ? [belonging.organisation, ...belonging.others] : []
  const wanted = places.find((one) => one.number === organisationNumber)
  if (!wanted) throw new AppError('not-found', 'not an organisation of this person')
  await deps.store.write({}, async (tx) => {
    await tx.chooseOrganisation(user, organisationNumber)
    return null
  })
  return wanted
}
