import { ApiError } from '../api-error.ts'
import type { Place } from '../channels.ts'
import type { Posted } from '../messages.ts'
import { type ApiDeps, type Args, isTrue, type Method } from './method.ts'
import { pageOf } from './page.ts'

type Deps = Pick<ApiDeps, 'people' | 'channels' | 'messages'>

const family = { channel: 'channels', private: 'groups', app: 'im' } as const

const readTypes: Record<string, { kind: Place['kind'] | undefined; scope: string }> = {
  public_channel: { kind: 'channel', scope: 'channels:read' },
  private_channel: { kind: 'private', scope: 'groups:read' },
  im: { kind: 'app', scope: 'im:read' },
  mpim: { kind: undefined, scope: 'mpim:read' },
}

const typesOf = (args: Args) => {
  const types = typeof args.types === 'string' && args.types !== '' ? args.types : 'public_channel'
  return types.split(',').map((one) => one.trim())
}

/** `conversations.open`, `.info`, `.list`, `.members`, `.history`, `.replies`. */
export const conversationMethods = ({ people, channels, messages }: Deps): Method[] => {
  /** @throws ApiError `channel_not_found`, also for private channels the bot is not in */
  const placeOf = (args: Args): Place => {
    const place = channels.find(String(args.channel ?? ''))
    if (!place || (place.kind !== 'channel' && !channels.hasBot(place))) throw new ApiError('channel_not_found')
    return place
  }
  const scopeFor = (what: 'read' | 'history') => (args: Args) => {
    const place = channels.find(String(args.channel ?? ''))
    return place
      ? [`${family[place.kind]}:${what}`]
      : ['channels', 'groups', 'im', 'mpim'].map((one) => `${one}:${what}`)
  }
  const page = (all: readonly Posted[], args: Args) => {
    const { items, next, more } = pageOf(all, args, 100, 999)
    return {
      messages: items.map((one) => messages.asMessage(one, isTrue(args.include_all_metadata))),
      has_more: more,
      response_metadata: { next_cursor: next },
    }
  }
  /** What the bot may read of a channel, with `oldest`, `latest` and `inclusive`. */
  const readable = (args: Args) => {
    const place = placeOf(args)
    if (!channels.hasBot(place)) throw new ApiError('not_in_channel')
    const oldest = String(args.oldest ?? '0')
    const latest = String(args.latest ?? '9')
    const ends = isTrue(args.inclusive)
    return messages
      .in(place.id)
      .filter((one) => one.ephemeralTo === undefined)
      .filter((one) => (ends ? one.ts >= oldest && one.ts <= latest : one.ts > oldest && one.ts < latest))
  }

  return [
    {
      name: 'conversations.open',
      tier: 3,
      token: 'bot',
      scopes: (args) => [String(args.users ?? '').includes(',') ? 'mpim:write' : 'im:write'],
      run: (args) => {
        if (args.channel) return { channel: channels.asConversation(placeOf(args)) }
        const users = String(args.users ?? '')
          .split(',')
          .filter((id) => id !== '')
        if (users.length === 0) throw new ApiError('users_list_not_supplied')
        if (users.length > 1) throw new ApiError(users.length > 8 ? 'too_many_users' : 'invalid_user_combination')
        const person = people.find(users[0] ?? '')
        if (!person) throw new ApiError('user_not_found')
        if (person.kind === 'deactivated') throw new ApiError('user_disabled')
        if (person.kind === 'stranger') throw new ApiError('user_not_visible')
        const place = channels.directWith(person.id)
        return {
          channel: isTrue(args.return_im) ? channels.asConversation(place) : { id: place.id },
          already_open: true,
        }
      },
    },
    {
      name: 'conversations.info',
      tier: 3,
      token: 'bot',
      scopes: scopeFor('read'),
      run: (args) => ({ channel: channels.asConversation(placeOf(args), isTrue(args.include_num_members)) }),
    },
    {
      name: 'conversations.list',
      tier: 2,
      token: 'bot',
      scopes: (args) => typesOf(args).flatMap((type) => readTypes[type]?.scope ?? []),
      run: (args) => {
        const types = typesOf(args)
        if (types.some((type) => !readTypes[type])) throw new ApiError('invalid_types')
        const kinds = types.map((type) => readTypes[type]?.kind)
        const seen = channels
          .all()
          .filter((place) => kinds.includes(place.kind) && (place.kind === 'channel' || channels.hasBot(place)))
        const { items, next } = pageOf(seen, args, 100, 999)
        return {
          channels: items.map((place) => channels.asConversation(place, true)),
          response_metadata: { next_cursor: next },
        }
      },
    },
    {
      name: 'conversations.members',
      tier: 4,
      token: 'bot',
      scopes: scopeFor('read'),
      run: (args) => {
        const { items, next } = pageOf([...placeOf(args).members], args, 100, 999)
        return { members: items, response_metadata: { next_cursor: next } }
      },
    },
    {
      name: 'conversations.history',
      tier: 3,
      token: 'bot',
      scopes: scopeFor('history'),
      run: (args) => {
        const top = readable(args).filter((one) => one.thread_ts === undefined || one.broadcast === true)
        return page(top.reverse(), args)
      },
    },
    {
      name: 'conversations.replies',
      tier: 3,
      token: 'bot',
      scopes: scopeFor('history'),
      run: (args) => {
        const root = messages.find(placeOf(args).id, String(args.ts ?? ''))
        if (!root) throw new ApiError('thread_not_found')
        const thread = readable(args).filter((one) => one.ts === root.ts || one.thread_ts === root.ts)
        return page(thread, args)
      },
    },
  ]
}
