import type { KnownBlock } from '@slack/types'
import type { RecordFault } from '../../src/domain/order/recorded.ts'
import type { Order } from '../../src/domain/order/types.ts'
import type { FieldFault } from '../../src/errors.ts'
import { cut } from '../../src/text/format.ts'
import type { Text } from '../../src/text/index.ts'
import { section } from '../kit/blocks.ts'
import type { FaultAt } from '../kit/form.ts'
import { bold } from '../kit/mrkdwn.ts'
import { orderCompanies } from './order-words.ts'
import { orderSeenMetadata } from './values.ts'

/** What all modals share that write something down about an order. */

/** Which order a modal is about, by id and companies: the first thing that stands in it. */
export const aboutOrder = (t: Text, order: Order): KnownBlock =>
  section(bold(t.order.record.about({ id: order.id, companies: [cut(orderCompanies(t, order), 380)] })))

/** Where a modal belongs: the order as it was seen. */
export const seenPlace = ({ id, version }: Order): string => orderSeenMetadata.write({ order: id, version })

/** What a national identity number in a text is answered by, wherever it stands. */
export const nationalNumberWords = (t: Text): string => t.order.record.faults['national-number']

/** Faults of the domain in words, at the fields of a form. */
export const recordFaultsAt = (t: Text, faults: readonly FieldFault[]): FaultAt[] => {
  const { faults: words, required } = t.order.record
  const byReason: Partial<Record<string, string>> = words satisfies Record<RecordFault, string>
  const byField: Partial<Record<string, string>> = required
  return faults.map(({ field, reason }) => ({
    field,
    message: (reason === 'required' ? byField[field] : undefined) ?? byReason[reason] ?? words.required,
  }))
}

/** Room for a note; the domain takes 2000 characters and says so. */
export const note = { kind: 'multiline', max: 3000 } as const
export const optionalNote = { ...note, optional: true } as const
