import type { Channel } from '../domain/delivery/message.ts'
import type { SlackSender } from '../domain/delivery/slack.ts'

const minute = 60_000

/** Messages a minute in the whole workspace, of the several hundred that Slack takes (slack.md 4.1). */
export const workspaceMessagesPerMinute = 300
/** Slack takes about one a second in one conversation, and forgives a few at once (slack.md 4.1). */
const conversationEveryMs = 1_000
/** Posts under way at once; one takes a fraction of a second, and five of them begin in a second. */
const connections = 5
/** Between two machines' clocks; from so long before it was due on a row's message is looked for, ms. */
const skew = 10 * minute

/**
 * The way out by Slack: to a person's direct messages (by user id) or a channel. The limits are of one workspace, which
 * a bot token is for.
 */
export const createSlackChannel = (options: {
  slack: SlackSender
  messagesPerMinute?: number
  conversationEveryMs?: number
}): Channel => {
  const { slack, messagesPerMinute = workspaceMessagesPerMinute } = options
  const addressEveryMs = options.conversationEveryMs ?? conversationEveryMs
  return {
    connections,
    rate: { key: 'slack chat.postMessage', everyMs: Math.ceil(minute / messagesPerMinute), addressEveryMs },
    async send({ id, address }, content) {
      if (!('slack' in content)) return { sent: false, lost: 'permanent', code: null, reason: 'not-a-message' }
      return slack.post(address, content.slack, id)
    },
    // no attempt was made before it was due
    find: ({ id, address, dueAt }) => slack.find(address, id, Math.max(0, dueAt - skew)),
  }
}
