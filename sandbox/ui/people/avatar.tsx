import type { Face } from '../workspace.ts'
import './people.css'

type Props = { face: Pick<Face, 'colour' | 'initials' | 'app'>; size: 'tiny' | 'small' | 'normal' | 'large' }

/** A drawn portrait: letters on a colour, and a gate for the bot. The name stands beside it, so it is silent. */
export function Avatar({ face, size }: Props) {
  return (
    <span class={`avatar avatar-${size}`} style={{ background: face.colour }} aria-hidden="true">
      {face.app ? (
        <svg viewBox="0 0 24 24" role="presentation">
          <path
            d="M6 20V10a6 6 0 0 1 12 0v10M12 11v9M6 15h12"
            fill="none"
            stroke="currentColor"
            stroke-width="2"
            stroke-linecap="round"
          />
        </svg>
      ) : (
        face.initials
      )}
    </span>
  )
}
