import { createContext } from 'preact'
import type { Act, ActAnswer, Channel, Desk, Person, World } from '../protocol.ts'

/** What every part of the page may need to know of the workspace, and the one way to act. */
export type WorkspaceContext = {
  world: World
  me: Person
  channels: Channel[]
  timeZone: string
  locale: string
  nameOf: (user: string) => string
  /** a person, or the bot drawn as one */
  personOf: (user: string) => Face
  /** without `#`; `null` when this person cannot see the channel */
  channelName: (id: string) => string | null
  goTo: (channel: string) => void
  act: (act: Act) => Promise<ActAnswer>
}

export type Face = Pick<Person, 'id' | 'name' | 'colour' | 'initials'> & { app: boolean }

export const Workspace = createContext<WorkspaceContext>(null as unknown as WorkspaceContext)

type Doors = Pick<WorkspaceContext, 'goTo' | 'act'>

/** The context for one person's desk. Dates are read in the time zone of the browser. */
export function workspaceOf(world: World, desk: Desk, doors: Doors): WorkspaceContext {
  const faces = new Map<string, Face>(
    world.people.map((person) => [person.id, { ...person, app: person.kind === 'bot' }]),
  )
  faces.set(world.bot.user_id, {
    ...botFace,
    ...faces.get(world.bot.user_id),
    id: world.bot.user_id,
    name: world.bot.name,
  })
  const personOf = (user: string): Face => faces.get(user) ?? { ...unknownFace, id: user, name: user }
  return {
    ...doors,
    world,
    me: desk.me,
    channels: desk.channels,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    locale: 'en-GB',
    personOf,
    nameOf: (user) => personOf(user).name,
    channelName: (id) => desk.channels.find((channel) => channel.id === id)?.name ?? null,
  }
}

const botFace = { colour: '#1f6f5c', initials: '', app: true }
const unknownFace = { colour: '#5c5c66', initials: '?', app: false }
