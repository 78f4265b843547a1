import { z } from 'zod'
import { toldAccountGone } from '../views/contact/told-account-gone.ts'
import { addressee, colleague, toContact, toldTo } from './contact-row.ts'
import type { MessageKind } from './message.ts'

/** Tells another contact of a deactivated account in Slack; not once it is back, or the contact another's. */
export const contactAccountGone: MessageKind<{ contactId: string; aboutId: string }> = {
  kind: 'contact-account-gone',
  data: z.object({ contactId: z.string(), aboutId: z.string() }),
  async compose(deps, delivery, { contactId, aboutId }) {
    const to = await addressee(deps, delivery, contactId, null)
    if ('suppress' in to) return to
    const about = await colleague(deps, to, aboutId)
    if (about === null) return { suppress: 'contact-gone' }
    const { accountGoneAt: goneAt } = about
    if (goneAt === null) return { suppress: 'mended-since' }
    return toContact(deps, delivery, to, null, (t) => toldAccountGone(t, { ...toldTo(deps, to), about, goneAt }))
  },
}
