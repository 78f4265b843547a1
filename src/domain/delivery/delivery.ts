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
}

/** A row of `deliveries`. */
export type Delivery = Required<Omit<NewDelivery, 'expiresAt'>> & {
  id: string
  expiresAt: number | null
  state: DeliveryState
  attempts: number
  /** the closed word for what went wrong last */
  failure: string | null
  failureCode: number | null
  sentAt: number | null
  createdAt: number
  updatedAt: number
}
