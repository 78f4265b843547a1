import { z } from 'zod'
import { scopeName } from './delegation-form.ts'
import { consumerOrgOf } from './next-steps.ts'
import type { Order } from './types.ts'

/** What a token for an order must say; null: not known, and not compared. */
export type TokenExpected = {
  issuer: string
  /** the whole name */
  scope: string | null
  /** who asks for it: the supplier, or in A the company itself */
  organisationNumber: string
  /** it is for somebody else's access, `consumerOrg`'s */
  delegated: boolean
  consumerOrg: string | null
  clientId: string | null
  /** epoch ms */
  now: number
}

/** What a token for this order must say. */
export const tokenExpected = (
  order: Pick<Order, 'kind' | 'facts' | 'content' | 'organisationNumber'>,
  about: Pick<TokenExpected, 'issuer' | 'clientId' | 'now'>,
): TokenExpected => {
  const { content, facts } = order
  const direct = content?.kind === 'direct' ? content.organisation.number : null
  return {
    ...about,
    scope: facts.scope === null ? null : scopeName(facts.scope),
    organisationNumber:
      direct ?? (content?.kind !== 'direct' ? content?.supplier.number : null) ?? order.organisationNumber,
    delegated: order.kind !== 'direct',
    consumerOrg: consumerOrgOf(order),
  }
}

/** Which part of a token is not as it must be; `old`: issued too long ago to be of this try. */
export const outcomeMismatches = ['issuer', 'scope', 'consumer', 'supplier', 'client', 'old', 'future'] as const
export type OutcomeMismatch = (typeof outcomeMismatches)[number]

/** A token that was issued as it should; instants in epoch ms. `consumerOrg`: whose access it is for. */
export type TokenIssued = {
  outcome: 'issued'
  clientId: string | null
  scope: string
  consumerOrg: string
  issuedAt: number
  expiresAt: number | null
}

/** `mpCode` such as `MP-251`; null where Maskinporten gave none. `error` is RFC 6749's word. */
export type TokenRefused = { outcome: 'refused'; mpCode: string | null; error: string; traceId: string | null }

/** What was pasted; nothing of it is kept but what stands here. */
export type OutcomeRead =
  | TokenIssued
  | TokenRefused
  | { outcome: 'mismatch'; what: OutcomeMismatch; expected: string | null; found: string | null }
  | { outcome: 'unreadable'; why: 'empty' | 'private-key' | 'form' }

const MINUTE = 60_000
const OLDEST = 24 * 60 * MINUTE
const CLOCKS_APART = 5 * MINUTE

const party = z.object({ ID: z.string().regex(/^0192:\d{9}$/) }).transform(({ ID }) => ID.slice(5))
const claims = z.object({
  iss: z.string().max(300),
  scope: z.string().max(2000),
  iat: z.number(),
  exp: z.number().optional(),
  client_id: z.string().max(300).optional(),
  consumer: party,
  supplier: party.optional(),
})
type Claims = z.output<typeof claims>

const refusal = z.object({ error: z.string().regex(/^[a-z_]{1,40}$/), error_description: z.string().nullish() })
const answer = z.object({ access_token: z.string() })

const json = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** The claims of a token; its signature, where it is there, is not looked at. Null when there is none. */
const claimsIn = (text: string): Claims | null => {
  // header and payload are JSON objects, which begin with `{"` in base64url
  const [, payload = ''] = /(?:^|[^A-Za-z0-9_-])eyJ[A-Za-z0-9_-]+\.(eyJ[A-Za-z0-9_-]+)/.exec(text) ?? []
  const read = claims.safeParse(json(Buffer.from(payload, 'base64url').toString('utf8')))
  return read.success ? read.data : null
}

/** A JSON object somewhere in what was pasted, beside prompts and quotes. */
const objectIn = (text: string): unknown => json(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1))

const refusedWith = (found: z.output<typeof refusal>): TokenRefused => {
  const description = found.error_description ?? ''
  const tail = /\((?:trace_id|correlation id): *([A-Za-z0-9-]{8,64})\)/i.exec(description)?.[1]
  return {
    outcome: 'refused',
    mpCode: /\bMP-\d{3}\b/.exec(description)?.[0] ?? null,
    error: found.error,
    traceId: tail ?? null,
  }
}

const bare = (issuer: string): string => issuer.replace(/\/$/, '')

/** The first thing about a token that is not as it must be. */
const mismatchOf = (found: Claims, expected: TokenExpected): Extract<OutcomeRead, { outcome: 'mismatch' }> | null => {
  const differs = (what: OutcomeMismatch, wanted: string | null = null, got: string | null = null) =>
    ({ outcome: 'mismatch', what, expected: wanted, found: got }) as const
  const { organisationNumber, delegated, consumerOrg, clientId, scope, issuer, now } = expected
  if (bare(found.iss) !== bare(issuer)) return differs('issuer', issuer, found.iss)
  if (scope !== null && !found.scope.split(' ').includes(scope)) return differs('scope', scope, found.scope)
  const consumer = delegated ? consumerOrg : organisationNumber
  if (consumer !== null && found.consumer !== consumer) return differs('consumer', consumer, found.consumer)
  if (delegated && found.supplier !== organisationNumber)
    return differs('supplier', organisationNumber, found.supplier ?? null)
  if (clientId !== null && found.client_id !== undefined && found.client_id !== clientId)
    return differs('client', clientId, found.client_id)
  const issuedAt = found.iat * 1000
  if (issuedAt < now - OLDEST) return differs('old')
  return issuedAt > now + CLOCKS_APART ? differs('future') : null
}

/**
 * Reads what somebody pasted of a try for a token: the line that `tokenCommand` prints, Maskinporten's error as it came,
 * or a whole token or answer, whose signature is thrown away at once. It proves nothing, since nobody checks a signature:
 * whoever pastes it says so.
 */
export const readOutcome = (pasted: string, expected: TokenExpected): OutcomeRead => {
  const text = pasted.trim()
  if (text === '') return { outcome: 'unreadable', why: 'empty' }
  if (/PRIVATE KEY|"d"\s*:/.test(text)) return { outcome: 'unreadable', why: 'private-key' }
  const object = objectIn(text)
  const refused = refusal.safeParse(object)
  if (refused.success) return refusedWith(refused.data)
  const issued = answer.safeParse(object)
  const found = claimsIn(issued.success ? issued.data.access_token : text)
  if (found === null) return { outcome: 'unreadable', why: 'form' }
  const mismatch = mismatchOf(found, expected)
  if (mismatch) return mismatch
  return {
    outcome: 'issued',
    clientId: found.client_id ?? null,
    scope: found.scope,
    consumerOrg: found.consumer,
    issuedAt: found.iat * 1000,
    expiresAt: found.exp === undefined ? null : found.exp * 1000,
  }
}
