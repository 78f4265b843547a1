/** The workspace of the sandbox: its channels, and who is in them. */
import { organisations } from './cast/organisations.ts'
import { people } from './cast/people.ts'
import type { WorldPerson } from './cast/person.ts'
import type { Channel, Organisation } from './protocol.ts'

export { heroy, organisations } from './cast/organisations.ts'
export { people } from './cast/people.ts'
export type { WorldPerson } from './cast/person.ts'

export type WorldChannel = Pick<Channel, 'id' | 'name' | 'topic'> & {
  kind: 'channel' | 'private'
  /** user ids; the bot is a member when its own id is among them */
  members: string[]
}

export type SlackWorld = {
  team: { id: string; name: string; domain: string }
  bot: { user_id: string; bot_id: string; app_id: string; name: string }
  organisations: Organisation[]
  people: WorldPerson[]
  channels: WorldChannel[]
}

/** Mail domains anybody can get an address at: nobody belongs to an organisation by one of these. */
export const publicMailDomains = ['gmail.example']

const bot = { user_id: 'U0PORTVAKT', bot_id: 'B0PORTVAKT', app_id: 'A0PORTVAKT', name: 'Portvakt' }

const everyone = Object.values(people)
const atWork = everyone.filter((one) => one.kind === 'member').map((one) => one.id)

/** The workspace's channels, by what they are for. */
export const channels = {
  general: {
    id: 'C0GENERELT',
    kind: 'channel',
    name: 'generelt',
    topic: 'For alle i arbeidsområdet',
    members: everyone.filter((one) => one.kind !== 'deactivated').map((one) => one.id),
  },
  incidents: {
    id: 'C0DRIFT',
    kind: 'channel',
    name: 'driftsmeldinger',
    topic: 'Varsler om drift av ID-porten og Maskinporten',
    members: [...atWork, people.gjest.id, bot.user_id],
  },
  operations: {
    id: 'C0PORTVAKT',
    kind: 'private',
    name: 'portvakt-drift',
    topic: 'Brukerstøttens rom: forespørsler og godkjenninger',
    members: [people.vakt.id, people.odd.id, bot.user_id],
  },
  /** of one organisation: what concerns it stands here once its admin has chosen it */
  kystverdi: {
    id: 'C0KYSTVERDI',
    kind: 'private',
    name: 'kystverdi-portvakt',
    topic: 'Kystverdi kommune: kontakter og innlogginger',
    members: [people.kari.id, people.astrid.id, people.oliver.id, people.bente.id, bot.user_id],
  },
} satisfies Record<string, WorldChannel>

export const world: SlackWorld = {
  team: { id: 'T0SANDKASSE', name: 'Sandkassen', domain: 'sandkassen' },
  bot,
  organisations: Object.values(organisations),
  people: everyone,
  channels: Object.values(channels),
}
