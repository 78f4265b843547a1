import { z } from 'zod'
import type { Who } from '../src/domain/contact/readers.ts'
import { toldInvoiceMissing } from '../views/contact/told-logins.ts'
import { reading, toldTo, toReader, whoReads } from './contact-row.ts'
import type { MessageKind } from './message.ts'

/** Asks for an organisation's invoice information; not once any is there (`count-logins.ts`). */
export const invoiceMissing: MessageKind<Who & { year: number }> = {
  kind: 'invoice-missing',
  data: whoReads.and(z.object({ year: z.number() })),
  async compose(deps, delivery, { year, ...who }) {
    const to = await reading(deps, delivery, who, 'logins')
    if ('suppress' in to) return to
    const there = await deps.store.invoicesOf(to.organisation.number)
    if (there.length > 0) return { suppress: 'mended-since' }
    return toReader(deps, delivery, to, 'logins', (t) => toldInvoiceMissing(t, { ...toldTo(deps, to), year }))
  },
}
