import { useContext } from 'preact/hooks'
import type { Person } from '../../protocol.ts'
import { Chooser } from '../switcher/chooser.tsx'
import { Workspace, type WorkspaceContext } from '../workspace.ts'
import { Avatar } from './avatar.tsx'
import { Badges } from './badges.tsx'

type Props = { onClose: () => void; onPerson: (id: string) => void }

/** Who one wants to be: every person of the workspace, with organisation and role. */
export function PersonSwitcher({ onClose, onPerson }: Props) {
  const workspace = useContext(Workspace)
  const entries = workspace.world.people
    .filter(({ kind }) => kind !== 'bot')
    .map((person) => ({
      key: person.id,
      words: [person.name, person.title, organisationOf(person, workspace), person.email ?? ''].join(' '),
      current: person.id === workspace.me.id,
      view: <PersonLine person={person} organisation={organisationOf(person, workspace)} />,
      run: () => onPerson(person.id),
    }))
  return (
    <Chooser
      title="Who do you want to be?"
      placeholder="Name, role or organisation"
      groups={[{ label: '', entries }]}
      start={workspace.me.id}
      onClose={onClose}
    />
  )
}

function PersonLine({ person, organisation }: { person: Person; organisation: string }) {
  return (
    <>
      <Avatar face={{ ...person, app: false }} size="normal" />
      <span class="person-words">
        <span class="person-name">
          {person.name} <Badges person={person} />
        </span>
        <span class="person-about">{[person.title, organisation].filter((part) => part !== '').join(' · ')}</span>
        <span class="person-about">{person.email ?? 'No e-mail address'}</span>
      </span>
    </>
  )
}

/** The organisation's name where the person's title does not already say it. */
function organisationOf(person: Person, { world }: WorkspaceContext): string {
  const name = world.organisations.find(({ organisation_number }) => organisation_number === person.organisation)?.name
  const shown = name ?? person.organisation ?? ''
  return person.title.toLowerCase().includes(shown.toLowerCase()) ? '' : shown
}
