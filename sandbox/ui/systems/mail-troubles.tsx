import { useContext, useId, useState } from 'preact/hooks'
import type { DeskMail, SystemMode } from '../../protocol.ts'
import { Workspace } from '../workspace.ts'
import { addressModes } from './modes.ts'

/** Mail that goes wrong for one address while all the others get theirs. */
export function MailTroubles({ troubles }: { troubles: DeskMail['troubles'] }) {
  const { world, act } = useContext(Workspace)
  const [to, setTo] = useState('')
  const [mode, setMode] = useState<SystemMode>('refusing')
  const id = useId()
  const known = world.people.flatMap(({ email }) => (email === null ? [] : [email]))
  const add = (event: Event) => {
    event.preventDefault()
    void act({ type: 'mail-trouble', to, mode })
    setTo('')
  }
  return (
    <section class="mail-troubles" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>Mail to one address</h3>
      {troubles.length > 0 && (
        <ul class="systems-list">
          {troubles.map((trouble) => (
            <li key={trouble.to}>
              <span class={`system-light system-${trouble.mode}`} aria-hidden="true" />
              <span class="system-words">
                <span class="system-name">{trouble.to}</span>
                <span class="system-count">{wordsOf(trouble.mode)}</span>
              </span>
              <button
                type="button"
                class="button"
                aria-label={`Make ${trouble.to} work again`}
                onClick={() => void act({ type: 'mail-trouble', to: trouble.to, mode: 'well' })}
              >
                Make it work
              </button>
            </li>
          ))}
        </ul>
      )}
      <form class="mail-trouble" onSubmit={add}>
        <input
          type="email"
          class="field"
          required
          aria-label="Address"
          placeholder="Address"
          list={`${id}-known`}
          value={to}
          onInput={(event) => setTo(event.currentTarget.value)}
        />
        <datalist id={`${id}-known`}>
          {known.map((address) => (
            <option key={address} value={address} />
          ))}
        </datalist>
        <select
          class="field"
          aria-label="What goes wrong"
          value={mode}
          onChange={(event) => setMode(event.currentTarget.value as SystemMode)}
        >
          {addressModes.map(([one, words]) => (
            <option key={one} value={one}>
              {words}
            </option>
          ))}
        </select>
        <button type="submit" class="button">
          Add
        </button>
      </form>
    </section>
  )
}

const wordsOf = (mode: SystemMode) => addressModes.find(([one]) => one === mode)?.[1] ?? mode
