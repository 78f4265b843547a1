/**
 * What the sandbox's server and its browser code say to each other. Types only, so that both projects can read it.
 *
 * The browser is one person of the workspace at a time. It reads `GET /api/world` once, follows
 * `GET /api/stream?as=<user id>` (server-sent events, each `data:` a whole `Desk`), and acts by
 * `POST /api/act` with an `Act`, answered by an `ActAnswer`.
 *
 * Blocks, views and messages travel as the bot sent them (Slack's JSON), never interpreted on the way.
 */

import type { AltinnWish, DeskAltinn } from './altinn/told.ts'
import type { Answer, DeskBrreg, RegisterAccess } from './brreg/told.ts'
import type { RegisterExample } from './enhetsregisteret/examples.ts'
import type { DeskMail } from './mailbox/told.ts'

export type { AltinnDesk, AltinnWish, DeskAltinn } from './altinn/told.ts'
export type * from './brreg/told.ts'
export type { RegisterExample } from './enhetsregisteret/examples.ts'
export type * from './mailbox/told.ts'

/** Slack's JSON as the bot sent it. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
export type Block = { type: string; block_id?: string; [key: string]: Json | undefined }

export type Organisation = { organisation_number: string; name: string; domains: string[] }

export type Person = {
  id: string
  name: string
  /** short role line, such as "Developer, Kystverdi kommune" */
  title: string
  email: string | null
  email_confirmed: boolean
  /** member, guest (multi-channel), stranger (Slack Connect), bot, deactivated */
  kind: 'member' | 'guest' | 'stranger' | 'bot' | 'deactivated'
  organisation: string | null
  operator: boolean
  /** what else the person is trusted with at the beginning, for whoever chooses somebody to be */
  hats?: Hat[]
  locale: string
  /** background colour of the drawn avatar, `#rrggbb`, and its one or two letters */
  colour: string
  initials: string
}

export type Hat = 'operator' | 'organisation-admin' | 'cleared' | 'guest'

export type SlashCommand = { command: string; description: string; usage_hint: string }

export type World = {
  team: { id: string; name: string; domain: string }
  bot: { user_id: string; app_id: string; name: string }
  organisations: Organisation[]
  people: Person[]
  commands: SlashCommand[]
  systems: System[]
  /** pages of their own, by name */
  links: { name: string; url: string }[]
  /** the kinds of access to the register over beneficial owners, each with its delegation form */
  accesses: Pick<RegisterAccess, 'scope' | 'holder' | 'form'>[]
  /** organisation numbers to try; none where there is no Enhetsregisteret */
  examples: RegisterExample[]
}

/** An outside system of the sandbox, and what it does wrong at the moment. */
export type System = {
  id: string
  name: string
  /** number of requests answered since start */
  requests: number
  mode: SystemMode
  /** HTTP when left out, `register` is Enhetsregisteret's; which modes there are goes by it */
  speaks?: 'smtp' | 'register'
}
/**
 * `html` is of HTTP alone, `rejecting` (400) and `gone` (410) of Enhetsregisteret; `refusing` (no such recipient) and `returning` (taken, and sent back later) of SMTP alone;
 * `cutting` hangs up after the work was done
 */
export type SystemMode =
  | 'well'
  | 'slow'
  | 'failing'
  | 'silent'
  | 'rate-limited'
  | 'html'
  | 'refusing'
  | 'returning'
  | 'cutting'
  | 'rejecting'
  | 'gone'

export type Channel = {
  id: string
  kind: 'channel' | 'private' | 'im' | 'app'
  /** without `#`; for im the other's name; `app` is the bot's own place, with Home and Messages */
  name: string
  topic: string
  unread: number
}

export type Message = {
  channel: string
  ts: string
  thread_ts?: string
  /** user id of a person or of the bot */
  user: string
  text: string
  blocks?: Block[]
  /** seen by one person only, gone after a reload in Slack */
  ephemeral: boolean
  edited: boolean
  reply_count: number
  /** "Only visible to you" of a command that was typed by the person: shown as the command line itself */
  command?: string
}

export type View = {
  id: string
  hash: string
  type: 'modal' | 'home'
  callback_id: string
  title?: string
  submit?: string
  close?: string
  blocks: Block[]
  /** Slack's own words at a field, by block id, after `response_action: errors` */
  errors?: Record<string, string>
  /** a submission or click is under way */
  busy: boolean
  /** what stands in its fields as far as the workspace knows: initial values, and what was kept over an update */
  values?: StateValues
}

/** What Slack itself tells the person: a refusal, a time-out, or what Slack would have refused of the bot's. */
export type Toast = {
  id: string
  at: number
  level: 'info' | 'warning' | 'error'
  title: string
  /** for developers: pointer and rule, such as `/view/title must be less than 25 characters` */
  detail?: string
}

/** All that one person sees. */
export type Desk = {
  me: Person
  channels: Channel[]
  /** by channel id, oldest first, threads included */
  messages: Record<string, Message[]>
  /** bottom to top; the last one is in front */
  modals: View[]
  home: View | null
  toasts: Toast[]
  systems: System[]
  /** left out where there is no mailbox */
  mail?: DeskMail
  /** left out where nobody plays brreg */
  brreg?: DeskBrreg
  altinn?: DeskAltinn
  bot: 'starting' | 'ready' | 'gone'
}

/** A value of `view.state.values[block_id][action_id]`, in Slack's shapes (slack.md 2.5). */
export type StateValue = { type: string; [key: string]: Json | undefined }
export type StateValues = Record<string, Record<string, StateValue>>

/** What was clicked, in the shape of `block_actions.actions[0]` without `action_ts`. */
export type Action = {
  action_id: string
  block_id: string
  type: string
  value?: string
  [key: string]: Json | undefined
}

export type Container = { type: 'message'; channel_id: string; message_ts: string } | { type: 'view'; view_id: string }

export type Act =
  /** what is typed into the composer: a slash command when it begins with `/`, else a message */
  | { type: 'send'; channel: string; text: string; thread_ts?: string }
  | { type: 'click'; container: Container; action: Action; values?: StateValues }
  | { type: 'submit'; view_id: string; values: StateValues }
  /** the cross or Cancel; `all` closes the whole stack */
  | { type: 'close'; view_id: string; all?: boolean }
  | { type: 'home' }
  | { type: 'read'; channel: string }
  | { type: 'dismiss'; toast: string }
  | { type: 'mode'; system: string; mode: SystemMode }
  /** has opened a mail */
  | { type: 'read-mail'; mail: string }
  /** answers a mail, in its thread */
  | { type: 'reply-mail'; mail: string; text: string }
  /** what goes wrong with mail to one address from now on; `well` ends it */
  | { type: 'mail-trouble'; to: string; mode: SystemMode }
  /** answers an order as brreg; the answer comes when the mail is sent */
  | { type: 'brreg'; order: string; answer: Answer }
  | { type: 'altinn'; environment: 'test' | 'prod'; wish: AltinnWish }
  /** the same request again, as a double click or Slack's own repeat would send it */
  | { type: 'suggest'; container: Container; block_id: string; action_id: string; value: string }

export type ActRequest = { as: string; act: Act }

export type SuggestGroup = { label: string; options: Option[] }
export type Option = { text: string; value: string; description?: string }

export type ActAnswer = { ok: true; options?: Option[]; groups?: SuggestGroup[] } | { ok: false; error: string }
