import { z } from 'zod'
import type { Who } from '../src/domain/contact/readers.ts'
import { toldLogins } from '../views/contact/told-logins.ts'
import { reading, toldTo, toReader, whoReads } from './contact-row.ts'
import type { MessageKind } from './message.ts'

/** How an organisation's logins stood against the threshold when the row was written. */
export const loginsThreshold: MessageKind<Who & { year: number; percent: number; logins: number }> = {
  kind: 'logins-threshold',
  data: whoReads.and(z.object({ year: z.number(), percent: z.number(), logins: z.number() })),
  async compose(deps, delivery, { year, logins, ...who }) {
    const to = await reading(deps, delivery, who, 'logins')
    if ('suppress' in to) return to
    return toReader(deps, delivery, to, 'logins', (t) => toldLogins(t, { ...toldTo(deps, to), year, logins }))
  },
}
