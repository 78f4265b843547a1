import type { PageAsked, Paged } from '../belonging/store.ts'
import type { Delivery, DeliveryLane, NewDelivery } from './delivery.ts'
import type { DeliveryEnd } from './message.ts'
import type { CameBack } from './types.ts'

/** A row in the hands of one worker: every mark names the claim's token. */
export type Claimed = Delivery & { token: string }

/** Which row, under which claim. */
export type Held = Pick<Claimed, 'id' | 'token'>

/** What did not arrive, or may not have. */
export type UndeliveredState = 'failed' | 'unknown'

/** How many rows of an organisation (null: of none) wait again, by what they were. */
export type SentAgain = { organisationNumber: string | null } & Record<UndeliveredState, number>

export type DeliveryReads = {
  delivery(id: string): Promise<Delivery | null>
  /** For the figures: how many wait, and since when the oldest does (epoch ms; null when none). */
  deliveryQueue(): Promise<{ lane: DeliveryLane; waiting: number; oldestDueAt: number | null }[]>
  /** Newest first; what an organisation was sent. */
  deliveriesOf(organisationNumber: string, size: number): Promise<Delivery[]>
  /** Rows that are `failed` or `unknown`, or one of the two, the newest first; and how many there are of each in all. */
  undelivered(
    query: PageAsked & { state?: UndeliveredState },
  ): Promise<Paged<Delivery> & Record<UndeliveredState, number>>
  /**
   * Mails whose recipient was refused since an instant (epoch ms), of addresses of contacts that are marked by no bounce
   * and were not confirmed later; at most `size`.
   */
  refusedUnmarked(since: number, size: number): Promise<Delivery[]>
}

export type DeliveryWrites = {
  /** Throws `internal` when a row's data holds a secret. */
  addDeliveries(rows: (NewDelivery & { id: string })[]): Promise<void>
  /**
   * Claims up to `size` rows that are due, 90 % by lane and 10 % by age, at most `perOrganisation` of each
   * (design section 6); of `lanes` alone, all when left out. The lease is by the database's clock on PostgreSQL.
   */
  claimDeliveries(claim: {
    worker: string
    token: string
    channel: 'mail' | 'slack'
    size: number
    perOrganisation: number
    leaseMs: number
    lanes?: readonly DeliveryLane[]
  }): Promise<Claimed[]>
  /** `claimed` to `sending`; the ids of those whose claim was not lost. */
  beginSending(rows: readonly Held[]): Promise<string[]>
  /** Ends of attempts, or `queued` again with a later `dueAt`; the ids of those whose claim was not lost. */
  endSending(rows: readonly (Held & { end: DeliveryEnd })[]): Promise<string[]>
  /** Gives back what was claimed and not begun. */
  releaseDeliveries(token: string): Promise<number>
  /** Of claims whose lease is over: `claimed` rows wait again, `sending` ones become `unknown`. */
  recoverDeliveries(): Promise<{ freed: number; unknown: number }>
  /**
   * Takes `unknown` rows of a channel whose answer was lost before an instant (epoch ms), to find out; not those of
   * which a look-up said that it can't be told. They stay `unknown` meanwhile.
   */
  claimLost(claim: {
    worker: string
    token: string
    channel: 'mail' | 'slack'
    size: number
    leaseMs: number
    before: number
  }): Promise<Claimed[]>
  /** What a look-up found out; null: not now, another one may. False when the claim is lost. */
  endLookUp(row: Held, end: DeliveryEnd | null): Promise<boolean>
  /**
   * A mail that was handed over, or may have been, is `failed`: it came back. When it was handed over stays. False when
   * it is in another state.
   */
  cameBack(id: string, failure: CameBack, failureCode: number | null): Promise<boolean>
  /**
   * A `failed` or `unknown` row waits again as if it had never been tried; an end of its time that has passed is
   * lifted. Null when it is in no such state.
   */
  sendAgain(id: string): Promise<Delivery | null>
  /** The same with every such row that has been in that state since an instant (epoch ms) or longer. */
  sendAllAgain(since: number): Promise<SentAgain[]>
  /** Housekeeping: rows at an end since before an instant (epoch ms), at most `size`; how many. */
  forgetDeliveries(before: number, size: number): Promise<number>
  /** This instance lives. */
  beat(worker: string): Promise<void>
  /** Reserves the next slot of a rate; when it is (epoch ms). `everyMs` apart. */
  takeSlot(key: string, everyMs: number): Promise<number>
  /** Nobody calls before then (`Retry-After`). */
  holdRate(key: string, until: number): Promise<void>
  /** Housekeeping: rates whose next slot was before an instant (epoch ms) are as if nobody had ever asked for one. */
  forgetRates(before: number): Promise<void>
  /** Takes or keeps a lease on work that one instance does for all; false: another one has it. */
  takeLease(name: string, holder: string, leaseMs: number): Promise<boolean>
}
