import { asString } from '../slack-json.ts'
import { ShowRows } from '../text/show-text.tsx'
import type { BlockProps } from './blocks.tsx'
import { axisTop, type ChartData, readChart } from './chart-data.ts'
import { Unknown } from './unknown.tsx'
import './chart.css'

const colours = ['#1264a3', '#c4621b', '#2c7a5a', '#8b3a8f', '#a8324a', '#5b5f6b']
const wide = 560
const high = 220
const left = 48
const bottom = 28

/** data_visualization: the drawing, a legend, and the same numbers as a table for those who cannot see it. */
export function ChartBlock({ block }: BlockProps) {
  const data = readChart(block.chart)
  if (!data) return <Unknown what="block" type="data_visualization" />
  const title = asString(block.title)
  const names = data.kind === 'pie' ? data.categories : data.series.map(({ name }) => name)
  const rows = data.categories.map((category, at) => [category, ...data.series.map(({ values }) => values[at] ?? '–')])
  return (
    <figure class="chart">
      <figcaption>{title}</figcaption>
      <svg viewBox={`0 0 ${wide} ${high}`} aria-hidden="true">
        {data.kind === 'pie' ? <Pie data={data} /> : <Axes data={data} />}
      </svg>
      <ul class="chart-legend" aria-hidden="true">
        {names.map((name, at) => (
          <li key={name}>
            <span style={{ background: colourOf(at) }} />
            {name}
          </li>
        ))}
      </ul>
      <div class="unseen">
        <ShowRows
          caption={title}
          rows={[[data.xLabel || 'Category', ...data.series.map(({ name }) => name || 'Value')], ...rows]}
        />
      </div>
    </figure>
  )
}

function colourOf(at: number): string {
  return colours[at % colours.length] ?? '#1264a3'
}

function Axes({ data }: { data: ChartData }) {
  const top = axisTop(Math.max(...data.series.flatMap(({ values }) => values.map((value) => value ?? 0))))
  const slot = (wide - left - 8) / Math.max(1, data.categories.length)
  const y = (value: number) => high - bottom - (value / top) * (high - bottom - 12)
  const every = Math.ceil(data.categories.length / 10)
  return (
    <>
      {[0, 0.5, 1].map((part) => (
        <g key={part}>
          <line x1={left} x2={wide - 8} y1={y(top * part)} y2={y(top * part)} class="chart-grid" />
          <text x={left - 6} y={y(top * part) + 4} text-anchor="end">
            {top * part}
          </text>
        </g>
      ))}
      {data.categories.map((name, at) =>
        at % every === 0 ? (
          <text key={name} x={left + slot * (at + 0.5)} y={high - 8} text-anchor="middle">
            {name}
          </text>
        ) : null,
      )}
      {data.series.map((one, at) =>
        data.kind === 'bar' ? (
          <Bars key={one.name} values={one.values} at={at} of={data.series.length} slot={slot} y={y} />
        ) : (
          <Line key={one.name} values={one.values} at={at} slot={slot} y={y} filled={data.kind === 'area'} />
        ),
      )}
    </>
  )
}

type Place = { values: (number | null)[]; at: number; slot: number; y: (value: number) => number }

function Bars({ values, at, of, slot, y }: Place & { of: number }) {
  const width = Math.min(40, (slot * 0.7) / of)
  const bars = values.map((value, index) => {
    const x = left + slot * (index + 0.5) + (at - of / 2) * width
    return (
      <rect
        key={index}
        x={x}
        width={width - 1}
        y={y(value ?? 0)}
        height={y(0) - y(value ?? 0)}
        rx={2}
        fill={colourOf(at)}
      />
    )
  })
  return <g>{bars}</g>
}

function Line({ values, at, slot, y, filled }: Place & { filled: boolean }) {
  const points = values.flatMap((value, index) =>
    value === null ? [] : [[left + slot * (index + 0.5), y(value)] as const],
  )
  const path = points.map((point, index) => `${index ? 'L' : 'M'}${point.join(' ')}`).join('')
  const ends = `L${points.at(-1)?.[0] ?? left} ${y(0)}L${points[0]?.[0] ?? left} ${y(0)}Z`
  return (
    <g>
      {filled && <path d={path + ends} fill={colourOf(at)} opacity={0.2} />}
      <path d={path} fill="none" stroke={colourOf(at)} stroke-width={2.5} />
      {points.map(([x, height]) => (
        <circle key={x} cx={x} cy={height} r={3.5} fill={colourOf(at)} />
      ))}
    </g>
  )
}

function Pie({ data }: { data: ChartData }) {
  const values = data.series[0]?.values.map((value) => value ?? 0) ?? []
  const sum = values.reduce((total, value) => total + value, 0) || 1
  const round = 2 * Math.PI * 50
  let before = 0
  return (
    <g transform={`rotate(-90 ${wide / 2} ${high / 2})`}>
      {values.map((value, at) => {
        const part = (value / sum) * round
        const offset = -before
        before += part
        return (
          <circle
            key={data.categories[at]}
            cx={wide / 2}
            cy={high / 2}
            r={50}
            fill="none"
            stroke={colourOf(at)}
            stroke-width={100}
            stroke-dasharray={`${part} ${round - part}`}
            stroke-dashoffset={offset}
          />
        )
      })}
    </g>
  )
}
