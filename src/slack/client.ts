import type { HomeView, ModalView } from '@slack/types'
import { LogLevel, type Logger as SlackLogger, WebClient } from '@slack/web-api'
import { z } from 'zod'
import type { Message } from '../../views/kit/shown.ts'
import type { ChannelFacts } from '../domain/belonging/set-channel.ts'
import type { SlackPerson, SlackUser } from '../domain/belonging/types.ts'
import { within } from '../domain/patience.ts'
import { AppError, isAppError } from '../errors.ts'
import type { Logger } from '../log.ts'
import { personOf, userAnswer } from './person.ts'
import type { OpenedView } from './route.ts'
import { codeOf, translate } from './slack-faults.ts'

/** The Web API calls that the bot makes, each with the scope it needs (manifest.yml names the same). */
export type SlackApi = {
  /** auth.test: does the token work, and which scopes has it? Throws `slack-unavailable` or `slack-refused`. */
  whoAmI(): Promise<{ teamId: string; botUserId: string; scopes: string[] }>
  /** the installed workspace's team, asked once; throws as `whoAmI` */
  teamId(): Promise<string>
  /** users.info (users:read, users:read.email) */
  person(user: SlackUser): Promise<SlackPerson>
  openView(triggerId: string, view: ModalView): Promise<OpenedView>
  pushView(triggerId: string, view: ModalView): Promise<OpenedView>
  /** throws `view-gone` when it was closed or is newer than `hash` */
  updateView(viewId: string, view: ModalView, hash?: string | null): Promise<OpenedView>
  publishHome(user: SlackUser, view: HomeView): Promise<void>
  /** chat.postMessage (chat:write); a user id as channel is the person's direct messages */
  post(
    channel: string,
    message: Pick<Message, 'text'> & Partial<Message>,
    threadTs?: string,
  ): Promise<{ channel: string; ts: string }>
  update(channel: string, ts: string, message: Message): Promise<void>
  /** users.lookupByEmail (users:read.email): whose address it is in this workspace; null: nobody's */
  userByEmail(email: string): Promise<SlackUser | null>
  /** conversations.info (channels:read, groups:read); null: none, or a private one that the bot is not in */
  conversationInfo(channel: string): Promise<ChannelFacts | null>
}

/** The SDK's logger, as ours: what it logs at debug holds whole requests, so that goes nowhere. */
export const sdkLogger = (log: Logger): SlackLogger => ({
  debug() {},
  info() {},
  warn: (...parts: unknown[]) => log.debug({ system: 'slack' }, parts.map(String).join(' ')),
  error: (...parts: unknown[]) => log.debug({ system: 'slack' }, parts.map(String).join(' ')),
  setLevel() {},
  getLevel: () => LogLevel.WARN,
  setName() {},
})

/** How long users.info may take, its repeat included, ms: it stands before acknowledgements, for which Slack waits 3 s. */
const personPatience = 1_200
/** How long of it may go to learning which workspace this is, ms. */
const homePatience = 800

const viewAnswer = z.object({ view: z.object({ id: z.string(), hash: z.string() }) })
const tokenAnswer = z.object({
  team_id: z.string(),
  user_id: z.string(),
  // the SDK puts the header x-oauth-scopes here
  response_metadata: z.object({ scopes: z.array(z.string()).default([]) }).default({ scopes: [] }),
})
// Slack leaves out what does not apply to a kind of conversation
const flag = z.boolean().default(false)
const conversationAnswer = z.object({
  channel: z
    .object({
      is_im: flag,
      is_mpim: flag,
      is_archived: flag,
      is_ext_shared: flag,
      is_pending_ext_shared: flag,
      is_member: flag,
    })
    .transform((told) => ({
      channel: !told.is_im && !told.is_mpim,
      archived: told.is_archived,
      outsiders: told.is_ext_shared || told.is_pending_ext_shared,
      member: told.is_member,
    })),
})
const userAtAnswer = z.object({
  user: z.object({
    id: z.string(),
    team_id: z.string().default(''),
    deleted: z.boolean().default(false),
    is_bot: z.boolean().default(false),
  }),
})
const postAnswer = z.object({ channel: z.string(), ts: z.string() })

/**
 * The one Web API client. Every call has a time-out and at most one repeat, because most of them have a person
 * waiting; a 429 is given back at once and never stops the others.
 */
export const createSlackApi = (options: {
  token: string
  apiUrl: string
  log: Logger
  now(): number
  timeoutMs?: number
}): SlackApi => {
  const settings = {
    slackApiUrl: options.apiUrl,
    timeout: options.timeoutMs ?? 2_500,
    retryConfig: { retries: 1, minTimeout: 100, maxTimeout: 300 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
    logger: sdkLogger(options.log),
  }
  const client = new WebClient(options.token, settings)
  /** For what needs a trigger: it is good for one call, so a repeat would be told that the first one used it up. */
  const once = new WebClient(options.token, { ...settings, retryConfig: { retries: 0 } })
  const call = async <T>(
    method: string,
    schema: z.ZodType<T>,
    args: Record<string, unknown>,
    by = client,
  ): Promise<T> => {
    try {
      return schema.parse(await by.apiCall(method, args))
    } catch (error) {
      throw error instanceof z.ZodError
        ? new AppError(
            'slack-unavailable',
            `Slack's ${method} answered in an unknown shape`,
            { system: 'slack' },
            error,
          )
        : translate(method, error)
    }
  }
  const opened = async (method: string, args: Record<string, unknown>, by = client) =>
    (await call(method, viewAnswer, args, by)).view
  // a token is one workspace's for good
  let home: string | undefined
  let asking: Promise<unknown> | undefined
  const whoAmI = async () => {
    const answer = await call('auth.test', tokenAnswer, {})
    home = answer.team_id
    return { teamId: answer.team_id, botUserId: answer.user_id, scopes: answer.response_metadata.scopes }
  }
  /** The installed workspace's team; the request's own while Slack has never told. Many ask at once after a start. */
  const homeOr = async (requestTeam: string): Promise<string> => {
    if (home !== undefined) return home
    asking ??= whoAmI().finally(() => {
      asking = undefined
    })
    await within(asking, homePatience).catch(() => undefined)
    return home ?? requestTeam
  }
  return {
    whoAmI,
    teamId: async () => home ?? (await whoAmI()).teamId,
    async person(user) {
      // before the asking: what Slack tells of a change meanwhile is newer than the answer
      const askedAt = options.now()
      const asked = Promise.all([
        call('users.info', userAnswer, { user: user.userId, include_locale: true }),
        homeOr(user.teamId),
      ])
      const waited = await within(asked, personPatience)
      if (!waited.done)
        throw new AppError('slack-unavailable', `Slack gave no answer in ${personPatience} ms`, { system: 'slack' })
      const [answer, team] = waited.value
      return personOf(answer, user, team, askedAt)
    },
    openView: (triggerId, view) => opened('views.open', { trigger_id: triggerId, view }, once),
    pushView: (triggerId, view) => opened('views.push', { trigger_id: triggerId, view }, once),
    updateView: (viewId, view, hash) => opened('views.update', { view_id: viewId, view, ...(hash ? { hash } : {}) }),
    async publishHome(user, view) {
      await call('views.publish', z.unknown(), { user_id: user.userId, view })
    },
    post: (channel, message, threadTs) =>
      call('chat.postMessage', postAnswer, {
        channel,
        ...message,
        unfurl_links: false,
        unfurl_media: false,
        ...(threadTs ? { thread_ts: threadTs } : {}),
      }),
    async update(channel, ts, message) {
      await call('chat.update', z.unknown(), { channel, ts, ...message })
    },
    async userByEmail(email) {
      try {
        const { user } = await call('users.lookupByEmail', userAtAnswer, { email })
        return user.deleted || user.is_bot ? null : { teamId: await homeOr(user.team_id), userId: user.id }
      } catch (error) {
        if (isAppError(error, 'slack-refused') && codeOf(error.cause) === 'users_not_found') return null
        throw error
      }
    },
    async conversationInfo(channel) {
      try {
        return (await call('conversations.info', conversationAnswer, { channel })).channel
      } catch (error) {
        if (isAppError(error, 'view-gone')) return null
        throw error
      }
    },
  }
}
