import { AppError } from '../../errors.ts'
import { environmentOf } from '../change.ts'
import type { ChangeDeps, ChangeKind, Effect, Run } from '../change-kind.ts'
import { adminAccessFor, assertTypeWithin } from './admin-access.ts'
import { CHANGE_LIFE_MS, clientSubject, keyNames } from './client-subject.ts'
import {
  type CreateClientPayload,
  type CreateClientResult,
  createPayloadSchema,
  createResultSchema,
} from './create-payload.ts'
import { findRegistration } from './find-registration.ts'
import { putKey } from './key-set.ts'
import { withoutMarker } from './marker.ts'
import { usesSecret } from './new-secret.ts'
import { postClient } from './post-client.ts'
import type { AdminAccess, ClientMetadata, Registration } from './types.ts'

type CreateRun = Run<CreateClientPayload, CreateClientResult>
type Made = { registration: Registration; secret: string | null; postedAt: number }

/** What the audit keeps of a registration: what was asked for, no more. */
const described = (metadata: ClientMetadata): ClientMetadata => ({
  ...metadata,
  description: withoutMarker(metadata.description),
})

/** Step one: there is a client. Saved at once, so that nothing later can lose it. */
const make = async (deps: ChangeDeps, run: CreateRun, access: AdminAccess): Promise<Made> => {
  const earlier = run.result?.clientId
  if (earlier && run.result) {
    const registration = await findRegistration(deps, access, earlier)
    return { registration, secret: null, postedAt: run.result.postedAt }
  }
  const { registration, secret, correlationId } = await postClient(deps, run, access)
  const postedAt = run.result?.postedAt ?? deps.now()
  const effect: Effect = {
    action: 'client.create',
    subject: clientSubject(registration.client_id),
    correlationId,
    after: described(run.payload.metadata),
  }
  await run.reach(
    'created',
    { postedAt, clientId: registration.client_id, kid: null },
    { effects: [effect], registration },
  )
  return { registration, secret, postedAt }
}

/** Step two: its key is posted. The set is read first, so that a resume wipes no key that came meanwhile. */
const giveKey = async (deps: ChangeDeps, run: CreateRun, access: AdminAccess, made: Made) => {
  const { key } = run.payload
  if (!key || run.step === 'keyed') return null
  const clientId = made.registration.client_id
  const { kid, before, after, correlationId } = await putKey(deps, access, clientId, key)
  const effect: Effect = {
    action: 'key.add',
    subject: clientSubject(clientId),
    correlationId,
    before: keyNames(before),
    after: keyNames(after),
  }
  const { registration, postedAt } = made
  await run.reach('keyed', { postedAt, clientId, kid }, { effects: [effect], registration, keys: after })
  return { kid, keys: after }
}

/** A secret that nobody has got yet: the create's own, or a new one where that was lost with the answer. */
const secretFor = async (deps: ChangeDeps, access: AdminAccess, { registration, secret }: Made) => {
  if (secret !== null) return { secret, effects: [] }
  if (!usesSecret(registration.token_endpoint_auth_method)) return { secret: null, effects: [] }
  const clientId = registration.client_id
  const { clientSecret, correlationId } = await deps.digdir.newSecret(access, clientId)
  const effect: Effect = { action: 'secret.new', subject: clientSubject(clientId), correlationId }
  return { secret: clientSecret, effects: [effect] }
}

/** A client in production that nobody hears of may lock citizens out unseen. @throws {AppError} `contact-needed` */
const assertHeardOf = async ({ store }: ChangeDeps, organisationNumber: string): Promise<void> => {
  const contacts = await store.contactsFor({ organisationNumber, environment: 'prod', clientId: null })
  if (contacts.length === 0)
    throw new AppError('contact-needed', 'the organisation has no contact for production', { environment: 'prod' })
}

/**
 * Creates a client and posts its key: posting -> created -> keyed -> done. It is resumable from every step without a
 * second client (`postClient`) or a lost key (`putKey`); a client whose key failed is half-made, `failed` at `created`.
 * Fails as `adminAccessFor`, `putKey` and Digdir do, and with `client-inactive` when the half-made client was
 * deactivated meanwhile. In production it fits only where the organisation has a contact who hears of it.
 */
export const createClient: ChangeKind<CreateClientPayload, CreateClientResult> = {
  name: 'client.create',
  action: 'client.change',
  policy: { test: 'self', prod: 'step-up' },
  life: CHANGE_LIFE_MS,
  // the POST was sent and no answer was seen; a look that was refused says nothing about it
  doubtful: ['posting'],
  payload: createPayloadSchema,
  result: createResultSchema,
  describe: ({ metadata, key }) => ({
    subject: null,
    after: { ...described(metadata), ...(key && { kid: key.kid }) },
  }),
  async fits(deps, { organisationNumber, environment }) {
    if (environment === 'prod') await assertHeardOf(deps, organisationNumber)
  },
  async apply(deps, run) {
    const access = await adminAccessFor(deps, run.change.organisationNumber, environmentOf(run.change))
    assertTypeWithin(access, run.payload.metadata.integration_type)
    const made = await make(deps, run, access)
    if (!made.registration.active) throw new AppError('client-inactive', 'the client was deactivated meanwhile')
    const keyed = await giveKey(deps, run, access, made)
    const { secret, effects } = await secretFor(deps, access, made)
    return {
      result: {
        postedAt: made.postedAt,
        clientId: made.registration.client_id,
        kid: keyed?.kid ?? run.result?.kid ?? null,
      },
      effects,
      registration: made.registration,
      ...(keyed && { keys: keyed.keys }),
      ...(secret !== null && { secret }),
    }
  },
}
