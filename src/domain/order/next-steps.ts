import { AppError } from '../../errors.ts'
import type { Environment } from '../client/types.ts'
import type { Order, RegisterScope } from './types.ts'

/** What is left to do after access, each a step with words of its own (brreg.md 6). */
export const nextSteps = [
  /** C: the customer knows it, and brreg's mail need not say */
  'ask-scope',
  /** B: as the fictional person of brreg's mail, in TT02, to the own number */
  'delegate-fictional',
  /** C: the customer as the fictional person of brreg's mail, in TT02 */
  'customer-delegates-test',
  /** C: the customer as itself, in ordinary Altinn */
  'customer-delegates-production',
  'make-client',
  'fetch-token',
  'call',
  'test-data',
] as const
export type NextStep = (typeof nextSteps)[number]

export const nextVariants = ['direct', 'fictional', 'existing-test', 'existing-production'] as const
export type NextVariant = (typeof nextVariants)[number]

export type NextSteps = {
  variant: NextVariant
  environment: Environment
  steps: readonly NextStep[]
  scope: RegisterScope | null
  /** the delegation form's exact name; null: no scope is known yet, or nothing is delegated */
  form: string | null
  /** whose access the token is for; null in A, and in B while the fictional enterprise's number is not written down */
  consumerOrg: string | null
  /** who delegates, by number and name; null in A, and as above */
  delegatedBy: { number: string; name: string } | null
  /** to whom */
  supplier: { number: string; name: string } | null
  /** Altinn and the register's API, by their addresses without a slash at the end */
  urls: { altinn: string; api: string; swagger: string; testData: string; tenor: string }
}

/** The next steps of an order in each environment that it has access in; none before it has any. */
export const nextStepsOf = (_order: Pick<Order, 'kind' | 'state' | 'facts' | 'content'>): NextSteps[] => {
  throw new AppError('internal', 'not written yet')
}

/** The `consumer_org` of a token for the order (brreg.md 7, trap 8): none in A, the fictional enterprise in B, the customer in C. */
export const consumerOrgOf = (_order: Pick<Order, 'kind' | 'facts' | 'content'>): string | null => {
  throw new AppError('internal', 'not written yet')
}

export type ClaimsExample = {
  aud: string
  iss: string
  scope: string
  consumer_org?: string
  iat: number
  exp: number
  jti: string
}

/** The claims of a grant for the order (brreg.md 6); null while the scope, or in B the fictional enterprise, is not known. @param about `now` epoch ms; `jti` a fresh one */
export const claimsExample = (_about: {
  order: Pick<Order, 'kind' | 'facts' | 'content'>
  clientId: string
  issuer: string
  now: number
  jti: string
}): ClaimsExample | null => {
  throw new AppError('internal', 'not written yet')
}
