import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import './overlay.css'

export type DialogProps = {
  /** id of the heading inside, or a name where there is no heading */
  labelledBy?: string
  label?: string
  class?: string
  testId?: string
  role?: 'dialog' | 'alertdialog'
  onEscape: () => void
  children: ComponentChildren
}

/**
 * A modal dialog: the rest of the page is inert, Tab stays inside, Escape asks to close, and the focus goes back to
 * where it was. The first element with `data-autofocus` gets the focus, else the first field, else the first button.
 */
export function Dialog({
  labelledBy,
  label,
  class: extra = '',
  testId,
  role = 'dialog',
  onEscape,
  children,
}: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const dialog = ref.current
    if (!dialog) return
    const before = document.activeElement
    dialog.showModal()
    focusFirst(dialog)
    return () => {
      dialog.close()
      const home = before instanceof HTMLElement && before.isConnected && before !== document.body ? before : null
      const fallback = document.querySelector<HTMLElement>('[data-focus-home]')
      requestAnimationFrame(() => (home?.isConnected ? home : fallback)?.focus({ preventScroll: true }))
    }
  }, [])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Tab' && ref.current) keepInside(event, ref.current)
    if (event.key !== 'Escape') return
    event.stopPropagation()
    event.preventDefault()
    onEscape()
  }
  return (
    <dialog
      ref={ref}
      role={role}
      aria-modal="true"
      aria-labelledby={labelledBy}
      aria-label={label}
      class={`dialog ${extra}`}
      data-testid={testId}
      onKeyDown={onKeyDown}
      onCancel={(event) => event.preventDefault()}
    >
      {children}
    </dialog>
  )
}

const reachable = 'a[href], button:not(:disabled), input:not(:disabled), select, textarea, [tabindex="0"]'

/** Puts the focus where work in `root` begins. */
export function focusFirst(root: HTMLElement): void {
  const wished =
    root.querySelector<HTMLElement>('[data-autofocus]') ??
    root.querySelector<HTMLElement>('input:not(:disabled), textarea, select') ??
    root.querySelector<HTMLElement>('[data-main]:not(:disabled)') ??
    root.querySelector<HTMLElement>(reachable)
  checkedOf(wished)?.focus()
}

/** Of radio buttons it is the chosen one that takes part in Tab. */
function checkedOf(wished: HTMLElement | null): HTMLElement | null {
  if (!(wished instanceof HTMLInputElement) || wished.type !== 'radio') return wished
  return wished.closest('[role="radiogroup"]')?.querySelector<HTMLElement>('input:checked') ?? wished
}

function keepInside(event: KeyboardEvent, dialog: HTMLElement): void {
  event.stopPropagation()
  const stops = [...dialog.querySelectorAll<HTMLElement>(reachable)].filter(
    (stop) => stop.tabIndex >= 0 && stop.offsetParent !== null && stop.closest('dialog') === dialog,
  )
  const [first, last] = [stops[0], stops.at(-1)]
  const leaving = event.shiftKey ? document.activeElement === first : document.activeElement === last
  if (!leaving) return
  event.preventDefault()
  ;(event.shiftKey ? last : first)?.focus()
}
