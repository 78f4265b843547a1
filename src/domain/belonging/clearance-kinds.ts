import { z } from 'zod'
import { AppError } from '../../errors.ts'
import { personSubject } from '../change.ts'
import type { AnyKind, ChangeKind } from '../change-kind.ts'
import { clearanceEnds } from '../login/clearance-life.ts'
import { organisationNumberSchema, personSchema } from './person-schema.ts'

/** How long the asking, the proof and the confirmation may take together, ms. */
const CLEARANCE_LIFE_MS = 14 * 24 * 60 * 60_000
const REMOVAL_LIFE_MS = 10 * 60_000

const payload = z.strictObject({ user: personSchema, organisationNumber: organisationNumberSchema })
const result = z.strictObject({ organisationNumber: z.string() })

export type ClearancePayload = z.infer<typeof payload>
type Kind = ChangeKind<ClearancePayload, z.infer<typeof result>>

const shared = {
  payload,
  result,
  describe: ({ user, organisationNumber }: ClearancePayload) => ({
    subject: personSubject(user),
    after: { organisationNumber },
  }),
}

/** Somebody asks the service desk for a clearance, for themselves or, as an admin, for another of theirs. */
export const askClearance: Kind = {
  ...shared,
  name: 'clearance.ask',
  action: 'clearance.ask',
  policy: 'service-desk',
  life: CLEARANCE_LIFE_MS,
  decided: { action: 'clearance.give', notBy: ({ user }) => [user] },
  // the yes is an operator's naming, which `giveClearance` goes on with
  apply: async (_deps, { payload: { organisationNumber } }) => ({ result: { organisationNumber } }),
}

/**
 * An operator names a person; the person proves their national identity number by one login at ID-porten; a second
 * person confirms (design section 2, clearance). Fails with `login-no-number` when nothing was proved, and with
 * `changed-meanwhile` when `SECRET_KEY` is another than at the proof, the person was taken out of the organisation, or
 * another clearance was given or taken at the same time.
 */
export const giveClearance: Kind = {
  ...shared,
  name: 'clearance.give',
  action: 'clearance.give',
  policy: 'second-operator',
  life: CLEARANCE_LIFE_MS,
  decided: { action: 'clearance.confirm', notBy: ({ user }) => [user], proved: true },
  async fits(deps, _change, { user, organisationNumber }) {
    if ((await deps.store.membership(user, organisationNumber))?.state !== 'removed') return
    throw new AppError('changed-meanwhile', 'the person was taken out of the organisation')
  },
  async apply(deps, { change, payload: { user, organisationNumber } }) {
    const login = change.loginId === null ? null : await deps.store.login(change.loginId)
    const { numberHash } = login ?? {}
    if (!login || !numberHash) throw new AppError('login-no-number', 'nothing was proved')
    if (login.changeId !== change.id || login.keyVersion !== deps.vault.keyVersion) {
      throw new AppError('changed-meanwhile', 'the proof is of another change or another key')
    }
    const { keyVersion } = login
    const before = await deps.store.clearance(organisationNumber, user)
    return {
      result: { organisationNumber },
      effects: [
        { action: 'clearance.give', subject: personSubject(user), correlationId: null, after: { organisationNumber } },
      ],
      save: async (tx) =>
        await tx.saveClearance(
          {
            organisationNumber,
            user,
            numberHash,
            keyVersion,
            givenBy: personSubject(change.requester),
            confirmedBy: change.decision && personSubject(change.decision.by),
            expiresAt: clearanceEnds(deps.now()),
          },
          before,
        ),
    }
  },
}

/** Takes a clearance away. Fails with `already-done` when there is none. */
export const removeClearance: Kind = {
  ...shared,
  name: 'clearance.remove',
  action: 'clearance.remove',
  policy: 'self',
  life: REMOVAL_LIFE_MS,
  async fits(deps, _change, { user, organisationNumber }) {
    if (!(await deps.store.clearance(organisationNumber, user))) throw new AppError('already-done', 'no clearance')
  },
  apply: async (_deps, { payload: { user, organisationNumber } }) => ({
    result: { organisationNumber },
    effects: [
      { action: 'clearance.remove', subject: personSubject(user), correlationId: null, before: { organisationNumber } },
    ],
    save: async (tx) => {
      if (!(await tx.forgetClearance(organisationNumber, user))) throw new AppError('already-done', 'no clearance')
    },
  }),
}

export const clearanceKinds: readonly AnyKind[] = [askClearance, giveClearance, removeClearance]
