import { useEffect, useRef, useState } from 'preact/hooks'
import { Popup } from '../overlay/popup.tsx'
import { useListbox } from '../overlay/use-listbox.ts'
import type { Choice, ChoiceGroup } from './choices.ts'
import type { Naming } from './naming.ts'
import { PickerList } from './picker-list.tsx'
import './picker.css'

type Props = {
  naming: Naming
  placeholder: string
  multi: boolean
  /** how many may be chosen, at most */
  max: number
  clearable: boolean
  chosen: Choice[]
  /** what fits `query` at the moment */
  groups: ChoiceGroup[]
  /** shown in place of the list: nothing found, still looking, type more */
  note: string
  /** what is typed, or `null` when the list is closed */
  onQuery: (query: string | null) => void
  onChoose: (chosen: Choice[]) => void
  onClosed: () => void
}

/** A field with a list below it: type to filter, arrows and Enter to choose, Escape to close; chips where many fit. */
export function Picker(props: Props) {
  const { naming, placeholder, multi, max, clearable, chosen, groups, note, onQuery, onChoose, onClosed } = props
  const box = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const [query, setQuery] = useState<string | null>(null)
  const open = query !== null
  const flat = groups.flatMap((group) => group.choices)
  const list = useListbox(
    flat.length,
    open && flat.map((choice) => choice.key).join(),
    query ? 0 : flat.findIndex((choice) => !multi && choice.key === chosen[0]?.key),
  )
  const ask = (next: string | null) => {
    if (next === null && open) onClosed()
    setQuery(next)
    onQuery(next)
  }
  const choose = (choice: Choice | undefined) => {
    if (!choice) return
    if (!multi) {
      onChoose([choice])
      return ask(null)
    }
    const without = chosen.filter(({ key }) => key !== choice.key)
    if (without.length < chosen.length) onChoose(without)
    else if (chosen.length < max) onChoose([...chosen, choice])
    if (query) ask('')
  }
  const remove = (choice: Choice) => {
    onChoose(chosen.filter(({ key }) => key !== choice.key))
    if (!open) onClosed()
    field.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (open && list.onArrow(event)) return
    const last = chosen.at(-1)
    if (event.key === 'Enter' || (event.key === 'ArrowDown' && !open)) {
      event.preventDefault()
      if (open) choose(flat[list.active])
      else ask('')
    } else if (event.key === 'Escape' && open) {
      event.preventDefault()
      event.stopPropagation()
      ask(null)
    } else if (event.key === 'Tab' && open) ask(null)
    else if (event.key === 'Backspace' && multi && !query && last) remove(last)
  }
  useOutside(box, open, () => ask(null))
  const single = multi ? undefined : chosen[0]
  return (
    <div ref={box} class={`picker ${open ? 'picker-open' : ''} ${naming['aria-invalid'] ? 'field-wrong' : ''}`}>
      {multi && chosen.map((choice) => <Chip key={choice.key} choice={choice} onRemove={() => remove(choice)} />)}
      <input
        {...naming}
        ref={field}
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={list.id}
        aria-activedescendant={open && flat.length > 0 ? list.optionId(list.active) : undefined}
        placeholder={multi && chosen.length > 0 ? '' : (single?.text ?? placeholder)}
        class={single && !query ? 'picker-has-value' : ''}
        value={open ? query : (single?.text ?? '')}
        onInput={(event) => ask(event.currentTarget.value)}
        onClick={() => !open && ask('')}
        onKeyDown={onKeyDown}
      />
      {clearable && single && (
        <button type="button" class="picker-clear" aria-label={`Clear ${single.text}`} onClick={() => remove(single)}>
          <span aria-hidden="true">✕</span>
        </button>
      )}
      <span class="picker-arrow" aria-hidden="true" />
      {open && (
        <Popup anchor={box}>
          <PickerList
            list={list}
            groups={groups}
            chosen={chosen}
            multi={multi}
            note={multi && chosen.length >= max ? `You can choose ${max} at most.` : note}
            onChoose={choose}
          />
        </Popup>
      )}
    </div>
  )
}

function Chip({ choice, onRemove }: { choice: Choice; onRemove: () => void }) {
  return (
    <span class="chip">
      <span class="chip-text">{choice.text}</span>
      <button type="button" aria-label={`Remove ${choice.text}`} onClick={onRemove}>
        <span aria-hidden="true">✕</span>
      </button>
    </span>
  )
}

/** Calls `leave` when something outside `box` is pressed or gets the focus while `active`. */
function useOutside(box: { current: HTMLElement | null }, active: boolean, leave: () => void): void {
  const leaving = useRef(leave)
  leaving.current = leave
  useEffect(() => {
    if (!active) return
    const look = (event: Event) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) leaving.current()
    }
    document.addEventListener('pointerdown', look, true)
    document.addEventListener('focusin', look, true)
    return () => {
      document.removeEventListener('pointerdown', look, true)
      document.removeEventListener('focusin', look, true)
    }
  }, [active, box])
}
