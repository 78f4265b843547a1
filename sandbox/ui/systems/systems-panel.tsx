import { useContext, useId } from 'preact/hooks'
import type { DeskMail, System, SystemMode } from '../../protocol.ts'
import { Dialog } from '../overlay/dialog.tsx'
import { Workspace } from '../workspace.ts'
import { MailTroubles } from './mail-troubles.tsx'
import { modesOf } from './modes.ts'
import './systems.css'

type Props = { systems: System[]; troubles: DeskMail['troubles'] | undefined; onClose: () => void }

/** The systems that the bot talks to, and what each does wrong at the moment. */
export function SystemsPanel({ systems, troubles, onClose }: Props) {
  const title = useId()
  return (
    <Dialog labelledBy={title} class="systems" onEscape={onClose}>
      <header class="dialog-head">
        <h2 id={title}>Outside systems</h2>
        <button type="button" class="icon-button" aria-label="Close" onClick={onClose}>
          <span aria-hidden="true">✕</span>
        </button>
      </header>
      <div class="dialog-body">
        <p class="systems-about">
          The bot cannot tell these from the real ones. Make one misbehave, and see how the bot tells people.
        </p>
        <ul class="systems-list">
          {systems.map((system) => (
            <li key={system.id}>
              <SystemLine system={system} />
            </li>
          ))}
        </ul>
        {troubles && <MailTroubles troubles={troubles} />}
      </div>
    </Dialog>
  )
}

function SystemLine({ system }: { system: System }) {
  const { act } = useContext(Workspace)
  const id = useId()
  return (
    <>
      <span class={`system-light system-${system.mode}`} aria-hidden="true" />
      <span class="system-words">
        <label for={id} class="system-name">
          {system.name}
        </label>
        <span class="system-count">{counted(system)} answered</span>
      </span>
      <select
        id={id}
        class="field"
        value={system.mode}
        onChange={(event) =>
          void act({ type: 'mode', system: system.id, mode: event.currentTarget.value as SystemMode })
        }
      >
        {modesOf(system.speaks).map(([mode, words]) => (
          <option key={mode} value={mode}>
            {words}
          </option>
        ))}
      </select>
    </>
  )
}

function counted({ requests, speaks }: System): string {
  const noun = speaks === 'smtp' ? 'mail' : 'request'
  return `${requests} ${noun}${requests === 1 ? '' : 's'}`
}
