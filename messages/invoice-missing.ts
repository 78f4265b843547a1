import { z } from 'zod'
import { toldInvoiceMissing } from '../views/contact/told-logins.ts'
import { addressee, toContact, toldTo } from './contact-row.ts'
import type { MessageKind } from './message.ts'

/** Asks for an organisation's invoice information; not once any is there (`count-logins.ts`). */
export const invoiceMissing: MessageKind<{ contactId: string; year: number }> = {
  kind: 'invoice-missing',
  data: z.object({ contactId: z.string(), year: z.number() }),
  async compose(deps, delivery, { contactId, year }) {
    const to = await addressee(deps, delivery, contactId, 'logins')
    if ('suppress' in to) return to
    const there = await deps.store.invoicesOf(to.organisation.number)
    if (there.length > 0) return { suppress: 'mended-since' }
    return toContact(deps, delivery, to, 'logins', (t) => toldInvoiceMissing(t, { ...toldTo(deps, to), year }))
  },
}
