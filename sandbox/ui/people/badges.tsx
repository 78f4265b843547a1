import type { Person } from '../../protocol.ts'

const kinds: Record<Person['kind'], string> = {
  member: '',
  guest: 'Guest',
  stranger: 'External',
  bot: 'App',
  deactivated: 'Deactivated',
}

/** What sets a person apart: guest, external, deactivated, operator, unconfirmed address. */
export function Badges({ person }: { person: Person }) {
  const words = [
    kinds[person.kind],
    person.operator ? 'Operator' : '',
    person.kind === 'member' && person.email === null ? 'No e-mail' : '',
    person.email !== null && !person.email_confirmed ? 'Unconfirmed e-mail' : '',
  ].filter((word) => word !== '')
  return (
    <>
      {words.map((word) => (
        <span key={word} class={`badge badge-${word.toLowerCase().replace(/[^a-z]+/g, '-')}`}>
          {word}
        </span>
      ))}
    </>
  )
}
