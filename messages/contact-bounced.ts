import { z } from 'zod'
import { toldBounced } from '../views/contact/told-bounced.ts'
import { addressee, colleague, toContact, toldTo } from './contact-row.ts'
import type { MessageKind } from './message.ts'

/** Asks another contact to mend an address that mail comes back from; not once it was mended. */
export const contactBounced: MessageKind<{ contactId: string; aboutId: string }> = {
  kind: 'contact-bounced',
  data: z.object({ contactId: z.string(), aboutId: z.string() }),
  async compose(deps, delivery, { contactId, aboutId }) {
    const to = await addressee(deps, delivery, contactId, null)
    if ('suppress' in to) return to
    const about = await colleague(deps, to, aboutId)
    if (about === null) return { suppress: 'contact-gone' }
    const { bounce } = about
    if (bounce === null) return { suppress: 'mended-since' }
    return toContact(deps, delivery, to, null, (t) => toldBounced(t, { ...toldTo(deps, to), about, bounce }))
  },
}
