import { useEffect, useRef, useState } from 'preact/hooks'
import { Popup } from '../overlay/popup.tsx'
import { asObjects, asString, type Obj } from '../slack-json.ts'
import { InlineText } from '../text/show-text.tsx'
import { safeUrl } from '../text/text-tree.ts'
import type { ElementProps } from './element.tsx'
import { useSurface } from './surface.tsx'

/** The menu behind three dots: arrows, Enter, Escape. An option with a `url` opens it too. */
export function Overflow({ element, blockId }: ElementProps) {
  const { press } = useSurface()
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const menu = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (open) items(menu.current)[0]?.focus()
  }, [open])
  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  const choose = (option: Obj) => {
    close()
    const url = safeUrl(asString(option.url))
    if (url) window.open(url, '_blank', 'noopener,noreferrer')
    void press(blockId, element, { type: 'overflow', selected_option: option as never })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) move(menu.current, step)
    else if (event.key === 'Escape') close()
    else if (event.key === 'Tab') return setOpen(false)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const onBlur = (event: FocusEvent) => {
    if (!(event.relatedTarget instanceof Node && menu.current?.contains(event.relatedTarget))) setOpen(false)
  }
  return (
    <span class="overflow">
      <button
        ref={button}
        type="button"
        class="button button-dots"
        aria-label="More actions"
        aria-haspopup="menu"
        aria-expanded={open}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => setOpen(!open)}
      >
        <span aria-hidden="true">⋯</span>
      </button>
      {open && (
        <Popup anchor={button} edge="right" width="content" class="popup-menu">
          <div ref={menu} role="menu" tabIndex={-1} aria-label="More actions" onKeyDown={onKeyDown} onFocusOut={onBlur}>
            {asObjects(element.options).map((option) => (
              <button
                key={asString(option.value)}
                type="button"
                role="menuitem"
                class="menu-item"
                onClick={() => choose(option)}
              >
                <InlineText text={option.text} />
              </button>
            ))}
          </div>
        </Popup>
      )}
    </span>
  )
}

function items(menu: HTMLElement | null): HTMLElement[] {
  return menu ? [...menu.querySelectorAll<HTMLElement>('[role="menuitem"]')] : []
}

function move(menu: HTMLElement | null, step: number): void {
  const all = items(menu)
  const at = all.indexOf(document.activeElement as HTMLElement)
  all[(at + step + all.length) % all.length]?.focus()
}
