import type { Clock } from '../clock.ts'
import type { Desk } from '../protocol.ts'
import type { SlackWorld, WorldPerson } from '../world.ts'
import { type Actor, createActor } from './actor/actor.ts'
import type { ActorDeps } from './actor/deps.ts'
import type { ApiCall } from './api/web-api.ts'
import type { Changes } from './changes.ts'
import type { Delivery } from './delivery/parcel.ts'
import type { Schedule } from './delivery/schedule.ts'
import type { DisconnectReason, Sockets } from './delivery/sockets.ts'
import { deskOf, type Surroundings } from './desk.ts'
import type { Posted } from './messages.ts'
import type { PersonPatch } from './people.ts'

/** The workspace from the outside: people to be, and everything a test or the browser may look at. */
export type Workspace = {
  world: SlackWorld
  /** every Web API call, oldest first; of very many the newest */
  calls: readonly ApiCall[]
  /** every attempt to reach the bot, oldest first; of very many the newest */
  deliveries: readonly Delivery[]
  /** One person; the same actor at every asking. @throws Error for an unknown id */
  as(userId: string): Actor
  /** What the person sees, with what stands around the workspace. */
  desk(userId: string, surroundings: Surroundings): Desk
  people(): WorldPerson[]
  /** every message of a channel, ephemeral ones of everybody too, with metadata */
  messages(channelId: string): readonly Posted[]
  /** E-mail changed, deactivated, made a guest …: `user_change` goes to the bot. Resolves after its first attempt. */
  changeUser(userId: string, patch: PersonPatch): Promise<void>
  /** Somebody new: `team_join` goes to the bot. */
  addUser(person: WorldPerson): Promise<void>
  /** Any other event by its subscription name, such as `app_uninstalled`. */
  sendEvent(name: string, event: { type: string; [key: string]: unknown }): Promise<void>
  /** Slack's check of a request URL: whether the signed challenge came back. */
  verifyUrl(): Promise<boolean>
  onChange(listener: () => void): () => void
  until: Changes['until']
  /** Sends what is due by the clock, such as an event's retry after a test moved it. */
  runDue(): Promise<void>
  /** open Socket Mode connections */
  connections(): number
  disconnect(reason?: DisconnectReason): void
}

type Deps = ActorDeps & {
  clock: Clock
  calls: ApiCall[]
  granted: ReadonlySet<string>
  schedule: Schedule
  sockets: Sockets
}

export const createWorkspace = (deps: Deps): Workspace => {
  const { world, clock, people, channels, messages, events, courier, changes, sockets, schedule, ids } = deps
  const actors = new Map<string, Actor>()
  const tell = { email: deps.granted.has('users:read.email'), locale: true }
  const userEvent = (type: string, person: WorldPerson) => ({
    type,
    user: people.asUser(person, tell),
    cache_ts: Math.floor(clock.now() / 1000),
  })

  return {
    world,
    calls: deps.calls,
    deliveries: courier.deliveries,
    as(userId) {
      const actor = actors.get(userId) ?? createActor(deps, userId)
      actors.set(userId, actor)
      return actor
    },
    desk: (userId, surroundings) => deskOf(deps, userId, surroundings),
    people: () => people.all(),
    messages: (channelId) => messages.in(channelId),
    async changeUser(userId, patch) {
      const person = people.change(userId, patch)
      changes.tell()
      await events.send('user_change', userEvent('user_change', person))
    },
    async addUser(person) {
      people.add(person)
      channels.directWith(person.id)
      changes.tell()
      await events.send('team_join', userEvent('team_join', person))
    },
    sendEvent: (name, event) => events.send(name, structuredClone(event) as Parameters<typeof events.send>[1]),
    async verifyUrl() {
      const challenge = ids.hex(20)
      const { body } = await courier.deliver({
        kind: 'event',
        payload: { token: 'sandbox', challenge, type: 'url_verification' },
      })
      return (
        body === challenge ||
        (typeof body === 'object' && body !== null && 'challenge' in body && body.challenge === challenge)
      )
    },
    onChange: changes.on,
    until: changes.until,
    runDue: schedule.runDue,
    connections: sockets.connections,
    disconnect: (reason = 'refresh_requested') => sockets.disconnect(reason),
  }
}
