import type { Delivery } from './delivery.ts'

/** What stands in a mail; who gets it, and by which row, its channel knows. */
export type MailContent = {
  /** one line */
  subject: string
  text: string
  html: string
  /** nobody wrote it by hand: `Auto-Submitted` (RFC 3834) */
  automatic: boolean
  /** an address by which one click ends mails of this sort: `List-Unsubscribe`, `List-Unsubscribe-Post` (RFC 8058) */
  unsubscribe?: string
  /** one bare address */
  replyTo?: string
  /** one bare address that gets a copy, openly */
  cc?: string
  /** id of the row whose mail it follows in a thread */
  inReplyTo?: string
}

/** What stands in a Slack message: Block Kit, and the text that stands for it in notifications. */
export type SlackContent = { text: string; blocks: readonly object[] }

/** A row's words at the moment of sending, in the shape that its channel takes. */
export type Content = { mail: MailContent } | { slack: SlackContent }

/** `suppress`: nobody wants it any more, and why in a closed word. */
export type Composed = Content | { suppress: string }

/** Finds the words of a row. Throws when they can't be made now; a later attempt may. */
export type Compose = (delivery: Delivery) => Promise<Composed>

/** Where a Slack message stands. */
export type Posted = { channel: string; ts: string }

/**
 * What became of one attempt, in any channel; see `MailOutcome`. `reason` is a closed word. `held`: not taken now, and
 * nobody calls for `waitMs` (`Retry-After`); that is no fault of the row's, which may be held as often as it takes.
 */
export type SendOutcome =
  | { sent: true; posted?: Posted }
  | { sent: false; lost: 'permanent' | 'transient' | 'unknown'; code: number | null; reason: string }
  | { sent: false; lost: 'held'; code: number | null; reason: string; waitMs: number }

/** What a look-up says of an attempt whose answer was lost. `not-now`: asked again later. */
export type Found = { is: 'there'; posted: Posted } | { is: 'absent' | 'unclear' | 'not-now' }

/** A way out. */
export type Channel = {
  /** how many rows are under way at once; of a few more, where each takes milliseconds, the channel keeps the queue */
  connections: number
  /**
   * Of all instances together: at least `everyMs` between two attempts, and `addressEveryMs` between two to one
   * address; `key` names what is limited. Left out: no limit.
   */
  rate?: { key: string; everyMs: number; addressEveryMs?: number }
  /** One attempt, which ends by itself within two minutes. */
  send(delivery: Delivery, content: Content): Promise<SendOutcome>
  /** Did an attempt arrive whose answer was lost? Never throws. Left out: nobody can tell. */
  find?(delivery: Delivery): Promise<Found>
}

/** How a row's attempt is written down. */
export type DeliveryEnd =
  | { state: 'sent'; posted?: Posted }
  | { state: 'failed' | 'unknown'; failure: string; failureCode: number | null }
  | { state: 'suppressed'; failure: string }
  | { state: 'queued'; dueAt: number; failure: string; failureCode: number | null }
