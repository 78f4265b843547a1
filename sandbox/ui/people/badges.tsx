import type { Hat, Person } from '../../protocol.ts'

const kinds: Record<Person['kind'], string> = {
  member: '',
  guest: 'Guest',
  stranger: 'External',
  bot: 'App',
  deactivated: 'Deactivated',
}

const hats: Record<Hat, string> = {
  operator: 'Operator',
  'organisation-admin': 'Admin',
  cleared: 'Cleared',
  guest: 'Guest',
}

/** What sets a person apart, in words: guest, external, deactivated, operator, admin, cleared, unconfirmed address. */
export function badgesOf(person: Person): string[] {
  const words = [
    kinds[person.kind],
    person.operator ? hats.operator : '',
    ...(person.hats ?? []).map((hat) => hats[hat]),
    person.kind === 'member' && person.email === null ? 'No e-mail' : '',
    person.email !== null && !person.email_confirmed ? 'Unconfirmed e-mail' : '',
  ]
  return [...new Set(words)].filter((word) => word !== '')
}

/** The same as small labels. */
export function Badges({ person }: { person: Person }) {
  const words = badgesOf(person)
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
