import { z } from 'zod'
import { AppError } from '../../errors.ts'
import { personSubject } from '../change.ts'
import type { ChangeKind } from '../change-kind.ts'
import { domainOf } from './belonging-of.ts'
import { organisationNumberSchema } from './person-schema.ts'

/** How long a request waits for an answer, ms. */
const REQUEST_LIFE_MS = 14 * 24 * 60 * 60_000

const payload = z.strictObject({ organisationNumber: organisationNumberSchema })
const result = z.strictObject({ organisationNumber: z.string() })

export type RequestMembershipPayload = z.infer<typeof payload>

/**
 * Somebody with an address at a shared domain says which of its organisations is theirs; an admin of that organisation
 * or an operator confirms it (design section 2, pending). Fails with `not-found` for an organisation that does not
 * share the domain, as for one that does not exist, or from which the person was removed.
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
  async apply(_deps, { change, payload: { organisationNumber } }) {
    const { requester, decision } = change
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
        await tx.saveMembership({
          user: requester,
          organisationNumber,
          state: 'assigned',
          admin: false,
          until: null,
          givenBy: personSubject(by),
        }),
    }
  },
}
