import type { SlashCommand } from '../../protocol.ts'
import type { Listbox } from '../overlay/use-listbox.ts'

type Props = { list: Listbox; matches: SlashCommand[]; onChoose: (command: string) => void }

/** The commands that fit: name, what may follow, what it does. */
export function CompletionList({ list, matches, onChoose }: Props) {
  return (
    <>
      <p class="completion-head" aria-hidden="true">
        Commands{' '}
        <span>
          <kbd>Tab</kbd> or <kbd>Enter</kbd> to complete · <kbd>Esc</kbd> to close
        </span>
      </p>
      <div id={list.id} role="listbox" tabIndex={-1} aria-label="Commands" class="options">
        {matches.map(({ command, usage_hint, description }, index) => (
          <div
            key={command}
            id={list.optionId(index)}
            role="option"
            tabIndex={-1}
            aria-selected={index === list.active}
            class={`option ${index === list.active ? 'option-active' : ''}`}
            onMouseMove={() => index !== list.active && list.setActive(index)}
            onMouseDown={(event) => {
              event.preventDefault()
              onChoose(command)
            }}
          >
            <span class="option-words">
              <span>
                <strong>{command}</strong> <span class="completion-usage">{usage_hint}</span>
              </span>
              <span class="option-description">{description}</span>
            </span>
          </div>
        ))}
      </div>
    </>
  )
}
