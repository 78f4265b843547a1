import { z } from 'zod'
import { toldLogins } from '../views/contact/told-logins.ts'
import { addressee, toContact, toldTo } from './contact-row.ts'
import type { MessageKind } from './message.ts'

/** How an organisation's logins stood against the threshold when the row was written. */
export const loginsThreshold: MessageKind<{ contactId: string; year: number; percent: number; logins: number }> = {
  kind: 'logins-threshold',
  data: z.object({ contactId: z.string(), year: z.number(), percent: z.number(), logins: z.number() }),
  async compose(deps, delivery, { contactId, year, logins }) {
    const to = await addressee(deps, delivery, contactId, 'logins')
    if ('suppress' in to) return to
    return toContact(deps, delivery, to, 'logins', (t) => toldLogins(t, { ...toldTo(deps, to), year, logins }))
  },
}
