import type { Delivery, DeliveryLane, NewDelivery } from './delivery.ts'

/** A row in the hands of one worker: every mark names the claim's token. */
export type Claimed = Delivery & { token: string }

export type DeliveryReads = {
  delivery(id: string): Promise<Delivery | null>
  /** For the figures: how many wait, and since when the oldest does (epoch ms; null when none). */
  deliveryQueue(): Promise<{ lane: DeliveryLane; waiting: number; oldestDueAt: number | null }[]>
  /** Newest first; what an organisation was sent. */
  deliveriesOf(organisationNumber: string, size: number): Promise<Delivery[]>
}

export type DeliveryWrites = {
  addDeliveries(rows: (NewDelivery & { id: string })[]): Promise<void>
  /**
   * Claims up to `size` rows that are due, 90 % by lane and 10 % by age, at most `perOrganisation` of each
   * (design section 6). The lease is by the database's clock on PostgreSQL.
   */
  claimDeliveries(claim: {
    worker: string
    token: string
    channel: 'mail' | 'slack'
    size: number
    perOrganisation: number
    leaseMs: number
  }): Promise<Claimed[]>
  /** `claimed` to `sending`; false when the claim is lost. */
  beginSending(id: string, token: string): Promise<boolean>
  /** The end of an attempt, or `queued` again with a later `dueAt`; false when the claim is lost. */
  endSending(
    id: string,
    token: string,
    end:
      | { state: 'sent' }
      | { state: 'failed' | 'unknown'; failure: string; failureCode: number | null }
      | { state: 'suppressed'; failure: string }
      | { state: 'queued'; dueAt: number; failure: string; failureCode: number | null },
  ): Promise<boolean>
  /** Gives back what was claimed and not begun. */
  releaseDeliveries(token: string): Promise<number>
  /** Of claims whose lease is over: `claimed` rows wait again, `sending` ones become `unknown`. */
  recoverDeliveries(): Promise<{ freed: number; unknown: number }>
  /** This instance lives. */
  beat(worker: string): Promise<void>
  /** Reserves the next slot of a rate; when it is (epoch ms). `everyMs` apart. */
  takeSlot(key: string, everyMs: number): Promise<number>
  /** Nobody calls before then (`Retry-After`). */
  holdRate(key: string, until: number): Promise<void>
  /** Takes or keeps a lease on work that one instance does for all; false: another one has it. */
  takeLease(name: string, holder: string, leaseMs: number): Promise<boolean>
}
