import type { Deps } from '../deps.ts'
import type { Actor } from './actor.ts'
import { type Chosen, markContacts } from './mark-contacts.ts'
import type { Contact } from './types.ts'

/**
 * "Still right": a member says so of some of their organisation's contacts. That the address is the person's own is not
 * theirs to say, nor that mail gets there. Where an account in Slack is gone, the contact is right without it: nobody is
 * there from now on, and that account is not asked about again. Throws `not-found` for an id that is not the
 * organisation's.
 */
export const confirmContacts = (deps: Pick<Deps, 'store' | 'now'>, actor: Actor, chosen: Chosen): Promise<Contact[]> =>
  markContacts(deps, actor, 'contact.confirm', chosen, ({ accountGoneAt }) => ({
    confirmedAt: deps.now(),
    ...(accountGoneAt !== null && { user: null, accountGoneAt: null }),
  }))
