import { asObject, asObjects, asString, asStrings, type Obj } from '../slack-json.ts'

/** A chart as rows (what the bars or points stand over) and series, one number for each; a pie has one series. */
export type ChartData = {
  kind: 'pie' | 'bar' | 'line' | 'area'
  categories: string[]
  series: { name: string; values: (number | null)[] }[]
  xLabel: string
  yLabel: string
}

/** The `chart` of a data_visualization block (Slack reference 1.2); values without a number are `null`. */
export function readChart(chart: unknown): ChartData | null {
  const found = asObject(chart)
  if (!found) return null
  if (found.type === 'pie') return readPie(found)
  if (found.type !== 'bar' && found.type !== 'line' && found.type !== 'area') return null
  const axis = asObject(found.axis_config) ?? {}
  const series = asObjects(found.series)
  const points = (one: Obj) => asObjects(one.data)
  const named = asStrings(axis.categories)
  const categories =
    named.length > 0 ? named : [...new Set(series.flatMap(points).map((point) => asString(point.label)))]
  return {
    kind: found.type,
    categories,
    series: series.map((one) => ({
      name: asString(one.name),
      values: categories.map((category) => numberOf(points(one).find(({ label }) => label === category)?.value)),
    })),
    xLabel: asString(axis.x_label),
    yLabel: asString(axis.y_label),
  }
}

function readPie(chart: Obj): ChartData {
  const segments = asObjects(chart.segments)
  return {
    kind: 'pie',
    categories: segments.map(({ label }) => asString(label)),
    series: [{ name: '', values: segments.map(({ value }) => numberOf(value)) }],
    xLabel: '',
    yLabel: '',
  }
}

function numberOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}

/** A round number at or above `most`, for the top of an axis. */
export function axisTop(most: number): number {
  if (most <= 0) return 1
  const size = 10 ** Math.floor(Math.log10(most))
  return ([1, 1.2, 1.6, 2, 3, 4, 5, 6, 8, 10].find((step) => step * size >= most) ?? 10) * size
}
