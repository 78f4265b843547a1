import { z } from 'zod'
import type { Who } from '../src/domain/contact/readers.ts'
import { toldLeft } from '../views/contact/told-left.ts'
import { reading, toldTo, toReader, whoReads } from './contact-row.ts'
import type { MessageKind } from './message.ts'

/** Tells another contact who left by their own wish. */
export const contactLeft: MessageKind<Who & { name: string }> = {
  kind: 'contact-left',
  data: whoReads.and(z.object({ name: z.string() })),
  async compose(deps, delivery, { name, ...who }) {
    const to = await reading(deps, delivery, who, null)
    if ('suppress' in to) return to
    return toReader(deps, delivery, to, null, (t) => toldLeft(t, { ...toldTo(deps, to), name }))
  },
}
