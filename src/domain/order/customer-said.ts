import type { SlackUser } from '../belonging/types.ts'
import type { Environment } from '../client/types.ts'
import type { Deps } from '../deps.ts'
import { norwegianDay, norwegianDays } from '../norwegian-days.ts'
import { type MovedOrder, moveOrder, type OrderAsked } from './move-order.ts'
import { toldOthers } from './notices.ts'
import { assertRecordable, type FaultRecorded, faultsOfNote } from './recorded.ts'
import { freeLines } from './typed-text.ts'
import type { CustomerProof, RegisterScope } from './types.ts'

/** What a customer says of its own access: `confirmedOn` is a day in Norway, `2026-12-31`. */
export type CustomerSays = { confirmedOn: string; scope: RegisterScope | null; environments: readonly Environment[] }

/**
 * Faults at `confirmed_on` (no day, or after today) and `environments` (none).
 *
 * @param now epoch ms
 */
export const faultsOfSaid = ({ confirmedOn, environments }: CustomerSays, now: number): FaultRecorded[] => {
  const faults: FaultRecorded[] = []
  const day = confirmedOn.trim()
  if (day === '') faults.push({ field: 'confirmed_on', reason: 'required' })
  else if (norwegianDays(day, null).from === undefined) faults.push({ field: 'confirmed_on', reason: 'date' })
  else if (day > norwegianDay(now)) faults.push({ field: 'confirmed_on', reason: 'future' })
  if (environments.length === 0) faults.push({ field: 'environments', reason: 'required' })
  return faults
}

/** What a customer says, as an order keeps it. */
export const proofOfSaid = (
  said: CustomerSays,
  how: CustomerProof['how'],
  by: SlackUser,
  at: number,
): CustomerProof => ({
  how,
  confirmedOn: said.confirmedOn.trim(),
  scope: said.scope,
  environments: [...new Set(said.environments)],
  orderId: null,
  by,
  at,
})

/**
 * The supplier writes down what its customer told of its own access, and may then send. Throws `bad-input` with
 * `faultsOfSaid` and those of the note, `holds-national-number`, `order-state`, `changed-meanwhile`.
 */
export const customerSaid = (
  deps: Pick<Deps, 'store' | 'now'>,
  actor: SlackUser,
  { said, note, ...asked }: OrderAsked & { said: CustomerSays; note: string },
): Promise<MovedOrder> =>
  moveOrder(deps, actor, asked, () => {
    const { order } = asked
    const now = deps.now()
    assertRecordable([...faultsOfSaid(said, now), ...faultsOfNote(note)])
    const proof = proofOfSaid(said, 'said', actor, now)
    return {
      action: 'order.record',
      via: { event: 'customer-confirmed', by: 'people' },
      note: freeLines(note),
      patch: { facts: { ...order.facts, proof, scope: said.scope ?? order.facts.scope } },
      values: { proof },
      deliveries: toldOthers(order, 'recorded', actor),
    }
  })
