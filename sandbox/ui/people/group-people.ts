import type { Person, World } from '../../protocol.ts'

export type PeopleGroup = { label: string; people: Person[] }

const NOBODYS = 'Without an organisation'

/**
 * The people one can be, by organisation in the world's order; those of an organisation that the world does not name
 * come after, and those of none last. Nobody is left out but bots.
 */
export function groupPeople({ people, organisations }: Pick<World, 'people' | 'organisations'>): PeopleGroup[] {
  const groups = new Map<string, Person[]>(organisations.map(({ organisation_number }) => [organisation_number, []]))
  const rest: Person[] = []
  for (const person of people.filter(({ kind }) => kind !== 'bot')) {
    if (person.organisation === null) rest.push(person)
    else groups.set(person.organisation, [...(groups.get(person.organisation) ?? []), person])
  }
  const nameOf = (number: string) =>
    organisations.find(({ organisation_number }) => organisation_number === number)?.name ?? number
  return [
    ...[...groups].map(([number, people]) => ({ label: nameOf(number), people })),
    { label: NOBODYS, people: rest },
  ].filter(({ people }) => people.length > 0)
}
