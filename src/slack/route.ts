import type { ModalView } from '@slack/types'
import type { z } from 'zod'
import type { Message, Shown } from '../../views/kit/shown.ts'
import type { Belonging, Language, SlackUser } from '../domain/belonging/types.ts'
import type { Surface } from '../domain/change.ts'
import type { Lists } from '../domain/client/keep-lists.ts'
import type { Environment } from '../domain/client/types.ts'
import type { Deps } from '../domain/deps.ts'
import type { Action } from '../domain/may.ts'
import type { Memo } from '../domain/memo.ts'
import type { Logger } from '../log.ts'
import type { Text } from '../text/index.ts'
import type { Viewer } from '../viewer.ts'
import type { SlackApi } from './client.ts'
import type { Surfaces } from './surface.ts'
import type { Tell } from './tell/types.ts'

/**
 * How fresh the identity of who asks must be: `read` and `change` as in design section 2; `known` takes the stored
 * one however old, and passes over people whom the bot has never met (events about people who asked for nothing).
 */
export type Effect = 'read' | 'change' | 'known'

export type RouteKind = 'command' | 'action' | 'submit' | 'closed' | 'options' | 'event'

export type Option = { text: { type: 'plain_text'; text: string }; value: string }
export type OptionGroup = { label: { type: 'plain_text'; text: string }; options: Option[] }

/** The one acknowledgement of a request, within Slack's 3 seconds (slack.md 2.2 and 2.6). */
export type Ack =
  | { kind: 'empty' }
  /** private answer to a command */
  | { kind: 'message'; message: Message }
  /** field errors by block id; the modal stays with all that was typed */
  | { kind: 'errors'; errors: Record<string, string> }
  | { kind: 'update'; view: ModalView }
  | { kind: 'push'; view: ModalView }
  | { kind: 'clear' }
  | { kind: 'options'; options: Option[] }
  | { kind: 'groups'; groups: OptionGroup[] }

/**
 * What a handler gives back: the acknowledgement, and what remains to be done after it. `later` is finished even
 * when the process is asked to stop, and what it throws becomes an answer on the request's surface.
 */
export type Reply = { now: Ack; later?: () => Promise<void> }

/** Where a request came from, as much as handlers need. */
export type Door = 'command' | 'message' | 'modal' | 'home' | 'event'

/** The modal or Home that a click or submission came from. */
export type FromView = {
  id: string
  hash: string
  callbackId: string
  metadata: string
  values: ViewValues
  depth: number
}
export type ViewValues = Record<string, Record<string, { type: string; [key: string]: unknown }>>

/** What a handler is told. */
export type Ask<I = undefined> = {
  input: I
  viewer: Viewer
  t: Text
  door: Door
  /** names this very request: the same again has the same key, for `store.write({ once })` */
  once: string
  requestId: string
  log: Logger
  view: FromView | null
  /** where the answer of this request goes, to be stored with whatever takes longer */
  surface: Surface
  /** Opens a modal; on top of the one the request came from, where there is one. Needs the request's trigger. */
  open(view: ModalView): Promise<OpenedView>
  /** Shows a modal's content where the answer of this request goes: the same modal, message, or a direct message. */
  show(content: Shown, where?: Surface): Promise<Surface>
  /** Logs an error and shows it, in the person's words, where the answer would have gone. */
  fail(error: unknown, where: Surface): Promise<void>
}

export type OpenedView = { id: string; hash: string }

/** What every handler may use beside the domain's `Deps`. */
export type Services = Deps & {
  slack: SlackApi
  surfaces: Surfaces
  tell: Tell
  /** as chosen or by Slack's locale; the default for somebody whom the bot has not met */
  languageOf(user: SlackUser): Promise<Language>
  lists: Lists
  /** keeps what a view made of the same data */
  memo: Memo
  /** how somebody belongs, by an identity as fresh as a change needs; throws `slack-unavailable` */
  belonging(user: SlackUser): Promise<Belonging>
  serviceDeskMail: string
  /** where our pages are, without a slash at the end; null: links can't be made */
  publicUrl: string | null
  /** mail can be sent */
  mailOn: boolean
  /** where operators get cards; null: each of them gets them as a direct message */
  operationsChannel: string | null
  /** user ids that `OPERATORS` names */
  operators: readonly string[]
  /** the installed workspace's team */
  teamId(): Promise<string>
  defaultLanguage: 'nb' | 'en'
  /** Maskinporten's issuers, and ID-porten's: what a new client is pointed at */
  issuers: { maskinporten: Record<Environment, string> }
  /** environments with an admin client */
  environmentsOn: readonly Environment[]
  /** where things are done that a later version brings: addresses of pages, or a mail address */
  places: { contact: string; order: string; incident: string }
}

/**
 * One row of the routing table (design 1.2). `id` is `client list` for a command, an `action_id`, a `callback_id`
 * or an event type. `may` is asked before `run`; `effect` decides how fresh the identity must be.
 * `input` parses what the row takes: `CommandInput` for a command, the button's value (JSON) for an action, the
 * submitted values for a submit are read by the view itself.
 */
export type Route<I = unknown> = {
  kind: RouteKind
  id: string
  may: Action
  effect: Effect
  input: z.ZodType<I>
  run(ask: Ask<I>, services: Services): Promise<Reply>
}

/** Types a row so that `run` knows what `input` gives; the table itself forgets the parameter. */
export const route = <I>(row: Route<I>): Route => row as unknown as Route

export const empty: Ack = { kind: 'empty' }
