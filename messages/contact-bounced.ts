import { z } from 'zod'
import type { Who } from '../src/domain/contact/readers.ts'
import { toldBounced } from '../views/contact/told-bounced.ts'
import { colleague, reading, toldTo, toReader, whoReads } from './contact-row.ts'
import type { MessageKind } from './message.ts'

/** Asks another contact to mend an address that mail comes back from; not once it was mended. */
export const contactBounced: MessageKind<Who & { aboutId: string }> = {
  kind: 'contact-bounced',
  data: whoReads.and(z.object({ aboutId: z.string() })),
  async compose(deps, delivery, { aboutId, ...who }) {
    const to = await reading(deps, delivery, who, null)
    if ('suppress' in to) return to
    const about = await colleague(deps, to, aboutId)
    if (about === null) return { suppress: 'contact-gone' }
    const { bounce } = about
    if (bounce === null) return { suppress: 'mended-since' }
    return toReader(deps, delivery, to, null, (t) => toldBounced(t, { ...toldTo(deps, to), about, bounce }))
  },
}
