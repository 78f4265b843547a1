export type Wish = 'people' | 'switcher' | 'keys' | 'next-channel' | 'previous-channel' | 'next-region'

/** What a key of the whole page asks for, or `null`. Letters go by their place, as Alt changes what they write. */
export function shortcutOf({ key, code, altKey, ctrlKey, metaKey }: KeyboardEvent): Wish | null {
  const command = ctrlKey || metaKey
  if (command && !altKey && code === 'KeyK') return 'switcher'
  if (command && key === '/') return 'keys'
  if (altKey && !command && code === 'KeyP') return 'people'
  if (altKey && !command && key === 'ArrowDown') return 'next-channel'
  if (altKey && !command && key === 'ArrowUp') return 'previous-channel'
  return key === 'F6' ? 'next-region' : null
}

/** Moves the focus to the next part of the window that is marked `data-region`, or back. */
export function stepRegion(step: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')]
  const inside = regions.findLastIndex((region) => region.contains(document.activeElement))
  regions[(inside + step + regions.length) % regions.length]?.focus()
}
