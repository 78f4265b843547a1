import type { Person } from '../protocol.ts'

export type WorldPerson = Person & {
  /** Slack's user name, as in `user_name` of a command */
  handle: string
  /** the workspace the person comes from; another one than the world's for Slack Connect */
  team_id?: string
  tz: string
  /** a synthetic national identity number, for those who can log in with ID-porten */
  pid?: string
  /** organisations that the person is assigned to by name at the beginning */
  assigned?: { organisation_number: string; admin?: true; until?: string }[]
  /** organisations whose production the person is cleared to change at the beginning */
  cleared?: string[]
  /** organisations that the person acts for in Altinn, as one with a key role */
  represents?: string[]
}

type Told = Pick<WorldPerson, 'id' | 'name' | 'title' | 'colour'> & Partial<WorldPerson>

/** A confirmed member of the workspace with a Norwegian Slack, unless something else is told. */
export const person = (told: Told): WorldPerson => ({
  email: null,
  email_confirmed: true,
  kind: 'member',
  organisation: null,
  operator: false,
  locale: 'nb-NO',
  tz: 'Europe/Oslo',
  handle: told.name.toLowerCase().split(' ')[0] ?? told.id.toLowerCase(),
  initials: told.name
    .split(' ')
    .map((word) => word[0])
    .filter((_, at, all) => at === 0 || at === all.length - 1)
    .join(''),
  ...told,
})
