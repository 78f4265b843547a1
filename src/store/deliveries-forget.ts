import { and, inArray, lt } from 'drizzle-orm'
import type { DeliveryState } from '../domain/delivery/delivery.ts'
import type { DeliveryWrites } from '../domain/delivery/store.ts'
import type { Tx } from './engine.ts'
import { inBatches } from './prepared.ts'

const ended: DeliveryState[] = ['sent', 'failed', 'unknown', 'suppressed', 'acknowledged']
const batch = 250

/** Forgets what was sent, or was not, once nobody asks any more; whom it was for goes with it. */
export const forgetWrites = ({
  db,
  tables: { deliveries, deliveryContacts },
}: Tx): Pick<DeliveryWrites, 'forgetDeliveries'> => ({
  forgetDeliveries: async (before, size) => {
    const old = await db
      .select({ id: deliveries.id })
      .from(deliveries)
      .where(
        and(
          inArray(deliveries.state, ended),
          lt(deliveries.dueAt, before),
          // a row that was sent again is as young as its last end
          lt(deliveries.updatedAt, before),
        ),
      )
      .limit(size)
    for (const part of inBatches(old, batch)) {
      const ids = part.map(({ id }) => id)
      await db.delete(deliveryContacts).where(inArray(deliveryContacts.deliveryId, ids))
      await db.delete(deliveries).where(inArray(deliveries.id, ids))
    }
    return old.length
  },
})
