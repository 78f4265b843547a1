import type { Block } from '../../protocol.ts'
import { ApiError } from '../api-error.ts'
import type { Place } from '../channels.ts'
import { isObject, type JsonObject, textOf } from '../json.ts'
import type { Posted } from '../messages.ts'
import { checkMessage, faultMessages } from '../rules.ts'
import { type ApiDeps, type Args, isTrue, type Method, noScope } from './method.ts'

type Deps = Pick<ApiDeps, 'world' | 'manifest' | 'people' | 'channels' | 'messages' | 'granted' | 'base'>

/** Slack's own text is cut here rather than refused (slack.md 1.1). */
const TEXT_CUT = 40_000

/** The error of slack.md 1.6 when the rules refuse the message. */
const refuseFaulty = (args: Args, update: boolean): void => {
  const fault = checkMessage(args, { update })
  if (!fault) return
  const lines = faultMessages(fault.faults)
  if (lines.length === 0) throw new ApiError(fault.error)
  const errors = lines.map((line) => line.replace(/^\[ERROR\] /, ''))
  throw new ApiError(fault.error, { errors, response_metadata: { messages: lines } })
}

const metadataOf = (args: Args): { metadata?: JsonObject } => {
  if (args.metadata === undefined) return {}
  if (!isObject(args.metadata)) throw new ApiError('invalid_metadata_format')
  if (Object.keys(args.metadata).length === 0) return { metadata: {} }
  const { event_type, event_payload } = args.metadata
  if (typeof event_type !== 'string' || !isObject(event_payload)) throw new ApiError('invalid_metadata_schema')
  return { metadata: args.metadata }
}

const blocksOf = (args: Args): { blocks?: Block[] } =>
  Array.isArray(args.blocks) ? { blocks: args.blocks as Block[] } : {}

/** `chat.postMessage`, `.update`, `.delete`, `.postEphemeral`, `.getPermalink`. */
export const chatMethods = ({ world, manifest, people, channels, messages, granted, base }: Deps): Method[] => {
  const chatWrite = () => ['chat:write']

  /** @throws ApiError `channel_not_found`, `not_in_channel` */
  const writable = (args: Args, publicToo: boolean): Place => {
    const id = String(args.channel ?? '')
    const person = people.find(id)
    if (person?.kind === 'deactivated' || person?.kind === 'stranger') throw new ApiError('channel_not_found')
    const place = person ? channels.directWith(person.id) : channels.find(id)
    if (!place || (place.kind !== 'channel' && !channels.hasBot(place))) throw new ApiError('channel_not_found')
    if (place.kind === 'app' && !manifest.features.app_home.messages_tab_enabled) {
      throw new ApiError('messages_tab_disabled')
    }
    if (!channels.hasBot(place) && !(publicToo && granted.has('chat:write.public'))) {
      throw new ApiError('not_in_channel')
    }
    return place
  }

  /** The thread to answer in. @throws ApiError `cannot_reply_to_message` */
  const threadOf = (args: Args, place: Place): { thread_ts?: string } => {
    const ts = textOf(args.thread_ts)
    if (!ts) return {}
    const root = messages.find(place.id, ts)
    if (!root || root.ephemeralTo !== undefined) throw new ApiError('cannot_reply_to_message')
    return { thread_ts: root.thread_ts ?? root.ts }
  }

  /** The bot's own message. @throws ApiError `channel_not_found`, `message_not_found`, or `notMine` */
  const ownMessage = (args: Args, notMine: string): Posted => {
    const place = channels.find(String(args.channel ?? ''))
    if (!place || (place.kind !== 'channel' && !channels.hasBot(place))) throw new ApiError('channel_not_found')
    const message = messages.find(place.id, String(args.ts ?? ''))
    if (!message || message.ephemeralTo !== undefined) throw new ApiError('message_not_found')
    if (message.user !== world.bot.user_id) throw new ApiError(notMine)
    return message
  }

  return [
    {
      name: 'chat.postMessage',
      tier: 'message',
      token: 'bot',
      scopes: chatWrite,
      run: (args) => {
        const place = writable(args, true)
        refuseFaulty(args, false)
        const message = messages.post({
          channel: place.id,
          user: world.bot.user_id,
          text: (textOf(args.text) ?? '').slice(0, TEXT_CUT),
          ...blocksOf(args),
          ...threadOf(args, place),
          ...metadataOf(args),
          ...(isTrue(args.reply_broadcast) ? { broadcast: true } : {}),
        })
        return { channel: place.id, ts: message.ts, message: messages.asMessage(message, true) }
      },
    },
    {
      name: 'chat.update',
      tier: 3,
      token: 'bot',
      scopes: chatWrite,
      run: (args) => {
        const message = ownMessage(args, 'cant_update_message')
        refuseFaulty(args, true)
        const text = textOf(args.text)
        messages.change(message, { ...(text === undefined ? {} : { text }), ...blocksOf(args), ...metadataOf(args) })
        return {
          channel: message.channel,
          ts: message.ts,
          text: message.text,
          message: messages.asMessage(message, true),
        }
      },
    },
    {
      name: 'chat.delete',
      tier: 3,
      token: 'bot',
      scopes: chatWrite,
      run: (args) => {
        const message = ownMessage(args, 'cant_delete_message')
        messages.remove(message)
        return { channel: message.channel, ts: message.ts }
      },
    },
    {
      name: 'chat.postEphemeral',
      tier: 4,
      token: 'bot',
      scopes: chatWrite,
      run: (args) => {
        const place = writable(args, false)
        const user = String(args.user ?? '')
        if (!place.members.has(user)) throw new ApiError('user_not_in_channel')
        refuseFaulty(args, false)
        const message = messages.post({
          channel: place.id,
          user: world.bot.user_id,
          text: textOf(args.text) ?? '',
          ephemeralTo: user,
          ...blocksOf(args),
          ...threadOf(args, place),
        })
        return { message_ts: message.ts }
      },
    },
    {
      name: 'chat.getPermalink',
      tier: 'special',
      token: 'bot',
      scopes: noScope,
      run: (args) => {
        const place = channels.find(String(args.channel ?? ''))
        if (!place) throw new ApiError('channel_not_found')
        const message = messages.find(place.id, String(args.message_ts ?? ''))
        if (!message) throw new ApiError('message_not_found')
        const thread = message.thread_ts ? `?thread_ts=${message.thread_ts}&cid=${place.id}` : ''
        const permalink = `${base()}/archives/${place.id}/p${message.ts.replace('.', '')}${thread}`
        return { channel: place.id, permalink }
      },
    },
  ]
}
