import { norwegianDay } from '../norwegian-days.ts'

/** Logins in a settlement year from which on a service owner is invoiced (digdir.md 6.6). */
export const THRESHOLD = 200_000
/** At which parts of it an organisation's contacts are told. */
export const thresholdPercents = [80, 100] as const

export type SettlementYear = {
  /** that it begins in */
  year: number
  /** months, inclusive: `2026-10` to `2027-09` */
  from: string
  to: string
  /** `2026/27` */
  label: string
}

/** By the year that it begins in. */
export const settlementYearFrom = (year: number): SettlementYear => ({
  year,
  from: `${year}-10`,
  to: `${year + 1}-09`,
  label: `${year}/${String((year + 1) % 100).padStart(2, '0')}`,
})

/** The settlement year that a month (`2026-10`) belongs to: 1 October to 30 September (digdir.md 6.6). */
export const settlementYearOf = (month: string): SettlementYear => {
  const [year, inYear] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))]
  return settlementYearFrom(inYear >= 10 ? year : year - 1)
}

/** The settlement year that an instant (epoch ms) falls into, by Norwegian days. */
export const settlementYear = (now: number): SettlementYear => settlementYearOf(norwegianDay(now))

/** The settlement year before, for as long as its invoices are made: to the end of the calendar year; null: past that. */
export const yearJustEnded = (now: number): SettlementYear | null => {
  const { year } = settlementYear(now)
  return norwegianDay(now) < `${year + 1}-01-01` ? settlementYearFrom(year - 1) : null
}

/** Its twelve months in order, `2026-10` first. */
export const monthsOf = ({ year }: SettlementYear): string[] =>
  Array.from({ length: 12 }, (_, at) => {
    const month = ((9 + at) % 12) + 1
    return `${month >= 10 ? year : year + 1}-${String(month).padStart(2, '0')}`
  })
