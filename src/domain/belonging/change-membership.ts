import { z } from 'zod'
import { AppError } from '../../errors.ts'
import { personSubject } from '../change.ts'
import type { ChangeKind } from '../change-kind.ts'
import type { Deps } from '../deps.ts'
import { belongingOf, domainOf } from './belonging-of.ts'
import { organisationNumberSchema, personSchema } from './person-schema.ts'
import { isSamePerson, type Membership, type SlackUser } from './types.ts'

const LIFE_MS = 10 * 60_000

/**
 * How a person stands to an organisation by name: assigned (with an end or not), removed (kept out of what their domain
 * gives), or `null`: as the domain says.
 */
const standing = z
  .strictObject({
    state: z.enum(['assigned', 'removed']),
    admin: z.boolean(),
    until: z.number().int().nullable(),
  })
  .nullable()

const payload = z.strictObject({
  user: personSchema,
  organisationNumber: organisationNumberSchema,
  /** as it was when it was asked for */
  before: standing,
  after: standing,
})
const result = z.strictObject({ organisationNumber: z.string() })

export type MembershipPayload = z.infer<typeof payload>
export type MembershipStanding = z.infer<typeof standing>

/** A stored membership as a change's payload tells of it. */
export const standingOf = (membership: Membership | null): MembershipStanding =>
  membership && { state: membership.state, admin: membership.admin, until: membership.until }

/** What undoes it. */
export const membershipBack = ({ before, after, ...rest }: MembershipPayload): MembershipPayload => ({
  ...rest,
  before: after,
  after: before,
})

/** Only operators make and unmake admins (design section 2), so that is a kind of its own. */
const touchesAdmin = ({ before, after }: MembershipPayload): boolean =>
  (before?.admin ?? false) !== (after?.admin ?? false)

const same = (one: MembershipStanding, other: MembershipStanding): boolean =>
  one?.state === other?.state && one?.admin === other?.admin && one?.until === other?.until

const assertFits = async (
  deps: Pick<Deps, 'store' | 'now'>,
  { requester }: { requester: SlackUser },
  value: MembershipPayload,
): Promise<void> => {
  if (isSamePerson(requester, value.user)) throw new AppError('needs-another', 'nobody changes their own membership')
  if (!(await deps.store.organisation(value.organisationNumber)))
    throw new AppError('not-found', 'no such organisation')
  const stored = standingOf(await deps.store.membership(value.user, value.organisationNumber))
  if (!same(stored, value.before)) throw new AppError('changed-meanwhile', 'the membership is another by now')
  const until = value.after?.until
  if (until != null && until <= deps.now()) throw new AppError('bad-input', 'the end is in the past')
  const known = await deps.store.person(value.user)
  if (value.after?.state === 'assigned' && until == null && known?.person.kind === 'guest') {
    throw new AppError('bad-input', 'a guest is assigned with an end')
  }
}

/** Whether somebody of whom nothing is said by name belongs to an organisation all the same. */
const isMemberByDomain = async (
  { store, vault, now }: Pick<Deps, 'store' | 'vault' | 'now'>,
  { user, organisationNumber }: MembershipPayload,
): Promise<boolean> => {
  const known = await store.person(user)
  const domain = domainOf(known?.person.email ?? null)
  if (!known || domain === null) return false
  const [organisations, standing] = await Promise.all([store.organisationsByDomain(domain), store.standing(user)])
  const about = { organisations, standing, operator: false, keyVersion: vault.keyVersion, now: now() }
  const belonging = belongingOf(known.person, about, domain)
  return (
    belonging.as === 'member' &&
    [belonging.organisation, ...belonging.others].some(({ number }) => number === organisationNumber)
  )
}

/** A clearance lives no longer than the membership it was given to: it is kept only by who was a member and stays one. */
const keepsClearance = async (
  deps: Pick<Deps, 'store' | 'vault' | 'now'>,
  value: MembershipPayload,
): Promise<boolean> => {
  const { before, after } = value
  if (after?.state !== 'assigned' || before?.state === 'removed') return false
  return before !== null || (await isMemberByDomain(deps, value))
}

type Kind = ChangeKind<MembershipPayload, z.infer<typeof result>>

const shared: Omit<Kind, 'name' | 'action' | 'fits'> = {
  policy: 'self',
  life: LIFE_MS,
  payload,
  result,
  describe: ({ user, before, after }) => ({ subject: personSubject(user), before, after }),
  async apply(deps, { change, payload: value }) {
    const { user, organisationNumber, before, after } = value
    const about = { subject: personSubject(user), correlationId: null }
    const keeps = await keepsClearance(deps, value)
    const uncleared = !keeps && (await deps.store.clearance(organisationNumber, user)) !== null
    return {
      result: { organisationNumber },
      effects: [
        { action: change.kind, ...about, before, after },
        ...(uncleared ? [{ action: 'clearance.remove', ...about, before: { organisationNumber } }] : []),
      ],
      save: async (tx) => {
        if (after === null) await tx.forgetMembership(user, organisationNumber, before)
        else {
          const givenBy = personSubject(change.requester)
          await tx.saveMembership({ user, organisationNumber, ...after, givenBy }, before)
        }
        if (!keeps) await tx.forgetClearance(organisationNumber, user)
      },
    }
  },
}

/**
 * Assigns a person to an organisation by name, removes them, or lets their domain decide again; by an admin of the
 * organisation or an operator. Fails with `needs-another` (oneself), `bad-input` (a guest without an end, an end in the
 * past), `changed-meanwhile`, `not-allowed` (an admin's membership, which only operators touch).
 */
export const changeMembership: Kind = {
  ...shared,
  name: 'membership.change',
  action: 'membership.manage',
  async fits(deps, change, value) {
    if (value.before?.admin || touchesAdmin(value)) throw new AppError('not-allowed', 'only operators change admins')
    await assertFits(deps, change, value)
  },
}

/** As `changeMembership`, of admins too: names and unnames them. By an operator. */
export const nameAdmin: Kind = { ...shared, name: 'admin.name', action: 'admin.name', fits: assertFits }
