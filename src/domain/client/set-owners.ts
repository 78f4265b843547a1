import { z } from 'zod'
import { AppError } from '../../errors.ts'
import { personSchema } from '../belonging/person-schema.ts'
import { isSamePerson, type SlackUser } from '../belonging/types.ts'
import { environmentOf, personSubject } from '../change.ts'
import type { ChangeKind } from '../change-kind.ts'
import { CHANGE_LIFE_MS, clientSubject } from './client-subject.ts'
import { assertMayChange } from './owned.ts'
import { clientIdSchema } from './payload-schemas.ts'

/** More owners than these own nothing together. */
export const mostOwners = 10

const people = z.array(personSchema).max(mostOwners)
const payload = z.strictObject({ clientId: clientIdSchema, owners: people, before: people })
const result = z.strictObject({ clientId: z.string() })

export type SetOwnersPayload = z.infer<typeof payload>
export type SetOwnersResult = z.infer<typeof result>

const ids = (owners: SlackUser[]): string[] => owners.map(personSubject).sort()

const sameSet = (one: SlackUser[], other: SlackUser[]): boolean => ids(one).join() === ids(other).join()

/** Whom it concerns: who becomes an owner and who is one no longer. */
export const ownersMoved = ({ owners, before }: SetOwnersPayload): { given: SlackUser[]; taken: SlackUser[] } => ({
  given: owners.filter((one) => !before.some((other) => isSamePerson(one, other))),
  taken: before.filter((one) => !owners.some((other) => isSamePerson(one, other))),
})

/** What undoes it: the owners as they were. */
export const ownersBack = ({ clientId, owners, before }: SetOwnersPayload): SetOwnersPayload => ({
  clientId,
  owners: before,
  before: owners,
})

/**
 * Says who owns a client (design section 2); nobody: any member may change it. It is ours alone, Digdir knows no owners,
 * so production needs the clearance, or to be an admin, and no login. Fails with `not-owner`, `not-found` (no such client) and
 * `changed-meanwhile` (the owners are not those that were shown).
 */
export const setOwners: ChangeKind<SetOwnersPayload, SetOwnersResult> = {
  name: 'client.owners',
  action: 'client.owners',
  policy: 'self',
  life: CHANGE_LIFE_MS,
  payload,
  result,
  describe: ({ clientId, owners, before }) => ({
    subject: clientSubject(clientId),
    before: { owners: ids(before) },
    after: { owners: ids(owners) },
  }),
  async fits(deps, change, value) {
    const environment = environmentOf(change)
    const { organisationNumber } = change
    const registration = await deps.store.registration(organisationNumber, environment, value.clientId)
    if (!registration) throw new AppError('not-found', 'no such client of this organisation', { environment })
    await assertMayChange(deps, change, value)
    const owners = await deps.store.owners(organisationNumber, environment, value.clientId)
    if (!sameSet(owners, value.before)) {
      throw new AppError('changed-meanwhile', 'the owners are others by now', { environment })
    }
  },
  async apply(_deps, { change, payload: { clientId, owners, before } }) {
    const environment = environmentOf(change)
    return {
      result: { clientId },
      effects: [
        {
          action: 'client.owners',
          subject: clientSubject(clientId),
          correlationId: null,
          before: { owners: ids(before) },
          after: { owners: ids(owners) },
        },
      ],
      save: async (tx) =>
        await tx.setOwners(
          change.organisationNumber,
          environment,
          clientId,
          owners,
          personSubject(change.requester),
          before,
        ),
    }
  },
}
