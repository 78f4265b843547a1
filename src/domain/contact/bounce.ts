import type { AuditEntry } from '../audit/types.ts'
import type { Deps } from '../deps.ts'
import { contactLine } from './contact-audit.ts'
import { bounced } from './notices.ts'
import { type Others, othersOf, tellOthers } from './tell-others.ts'
import type { BounceReason, Contact } from './types.ts'

/** Who notes what came back; nobody pressed anything. */
const delivery = { program: 'delivery' } as const

const cameBack = ({ code, reason, deliveryId }: Bounced): AuditEntry['values'] => ({
  after: { reason, code, deliveryId },
})

/** What is known of mail that came back: `code` is the server's number (RFC 5321 4.2), or null where a report has none. */
export type Bounced = {
  email: string
  reason: BounceReason
  code: number | null
  deliveryId: string | null
  /** when the mail had gone out; epoch ms, null or left out: now */
  sentAt?: number | null
}

/**
 * Marks every contact with an address from which mail came back, in all organisations, and asks the others of each to
 * mend it; not who confirmed the address after the mail had gone out. Gives those that were not marked before; of those
 * that were, nobody is asked again.
 */
export const recordBounce = async (deps: Pick<Deps, 'store' | 'now'>, came: Bounced): Promise<Contact[]> => {
  const { email, reason, code, sentAt = null } = came
  const contacts = (await deps.store.contactsAt(email)).filter((contact) => contact.bounce === null)
  if (contacts.length === 0) return []
  const around = new Map<string, Others>()
  for (const contact of contacts) around.set(contact.id, await othersOf(deps, contact))
  const marked = (ids: string[]) => contacts.filter(({ id }) => ids.includes(id))
  const { value } = await deps.store.write<string[]>(
    {
      audit: (ids) => marked(ids).map((contact) => contactLine('contact.bounce', delivery, contact, cameBack(came))),
      deliveries: (ids) =>
        marked(ids).flatMap((contact) => {
          const others = around.get(contact.id)
          return others ? tellOthers(others, contact, (to) => bounced(to, contact)) : []
        }),
    },
    async (tx) => (await tx.markBounced(email, { at: deps.now(), reason, code }, sentAt)).map(({ id }) => id),
  )
  const now = await Promise.all(value.map((id) => deps.store.contactById(id)))
  return now.filter((contact) => contact !== null)
}
