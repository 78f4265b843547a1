import type { SlackWorld } from '../world.ts'
import type { JsonObject } from './json.ts'

export type Place = {
  id: string
  kind: 'channel' | 'private' | 'app'
  name: string
  topic: string
  /** user ids, the bot's among them where it is a member */
  members: Set<string>
}

/** Channels and each person's direct messages with the bot. */
export type Channels = {
  all(): Place[]
  find(id: string): Place | undefined
  /** The direct messages of the bot and this person; made at the first asking. */
  directWith(userId: string): Place
  hasBot(place: Place): boolean
  /** Slack's conversation object. */
  asConversation(place: Place, withMembers?: boolean): JsonObject
  /** `channel_name` in a command: `directmessage`, `privategroup`, or the name (slack.md 2.1). */
  spokenName(place: Place): string
}

export const createChannels = (world: SlackWorld): Channels => {
  const places = new Map<string, Place>(
    world.channels.map((one) => [one.id, { ...one, members: new Set(one.members) } satisfies Place]),
  )

  const strangers = new Set(world.people.filter((one) => one.kind === 'stranger').map((one) => one.id))
  const sharedOutside = (place: Place) => [...place.members].some((id) => strangers.has(id)) && place.kind !== 'app'

  const directWith = (userId: string) => {
    const id = `D${userId.slice(1)}`
    const known = places.get(id)
    if (known) return known
    const members = new Set([userId, world.bot.user_id])
    const place: Place = { id, kind: 'app', name: world.bot.name, topic: '', members }
    places.set(id, place)
    return place
  }
  for (const person of world.people) directWith(person.id)

  return {
    all: () => [...places.values()],
    find: (id) => places.get(id),
    directWith,
    hasBot: (place) => place.members.has(world.bot.user_id),
    asConversation: (place, withMembers = false) => {
      const common = {
        id: place.id,
        is_channel: place.kind === 'channel',
        is_group: false,
        is_im: place.kind === 'app',
        is_mpim: false,
        is_private: place.kind !== 'channel',
        is_archived: false,
        is_shared: sharedOutside(place),
        is_ext_shared: sharedOutside(place),
        is_pending_ext_shared: false,
        is_org_shared: false,
        context_team_id: world.team.id,
      }
      if (place.kind === 'app') {
        return { ...common, user: [...place.members].find((id) => id !== world.bot.user_id) ?? '', is_open: true }
      }
      return {
        ...common,
        name: place.name,
        name_normalized: place.name,
        is_general: false,
        is_member: place.members.has(world.bot.user_id),
        topic: { value: place.topic, creator: '', last_set: 0 },
        purpose: { value: '', creator: '', last_set: 0 },
        ...(withMembers ? { num_members: place.members.size } : {}),
      }
    },
    spokenName: (place) =>
      place.kind === 'app' ? 'directmessage' : place.kind === 'private' ? 'privategroup' : place.name,
  }
}
