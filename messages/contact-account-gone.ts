import { z } from 'zod'
import type { Who } from '../src/domain/contact/readers.ts'
import { toldAccountGone } from '../views/contact/told-account-gone.ts'
import { colleague, reading, toldTo, toReader, whoReads } from './contact-row.ts'
import type { MessageKind } from './message.ts'

/** Tells another contact of a deactivated account in Slack; not once it is back, or the contact another's. */
export const contactAccountGone: MessageKind<Who & { aboutId: string }> = {
  kind: 'contact-account-gone',
  data: whoReads.and(z.object({ aboutId: z.string() })),
  async compose(deps, delivery, { aboutId, ...who }) {
    const to = await reading(deps, delivery, who, null)
    if ('suppress' in to) return to
    const about = await colleague(deps, to, aboutId)
    if (about === null) return { suppress: 'contact-gone' }
    const { accountGoneAt: goneAt } = about
    if (goneAt === null) return { suppress: 'mended-since' }
    return toReader(deps, delivery, to, null, (t) => toldAccountGone(t, { ...toldTo(deps, to), about, goneAt }))
  },
}
