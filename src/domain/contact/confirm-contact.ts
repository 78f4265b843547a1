import type { Deps } from '../deps.ts'
import type { Actor } from './actor.ts'
import { type Chosen, markContacts } from './mark-contacts.ts'
import type { Contact } from './types.ts'

/**
 * "Still right": a member says so of some of their organisation's contacts. That the address is the person's own is not
 * theirs to say. Throws `not-found` for an id that is not the organisation's.
 */
export const confirmContacts = (deps: Pick<Deps, 'store' | 'now'>, actor: Actor, chosen: Chosen): Promise<Contact[]> =>
  markContacts(deps, actor, 'contact.confirm', chosen, { confirmedAt: deps.now() })
