import type { SlackUser } from '../belonging/types.ts'
import type { Environment } from '../client/types.ts'

/**
 * What is ordered (brreg.md 2): direct access of a company of its own right (A), a supplier's through a fictional
 * customer (B), a supplier's through an existing customer (C). The words are those of `/test-access new`.
 */
export const orderKinds = ['direct', 'fictional', 'existing'] as const
export type OrderKind = (typeof orderKinds)[number]

/** The scopes of the register of beneficial owners, without `brreg:reelle/` in front (brreg.md 1). */
export const registerScopes = [
  'offentlig',
  'rapporteringspliktig',
  'rapporteringspliktig.begrenset',
  'media',
  'sivilsamfunnsorganisasjon',
  'hoeyereutdanningsinstitusjon',
] as const
export type RegisterScope = (typeof registerScopes)[number]

/** The legal basis that a company claims: one of the six rows of brreg.md 1, or that it does not know. */
export const legalBases = [...registerScopes, 'other'] as const
export type Basis = (typeof legalBases)[number]

/** Letters of hvitvaskingsloven § 4 first paragraph, asked of entities with a reporting duty (brreg.md 5.5). */
export const basisLetters = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o'] as const
export type BasisLetter = (typeof basisLetters)[number]

export type LegalBasis = {
  basis: Basis
  /** of a reporting entity; null otherwise */
  letter: BasisLetter | null
  /** of `other`: 10 to 500 characters; null otherwise */
  text: string | null
}

/** A contact person as the order names them; `phone` in E.164. */
export type OrderContact = { name: string; email: string; phone: string }

/** A company in an order. `verified` false: Enhetsregisteret did not answer, or does not know synthetic numbers. */
export type OrderUnit = { number: string; name: string; verified: boolean }

/** The nine fields of order A (brreg.md 2). */
export type DirectContent = {
  kind: 'direct'
  organisation: OrderUnit
  testContact: OrderContact
  productionContact: OrderContact
  legalBasis: LegalBasis
  /** said to brreg in one more sentence; '' for none */
  remark: string
}

/** The fields of order B; its sentence is the mail's own (brreg.md 5.6). */
export type FictionalContent = { kind: 'fictional'; supplier: OrderUnit; supplierContact: OrderContact; remark: string }

/** The ten fields of order C. */
export type ExistingContent = {
  kind: 'existing'
  supplier: OrderUnit
  supplierContact: OrderContact
  customer: OrderUnit
  customerContact: OrderContact
  remark: string
}

export type OrderContent = DirectContent | FictionalContent | ExistingContent

/** How far an order came (brreg.md 3). What only brreg sees of its own work is no state here. */
export const orderStates = [
  'draft',
  'waiting-for-customer',
  'sent',
  'send-failed',
  'more-info',
  'granted',
  'ready-to-delegate',
  'delegated',
  'in-use',
  'rejected',
  'withdrawn',
  'cancelled',
] as const
export type OrderState = (typeof orderStates)[number]

/** Whose turn it is; `nobody`: the order is at its end. */
export const turns = ['orderer', 'brreg', 'customer', 'nobody'] as const
export type OrderTurn = (typeof turns)[number]

/**
 * Production of an order C, which goes beside the test: the customer delegates in ordinary Altinn, and no mail is sent
 * (brreg.md 3).
 */
export const productionStates = ['none', 'delegated', 'in-use', 'revoked'] as const
export type ProductionState = (typeof productionStates)[number]

/** Who accepted that production data of these companies is read into TT02, and when (epoch ms); brreg.md 2. */
export type Acknowledged = { by: SlackUser; at: number; companies: { number: string; name: string }[] }

/**
 * Why an order C may be sent: the customer's own access was confirmed. `customer`: a member of the customer let the
 * supplier see it, `orderId` then is the customer's own order where the bot has it. `said`: the supplier wrote down what
 * the customer told.
 */
export type CustomerProof = {
  how: 'customer' | 'said'
  /** the day of brreg's confirmation in Norway, `2026-12-31` */
  confirmedOn: string
  scope: RegisterScope | null
  environments: Environment[]
  orderId: string | null
  /** who accepted or wrote it, and when (epoch ms) */
  by: SlackUser
  at: number
}

/** What became known on the way; nothing of it is a secret. */
export type OrderFacts = {
  acknowledged: Acknowledged | null
  /** the scope that brreg gave (direct, fictional) or that the customer has (existing) */
  scope: RegisterScope | null
  /** direct: when (epoch ms) brreg confirmed each environment */
  granted: Partial<Record<Environment, number>>
  /** fictional: the enterprise that brreg made in TT02; its person's number is never written down */
  fictionalUnit: { number: string; name: string } | null
  proof: CustomerProof | null
  production: ProductionState
  /** the Maskinporten client in test that the token was fetched with */
  clientId: string | null
  /** what the last try for a token came to: the code that Maskinporten refused with, such as `MP-251` */
  refusedWith: string | null
  /** when a token was issued, epoch ms */
  tokenAt: Partial<Record<Environment, number>>
}

/** An order of an organisation. Instants are epoch ms. */
export type Order = {
  /** `ORD-12` */
  id: string
  /** whose order it is: the organisation that orders */
  organisationNumber: string
  /** null once it was anonymised */
  content: OrderContent | null
  kind: OrderKind
  state: OrderState
  turn: OrderTurn
  facts: OrderFacts
  /** who answers for it: gets brreg's answers and the reminders */
  orderer: SlackUser
  /** the orderer's confirmed address: Reply-To and copy of every mail to brreg; null once anonymised */
  ordererEmail: string | null
  language: 'nb' | 'en'
  /** since when it has been in its state */
  since: number
  /** reminders sent since then: 0, 1 (5 working days) or 2 (10) */
  reminders: number
  version: number
  createdAt: number
  updatedAt: number
}

/** Why a mail to brreg was written. */
export const orderMailPurposes = ['order', 'answer', 'withdrawal', 'transfer'] as const
export type OrderMailPurpose = (typeof orderMailPurposes)[number]

/** A mail to brreg as it was approved: these words and no others leave, in Norwegian. */
export type OrderMail = {
  /** also the id of its delivery, and so of its Message-ID */
  id: string
  orderId: string
  purpose: OrderMailPurpose
  subject: string
  /** plain text, lines ended by `\n` */
  text: string
  to: string
  /** Reply-To and Cc */
  replyTo: string
  /** the mail of the same order that it follows */
  follows: string | null
  createdAt: number
}

/** A line of an order's history. `note` is what somebody wrote, or '' ; gone once the order was anonymised. */
export type OrderEvent = {
  orderId: string
  /** counts up within the order, from 1 */
  number: number
  event: string
  /** the state after it */
  state: OrderState
  /** `person:T1:U1`, or the program's name */
  actor: string
  note: string
  at: number
}
