import { type Delivery, deliveryLanes } from '../domain/delivery/delivery.ts'
import type { Store } from '../domain/deps.ts'
import type { Logger } from '../log.ts'
import { type Batch, effect } from './batch.ts'
import type { Clock } from './clock.ts'
import { type DeliveryTimes, perOrganisation } from './limits.ts'
import { beginProof } from './proof.ts'

export type ClaimNeeds = {
  store: Pick<Store, 'write'>
  clock: Clock
  log: Logger
  times: DeliveryTimes
  worker: string
  newId(): string
  /** when reminders leave; outside of it they wait, and keep their turn by age */
  isWorkingTime(now: number): boolean
}

/** How one channel's rows are taken, and given back. Neither throws. */
export type Claims = {
  /** @param size how many rows at most */
  take(size: number): Promise<Batch | null>
  giveBack(batch: Batch): Promise<void>
}

const always = deliveryLanes.filter((lane) => lane !== 'reminder')

export const createClaims = (needs: ClaimNeeds, channel: Delivery['channel']): Claims => {
  const { store, clock, log, times, worker } = needs
  return {
    async take(size) {
      const token = needs.newId()
      const proof = beginProof(clock, times.leaseMs)
      const lanes = needs.isWorkingTime(clock.now()) ? deliveryLanes : always
      try {
        const limits = { size, perOrganisation: perOrganisation(size), leaseMs: times.leaseMs }
        const rows = await effect(store, (tx) => tx.claimDeliveries({ worker, token, channel, lanes, ...limits }))
        return rows.length === 0 ? null : { token, proof, rows }
      } catch (error) {
        log.warn({ channel, err: error }, 'deliveries could not be claimed')
        return null
      }
    },
    async giveBack({ token, rows }) {
      rows.length = 0
      try {
        await effect(store, (tx) => tx.releaseDeliveries(token))
      } catch (error) {
        log.warn({ channel, err: error }, 'claimed deliveries could not be given back, and wait for their lease')
      }
    },
  }
}
