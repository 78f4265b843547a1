import type { Block, Message } from '../protocol.ts'
import type { SlackWorld } from '../world.ts'
import { withIds } from './elements.ts'
import type { Ids } from './ids.ts'
import type { JsonObject } from './json.ts'

export type Posted = {
  channel: string
  ts: string
  thread_ts?: string
  user: string
  text: string
  blocks?: Block[]
  metadata?: JsonObject
  /** seen by this person only */
  ephemeralTo?: string
  edited?: string
  broadcast?: boolean
  /** the command line a person typed, shown in place of the text */
  command?: string
}

export type MessageChange = Pick<Partial<Posted>, 'text' | 'blocks' | 'metadata'>

/** Every message of the workspace, with what each person has read. */
export type Messages = {
  post(message: Omit<Posted, 'ts'>): Posted
  change(message: Posted, change: MessageChange): void
  remove(message: Posted): void
  find(channel: string, ts: string): Posted | undefined
  /** All of a channel, oldest first, ephemeral ones of everybody included. */
  in(channel: string): readonly Posted[]
  /** What one person sees in a channel. */
  seenBy(userId: string, channel: string): Message[]
  unread(userId: string, channel: string): number
  read(userId: string, channel: string): void
  /** Slack's message object. */
  asMessage(message: Posted, withMetadata?: boolean): JsonObject
}

type Deps = { world: SlackWorld; ids: Ids; changed: () => void }

export const createMessages = ({ world, ids, changed }: Deps): Messages => {
  const byChannel = new Map<string, Posted[]>()
  const lastRead = new Map<string, string>()
  const list = (channel: string) => byChannel.get(channel) ?? []
  const maySee = (message: Posted, userId: string) =>
    message.ephemeralTo === undefined || message.ephemeralTo === userId
  const shown = (blocks: Block[] | undefined) => (blocks ? { blocks: withIds(blocks, () => ids.hex(3)) } : {})
  const replies = (message: Posted) =>
    list(message.channel).filter(
      (one) => one.thread_ts === message.ts && one.ts !== message.ts && one.ephemeralTo === undefined,
    ).length

  return {
    post(message) {
      const posted = { ...message, ...shown(message.blocks), ts: ids.ts() }
      byChannel.set(message.channel, [...list(message.channel), posted])
      if (message.user !== world.bot.user_id) lastRead.set(`${message.user} ${message.channel}`, posted.ts)
      changed()
      return posted
    },
    change(message, change) {
      Object.assign(message, change, shown(change.blocks))
      if (change.blocks?.length === 0) delete message.blocks
      message.edited = ids.ts()
      changed()
    },
    remove(message) {
      byChannel.set(
        message.channel,
        list(message.channel).filter((one) => one !== message),
      )
      changed()
    },
    find: (channel, ts) => list(channel).find((one) => one.ts === ts),
    in: list,
    seenBy: (userId, channel) =>
      list(channel)
        .filter((one) => maySee(one, userId))
        .map((one) => ({
          channel,
          ts: one.ts,
          ...(one.thread_ts === undefined ? {} : { thread_ts: one.thread_ts }),
          user: one.user,
          text: one.text,
          ...(one.blocks === undefined ? {} : { blocks: one.blocks }),
          ephemeral: one.ephemeralTo !== undefined,
          edited: one.edited !== undefined,
          reply_count: replies(one),
          ...(one.command === undefined ? {} : { command: one.command }),
        })),
    unread(userId, channel) {
      const since = lastRead.get(`${userId} ${channel}`) ?? ''
      return list(channel).filter(
        (one) =>
          one.ts > since &&
          one.user !== userId &&
          maySee(one, userId) &&
          (one.thread_ts === undefined || one.broadcast === true),
      ).length
    },
    read(userId, channel) {
      const last = list(channel).at(-1)
      if (!last || lastRead.get(`${userId} ${channel}`) === last.ts) return
      lastRead.set(`${userId} ${channel}`, last.ts)
      changed()
    },
    asMessage(message, withMetadata = false) {
      const byBot = message.user === world.bot.user_id
      return {
        type: 'message',
        user: message.user,
        ts: message.ts,
        text: message.text,
        team: world.team.id,
        ...(byBot ? { bot_id: world.bot.bot_id, app_id: world.bot.app_id } : {}),
        ...(message.thread_ts === undefined ? {} : { thread_ts: message.thread_ts }),
        ...(replies(message) > 0 ? { reply_count: replies(message), thread_ts: message.ts } : {}),
        ...(message.blocks === undefined ? {} : { blocks: message.blocks }),
        ...(message.edited === undefined ? {} : { edited: { user: message.user, ts: message.edited } }),
        ...(withMetadata && message.metadata ? { metadata: message.metadata } : {}),
      }
    },
  }
}
