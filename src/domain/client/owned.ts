import { AppError } from '../../errors.ts'
import { isSamePerson, type SlackUser } from '../belonging/types.ts'
import { type Change, environmentOf } from '../change.ts'
import type { Deps } from '../deps.ts'

type Where = Pick<Change, 'organisationNumber' | 'environment' | 'requester'>

/** Whether somebody is an admin of the organisation, now. */
export const isAdminOf = async (
  deps: Pick<Deps, 'store' | 'now'>,
  user: SlackUser,
  organisationNumber: string,
): Promise<boolean> => {
  const membership = await deps.store.membership(user, organisationNumber)
  return (
    membership?.state === 'assigned' && membership.admin && (membership.until === null || membership.until > deps.now())
  )
}

/**
 * Once a client has owners, only they and the organisation's admins change it (design section 2).
 * Throws `not-owner`.
 */
export const assertMayChange = async (
  deps: Pick<Deps, 'store' | 'now'>,
  change: Where,
  { clientId }: { clientId: string },
): Promise<void> => {
  const environment = environmentOf(change)
  const owners = await deps.store.owners(change.organisationNumber, environment, clientId)
  if (owners.length === 0 || owners.some((owner) => isSamePerson(owner, change.requester))) return
  if (await isAdminOf(deps, change.requester, change.organisationNumber)) return
  throw new AppError('not-owner', 'the client has owners', { environment })
}
