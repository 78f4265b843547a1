import { and, eq, exists, gte, isNull, lt, or, sql } from 'drizzle-orm'
import type { DeliveryReads } from '../domain/delivery/store.ts'
import type { MailFailure } from '../domain/delivery/types.ts'
import { deliveryOf } from './deliveries-row.ts'
import type { Ground } from './engine.ts'
import { isUndelivered } from './tables/deliveries.ts'

/** Which mails were refused though a contact with the address stands as if all were well. */
export const refusedReads = ({
  db,
  tables: { deliveries, contacts },
}: Ground): Pick<DeliveryReads, 'refusedUnmarked'> => ({
  refusedUnmarked: async (since, size) => {
    const refused: MailFailure = 'refused-recipient'
    const unmarked = db
      .select({ id: contacts.id })
      .from(contacts)
      .where(
        and(
          eq(contacts.emailFolded, sql`lower(${deliveries.address})`),
          isNull(contacts.bouncedAt),
          // who confirmed the address later has shown that mail arrives
          or(isNull(contacts.verifiedAt), lt(contacts.verifiedAt, deliveries.updatedAt)),
        ),
      )
    const rows = await db
      .select()
      .from(deliveries)
      .where(
        and(
          isUndelivered(deliveries),
          eq(deliveries.state, 'failed'),
          eq(deliveries.channel, 'mail'),
          eq(deliveries.failure, refused),
          gte(deliveries.updatedAt, since),
          exists(unmarked),
        ),
      )
      .limit(size)
    return rows.map(deliveryOf)
  },
})
