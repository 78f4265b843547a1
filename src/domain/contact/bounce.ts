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
  /** a report tells of it: the delivery row, which had been handed over, did not arrive after all */
  reported?: boolean
}

/**
 * Marks every contact with an address from which mail came back, in all organisations, and asks the others of each to
 * mend it; not who confirmed the address after the mail had gone out. The row of a mail that a report is about says so
 * too, whether or not it was to a contact. Gives those contacts that were not marked before; of those that were, nobody
 * is asked again.
 */
export const recordBounce = async (deps: Pick<Deps, 'store' | 'now' | 'desk'>, came: Bounced): Promise<Contact[]> => {
  const { email, reason, code, deliveryId, sentAt = null } = came
  const reported = came.reported ? deliveryId : null
  const contacts = (await deps.store.contactsAt(email)).filter((contact) => contact.bounce === null)
  if (contacts.length === 0 && reported === null) return []
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
    async (tx) => {
      if (reported !== null) await tx.cameBack(reported, `came-back-${reason}`, code)
      return (await tx.markBounced(email, { at: deps.now(), reason, code }, sentAt)).map(({ id }) => id)
    },
  )
  const now = await Promise.all(value.map((id) => deps.store.contactById(id)))
  return now.filter((contact) => contact !== null)
}
