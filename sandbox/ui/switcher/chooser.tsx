import type { ComponentChildren } from 'preact'
import { useId, useState } from 'preact/hooks'
import { Dialog } from '../overlay/dialog.tsx'
import { useListbox } from '../overlay/use-listbox.ts'
import './switcher.css'

export type Entry = {
  key: string
  /** what the words typed are looked for in */
  words: string
  current?: boolean
  view: ComponentChildren
  run: () => void
}
export type EntryGroup = { label: string; entries: Entry[] }

type Props = {
  title: string
  placeholder: string
  groups: EntryGroup[]
  /** key of the entry to stand on at first */
  start?: string
  onClose: () => void
}

/** A dialog with one field and one list: type to filter, arrows to move, Enter to go, Escape to stay. */
export function Chooser({ title, placeholder, groups, start, onClose }: Props) {
  const heading = useId()
  const [query, setQuery] = useState('')
  const wanted = query.toLowerCase().split(/\s+/)
  const shown = groups
    .map(({ label, entries }) => ({ label, entries: entries.filter((entry) => fits(entry, wanted)) }))
    .filter(({ entries }) => entries.length > 0)
  const flat = shown.flatMap(({ entries }) => entries)
  const list = useListbox(
    flat.length,
    query,
    flat.findIndex(({ key }) => key === start),
  )
  const go = (entry: Entry | undefined) => {
    if (!entry) return
    onClose()
    entry.run()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (list.onArrow(event) || event.key !== 'Enter') return
    event.preventDefault()
    go(flat[list.active])
  }
  let index = -1
  return (
    <Dialog labelledBy={heading} class="chooser" onEscape={onClose}>
      <h2 id={heading} class="chooser-title">
        {title}
      </h2>
      <input
        type="text"
        class="field"
        role="combobox"
        aria-expanded="true"
        aria-controls={list.id}
        aria-activedescendant={flat.length > 0 ? list.optionId(list.active) : undefined}
        aria-labelledby={heading}
        autocomplete="off"
        spellcheck={false}
        placeholder={placeholder}
        value={query}
        onInput={(event) => setQuery(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <div id={list.id} role="listbox" tabIndex={-1} aria-labelledby={heading} class="chooser-list">
        {shown.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options is no fieldset
          <div key={group.label} role="group" aria-label={group.label || title}>
            {group.label && (
              <div class="option-group" aria-hidden="true">
                {group.label}
              </div>
            )}
            {group.entries.map((entry) => {
              index += 1
              const at = index
              return (
                <div
                  key={entry.key}
                  id={list.optionId(at)}
                  role="option"
                  tabIndex={-1}
                  aria-selected={entry.current ?? false}
                  class={`chooser-entry ${at === list.active ? 'option-active' : ''}`}
                  onMouseMove={() => list.active !== at && list.setActive(at)}
                  onMouseDown={(event) => {
                    event.preventDefault()
                    go(entry)
                  }}
                >
                  {entry.view}
                </div>
              )
            })}
          </div>
        ))}
      </div>
      <div role="status" class={flat.length === 0 ? 'option-note' : 'unseen'}>
        {flat.length === 0 ? 'Nothing found' : ''}
      </div>
      <p class="chooser-keys" aria-hidden="true">
        <kbd>↑</kbd> <kbd>↓</kbd> move <kbd>Enter</kbd> choose <kbd>Esc</kbd> close
      </p>
    </Dialog>
  )
}

function fits({ words }: Entry, wanted: string[]): boolean {
  const folded = words.toLowerCase()
  return wanted.every((word) => folded.includes(word))
}
