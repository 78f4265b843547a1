/** Work that is done in rounds, by one instance for all; by the database's clock on PostgreSQL, as every lease. */
export type RoundReads = {
  /** When the next round of a name is due (epoch ms); null: there was none yet. */
  roundDueAt(name: string): Promise<number | null>
}

export type RoundWrites = {
  /**
   * Takes a round that is due and that nobody is at, until it is ended or the lease is over; null: it is not due, or
   * somebody is. `after` is where the last one came to; null: it begins anew.
   *
   * @param holder a name of this very round
   */
  takeRound(name: string, holder: string, leaseMs: number): Promise<{ after: string | null } | null>
  /**
   * Ends a round: the next one is due in so many ms, and goes on after `after` (left out: where this one began). False:
   * its lease was over, and somebody else took it.
   */
  endRound(name: string, holder: string, next: { dueInMs: number; after?: string | null }): Promise<boolean>
}
