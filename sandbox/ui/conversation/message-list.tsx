import type { ComponentChildren } from 'preact'
import { Fragment } from 'preact'
import { useContext, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { showDate } from '../text/slack-date.ts'
import { Workspace } from '../workspace.ts'
import { MessageLine } from './message.tsx'
import type { Line } from './timeline.ts'

type Props = { lines: Line[]; label: string; onThread?: (ts: string) => void; children?: ComponentChildren }

/** Messages, newest at the bottom. The list stays at its end when it is there; else it says that more has come. */
export function MessageList({ lines, label, onThread, children }: Props) {
  const list = useRef<HTMLDivElement>(null)
  const atEnd = useRef(true)
  const [more, setMore] = useState(false)
  const last = lines.at(-1)?.message.ts
  const toEnd = () => {
    if (list.current) list.current.scrollTop = list.current.scrollHeight
    setMore(false)
  }
  useLayoutEffect(() => {
    if (atEnd.current) toEnd()
  })
  useLayoutEffect(() => {
    if (last && !atEnd.current) setMore(true)
  }, [last])
  useEffect(() => {
    const watch = new ResizeObserver(() => atEnd.current && toEnd())
    if (list.current) watch.observe(list.current)
    return () => watch.disconnect()
  }, [])
  const onScroll = () => {
    const box = list.current
    if (!box) return
    atEnd.current = box.scrollHeight - box.scrollTop - box.clientHeight < 40
    if (atEnd.current) setMore(false)
  }
  return (
    <div class="message-area">
      <div
        ref={list}
        class="message-list"
        role="log"
        aria-label={label}
        aria-live="polite"
        aria-relevant="additions text"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the list scrolls by keyboard
        tabIndex={0}
        data-region
        onScroll={onScroll}
      >
        <div class="message-push" />
        {children}
        {lines.map(({ message, newDay, follows }) => (
          <Fragment key={message.ts}>
            {newDay && <DayHeading ts={message.ts} />}
            <MessageLine message={message} follows={follows} onThread={onThread} />
          </Fragment>
        ))}
      </div>
      {more && (
        <button type="button" class="message-more" onClick={toEnd}>
          New messages ↓
        </button>
      )}
    </div>
  )
}

function DayHeading({ ts }: { ts: string }) {
  const { locale, timeZone } = useContext(Workspace)
  const reader = { now: Date.now(), locale, timeZone }
  const words = showDate(Number(ts), '{date_long_pretty}', reader)
  return (
    <div class="day">
      <span>{words.charAt(0).toUpperCase() + words.slice(1)}</span>
    </div>
  )
}
