/** A row that is due, and whose it is. */
export type Waiting = { id: string; organisationNumber: string | null; dueAt: number }

/** One row in ten goes by age alone, so that no lane waits for ever. */
const shareByAge = 0.1

const byAge = (one: Waiting, other: Waiting): number => one.dueAt - other.dueAt || (one.id < other.id ? -1 : 1)

/** Lets rows through until their organisation has had so many; rows of nobody always. */
const atMost = (perOrganisation: number): ((row: Waiting) => boolean) => {
  const counts = new Map<string, number>()
  return ({ organisationNumber }) => {
    if (organisationNumber === null) return true
    const count = counts.get(organisationNumber) ?? 0
    counts.set(organisationNumber, Math.min(count + 1, perOrganisation))
    return count < perOrganisation
  }
}

/** How many of the rows one claim could take, and whose are more than it could. */
export const fullAmong = (rows: readonly Waiting[], perOrganisation: number): { takeable: number; full: string[] } => {
  const isLetThrough = atMost(perOrganisation)
  const full = new Set<string>()
  let takeable = 0
  for (const row of rows) {
    if (isLetThrough(row)) takeable += 1
    else if (row.organisationNumber !== null) full.add(row.organisationNumber)
  }
  return { takeable, full: [...full] }
}

/**
 * The ids in order of their turn (design section 6): of `size`, 90 % by lane and 10 % by age; after those whoever comes
 * next, in case that somebody else has taken some of them. No organisation has more than `perOrganisation` of them all.
 *
 * @param rows by lane, and in each lane by age
 */
export const inTurn = (
  rows: readonly Waiting[],
  { size, perOrganisation }: { size: number; perOrganisation: number },
): string[] => {
  const isLetThrough = atMost(perOrganisation)
  const taken = new Set<string>()
  const takeUntil = (count: number, those: readonly Waiting[]): void => {
    for (const row of those) {
      if (taken.size >= count) return
      if (!taken.has(row.id) && isLetThrough(row)) taken.add(row.id)
    }
  }
  takeUntil(size - Math.floor(size * shareByAge), rows)
  takeUntil(size, rows.toSorted(byAge))
  takeUntil(rows.length, rows)
  return [...taken]
}
