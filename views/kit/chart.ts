import type { KnownBlock } from '@slack/types'
import { cut } from '../../src/text/format.ts'

/** Slack's numbers for charts (slack.md 1.2). */
const chartLimits = { title: 50, name: 20, label: 20, axis: 50, points: 20 } as const

export type Series = { name: string; values: readonly number[] }
export type Chart = {
  title: string
  /** one for each value of every series, all different */
  categories: readonly string[]
  series: readonly Series[]
  x: string
  y: string
}

/**
 * A line chart, for messages alone: Slack draws it nowhere else. What is more than it draws is left out at the
 * beginning, since the newest is what people look for.
 */
export const lineChart = ({ title, categories, series, x, y }: Chart): KnownBlock => {
  const shown = categories.slice(-chartLimits.points).map((one) => cut(one, chartLimits.label))
  return {
    type: 'data_visualization',
    title: cut(title, chartLimits.title),
    chart: {
      type: 'line',
      series: series.map(({ name, values }) => ({
        name: cut(name, chartLimits.name),
        data: values.slice(-chartLimits.points).map((value, at) => ({ label: shown[at] ?? '', value })),
      })),
      axis_config: { categories: shown, x_label: cut(x, chartLimits.axis), y_label: cut(y, chartLimits.axis) },
    },
    // newer than the types of @slack/types
  } as unknown as KnownBlock
}

/** How many blocks a full bar has. */
const widest = 10

/** A share (0 to 1, more is full) as a bar of text: `▓▓▓░░░░░░░`. What is anything at all shows. */
export const textBar = (share: number): string => {
  const full = share <= 0 ? 0 : Math.min(widest, Math.max(1, Math.floor(share * widest)))
  return `${'▓'.repeat(full)}${'░'.repeat(widest - full)}`
}
