import { useContext } from 'preact/hooks'
import type { Person } from '../../protocol.ts'
import { Chooser, type EntryGroup } from '../switcher/chooser.tsx'
import { Workspace } from '../workspace.ts'
import { Avatar } from './avatar.tsx'
import { Badges, badgesOf } from './badges.tsx'
import { groupPeople } from './group-people.ts'

type Props = { onClose: () => void; onPerson: (id: string) => void }

/** Who one wants to be: every person of the workspace, by organisation, with title and role. */
export function PersonSwitcher({ onClose, onPerson }: Props) {
  const { world, me } = useContext(Workspace)
  const groups: EntryGroup[] = groupPeople(world).map(({ label, people }) => ({
    label,
    entries: people.map((person) => ({
      key: person.id,
      words: [person.name, person.title, label, person.email ?? '', ...badgesOf(person)].join(' '),
      current: person.id === me.id,
      view: <PersonLine person={person} />,
      run: () => onPerson(person.id),
    })),
  }))
  return (
    <Chooser
      title="Who do you want to be?"
      placeholder="Name, role or organisation"
      groups={groups}
      start={me.id}
      onClose={onClose}
    />
  )
}

function PersonLine({ person }: { person: Person }) {
  return (
    <>
      <Avatar face={{ ...person, app: false }} size="normal" />
      <span class="person-words">
        <span class="person-name">
          {person.name} <Badges person={person} />
        </span>
        <span class="person-about">
          {[person.title, person.email ?? 'no e-mail address'].filter((part) => part !== '').join(' · ')}
        </span>
      </span>
    </>
  )
}
