import { useContext } from 'preact/hooks'
import { Avatar } from '../people/avatar.tsx'
import { Workspace } from '../workspace.ts'

type Props = { onSwitcher: () => void; onPeople: () => void }

/** The bar at the top: jump to anything, and who one is. */
export function TopBar({ onSwitcher, onPeople }: Props) {
  const { world, me } = useContext(Workspace)
  return (
    <header class="top-bar">
      <span class="top-mark" aria-hidden="true">
        {world.team.name.slice(0, 1)}
      </span>
      <button type="button" class="top-search" onClick={onSwitcher}>
        <svg viewBox="0 0 16 16" role="presentation" aria-hidden="true">
          <path
            d="M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10zm3.6-1.4L14 14"
            fill="none"
            stroke="currentColor"
            stroke-width="1.6"
            stroke-linecap="round"
          />
        </svg>
        <span class="top-search-words">Search {world.team.name}</span>
        <kbd>Ctrl K</kbd>
      </button>
      <button
        type="button"
        class="top-person"
        aria-label={`You are ${me.name}, ${me.title}. Be somebody else`}
        aria-keyshortcuts="Alt+P"
        onClick={onPeople}
      >
        <Avatar face={{ ...me, app: false }} size="small" />
        <span class="top-person-words">
          <span class="top-person-name">{me.name}</span>
          <span class="top-person-about">{me.title}</span>
        </span>
        <kbd>Alt P</kbd>
      </button>
    </header>
  )
}
