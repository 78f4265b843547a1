import type { AnswerKind } from './answers.ts'
import type { Order, Party } from './order.ts'

export type { Answer, AnswerKind } from './answers.ts'
export type { AskAbout, Environments } from './letters.ts'
export type { Order, OrderKind, OrderLetter, OrderState, Party } from './order.ts'
export type { RegisterAccess, RegisterScope } from './scopes.ts'

/** An order as whoever plays brreg sees it: what was read out of it, and what can be done. */
export type DeskOrder = Pick<
  Order,
  | 'id'
  | 'kind'
  | 'state'
  | 'missing'
  | 'suggested'
  | 'repeats'
  | 'withdrawal'
  | 'granted'
  | 'made'
  | 'replyTo'
  | 'cc'
  | 'letters'
> & {
  orderer: Party | null
  customer: Party | null
  legalBasis: string | null
  /** what would be asked about */
  about: 'missing' | 'legal-basis' | 'no-scope'
  /** C: what the customer has in test */
  customerScopes: string[]
  /** why it can be neither confirmed nor delivered */
  obstacle: string | null
  /** what can be answered now */
  answers: AnswerKind[]
}

/** brreg's desk: orders newest first, and who is in TT02. */
export type DeskBrreg = {
  address: string
  orders: DeskOrder[]
  /** those that nobody has answered */
  waiting: number
  tt02: {
    enterprises: { number: string; name: string; fictional: boolean }[]
    persons: { name: string; pid: string; represents: string[] }[]
  }
}
