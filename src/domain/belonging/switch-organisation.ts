import { AppError } from '../../errors.ts'
import type { AuditEntry } from '../audit/types.ts'
import { personSubject } from '../change.ts'
import type { Deps } from '../deps.ts'
import type { Belonging, Organisation, SlackUser } from './types.ts'

const line = (user: SlackUser, from: Organisation, to: Organisation): AuditEntry => ({
  action: 'organisation.switch',
  outcome: 'done',
  actor: { teamId: user.teamId, userId: user.userId },
  organisationNumber: to.number,
  environment: null,
  subject: personSubject(user),
  changeId: null,
  correlationId: null,
  values: { before: { organisationNumber: from.number }, after: { organisationNumber: to.number } },
})

/**
 * Of several organisations, acts for another one from now on. Throws `not-found` for one that the person does not
 * belong to, as for one that does not exist.
 */
export const switchOrganisation = async (
  deps: Pick<Deps, 'store'>,
  asked: { user: SlackUser; belonging: Belonging; organisationNumber: string },
): Promise<Organisation> => {
  const { user, belonging, organisationNumber } = asked
  const wanted =
    belonging.as === 'member'
      ? [belonging.organisation, ...belonging.others].find((one) => one.number === organisationNumber)
      : undefined
  if (belonging.as !== 'member' || !wanted) throw new AppError('not-found', 'not an organisation of this person')
  const { organisation: from } = belonging
  await deps.store.write({ audit: from.number === wanted.number ? [] : [line(user, from, wanted)] }, async (tx) => {
    await tx.chooseOrganisation(user, organisationNumber)
    return null
  })
  return wanted
}
