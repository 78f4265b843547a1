import { z } from 'zod'
import type { Delivery } from '../delivery/delivery.ts'
import type { DeliveryEnd } from '../delivery/message.ts'
import type { Card, Deps } from '../deps.ts'
import type { ReadingAs } from './readers.ts'

const place = z.object({ as: z.literal('channel' satisfies ReadingAs) })

/** Whether a row is for the channel of its organisation, and for nobody in person. */
export const isPost = ({ channel, data }: Pick<Delivery, 'channel' | 'data'>): boolean =>
  channel === 'slack' && place.safeParse(data).success

/** What is at an end some day: the post then says so, where it stands. */
const settling = [
  'contact-bounced',
  'contact-account-gone',
  'admin-contacts-empty',
  'invoice-missing',
  'contacts-unconfirmed',
]

/** What all subjects begin with under which posts are kept that may be settled. */
export const postSubjects = 'post:'
const subjectOf = ({ id }: Pick<Delivery, 'id'>): string => `${postSubjects}${id}`

/** The row that a card was posted for. */
export const postedFor = ({ subject }: Pick<Card, 'subject'>): string => subject.slice(postSubjects.length)

/** Keeps where a post stands whose matter can be settled. Throws what the store throws. */
export const keepPost = async ({ store }: Pick<Deps, 'store'>, row: Delivery, end: DeliveryEnd): Promise<void> => {
  if (end.state !== 'sent' || end.posted === undefined || !isPost(row) || !settling.includes(row.kind)) return
  // a channel's card stands under the channel's id
  const card: Card = { subject: subjectOf(row), user: { teamId: '', userId: row.address }, ...end.posted }
  await store.write({}, async (tx) => {
    await tx.saveCard(card)
    return null
  })
}
