import { useEffect, useId, useState } from 'preact/hooks'

/** Which entry of a list the arrows stand on, while the focus stays in the field above it. */
export type Listbox = {
  id: string
  active: number
  optionId: (index: number) => string
  setActive: (index: number) => void
  /** true when the key was one of the list's */
  onArrow: (event: KeyboardEvent) => boolean
}

/**
 * Arrows, Home and End for a list of `count` entries, which wraps around.
 * @param reset whenever this changes, the list begins anew
 * @param first the entry that is active at the beginning
 */
export function useListbox(count: number, reset: unknown, first = 0): Listbox {
  const id = useId()
  const [stand, setStand] = useState<{ reset: unknown; active: number } | null>(null)
  const active = stand && stand.reset === reset ? stand.active : first
  const shown = Math.max(0, Math.min(active, count - 1))
  const setActive = (index: number) => setStand({ reset, active: index })
  const optionId = (index: number) => `${id}-${index}`
  useEffect(() => {
    document.getElementById(`${id}-${shown}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, shown])
  const onArrow = (event: KeyboardEvent): boolean => {
    const next = {
      ArrowDown: shown + 1,
      ArrowUp: shown - 1,
      PageDown: Math.min(shown + 8, count - 1),
      PageUp: Math.max(shown - 8, 0),
    }[event.key]
    if (next === undefined || count === 0) return false
    event.preventDefault()
    setActive((next + count) % count)
    return true
  }
  return { id, active: shown, optionId, setActive, onArrow }
}
