import type { KnownBlock } from '@slack/types'
import { monthsOf, type SettlementYear, THRESHOLD } from '../../src/domain/contact/settlement-year.ts'
import type { Text } from '../../src/text/index.ts'
import { context, section } from '../kit/blocks.ts'
import { lineChart, textBar } from '../kit/chart.ts'
import { bold, mrkdwn, stacked } from '../kit/mrkdwn.ts'

export type LoginsData = {
  year: SettlementYear
  /** of months with figures, in order (`2026-10`) */
  counts: readonly { month: string; logins: number }[]
}

/** `okt.` of `2026-10`. */
const monthName = (t: Text, month: string): string => t.contact.invoice.months[Number(month.slice(5, 7)) - 1] ?? month

type Point = { name: string; logins: number; sum: number }

/** The year's months until the last with figures; one without any has none. */
const pointsOf = (t: Text, { year, counts }: LoginsData): Point[] => {
  const byMonth = new Map(counts.map(({ month, logins }) => [month, logins]))
  const months = monthsOf(year)
  const last = months.findLastIndex((month) => byMonth.has(month))
  let sum = 0
  return months.slice(0, last + 1).map((month) => {
    const logins = byMonth.get(month) ?? 0
    sum += logins
    return { name: monthName(t, month), logins, sum }
  })
}

/** How many logins there were in a settlement year, all in all. */
export const sumOf = ({ counts }: Pick<LoginsData, 'counts'>): number =>
  counts.reduce((sum, { logins }) => sum + logins, 0)

/** The year against the threshold in words and bars, for every place. */
const lines = (t: Text, data: LoginsData, points: readonly Point[]): KnownBlock[] => {
  const words = t.contact.invoice.logins
  const sum = sumOf(data)
  const percent = Math.floor((sum / THRESHOLD) * 100)
  const bars = points.map(
    (point) =>
      mrkdwn`\`${textBar(point.sum / THRESHOLD)}\` ${words.month({ month: point.name, logins: point.logins, sum: point.sum })}`,
  )
  return [
    section(mrkdwn`${words.sum({ sum, threshold: THRESHOLD, percent })}`),
    ...(bars.length > 0 ? [section(stacked(bars))] : []),
    ...(sum >= THRESHOLD ? [section(mrkdwn`:warning: ${words.over}`)] : []),
  ]
}

/**
 * The settlement year against the threshold of 200 000 logins (digdir.md 6.6). `chart`: Slack's own, which it draws in
 * messages alone; else bars of text.
 */
export const loginBlocks = (t: Text, data: LoginsData, how: 'chart' | 'text'): KnownBlock[] => {
  const words = t.contact.invoice.logins
  const { label } = data.year
  const title = section(bold(words.title({ label })))
  const points = pointsOf(t, data)
  if (points.length === 0) return [title, section(words.none({ label }))]
  const source = context(words.source)
  if (how === 'text') return [title, ...lines(t, data, points), source]
  return [
    title,
    ...lines(t, data, []),
    lineChart({
      title: words.title({ label }),
      categories: points.map(({ name }) => name),
      series: [
        { name: words.series.sum, values: points.map(({ sum }) => sum) },
        { name: words.series.threshold, values: points.map(() => THRESHOLD) },
      ],
      x: words.x,
      y: words.y,
    }),
    source,
  ]
}
