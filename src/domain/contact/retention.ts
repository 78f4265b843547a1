const DAY_MS = 86_400_000

/** How long what is kept (GDPR article 5.1 e); instants are epoch ms, and all of it is counted from its end. */
const TRACES_MS = 30 * DAY_MS

const keptMonths = {
  /** that somebody left, so that nobody adds them again without knowing */
  departures: 12,
  /** who orders and what they wrote, from the last that was done with an order that ended */
  orders: 12,
  /** what was sent to whom: a settlement year and the month after it */
  deliveries: 13,
  /** names, addresses and numbers in the audit; the lines themselves stay */
  auditValues: 24,
} as const

/**
 * The same day and time so many calendar months earlier (epoch ms, UTC); where that month is shorter, its last day.
 */
export const monthsBefore = (now: number, months: number): number => {
  const at = new Date(now)
  const day = at.getUTCDate()
  at.setUTCDate(1)
  at.setUTCMonth(at.getUTCMonth() - months)
  const last = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate()
  return at.setUTCDate(Math.min(day, last))
}

/** Before which instant (epoch ms each) something is kept no longer. */
export const keptSince = (now: number): Record<'links' | 'orderTraces' | keyof typeof keptMonths, number> => ({
  links: now - TRACES_MS,
  /** codes for customers, and what customers said yes to */
  orderTraces: now - TRACES_MS,
  departures: monthsBefore(now, keptMonths.departures),
  orders: monthsBefore(now, keptMonths.orders),
  deliveries: monthsBefore(now, keptMonths.deliveries),
  auditValues: monthsBefore(now, keptMonths.auditValues),
})
