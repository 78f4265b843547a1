import { ALTINN } from '../altinn/place.ts'
import { BRREG } from '../brreg/place.ts'
import { MAILBOX } from '../mailbox/place.ts'

const shapes: Record<string, string> = {
  [MAILBOX]: 'M2 4h12v8.5H2zM2 4.5l6 4.5 6-4.5',
  [BRREG]: 'M2 13.5h12M3 6.5h10L8 2.5zM4.5 6.5v7M8 6.5v7M11.5 6.5v7',
  [ALTINN]: 'M5 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM8 8h6v3M11.5 8v2',
}

/** What stands before the name of one of the sandbox's own places. */
export function PlaceMark({ id }: { id: string }) {
  return (
    <svg class="channel-mark" viewBox="0 0 16 16" role="presentation" aria-hidden="true">
      <path d={shapes[id]} fill="none" stroke="currentColor" stroke-width="1.5" stroke-linejoin="round" />
    </svg>
  )
}
