import type { SlackUser } from '../belonging/types.ts'
import type { Deps } from '../deps.ts'
import { type Chosen, markContacts } from './mark-contacts.ts'
import type { Contact } from './types.ts'

/**
 * "Done in the portal": somebody typed these contacts, as they are now, into Digdir's portal, which has no API for it
 * (digdir.md 6.6). With `seen` not what was changed since they read it. Throws `not-found` for an id that is not the organisation's.
 */
export const mirrorContacts = (deps: Pick<Deps, 'store' | 'now'>, by: SlackUser, chosen: Chosen): Promise<Contact[]> =>
  markContacts(deps, by, 'contact.mirror', chosen, () => ({
    mirrored: { by: { teamId: by.teamId, userId: by.userId }, at: deps.now() },
  }))
