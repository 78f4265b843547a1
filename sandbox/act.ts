import { z } from 'zod'
import { altinnWishSchema } from './altinn/wish-schema.ts'
import { answerSchema } from './brreg/answer-schema.ts'
import type { Post } from './mailbox/post.ts'
import type { Modes } from './modes.ts'
import type { OrderPlaces } from './order-places.ts'
import type { Act, ActAnswer, ActRequest } from './protocol.ts'
import type { Workspace } from './slack/workspace.ts'

const json: z.ZodType<unknown> = z.json()
const values = z.record(z.string(), z.record(z.string(), z.looseObject({ type: z.string() }).catchall(json)))
const container = z.discriminatedUnion('type', [
  z.object({ type: z.literal('message'), channel_id: z.string(), message_ts: z.string() }),
  z.object({ type: z.literal('view'), view_id: z.string() }),
])
const action = z.looseObject({ action_id: z.string(), block_id: z.string(), type: z.string() }).catchall(json)
const httpModes = ['slow', 'failing', 'silent', 'rate-limited', 'html', 'cutting', 'rejecting', 'gone'] as const
const mode = z.enum(['well', ...httpModes, 'refusing', 'returning'])

const act = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('send'),
    channel: z.string(),
    text: z.string().min(1).max(12_000),
    thread_ts: z.string().optional(),
  }),
  z.object({ type: z.literal('click'), container, action, values: values.optional() }),
  z.object({ type: z.literal('submit'), view_id: z.string(), values }),
  z.object({ type: z.literal('close'), view_id: z.string(), all: z.boolean().optional() }),
  z.object({ type: z.literal('home') }),
  z.object({ type: z.literal('read'), channel: z.string() }),
  z.object({ type: z.literal('dismiss'), toast: z.string() }),
  z.object({ type: z.literal('mode'), system: z.string(), mode }),
  z.object({ type: z.literal('read-mail'), mail: z.string() }),
  z.object({ type: z.literal('reply-mail'), mail: z.string(), text: z.string().trim().min(1).max(20_000) }),
  z.object({ type: z.literal('brreg'), order: z.string().max(20), answer: answerSchema }),
  z.object({ type: z.literal('altinn'), environment: z.enum(['test', 'prod']), wish: altinnWishSchema }),
  z.object({ type: z.literal('mail-trouble'), to: z.string().trim().min(3).max(254), mode }),
  z.object({
    type: z.literal('suggest'),
    container,
    block_id: z.string(),
    action_id: z.string(),
    value: z.string().max(3000),
  }),
])

const request = z.object({ as: z.string(), act })

/**
 * The browser's request, checked.
 * @throws ZodError
 */
export const parseActRequest = (raw: unknown): ActRequest => request.parse(raw) as ActRequest

/**
 * Carries out what the person did. How the bot took it is seen in the stream, toasts included.
 * @throws Error for what the person cannot do, such as a click in a closed modal
 */
export const carryOut = async (
  { workspace, modes, post, places }: { workspace: Workspace; modes: Modes; post: Post; places: OrderPlaces },
  as: string,
  act: Act,
): Promise<ActAnswer> => {
  const actor = workspace.as(as)
  switch (act.type) {
    case 'send':
      await actor.send(act.channel, act.text, act.thread_ts)
      break
    case 'click':
      await actor.click(act.action, act.container, act.values)
      break
    case 'submit':
      await actor.submit(act.values, act.view_id)
      break
    case 'close':
      await actor.close(act.view_id, act.all)
      break
    case 'home':
      await actor.openHome()
      break
    case 'read':
      actor.read(act.channel)
      break
    case 'dismiss':
      actor.dismiss(act.toast)
      break
    case 'mode':
      modes.set(act.system, act.mode)
      break
    case 'read-mail':
      post.read(as, act.mail)
      break
    case 'reply-mail':
      await post.reply(actor.desk().me, act.mail, act.text)
      break
    case 'mail-trouble':
      post.trouble(act.to, act.mode)
      break
    case 'brreg':
    case 'altinn':
      await places.act(as, act)
      break
    case 'suggest':
      return { ok: true, ...(await actor.suggest(act.block_id, act.action_id, act.value, act.container)) }
  }
  return { ok: true }
}
