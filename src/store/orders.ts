import type { OrderReads, OrderWrites } from '../domain/order/store.ts'
import type { Ground, Tx } from './engine.ts'
import { orderAnonymisers } from './orders-anonymise.ts'
import { orderConsentReads, orderConsentWrites } from './orders-consents.ts'
import { orderMailReads, orderMailWrites } from './orders-mails.ts'
import { orderRows } from './orders-read.ts'
import { orderRowWrites } from './orders-write.ts'

/** Questions about orders of test access. */
export const orderReads = (ground: Ground): OrderReads => ({
  ...orderRows(ground),
  ...orderMailReads(ground),
  ...orderConsentReads(ground),
})

/** Effects on the same. */
export const orderWrites = (tx: Tx): OrderWrites => ({
  ...orderRowWrites(tx),
  ...orderMailWrites(tx),
  ...orderConsentWrites(tx),
  ...orderAnonymisers(tx),
})
