import { orderBrowse } from './order-browse.ts'
import { orderCard } from './order-card.ts'
import { orderCustomer } from './order-customer.ts'
import { orderExport } from './order-export.ts'
import { orderForm } from './order-form.ts'
import { orderHelp } from './order-help.ts'
import { orderNew } from './order-new.ts'
import { orderNext } from './order-next.ts'
import { orderOutcome } from './order-outcome.ts'
import { orderPreview } from './order-preview.ts'
import { orderRecord } from './order-record.ts'
import { orderTold } from './order-told.ts'
import { orderWords } from './order-words.ts'

/** Words of test-access orders. */
export const order = {
  words: orderWords,
  new: orderNew,
  form: orderForm,
  preview: orderPreview,
  card: orderCard,
  browse: orderBrowse,
  export: orderExport,
  record: orderRecord,
  customer: orderCustomer,
  next: orderNext,
  outcome: orderOutcome,
  told: orderTold,
  help: orderHelp,
}
