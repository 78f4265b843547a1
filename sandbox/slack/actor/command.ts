import { isObject } from '../json.ts'
import type { Outcome } from '../outcome.ts'
import { type ActorDeps, type Hand, nothingSent } from './deps.ts'
import { sendAs, teamOf } from './sender.ts'

type Deps = Pick<
  ActorDeps,
  'world' | 'manifest' | 'people' | 'channels' | 'triggers' | 'toasts' | 'responseUrls' | 'courier'
>

/** Mentions and links as Slack writes them for a command with `should_escape` (slack.md 2.1). */
const escaped = ({ people, channels }: Pick<Deps, 'people' | 'channels'>, text: string): string =>
  text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/\bhttps?:\/\/\S+/g, (url) => `<${url}>`)
    .replace(/[^\s@:/<|]+@[\w.-]+\.\w+/g, (address) => `<mailto:${address}|${address}>`)
    .replace(/(^|\s)@([\p{L}\d._-]+)/gu, (whole, before: string, name: string) => {
      const person = people.all().find((one) => one.handle === name)
      return person ? `${before}<@${person.id}|${person.handle}>` : whole
    })
    .replace(/(^|\s)#([\p{L}\d_-]+)/gu, (whole, before: string, name: string) => {
      const place = channels.all().find((one) => one.kind !== 'app' && one.name === name)
      return place ? `${before}<#${place.id}|${place.kind === 'channel' ? place.name : ''}>` : whole
    })

/**
 * A slash command as the person typed it, sent to the bot if it is one of its own.
 * @throws Error when the person cannot see the channel
 */
export const runCommand = async (
  deps: Deps,
  hand: Hand,
  line: string,
  channelId: string,
  thread?: string,
): Promise<Outcome> => {
  const { world, manifest, people, channels, triggers, toasts, responseUrls } = deps
  const typed = line.trim()
  const space = typed.search(/\s/)
  const command = space < 0 ? typed : typed.slice(0, space)
  const text = space < 0 ? '' : typed.slice(space + 1).trim()
  const tell = (title: string, detail?: string) =>
    toasts.show(hand.userId, { level: 'error', title, ...(detail ? { detail } : {}) })

  const known = manifest.features.slash_commands.find((one) => one.command === command)
  if (!known) return nothingSent({ toast: tell(`${command} is not a valid command`) })
  if (thread) return nothingSent({ toast: tell(`${command} is not supported in threads. Sorry!`) })
  const place = channels.find(channelId)
  if (!place?.members.has(hand.userId)) throw new Error(`${hand.userId} is not in ${channelId}`)

  const person = people.get(hand.userId)
  const team = teamOf(deps, person)
  const { url, key } = responseUrls.give({ user: person.id, channel: place.id, line: typed })
  const { answer, refusal } = await sendAs(deps, hand, 'command', {
    token: 'sandbox',
    team_id: team.id,
    team_domain: team.domain,
    channel_id: place.id,
    channel_name: channels.spokenName(place),
    user_id: person.id,
    user_name: person.handle,
    command,
    text: known.should_escape ? escaped(deps, text) : text,
    api_app_id: world.bot.app_id,
    is_enterprise_install: 'false',
    response_url: url,
    trigger_id: triggers.give(person.id),
  })
  const outcome = { status: answer.status, body: answer.body, ms: answer.ms }
  if (refusal) {
    return { ...outcome, toast: tell(`${command} failed with the error "${refusal}"`, detailOf(answer.status)) }
  }
  const message = typeof answer.body === 'string' ? { text: answer.body } : answer.body
  if (!isObject(message) || (message.text === '' && !message.blocks) || Object.keys(message).length === 0)
    return outcome
  const { refused } = responseUrls.reply(key, message)
  if (!refused) return outcome
  return { ...outcome, toast: tell(`${command} failed with the error "${refused[0]}"`, refused.slice(1).join('\n')) }
}

const detailOf = (status: number) => (status === 0 ? undefined : `HTTP ${status}`)
