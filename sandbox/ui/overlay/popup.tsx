import type { ComponentChildren, RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

type Props = {
  anchor: RefObject<HTMLElement | null>
  /** at which edge of the anchor it stands, and on which side when there is room */
  side?: 'below' | 'above'
  edge?: 'left' | 'right'
  /** as wide as the anchor, or as wide as its content */
  width?: 'anchor' | 'content'
  class?: string
  children: ComponentChildren
}

const gap = 4

/** A list or menu next to `anchor`, above everything else on the page and never cut off by what scrolls. */
export function Popup({ anchor, side = 'below', edge = 'left', width = 'anchor', class: extra = '', children }: Props) {
  const ref = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const popup = ref.current
    if (!popup) return
    popup.showPopover()
    const place = () => anchor.current && put(popup, anchor.current, side, edge, width)
    place()
    const watch = new ResizeObserver(place)
    watch.observe(popup)
    if (anchor.current) watch.observe(anchor.current)
    window.addEventListener('scroll', place, true)
    window.addEventListener('resize', place)
    return () => {
      watch.disconnect()
      window.removeEventListener('scroll', place, true)
      window.removeEventListener('resize', place)
    }
  }, [anchor, side, edge, width])
  return (
    <div ref={ref} popover="manual" class={`popup ${extra}`}>
      {children}
    </div>
  )
}

function put(popup: HTMLElement, anchor: HTMLElement, side: string, edge: string, width: string): void {
  const box = anchor.getBoundingClientRect()
  if (width === 'anchor') popup.style.width = `${box.width}px`
  const { width: wide, height: high } = popup.getBoundingClientRect()
  const below = window.innerHeight - box.bottom - gap
  const above = box.top - gap
  const up = side === 'above' ? above >= high || above > below : below < high && above > below
  const left = edge === 'left' ? box.left : box.right - wide
  popup.style.maxHeight = `${Math.min(up ? above - gap : below - gap, 380)}px`
  popup.style.left = `${Math.max(8, Math.min(left, window.innerWidth - wide - 8))}px`
  popup.style.top = up ? 'auto' : `${box.bottom + gap}px`
  popup.style.bottom = up ? `${window.innerHeight - box.top + gap}px` : 'auto'
}
