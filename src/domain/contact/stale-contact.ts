import { AppError } from '../../errors.ts'
import type { Deps } from '../deps.ts'
import type { Contact } from './types.ts'

/** What to say of a contact that is not as it was read: gone, or changed by somebody else meanwhile. */
export const staleContact = async (
  { store }: Pick<Deps, 'store'>,
  { organisationNumber, id }: Pick<Contact, 'organisationNumber' | 'id'>,
): Promise<AppError> =>
  (await store.contact(organisationNumber, id))
    ? new AppError('changed-meanwhile', 'somebody else changed the contact')
    : new AppError('not-found', 'the contact was removed meanwhile')
