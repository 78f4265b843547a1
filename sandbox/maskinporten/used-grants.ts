/** Grants that were used: one counts once (reference digdir.md 4.1). Times are epoch seconds. */
export type UsedGrants = {
  /** @returns false when it was used before */
  use(grant: string, exp: number, now: number): boolean
}

const SWEEP_AT = 1000

/** An empty memory. What has expired is forgotten now and then, since it would be refused for its age. */
export const createUsedGrants = (): UsedGrants => {
  const used = new Map<string, number>()
  let sweepAt = SWEEP_AT
  return {
    use(grant, exp, now) {
      if (used.has(grant)) return false
      used.set(grant, exp)
      if (used.size >= sweepAt) {
        for (const [one, until] of used) if (until < now) used.delete(one)
        sweepAt = used.size + SWEEP_AT
      }
      return true
    },
  }
}
