/** A clearance counts for twelve months after the last login that matched it (design section 2). */
export const clearanceEnds = (from: number): number => {
  const end = new Date(from)
  end.setUTCFullYear(end.getUTCFullYear() + 1)
  return end.getTime()
}
