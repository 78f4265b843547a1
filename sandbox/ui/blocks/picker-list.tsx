import type { Listbox } from '../overlay/use-listbox.ts'
import type { Choice, ChoiceGroup } from './choices.ts'

type Props = {
  list: Listbox
  groups: ChoiceGroup[]
  chosen: Choice[]
  multi: boolean
  note: string
  onChoose: (choice: Choice) => void
}

/** The open list of a picker, in groups where there are any. */
export function PickerList({ list, groups, chosen, multi, note, onChoose }: Props) {
  let index = -1
  const keys = new Set(chosen.map((choice) => choice.key))
  const entries = (group: ChoiceGroup) =>
    group.choices.map((choice) => {
      index += 1
      const at = index
      return (
        <div
          key={choice.key}
          id={list.optionId(at)}
          role="option"
          tabIndex={-1}
          aria-selected={keys.has(choice.key)}
          class={`option ${at === list.active ? 'option-active' : ''}`}
          onMouseMove={() => list.active !== at && list.setActive(at)}
          onMouseDown={(event) => {
            event.preventDefault()
            onChoose(choice)
          }}
        >
          {multi && (
            <span class="option-tick" aria-hidden="true">
              {keys.has(choice.key) ? '✓' : ''}
            </span>
          )}
          <span class="option-words">
            <span>{choice.text}</span>
            {choice.description && <span class="option-description">{choice.description}</span>}
          </span>
        </div>
      )
    })
  return (
    <>
      <div
        id={list.id}
        role="listbox"
        tabIndex={-1}
        aria-label="Choices"
        aria-multiselectable={multi || undefined}
        class="options"
      >
        {groups.map((group) =>
          group.label ? (
            // biome-ignore lint/a11y/useSemanticElements: a group of options is no fieldset
            <div key={group.label} role="group" aria-label={group.label}>
              <div class="option-group" aria-hidden="true">
                {group.label}
              </div>
              {entries(group)}
            </div>
          ) : (
            entries(group)
          ),
        )}
      </div>
      <div role="status" class={note ? 'option-note' : 'unseen'}>
        {note}
      </div>
    </>
  )
}
