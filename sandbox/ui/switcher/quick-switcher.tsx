import { useContext } from 'preact/hooks'
import { Avatar } from '../people/avatar.tsx'
import type { Place } from '../places.ts'
import { ChannelMark } from '../sidebar/channel-mark.tsx'
import { Workspace } from '../workspace.ts'
import { Chooser, type EntryGroup } from './chooser.tsx'

type Props = {
  onClose: () => void
  onPerson: (id: string) => void
  onCommand: (command: string) => void
  places: Place[]
  onSystems: () => void
}

/** Ctrl+K: go to a channel, be somebody else, begin a command. */
export function QuickSwitcher({ onClose, onPerson, onCommand, places, onSystems }: Props) {
  const { world, channels, me, goTo } = useContext(Workspace)
  const groups: EntryGroup[] = [
    {
      label: 'Go to',
      entries: channels.map((channel) => ({
        key: channel.id,
        words: `${channel.name} ${channel.topic}`,
        view: (
          <>
            <ChannelMark channel={channel} /> <span>{channel.name}</span>
            {channel.unread > 0 && <span class="unread">{channel.unread}</span>}
          </>
        ),
        run: () => goTo(channel.id),
      })),
    },
    {
      label: 'Commands',
      entries: world.commands.map(({ command, description }) => ({
        key: command,
        words: `${command} ${description}`,
        view: (
          <>
            <code>{command}</code> <span class="chooser-more">{description}</span>
          </>
        ),
        run: () => onCommand(command),
      })),
    },
    {
      label: 'Be',
      entries: world.people
        .filter(({ id, kind }) => id !== me.id && kind !== 'bot')
        .map((person) => ({
          key: person.id,
          words: `${person.name} ${person.title} be`,
          view: (
            <>
              <Avatar face={{ ...person, app: false }} size="tiny" /> <span>{person.name}</span>{' '}
              <span class="chooser-more">{person.title}</span>
            </>
          ),
          run: () => onPerson(person.id),
        })),
    },
    {
      label: 'Sandbox',
      entries: [
        ...places.map(({ id, name, words }) => ({
          key: id,
          words: `${name} ${words}`,
          view: <span>{name}</span>,
          run: () => goTo(id),
        })),
        {
          key: 'systems',
          words: 'outside systems upstream slow failing',
          view: <span>Outside systems</span>,
          run: onSystems,
        },
      ],
    },
  ]
  return <Chooser title="Jump to…" placeholder="Channel, command or person" groups={groups} onClose={onClose} />
}
