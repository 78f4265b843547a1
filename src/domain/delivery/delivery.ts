/** Which of the waiting rows go first (design section 6). */
export const deliveryLanes = ['incident', 'transactional', 'reminder'] as const
export type DeliveryLane = (typeof deliveryLanes)[number]

/**
 * How far a row came. `sent` is "handed over": a server took it. `unknown`: the answer was lost, and nobody repeats it
 * by themselves. `suppressed`: nobody wants it any more.
 */
export const deliveryStates = [
  'queued',
  'claimed',
  'sending',
  'sent',
  'failed',
  'unknown',
  'suppressed',
  'acknowledged',
] as const
export type DeliveryState = (typeof deliveryStates)[number]

/** Something to be sent, as it is written down with what caused it. `data` is what its words are made of. */
export type NewDelivery = {
  /** of its row, where whoever asks must know it; made for it when left out */
  id?: string
  /** the name of a file in `messages/` */
  kind: string
  lane: DeliveryLane
  channel: 'mail' | 'slack'
  /** a mail address, or a Slack channel or user id */
  address: string
  language: 'nb' | 'en'
  /** ids above all; no secret */
  data: unknown
  organisationNumber: string | null
  /** epoch ms; now when left out */
  dueAt?: number
  /** epoch ms; past this it is `suppressed` instead of sent */
  expiresAt?: number
  /** the contacts whose address it is; an address may be several's */
  contactIds?: readonly string[]
}

/** A row of `deliveries`. */
export type Delivery = Required<Omit<NewDelivery, 'expiresAt' | 'contactIds'>> & {
  expiresAt: number | null
  state: DeliveryState
  attempts: number
  /** the closed word for what went wrong last */
  failure: string | null
  failureCode: number | null
  sentAt: number | null
  /** of a Slack message that was sent: where it stands; `ts` is a name and no number (slack.md 4.4) */
  posted: { channel: string; ts: string } | null
  /** when the person said that they saw it */
  acknowledgedAt: number | null
  createdAt: number
  updatedAt: number
}

/** The failure of an `unknown` row that was looked up, and of which it can't be told whether it arrived. */
export const noTelling = 'no-telling'
