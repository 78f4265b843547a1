import { z } from 'zod'
import { toldLeft } from '../views/contact/told-left.ts'
import { addressee, toContact, toldTo } from './contact-row.ts'
import type { MessageKind } from './message.ts'

/** Tells another contact who left by their own wish. */
export const contactLeft: MessageKind<{ contactId: string; name: string }> = {
  kind: 'contact-left',
  data: z.object({ contactId: z.string(), name: z.string() }),
  async compose(deps, delivery, { contactId, name }) {
    const to = await addressee(deps, delivery, contactId, null)
    if ('suppress' in to) return to
    return toContact(deps, delivery, to, null, (t) => toldLeft(t, { ...toldTo(deps, to), name }))
  },
}
