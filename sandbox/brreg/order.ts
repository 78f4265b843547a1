import type { MailAddress } from '../protocol.ts'
import type { OrderField } from './fields.ts'
import type { RegisterScope } from './scopes.ts'

/** A, B and C of brreg.md section 2. */
export type OrderKind = 'direct' | 'fictional' | 'existing'

export type OrderState =
  /** nobody has answered it, or they wrote again */
  | 'received'
  /** brreg wants to know more */
  | 'asked'
  /** left lying on purpose */
  | 'silent'
  | 'refused'
  /** A: the scope was given, in one environment at least */
  | 'confirmed'
  /** B, C: TT02 is ready and brreg has written what is needed there */
  | 'delivered'
  /** it came back to its sender: brreg has never seen it */
  | 'bounced'
  | 'withdrawn'
  /** the same as an earlier one, and told so */
  | 'repeated'

export type Party = { number: string; name: string }

/** Someone who exists in TT02 alone, with a national identity number of nobody. */
export type FictionalPerson = { name: string; pid: string }

export type OrderLetter = {
  /** `in` came to brreg, `out` was sent by brreg */
  way: 'in' | 'out'
  /** epoch ms */
  at: number
  from: MailAddress | null
  to: MailAddress[]
  cc: MailAddress[]
  subject: string
  text: string
  messageId: string
}

/** A mail thread as it lies on the desk. */
export type Order = {
  /** `BR-1`, `BR-2` … */
  id: string
  /** null where the desk cannot tell what is wanted */
  kind: OrderKind | null
  state: OrderState
  fields: Partial<Record<OrderField, string>>
  /** Norwegian labels of what an order of the kind needs and this one lacks */
  missing: string[]
  /** the scope that the words about the legal basis speak for, or that a supplier names */
  suggested: RegisterScope | null
  /** id of the earlier order that it is a copy of */
  repeats: string | null
  /** they want to take it back, and nobody has answered that */
  withdrawal: boolean
  /** what was given to the company itself (A) or to the fictional enterprise (B) */
  granted: { test?: RegisterScope; prod?: RegisterScope }
  /** made for the order in TT02; `enterprise` in B alone */
  made: { enterprise: Party | null; person: FictionalPerson } | null
  /** where answers go */
  replyTo: MailAddress[]
  cc: MailAddress[]
  /** oldest first */
  letters: OrderLetter[]
  /** what a report of its non-delivery is made of */
  returnTo: { from: string; header: string }
}

const validNumber = (number: string | undefined): string | null =>
  number !== undefined && /^\d{9}$/.test(number) ? number : null

const party = (number: string | undefined, name: string | undefined): Party | null => {
  const valid = validNumber(number)
  return valid === null ? null : { number: valid, name: name ?? valid }
}

/** Who orders: the company itself, or the supplier; null where no number was told. */
export const ordererOf = ({ kind, fields }: Pick<Order, 'kind' | 'fields'>): Party | null =>
  kind === 'direct'
    ? party(fields.organisation_number, fields.organisation_name)
    : party(fields.supplier_organisation_number, fields.supplier_name)

/** The supplier's customer, in C alone. */
export const customerOf = ({ fields }: Pick<Order, 'fields'>): Party | null =>
  party(fields.customer_organisation_number, fields.customer_name)
