import { useState } from 'preact/hooks'
import { asString, wordsOf } from '../slack-json.ts'
import { fromUnix, toUnix } from './date-time.ts'
import type { ElementProps } from './element.tsx'
import { useSurface } from './surface.tsx'

/** datepicker: `YYYY-MM-DD`. */
export function DateField(props: ElementProps) {
  return <Native {...props} type="date" />
}

/** timepicker: `HH:mm`, 24 hours. */
export function TimeField(props: ElementProps) {
  return <Native {...props} type="time" />
}

function Native({ element, blockId, naming, type }: ElementProps & { type: 'date' | 'time' }) {
  const { now, choose } = useSurface()
  const value = now(blockId, element)
  const placeholder = wordsOf(element.placeholder)
  return (
    <span class="field-dated">
      {/* a browser's own date field has no room for it */}
      {placeholder !== '' && !value && (
        <span class="field-dated-words" aria-hidden="true">
          {placeholder}
        </span>
      )}
      <input
        {...naming}
        type={type}
        class={`field field-date ${naming['aria-invalid'] ? 'field-wrong' : ''}`}
        value={asString(value)}
        onChange={(event) => void choose(blockId, element, event.currentTarget.value, value)}
      />
    </span>
  )
}

/** datetimepicker: a day and a time of the browser's time zone, kept as Unix seconds once both are there. */
export function DateTimeField({ element, blockId, naming }: ElementProps) {
  const { now, choose } = useSurface()
  const value = now(blockId, element)
  const known = fromUnix(typeof value === 'number' ? value : null)
  const [half, setHalf] = useState({ date: '', time: '' })
  const date = known?.date ?? half.date
  const time = known?.time ?? half.time
  const change = (next: { date: string; time: string }) => {
    setHalf(next)
    const seconds = toUnix(next.date, next.time)
    if (seconds !== value) void choose(blockId, element, seconds, value)
  }
  const { id, 'aria-labelledby': labelledBy, 'aria-label': label, ...described } = naming
  const wrong = naming['aria-invalid'] ? 'field-wrong' : ''
  return (
    // biome-ignore lint/a11y/useSemanticElements: two parts of one value inside a labelled block
    <div class="field-pair" role="group" aria-labelledby={labelledBy} aria-label={label}>
      <input
        {...described}
        id={id}
        type="date"
        aria-label="Date"
        class={`field field-date ${wrong}`}
        value={date}
        onChange={(event) => change({ date: event.currentTarget.value, time })}
      />
      <input
        {...described}
        type="time"
        aria-label="Time"
        data-autofocus={undefined}
        class={`field field-date ${wrong}`}
        value={time}
        onChange={(event) => change({ date, time: event.currentTarget.value })}
      />
    </div>
  )
}
