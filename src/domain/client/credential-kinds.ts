import { z } from 'zod'
import { AppError } from '../../errors.ts'
import { organisationNumberSchema } from '../belonging/person-schema.ts'
import type { AnyKind, ChangeDeps, ChangeKind } from '../change-kind.ts'
import { CHANGE_LIFE_MS, clientSubject } from './client-subject.ts'
import { storingOf, type TriedForStore } from './credentials.ts'
import { environments } from './types.ts'

/** Giving and taking away an organisation's own admin client, by its admins (design section 4): each by a login. */

const version = z.strictObject({ clientId: z.string(), kid: z.string(), testedAt: z.number() })

/** Never stored with the change: it comes with the click, tried and encrypted. */
const triedSchema: z.ZodType<TriedForStore> = z.strictObject({
  organisationNumber: organisationNumberSchema,
  environment: z.enum(environments),
  clientId: z.string(),
  kid: z.string(),
  sealedKey: z.string(),
  scopes: z.array(z.string()),
  before: version.nullable(),
})

/** The login is compared with the clearance, so that nobody gets so far without one; nor once it was taken away. */
const assertCleared: NonNullable<ChangeKind<unknown, unknown>['fits']> = async (deps, change) => {
  const clearance = await deps.store.clearance(change.organisationNumber, change.requester)
  if (clearance && clearance.expiresAt > deps.now() && clearance.keyVersion === deps.vault.keyVersion) return
  throw new AppError('not-cleared', 'a login of theirs can’t be compared', { environment: 'prod' })
}

const givePayload = z.strictObject({ organisationNumber: organisationNumberSchema })

/** What was given, for whoever looks at it later. */
export const givenResult = z.strictObject({
  environment: z.enum(environments),
  clientId: z.string(),
  kid: z.string(),
  scopes: z.array(z.string()),
  replaced: z.strictObject({ clientId: z.string(), kid: z.string() }).nullable(),
})
export type GivenResult = z.infer<typeof givenResult>

/**
 * The organisation gets an admin client of its own, or another one. Which, and its key, are written on the page after the
 * login and come with the click (`Run.given`, a `TriedForStore`); the change holds neither. Fails with `not-cleared`,
 * `not-begun` without what the click brings, and `changed-meanwhile` when somebody else was first.
 */
export const giveCredential: ChangeKind<z.infer<typeof givePayload>, GivenResult> = {
  name: 'credential.give',
  action: 'credential.manage',
  policy: 'step-up',
  life: CHANGE_LIFE_MS,
  payload: givePayload,
  result: givenResult,
  describe: ({ organisationNumber }) => ({ subject: `organisation:${organisationNumber}` }),
  fits: assertCleared,
  async apply(deps, { change, given }) {
    const read = triedSchema.safeParse(given)
    if (!read.success || read.data.organisationNumber !== change.organisationNumber) {
      throw new AppError('not-begun', 'nothing to store came with the click')
    }
    const { environment, clientId, kid, scopes } = read.data
    const { action, values, replaced, save } = storingOf(read.data, change.requester, deps.now())
    return {
      result: { environment, clientId, kid, scopes, replaced },
      effects: [{ action, subject: clientSubject(clientId), environment, correlationId: null, ...values }],
      save,
    }
  },
}

const takePayload = version.extend({ organisationNumber: organisationNumberSchema, environment: z.enum(environments) })
export type TakePayload = z.infer<typeof takePayload>

const takenResult = z.strictObject({ kid: z.string() })

const assertStands = async (deps: Pick<ChangeDeps, 'store'>, taken: TakePayload): Promise<void> => {
  const { organisationNumber, environment, clientId, kid, testedAt } = taken
  const row = await deps.store.credential(organisationNumber, environment)
  if (row?.clientId === clientId && row.kid === kid && row.testedAt === testedAt) return
  throw new AppError('changed-meanwhile', 'the admin client is another by now, or none', { environment })
}

/**
 * The organisation's own admin client is taken away; the bot's serves it from then on, where it may. The key stays
 * registered at Digdir until somebody removes it there. Fails with `not-cleared`, and `changed-meanwhile` when it is
 * another by now.
 */
export const takeCredential: ChangeKind<TakePayload, z.infer<typeof takenResult>> = {
  name: 'credential.remove',
  action: 'credential.manage',
  policy: 'step-up',
  life: CHANGE_LIFE_MS,
  payload: takePayload,
  result: takenResult,
  describe: ({ clientId, kid }) => ({ subject: clientSubject(clientId), before: { clientId, kid } }),
  async fits(deps, change, taken) {
    await assertCleared(deps, change, taken)
    await assertStands(deps, taken)
  },
  apply: async (_deps, { payload }) => {
    const { organisationNumber, environment, ...stands } = payload
    const { clientId, kid } = stands
    return {
      result: { kid },
      effects: [
        {
          action: 'credential.remove',
          subject: clientSubject(clientId),
          correlationId: null,
          before: { clientId, kid },
        },
      ],
      save: async (tx) => void (await tx.forgetCredential(organisationNumber, environment, stands)),
    }
  },
}

export const credentialKinds: readonly AnyKind[] = [giveCredential, takeCredential]
