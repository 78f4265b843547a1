import { z } from 'zod'
import { AppError } from '../../errors.ts'
import { personSubject } from '../change.ts'
import type { ChangeKind } from '../change-kind.ts'
import type { Deps } from '../deps.ts'
import { domainOf } from './belonging-of.ts'
import { standingOf } from './change-membership.ts'
import { organisationNumberSchema } from './person-schema.ts'
import type { MembershipAsked } from './store.ts'
import type { SlackUser } from './types.ts'

/** How long a request waits for an answer, ms. */
const REQUEST_LIFE_MS = 14 * 24 * 60 * 60_000

/** So many requests a day one may make: each is a card for every admin of the organisation and the service desk. */
const mostRequests = 3
const DAY_MS = 24 * 60 * 60_000

const payload = z.strictObject({ organisationNumber: organisationNumberSchema })
const result = z.strictObject({ organisationNumber: z.string() })

export type RequestMembershipPayload = z.infer<typeof payload>

const assertFew = (asked: MembershipAsked[], now: number): void => {
  const today = asked.filter(({ createdAt }) => createdAt > now - DAY_MS)
  const [oldest] = today.slice(-mostRequests)
  if (oldest === undefined || today.length < mostRequests) return
  const retryAfter = Math.ceil((oldest.createdAt + DAY_MS - now) / 1000)
  throw new AppError('too-many-attempts', 'too many memberships were asked for', { retryAfter })
}

/** When an organisation that said no may be asked again, of what was asked; null: now. */
const askAgainAt = (asked: MembershipAsked[], organisationNumber: string, now: number): number | null => {
  const refused = asked.flatMap((one) =>
    one.organisationNumber === organisationNumber && one.refusedAt !== null ? [one.refusedAt + DAY_MS] : [],
  )
  const latest = Math.max(0, ...refused)
  return latest > now ? latest : null
}

/**
 * From when on (epoch ms) somebody may ask an organisation whose answer was no; null: it is not so, or long enough ago.
 * Throws `too-many-attempts` for somebody who asked three times within a day, whatever became of it.
 */
export const assertMayAsk = async (
  { store, now }: Pick<Deps, 'store' | 'now'>,
  user: SlackUser,
  organisationNumber: string,
): Promise<{ again: number | null }> => {
  const asked = await store.membershipsAsked(user, now() - DAY_MS)
  const again = askAgainAt(asked, organisationNumber, now())
  if (again === null) assertFew(asked, now())
  return { again }
}

/**
 * Somebody with an address at a shared domain says which of its organisations is theirs; an admin of that organisation
 * or an operator confirms it (design section 2, pending). Fails with `not-found` for an organisation that does not
 * share the domain, as for one that does not exist, or from which the person was removed; `changed-meanwhile` while
 * another request of theirs is open; `too-many-attempts` as `assertMayAsk`, and for a day after a no of the organisation's.
 */
export const requestMembership: ChangeKind<RequestMembershipPayload, z.infer<typeof result>> = {
  name: 'membership.request',
  action: 'membership.request',
  policy: 'organisation-admin',
  life: REQUEST_LIFE_MS,
  payload,
  result,
  describe: ({ organisationNumber }) => ({
    subject: `organisation:${organisationNumber}`,
    after: { organisationNumber },
  }),
  decided: { action: 'membership.decide' },
  async fits(deps, { requester, organisationNumber }, asked) {
    const known = await deps.store.person(requester)
    // guests belong by name and until a day, whatever their domain
    const domain = known?.person.kind === 'member' ? domainOf(known.person.email) : null
    const owners = domain === null ? [] : await deps.store.organisationsByDomain(domain)
    const shared = owners.length > 1 && owners.some((one) => one.number === asked.organisationNumber)
    const before = await deps.store.membership(requester, asked.organisationNumber)
    if (!shared || asked.organisationNumber !== organisationNumber || before?.state === 'removed') {
      throw new AppError('not-found', 'no such organisation of this domain')
    }
  },
  async begin({ now }, tx, { requester, organisationNumber }) {
    const asked = await tx.lockMembershipsAsked(requester, now() - DAY_MS)
    if (asked.some(({ open }) => open)) throw new AppError('changed-meanwhile', 'another request is open')
    const again = askAgainAt(asked, organisationNumber, now())
    if (again !== null) {
      const retryAfter = Math.ceil((again - now()) / 1000)
      throw new AppError('too-many-attempts', 'the organisation said no a short while ago', { retryAfter })
    }
    assertFew(asked, now())
  },
  async apply(deps, { change, payload: { organisationNumber } }) {
    const { requester, decision } = change
    const before = standingOf(await deps.store.membership(requester, organisationNumber))
    // what was given by name meanwhile may be more, and stays
    if (before?.state === 'assigned') return { result: { organisationNumber } }
    const by = decision?.by ?? requester
    return {
      result: { organisationNumber },
      effects: [
        {
          action: 'membership.change',
          subject: personSubject(requester),
          correlationId: null,
          after: { state: 'assigned', admin: false, until: null },
        },
      ],
      save: async (tx) =>
        await tx.saveMembership(
          {
            user: requester,
            organisationNumber,
            state: 'assigned',
            admin: false,
            until: null,
            givenBy: personSubject(by),
          },
          // whoever is taken out at this very moment stays out
          null,
        ),
    }
  },
}
