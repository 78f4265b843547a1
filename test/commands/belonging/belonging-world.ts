import type { Enhetsregisteret } from '../../../sandbox/enhetsregisteret/enhetsregisteret.ts'
import type { SlackUser } from '../../../src/domain/belonging/types.ts'
import type { Change } from '../../../src/domain/change.ts'
import { assign, userOf } from '../../helpers/hats.ts'
import {
  channels,
  type House,
  type HouseOptions,
  heroy,
  organisations,
  type Person,
  startHouse,
} from '../../helpers/house.ts'
import { type Actor, newest, words } from '../../helpers/walk.ts'

/** The service desk's room. */
export const operations = channels.operations.id

const csv = [
  'organisation_number,name,domains,language',
  ...Object.values(organisations).map((one) => `${one.organisation_number},${one.name},${one.domains.join(';')},nb`),
  ...Object.values(heroy).map((number) => `${number},HERØY KOMMUNE,heroy.kommune.example,nb`),
  '',
].join('\n')

export { assign, heroy }

/** A house where everything of belonging works: two organisations share a domain, links and logins can be made. */
export type BelongingHouse = House & { register: Enhetsregisteret; user(person: Person): SlackUser }

export const startBelonging = async (options: HouseOptions): Promise<BelongingHouse> => {
  const house = await startHouse({ wait: async () => {}, organisations: csv, outside: true, ...options })
  return Object.assign(house, { register: house.outside.enhetsregisteret, user: userOf })
}

/** The newest message that the person sees in a channel and that holds `part`, threads included. */
export const messageWith = (actor: Actor, part: string, channelId?: string) =>
  actor.messages(channelId).findLast((one) => words([one.text, one.blocks]).includes(part))

/** That message, once it is there. */
export const untilMessage = async (house: House, actor: Actor, part: string, channelId?: string) => {
  const there = () => messageWith(actor, part, channelId) !== undefined
  await house.slack.workspace.until(there, 4_000).catch(() => {
    throw new Error(`no message with “${part}”; the newest: ${words(newest(actor))}`)
  })
  const found = messageWith(actor, part, channelId)
  if (found === undefined) throw new Error(`the message with “${part}” is gone`)
  return found
}

/** A click in one very message, whatever stands above it. */
export const clickIn = async (actor: Actor, message: { channel: string; ts: string }, actionId: string) =>
  await actor.click({ action_id: actionId }, { type: 'message', channel_id: message.channel, message_ts: message.ts })

/** What somebody has asked for of a kind and nobody has decided, the newest. */
export const openOf = async (house: House, person: Person, kind: string): Promise<Change | undefined> =>
  (await house.world.store.openChanges(userOf(person))).find((change) => change.kind === kind)
