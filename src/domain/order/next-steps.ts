import type { Environment } from '../client/types.ts'
import { delegationForm, scopeName } from './delegation-form.ts'
import type { Order, OrderUnit, RegisterScope } from './types.ts'

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

type Party = Pick<OrderUnit, 'number' | 'name'>

export type NextSteps = {
  variant: NextVariant
  environment: Environment
  steps: readonly NextStep[]
  scope: RegisterScope | null
  /** the delegation form's exact name; null: no scope is known yet, or nothing is delegated */
  form: string | null
  /** whose access the token is for; null in A, and in B while the fictional enterprise's number is not written down */
  consumerOrg: string | null
  /** who delegates; null in A, and as above */
  delegatedBy: Party | null
  /** to whom; null in A */
  supplier: Party | null
  /** of the environment, without a slash at the end */
  urls: NextUrls
}

export type NextUrls = { altinn: string; api: string; swagger: string; testData: string; tenor: string }

/** Addresses of brreg.md 6; the table of test data lives in production's documentation alone. */
const urls: Record<Environment, NextUrls> = {
  test: {
    altinn: 'https://tt02.altinn.no',
    api: 'https://rrh.ppe.brreg.no',
    swagger: 'https://rrh.ppe.brreg.no/api/oppslag',
    testData: 'https://rrh.brreg.no/api/oppslag/v1/docs/TESTDATA.html',
    tenor: 'https://www.skatteetaten.no/skjema/testdata',
  },
  prod: {
    altinn: 'https://www.altinn.no',
    api: 'https://rrh.brreg.no',
    swagger: 'https://rrh.brreg.no/api/oppslag',
    testData: 'https://rrh.brreg.no/api/oppslag/v1/docs/TESTDATA.html',
    tenor: 'https://www.skatteetaten.no/skjema/testdata',
  },
}

type Asked = Pick<Order, 'kind' | 'state' | 'facts' | 'content'>

const party = ({ number, name }: Party): Party => ({ number, name })

/** Who delegates in an order's token: the fictional enterprise in B, the customer in C, nobody in A. */
const delegatingParty = ({ facts, content }: Pick<Order, 'facts' | 'content'>): Party | null => {
  if (content === null || content.kind === 'direct') return null
  return content.kind === 'fictional' ? facts.fictionalUnit : party(content.customer)
}

/** The `consumer_org` of a token for the order (brreg.md 7, trap 8): none in A, the fictional enterprise in B, the customer in C. */
export const consumerOrgOf = (order: Pick<Order, 'facts' | 'content'>): string | null =>
  delegatingParty(order)?.number ?? null

const common = (order: Asked) => {
  const { facts, content } = order
  const supplied = content !== null && content.kind !== 'direct'
  return {
    scope: facts.scope,
    form: supplied && facts.scope !== null ? delegationForm(facts.scope) : null,
    consumerOrg: consumerOrgOf(order),
    delegatedBy: delegatingParty(order),
    supplier: supplied ? party(content.supplier) : null,
  }
}

const tokenInTest: readonly NextStep[] = ['make-client', 'fetch-token', 'call', 'test-data']
const tokenInProduction: readonly NextStep[] = ['make-client', 'fetch-token', 'call']

const ofDirect = (order: Asked): NextSteps[] => {
  const { granted } = order.facts
  const base = { variant: 'direct', ...common(order) } as const
  const test: NextSteps = { ...base, environment: 'test', steps: tokenInTest, urls: urls.test }
  const prod: NextSteps = { ...base, environment: 'prod', steps: tokenInProduction, urls: urls.prod }
  return [...(granted.test === undefined ? [] : [test]), ...(granted.prod === undefined ? [] : [prod])]
}

const isDelivered = ({ state }: Asked): boolean => ['ready-to-delegate', 'delegated', 'in-use'].includes(state)

const ofSupplied = (order: Asked): NextSteps[] => {
  const { kind, facts, state } = order
  const base = common(order)
  if (kind === 'fictional') {
    const steps: NextStep[] = ['delegate-fictional', ...tokenInTest]
    return isDelivered(order) ? [{ variant: 'fictional', environment: 'test', steps, ...base, urls: urls.test }] : []
  }
  const ask: NextStep[] = facts.scope === null ? ['ask-scope'] : []
  const test: NextSteps = {
    variant: 'existing-test',
    environment: 'test',
    steps: [...ask, 'customer-delegates-test', ...tokenInTest],
    ...base,
    urls: urls.test,
  }
  const prod: NextSteps = {
    variant: 'existing-production',
    environment: 'prod',
    steps: [...ask, 'customer-delegates-production', ...tokenInProduction],
    ...base,
    urls: urls.prod,
  }
  const ended = state === 'rejected' || state === 'withdrawn' || state === 'cancelled'
  // no mail goes to brreg for production: the customer's own access is enough (brreg.md 3)
  return [...(isDelivered(order) ? [test] : []), ...(facts.proof !== null && !ended ? [prod] : [])]
}

/** The next steps of an order in each environment that it has access in; none before it has any, or once anonymised. */
export const nextStepsOf = (order: Asked): NextSteps[] => {
  if (order.content === null) return []
  return order.kind === 'direct' ? ofDirect(order) : ofSupplied(order)
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

/** Seconds that a grant lives; Maskinporten takes 120 at most (brreg.md 6). */
const GRANT_SECONDS = 100

/** An issuer as `aud` must have it: with its slash at the end. */
export const audienceOf = (issuer: string): string => (issuer.endsWith('/') ? issuer : `${issuer}/`)

/**
 * The claims of a grant for the order (brreg.md 6); null while the scope, or in B the fictional enterprise, is not known.
 *
 * @param about `now` in epoch ms; `jti` a fresh one
 */
export const claimsExample = ({
  order,
  clientId,
  issuer,
  now,
  jti,
}: {
  order: Pick<Order, 'kind' | 'facts' | 'content'>
  clientId: string
  issuer: string
  now: number
  jti: string
}): ClaimsExample | null => {
  const consumerOrg = consumerOrgOf(order)
  const { scope } = order.facts
  if (scope === null || (order.kind !== 'direct' && consumerOrg === null)) return null
  const iat = Math.floor(now / 1000)
  return {
    aud: audienceOf(issuer),
    iss: clientId,
    scope: scopeName(scope),
    ...(consumerOrg !== null && { consumer_org: consumerOrg }),
    iat,
    exp: iat + GRANT_SECONDS,
    jti,
  }
}
