import type { Clock } from '../clock.ts'
import type { SlackWorld, WorldPerson } from '../world.ts'
import type { JsonObject } from './json.ts'

export type PersonPatch = Partial<Omit<WorldPerson, 'id'>>

/** The workspace's people as they are now, and how the Web API tells of them. */
export type People = {
  all(): WorldPerson[]
  find(id: string): WorldPerson | undefined
  /** @throws Error for an id nobody has: a mistake of the caller, not of the bot */
  get(id: string): WorldPerson
  findByEmail(email: string): WorldPerson | undefined
  add(person: WorldPerson): void
  change(id: string, patch: PersonPatch): WorldPerson
  /** Slack's user object (slack.md 4.3); e-mail only with the scope, locale only when asked for. */
  asUser(person: WorldPerson, tell: { email: boolean; locale: boolean }): JsonObject
  botUser(): JsonObject
}

export const createPeople = (world: SlackWorld, clock: Clock): People => {
  const byId = new Map(world.people.map((person) => [person.id, { ...person }]))
  const updated = new Map<string, number>()
  const seconds = () => Math.floor(clock.now() / 1000)
  const started = seconds()

  const get = (id: string) => {
    const person = byId.get(id)
    if (!person) throw new Error(`nobody in the workspace has the id ${id}`)
    return person
  }

  return {
    all: () => [...byId.values()],
    find: (id) => byId.get(id),
    get,
    findByEmail: (email) => [...byId.values()].find((one) => one.email?.toLowerCase() === email.toLowerCase()),
    add(person) {
      byId.set(person.id, { ...person })
      updated.set(person.id, seconds())
    },
    change(id, patch) {
      const changed = { ...get(id), ...patch }
      byId.set(id, changed)
      updated.set(id, seconds())
      return changed
    },
    asUser(person, tell) {
      const stranger = person.kind === 'stranger'
      return {
        id: person.id,
        team_id: person.team_id ?? world.team.id,
        name: person.handle,
        deleted: person.kind === 'deactivated',
        color: person.colour.slice(1),
        real_name: person.name,
        tz: person.tz,
        tz_label: person.tz,
        tz_offset: 3600,
        profile: {
          title: person.title,
          real_name: person.name,
          real_name_normalized: person.name,
          display_name: person.handle,
          display_name_normalized: person.handle,
          team: person.team_id ?? world.team.id,
          ...(tell.email && !stranger && person.email ? { email: person.email } : {}),
        },
        is_admin: false,
        is_owner: false,
        is_primary_owner: false,
        is_restricted: person.kind === 'guest',
        is_ultra_restricted: false,
        is_bot: person.kind === 'bot',
        is_app_user: false,
        ...(stranger ? { is_stranger: true } : { is_email_confirmed: person.email_confirmed }),
        updated: updated.get(person.id) ?? started,
        ...(tell.locale ? { locale: person.locale } : {}),
      }
    },
    botUser: () => ({
      id: world.bot.user_id,
      team_id: world.team.id,
      name: world.bot.name.toLowerCase(),
      deleted: false,
      real_name: world.bot.name,
      profile: {
        real_name: world.bot.name,
        display_name: world.bot.name,
        bot_id: world.bot.bot_id,
        api_app_id: world.bot.app_id,
        team: world.team.id,
      },
      is_bot: true,
      is_app_user: false,
      updated: started,
    }),
  }
}
