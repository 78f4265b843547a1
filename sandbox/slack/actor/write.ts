import type { Outcome } from '../outcome.ts'
import { type ActorDeps, type Hand, nothingSent } from './deps.ts'

const eventOf = { channel: 'message.channels', private: 'message.groups', app: 'message.im' } as const
const channelType = { channel: 'channel', private: 'group', app: 'im' } as const

/**
 * A message of the person's own, in a channel or to the bot; the bot hears of it where it subscribes and is a member.
 * @throws Error when the person cannot write there
 */
export const writeMessage = async (
  deps: Pick<ActorDeps, 'world' | 'manifest' | 'channels' | 'messages' | 'toasts' | 'events'>,
  hand: Hand,
  channelId: string,
  text: string,
  thread?: string,
): Promise<Outcome> => {
  const { world, manifest, channels, messages, toasts, events } = deps
  const place = channels.find(channelId)
  if (!place?.members.has(hand.userId)) throw new Error(`${hand.userId} is not in ${channelId}`)
  if (place.kind === 'app' && manifest.features.app_home.messages_tab_read_only_enabled) {
    const title = 'Sending messages to this app has been turned off.'
    return nothingSent({ toast: toasts.show(hand.userId, { level: 'info', title }) })
  }
  const root = thread ? messages.find(channelId, thread) : undefined
  if (thread && !root) throw new Error('that thread is gone')
  const message = messages.post({
    channel: channelId,
    user: hand.userId,
    text,
    ...(root ? { thread_ts: root.thread_ts ?? root.ts } : {}),
  })
  if (channels.hasBot(place)) {
    const event = { ...messages.asMessage(message), channel: channelId, channel_type: channelType[place.kind] }
    await events.send(eventOf[place.kind], { ...event, type: 'message' })
    if (text.includes(`<@${world.bot.user_id}>`)) await events.send('app_mention', { ...event, type: 'app_mention' })
  }
  return nothingSent({ status: 200 })
}
