import { useEffect, useRef, useState } from 'preact/hooks'
import type { Toast } from '../../protocol.ts'
import './toasts.css'

const shownFor = 8000

type Props = { toasts: Toast[]; onDismiss: (id: string) => void }

/** What Slack says to the person, newest last; refusals stay until dismissed, news go by themselves. */
export function Toasts({ toasts, onDismiss }: Props) {
  return (
    <section class="toasts" aria-label="Notices" aria-live="polite">
      {toasts.map((toast) => (
        <One key={toast.id} toast={toast} onDismiss={() => onDismiss(toast.id)} />
      ))}
    </section>
  )
}

function One({ toast, onDismiss }: { toast: Toast; onDismiss: () => void }) {
  const [held, setHeld] = useState(false)
  const dismiss = useRef(onDismiss)
  dismiss.current = onDismiss
  const passes = toast.level === 'info' && toast.detail === undefined
  useEffect(() => {
    if (!passes || held) return
    const timer = setTimeout(() => dismiss.current(), shownFor)
    return () => clearTimeout(timer)
  }, [passes, held])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointer and focus only keep it from going away
    <div
      class={`toast toast-${toast.level}`}
      data-testid="toast"
      role={toast.level === 'error' ? 'alert' : 'status'}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocusIn={() => setHeld(true)}
      onFocusOut={() => setHeld(false)}
    >
      <span class="toast-mark" aria-hidden="true">
        {toast.level === 'info' ? 'i' : '!'}
      </span>
      <div class="toast-words">
        <p>{toast.title}</p>
        {toast.detail && (
          <details>
            <summary>For developers</summary>
            <pre>{toast.detail}</pre>
          </details>
        )}
      </div>
      <button type="button" class="icon-button" aria-label="Dismiss" onClick={onDismiss}>
        <span aria-hidden="true">✕</span>
      </button>
    </div>
  )
}
