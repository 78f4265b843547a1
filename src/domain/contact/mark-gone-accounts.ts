import type { Deps } from '../deps.ts'
import { contactLine } from './contact-audit.ts'
import { accountGone } from './notices.ts'
import { othersOf, tellOthers } from './tell-others.ts'
import type { Contact } from './types.ts'

type Needs = Pick<Deps, 'store' | 'now' | 'desk'>

/** Nobody pressed anything: Slack told it. */
const slack = { program: 'slack' } as const

/** One contact, if it is still as it was read; false: somebody was first. */
const mark = async (needs: Needs, contact: Contact, gone: boolean): Promise<boolean> => {
  const others = gone ? await othersOf(needs, contact) : null
  const values = { before: { accountGone: !gone }, after: { accountGone: gone } }
  const { value } = await needs.store.write<boolean>(
    {
      audit: (marked) => (marked ? [contactLine('contact.edit', slack, contact, values)] : []),
      deliveries: (marked) => (marked && others ? tellOthers(others, contact, (to) => accountGone(to, contact)) : []),
    },
    async (tx) =>
      (await tx.markContact(contact.id, contact.version, { accountGoneAt: gone ? needs.now() : null })) !== null,
  )
  return value
}

/**
 * Flags contacts whose account in Slack is known to be deactivated, and tells the others of their organisation, who know
 * whether the address still serves; the flag goes where an account is back. By what is stored of people: whoever calls
 * this has asked Slack. Gives how many changed. Throws what the store throws.
 */
export const markGoneAccounts = async (needs: Needs): Promise<{ gone: number; back: number }> => {
  const counts = { gone: 0, back: 0 }
  for (const { contact, gone } of await needs.store.contactsOfGoneAccounts())
    if (await mark(needs, contact, gone)) counts[gone ? 'gone' : 'back'] += 1
  return counts
}
