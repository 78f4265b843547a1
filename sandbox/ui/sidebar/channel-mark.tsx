import { useContext } from 'preact/hooks'
import type { Channel } from '../../protocol.ts'
import { Avatar } from '../people/avatar.tsx'
import { Workspace } from '../workspace.ts'

/** What stands before a channel's name: `#`, a lock, a portrait. */
export function ChannelMark({ channel }: { channel: Channel }) {
  const { world, personOf } = useContext(Workspace)
  if (channel.kind === 'channel')
    return (
      <span class="channel-mark" aria-hidden="true">
        #
      </span>
    )
  if (channel.kind === 'private') {
    return (
      <svg class="channel-mark" viewBox="0 0 16 16" role="presentation" aria-hidden="true">
        <path
          d="M5 7V5a3 3 0 0 1 6 0v2M4 7h8v6H4z"
          fill="none"
          stroke="currentColor"
          stroke-width="1.5"
          stroke-linejoin="round"
        />
      </svg>
    )
  }
  if (channel.kind === 'app') return <Avatar face={personOf(world.bot.user_id)} size="tiny" />
  const other = world.people.find(({ name }) => name === channel.name)
  return other ? (
    <Avatar face={{ ...other, app: false }} size="tiny" />
  ) : (
    <span class="channel-mark" aria-hidden="true">
      @
    </span>
  )
}
