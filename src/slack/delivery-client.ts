import { WebClient } from '@slack/web-api'
import { z } from 'zod'
import type { Found } from '../domain/delivery/message.ts'
import type { SlackSender } from '../domain/delivery/slack.ts'
import type { Logger } from '../log.ts'
import { sdkLogger } from './client.ts'
import { lostBy } from './send-outcome.ts'

/** `event_type` of what stands in `deliveries`; its payload is the row's id, which tells nobody anything. */
export const deliveryEvent = 'portvakt_delivery'

/** A page of history, and how many pages are read before it is left untold. */
const pageSize = 200
const mostPages = 5

const posted = z.object({ channel: z.string(), ts: z.string() })
const opened = z.object({ channel: z.object({ id: z.string() }) })
const history = z.object({
  messages: z.array(
    z.object({
      ts: z.string(),
      metadata: z
        .object({ event_type: z.string(), event_payload: z.object({ id: z.unknown() }) })
        .optional()
        // somebody else's
        .catch(undefined),
    }),
  ),
  response_metadata: z.object({ next_cursor: z.string().default('') }).default({ next_cursor: '' }),
})

/**
 * Slack for deliveries, which nobody waits for: a client of its own without repeats, so that every attempt is one the
 * store knows of, and with a time-out after which the answer counts as lost. chat.postMessage (chat:write),
 * conversations.open (im:write), conversations.history (im:history).
 *
 * @param timeoutMs of one call
 */
export const createSlackSender = (options: {
  token: string
  apiUrl: string
  log: Logger
  timeoutMs?: number
}): SlackSender => {
  const client = new WebClient(options.token, {
    slackApiUrl: options.apiUrl,
    timeout: options.timeoutMs ?? 15_000,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
    logger: sdkLogger(options.log),
  })

  /** Direct messages have an id of their own, which history asks for. */
  const conversationOf = async (address: string): Promise<string> =>
    /^[UW]/.test(address)
      ? opened.parse(await client.apiCall('conversations.open', { users: address })).channel.id
      : address

  const search = async (address: string, id: string, since: number): Promise<Found> => {
    const channel = await conversationOf(address)
    const asked = { channel, oldest: (since / 1_000).toFixed(6), include_all_metadata: true, limit: pageSize }
    let cursor = ''
    for (let page = 0; page < mostPages; page += 1) {
      const answer = await client.apiCall('conversations.history', { ...asked, ...(cursor && { cursor }) })
      const { messages, response_metadata } = history.parse(answer)
      const there = messages.find(
        ({ metadata }) => metadata?.event_type === deliveryEvent && metadata.event_payload.id === id,
      )
      if (there) return { is: 'there', posted: { channel, ts: there.ts } }
      cursor = response_metadata.next_cursor
      if (cursor === '') return { is: 'absent' }
    }
    return { is: 'unclear' }
  }

  return {
    async post(address, { text, blocks }, id) {
      try {
        const metadata = { event_type: deliveryEvent, event_payload: { id } }
        const said = { channel: address, text, blocks, metadata, unfurl_links: false, unfurl_media: false }
        return { sent: true, posted: posted.parse(await client.apiCall('chat.postMessage', said)) }
      } catch (error) {
        return lostBy(error)
      }
    },
    async find(address, id, since) {
      try {
        return await search(address, id, since)
      } catch (error) {
        // one that is gone, or closed to the bot, tells nothing; all else may be asked for later
        const { lost } = lostBy(error)
        return { is: lost === 'permanent' ? 'unclear' : 'not-now' }
      }
    },
  }
}
