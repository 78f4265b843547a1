import type { Delivery } from './delivery.ts'
import type { DeliveryWrites } from './store.ts'

/** What stands in a mail; who gets it, and by which row, its channel knows. */
export type MailContent = {
  /** one line */
  subject: string
  text: string
  html: string
  /** nobody wrote it by hand: `Auto-Submitted` (RFC 3834) */
  automatic: boolean
}

/** A row's words at the moment of sending, in the shape that its channel takes. */
export type Content = { mail: MailContent }

/** `suppress`: nobody wants it any more, and why in a closed word. */
export type Composed = Content | { suppress: string }

/** Finds the words of a row. Throws when they can't be made now; a later attempt may. */
export type Compose = (delivery: Delivery) => Promise<Composed>

/** What became of one attempt, in any channel; see `MailOutcome`. `reason` is a closed word. */
export type SendOutcome =
  | { sent: true }
  | { sent: false; lost: 'permanent' | 'transient' | 'unknown'; code: number | null; reason: string }

/** A way out. */
export type Channel = {
  /** how many rows may be under way at once */
  connections: number
  /** at least so many ms between two attempts, of all instances together; left out: no limit */
  everyMs?: number
  /** One attempt, which ends by itself within two minutes. */
  send(delivery: Delivery, content: Content): Promise<SendOutcome>
}

/** How a row's attempt is written down. */
export type DeliveryEnd = Parameters<DeliveryWrites['endSending']>[2]
