import type { ComponentChildren } from 'preact'

export type Line = { id: string; class?: string; view: ComponentChildren; onOpen: () => void }

type Props = { label: string; lines: readonly Line[]; open: string | null }

const steps: Record<string, (at: number, last: number) => number> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_at, last) => last,
}

/** Things to open, one a line. Tab comes to the open one (else the first), the arrows move on, Enter opens. */
export function LineList({ label, lines, open }: Props) {
  const stop = lines.some(({ id }) => id === open) ? open : lines[0]?.id
  const onKeyDown = (event: KeyboardEvent & { currentTarget: HTMLUListElement }) => {
    const step = steps[event.key]
    if (!step || event.altKey || event.ctrlKey || event.metaKey) return
    const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('.mail-line')]
    const at = stops.indexOf(document.activeElement as HTMLElement)
    event.preventDefault()
    stops[step(at, stops.length - 1)]?.focus()
  }
  return (
    <ul class="mail-list" aria-label={label} onKeyDown={onKeyDown}>
      {lines.map(({ id, class: extra = '', view, onOpen }) => (
        <li key={id}>
          <button
            type="button"
            class={`mail-line ${id === open ? 'mail-open' : ''} ${extra}`}
            aria-current={id === open ? 'true' : undefined}
            tabIndex={id === stop ? 0 : -1}
            onClick={onOpen}
          >
            {view}
          </button>
        </li>
      ))}
    </ul>
  )
}
