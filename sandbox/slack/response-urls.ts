import type { Clock } from '../clock.ts'
import type { Block } from '../protocol.ts'
import type { SlackWorld } from '../world.ts'
import type { Ids } from './ids.ts'
import { type JsonObject, textOf } from './json.ts'
import type { Messages, Posted } from './messages.ts'
import { checkMessage, faultMessages } from './rules.ts'
import type { Toasts } from './toasts.ts'

/** slack.md 2.3 */
const USES = 5
const LIFE_MS = 30 * 60_000

/** Where a command was typed or a message's button clicked: an answer goes there. */
export type Origin = {
  user: string
  channel: string
  /** the command line as typed */
  line?: string
  /** the message that was clicked */
  message?: Posted
}

/** What a `response_url` allows. */
export type ResponseUrls = {
  /** An absolute URL of ours, and its key for `reply`. */
  give(origin: Origin): { url: string; key: string }
  /** A message in the acknowledgement of a command; it is no use of the URL. Rule faults refuse it. */
  reply(key: string, message: JsonObject): { refused?: string[] }
  /** One POST to the URL: the HTTP status and text Slack answers. */
  use(key: string, message: unknown): { status: number; text: string }
}

type Deps = {
  world: SlackWorld
  clock: Clock
  ids: Ids
  messages: Messages
  toasts: Toasts
  base: () => string
}

type Given = Origin & { until: number; uses: number; echoed: boolean }

export const createResponseUrls = ({ world, clock, ids, messages, toasts, base }: Deps): ResponseUrls => {
  const given = new Map<string, Given>()

  const post = (one: Given, message: JsonObject) => {
    const open = message.response_type === 'in_channel'
    const only = open ? {} : { ephemeralTo: one.user }
    if (one.line !== undefined && !one.echoed) {
      one.echoed = true
      messages.post({ channel: one.channel, user: one.user, text: one.line, command: one.line, ...only })
    }
    const thread = textOf(message.thread_ts) ?? (open ? undefined : one.message?.thread_ts)
    messages.post({
      channel: one.channel,
      user: world.bot.user_id,
      text: textOf(message.text) ?? '',
      ...(Array.isArray(message.blocks) ? { blocks: message.blocks as Block[] } : {}),
      ...(thread === undefined ? {} : { thread_ts: thread }),
      ...only,
    })
  }

  /**
   * The message that `replace_original` and `delete_original` mean, if it is still there: the one that was clicked. A
   * command's URL has no original, and what it posted stays (slackapi/bolt-js#2287, slackapi/bolt-python#1268).
   */
  const original = (one: Given) => one.message && messages.find(one.message.channel, one.message.ts)

  const refusal = (message: JsonObject) => {
    const fault = checkMessage(message)
    return fault ? { code: fault.error, lines: faultMessages(fault.faults) } : undefined
  }

  return {
    give(origin) {
      for (const [old, { until }] of given) {
        if (until + LIFE_MS > clock.now()) break
        given.delete(old)
      }
      const key = ids.hex(12)
      given.set(key, { ...origin, until: clock.now() + LIFE_MS, uses: 0, echoed: false })
      return { key, url: `${base()}/response/${world.team.id}/${key}` }
    },
    reply(key, message) {
      const one = given.get(key)
      if (!one) throw new Error('no such response_url')
      const refused = refusal(message)
      if (refused) return { refused: [refused.code, ...refused.lines] }
      post(one, message)
      return {}
    },
    use(key, message) {
      const one = given.get(key)
      if (!one) return { status: 404, text: 'no_service' }
      if (clock.now() > one.until) return { status: 404, text: 'expired_url' }
      if (one.uses >= USES) return { status: 404, text: 'used_url' }
      if (typeof message !== 'object' || message === null || Array.isArray(message)) {
        return { status: 400, text: 'invalid_payload' }
      }
      one.uses += 1
      const body = message as JsonObject
      if (body.delete_original === true) {
        const meant = original(one)
        if (meant) messages.remove(meant)
        if (body.text === undefined && body.blocks === undefined) return { status: 200, text: 'ok' }
      }
      const refused = refusal(body)
      if (refused) {
        toasts.show(one.user, {
          level: 'warning',
          title: `Slack refused an answer of ${world.bot.name}: ${refused.code}`,
          detail: refused.lines.join('\n'),
        })
        return { status: 400, text: refused.code }
      }
      const meant = body.replace_original === true ? original(one) : undefined
      if (meant) {
        const blocks = Array.isArray(body.blocks) ? (body.blocks as Block[]) : undefined
        messages.change(meant, { text: textOf(body.text) ?? '', ...(blocks ? { blocks } : { blocks: [] }) })
      } else post(one, body)
      return { status: 200, text: 'ok' }
    },
  }
}
