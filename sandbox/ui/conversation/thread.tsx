import { useContext, useEffect, useId, useRef } from 'preact/hooks'
import type { Message } from '../../protocol.ts'
import { Workspace } from '../workspace.ts'
import { Composer } from './composer.tsx'
import { MessageList } from './message-list.tsx'
import { threadOf } from './timeline.ts'

type Props = { channel: string; place: string; messages: Message[]; root: string; onClose: () => void }

/** The pane at the right: a message, its replies, and a field for another. */
export function Thread({ channel, place, messages, root, onClose }: Props) {
  const { timeZone } = useContext(Workspace)
  const title = useId()
  const pane = useRef<HTMLElement>(null)
  // each thread that is opened takes the focus
  useEffect(() => pane.current?.querySelector<HTMLElement>('textarea')?.focus(), [root])
  return (
    <aside
      ref={pane}
      class="thread"
      aria-labelledby={title}
      data-region
      tabIndex={-1}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <header class="thread-head">
        <h2 id={title}>
          Thread <span class="thread-place">{place}</span>
        </h2>
        <button type="button" class="icon-button" aria-label="Close thread" onClick={onClose}>
          <span aria-hidden="true">✕</span>
        </button>
      </header>
      <MessageList key={root} lines={threadOf(messages, root, timeZone)} label="Thread" />
      <Composer key={root} channel={channel} label="Reply…" thread={root} />
    </aside>
  )
}
