import { type BlockKind, block } from './block.ts'
import { limits } from './limits.ts'
import { fault, isObject, type Rule } from './rule.ts'
import { type AcrossRule, chosenByType, list, shape, typed } from './shapes.ts'
import { number, string } from './values.ts'

const { chart } = limits
const label = string(chart.label)

const aboveZero: Rule = (value, at, sheet) => {
  number(value, at, sheet)
  if (typeof value === 'number' && value <= 0) fault(sheet, at, 'must be greater than 0')
}

const series = shape({ name: label, data: list(shape({ label, value: number }), chart.points) })
const axis = shape(
  { categories: list(label, chart.categories) },
  { x_label: string(chart.axisLabel), y_label: string(chart.axisLabel) },
)

/** Names of series differ, and each has one point per category, under the category's own name. */
const seriesFitTheAxis: AcrossRule = (fields, at, sheet) => {
  if (!Array.isArray(fields.series)) return
  const categories = isObject(fields.axis_config) ? fields.axis_config.categories : undefined
  const wanted = Array.isArray(categories) ? new Set(categories) : undefined
  const names = new Set<unknown>()
  for (const [i, one] of fields.series.entries()) {
    if (!isObject(one)) continue
    if (names.has(one.name)) fault(sheet, `${at}/series/${i}/name`, 'must be unique')
    names.add(one.name)
    if (wanted === undefined || !Array.isArray(one.data)) continue
    const given = new Set(one.data.map((point) => (isObject(point) ? point.label : undefined)))
    const fits =
      one.data.length === wanted.size && given.size === wanted.size && [...given].every((each) => wanted.has(each))
    if (!fits) fault(sheet, `${at}/series/${i}/data`, 'must have one point for each of `categories`')
  }
}

const plotted = (type: string): Rule =>
  typed(type, { series: list(series, chart.series), axis_config: axis }, {}, seriesFitTheAxis)

const charts: Readonly<Record<string, Rule>> = {
  pie: typed('pie', { segments: list(shape({ label, value: aboveZero }), chart.segments) }),
  line: plotted('line'),
  bar: plotted('bar'),
  area: plotted('area'),
}

const countChart: AcrossRule = (_fields, at, sheet) => {
  sheet.charts += 1
  const most = limits.message.charts
  if (sheet.charts > most) fault(sheet, at, `no more than ${most} data_visualization blocks allowed`)
}

export const chartBlocks: Readonly<Record<string, BlockKind>> = {
  data_visualization: {
    surfaces: ['message'],
    rule: block(
      'data_visualization',
      {
        title: string(chart.title),
        chart: chosenByType((type) => (Object.hasOwn(charts, type) ? charts[type] : undefined)),
      },
      {},
      countChart,
    ),
  },
}
